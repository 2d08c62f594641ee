import { groupBy } from '../basics/group-by.ts'
import type { EpochMs } from '../basics/time.ts'
import type { CardDecision } from './card-decision.ts'
import type { CardId } from './card.ts'
import { type CardTraits, type Worth, chanceOfOdds, logOddsOf } from './worth.ts'

/** From when on a learner's decisions teach which cards they want. */
export interface TasteReset {
  readonly at: EpochMs
  /** Cards that were suspended or flagged then: their state says nothing any more. */
  readonly cards: readonly CardId[]
}

/** A card that its learner decided on, and how far they keep it, between 0 and 1. */
export interface Decided {
  readonly worth: Worth
  readonly kept: number
}

/** What tells cards apart by which a learner's decisions are counted, the most telling first. */
export const traitNames = ['form', 'layout', 'genre'] as const satisfies readonly (keyof CardTraits)[]
export type TraitName = (typeof traitNames)[number]

/** How the odds of one trait moved for one learner. */
export interface LearnedTrait {
  readonly trait: TraitName
  readonly value: string
  readonly decided: number
  /** How many of them were kept; one that was put in other words is half kept. */
  readonly kept: number
  /** What is added to the logarithm of the odds of such a card. */
  readonly shift: number
}

/** How far a decision keeps its card. */
export const keptBy: Readonly<Record<CardDecision, number>> = {
  kept: 1,
  edited: 0.5,
  dropped: 0,
  never: 0,
  deleted: 0,
}

/**
 * How many decisions the model's own word weighs. A layout or genre holds many forms, so more must be decided before it
 * moves by itself.
 */
const strength: Readonly<Record<TraitName, number>> = { form: 4, layout: 24, genre: 24 }

/**
 * What a learner's decisions say of the forms, layouts and genres of cards: for each a Beta distribution whose mean is what
 * the model foretold of the cards decided on. What a form explains is not counted again for its layout and genre. The
 * same decisions give the same odds, in whatever order they come.
 */
export function learnOdds(decisions: readonly Decided[]): LearnedTrait[] {
  const learned: LearnedTrait[] = []
  // What the author wrote as a card is asked anyway.
  let open = decisions.flatMap(({ worth, kept }) =>
    worth.traits.layout === 'written as a card' ? [] : [{ traits: worth.traits, chance: worth.chance, kept }],
  )
  for (const trait of traitNames) {
    const shifts = new Map<string, number>()
    for (const [value, own] of [...groupBy(open, ({ traits }) => traits[trait] as string)].sort(byName)) {
      const kept = own.reduce((sum, one) => sum + one.kept, 0)
      const foretold = inside(own.reduce((sum, { chance }) => sum + chance, 0) / own.length)
      const believed = (strength[trait] * foretold + kept) / (strength[trait] + own.length)
      const shift = logOddsOf(inside(believed)) - logOddsOf(foretold)
      shifts.set(value, shift)
      learned.push({ trait, value, decided: own.length, kept, shift })
    }
    open = open.map((one) => ({
      ...one,
      chance: chanceOfOdds(logOddsOf(inside(one.chance)) + (shifts.get(one.traits[trait]) ?? 0)),
    }))
  }
  return learned
}

/** The chance that this learner keeps a card: the model's, moved by what was learned of its traits. */
export function learnedChance(learned: readonly LearnedTrait[]): (worth: Worth) => number {
  const shifts = new Map(learned.map(({ trait, value, shift }) => [`${trait} ${value}`, shift]))
  return ({ chance, traits }) => {
    if (chance >= 1) return chance
    const shift = traitNames.reduce((sum, trait) => sum + (shifts.get(`${trait} ${traits[trait]}`) ?? 0), 0)
    return shift === 0 ? chance : chanceOfOdds(logOddsOf(inside(chance)) + shift)
  }
}

/** No chance is held for certain. */
const inside = (chance: number): number => Math.min(0.98, Math.max(0.02, chance))
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
