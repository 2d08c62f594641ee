import { capitalise } from '../basics/text.ts'
import type { GeneratedCard } from './card.ts'
import type { Density } from './density.ts'
import { type LintReason, reason } from './lint-rule.ts'

/** From which worth on a card is asked, and from which on it is at least proposed. */
interface Thresholds {
  readonly ready: number
  readonly proposed: number
}

/**
 * Chosen by what readers kept of cards from notes that the model was not fitted on (`npm run bench -- worth`). With `all`
 * only the mechanical rules hold a card back.
 */
export const thresholds: Readonly<Record<Density, Thresholds>> = {
  few: { ready: 0.8, proposed: 0.5 },
  balanced: { ready: 0.7, proposed: 0.25 },
  all: { ready: 0, proposed: 0 },
}

/** What becomes of a card: asked, waiting for its owner's word, or left out with the reason in the report. */
export type Standing = 'ready' | 'proposed' | 'left'

/** What a learner wants of the cards that their notes could give. */
export interface Taste {
  readonly density: Density
  /** The chance that this learner keeps the card: the model's, moved by their own decisions. */
  readonly chanceOf: (card: GeneratedCard) => number
}

/** The taste of somebody who has decided nothing yet. */
export const plainTaste = (density: Density): Taste => ({ density, chanceOf: ({ worth }) => worth.chance })

/**
 * Where a card stands by its worth; one that the rules doubt is never ready. What its learner decided on others makes a
 * card wait or brings it back, and never takes it out of sight.
 */
export function standingOf(card: GeneratedCard, { density, chanceOf }: Taste): Standing {
  const chance = chanceOf(card)
  const { ready, proposed } = thresholds[density]
  if (Math.max(chance, card.worth.chance) < proposed) return 'left'
  return chance < ready || card.status === 'doubtful' ? 'proposed' : 'ready'
}

/** The card as its standing has it: one that is only proposed says why. */
export function asStanding(card: GeneratedCard, taste: Taste): GeneratedCard {
  if (taste.chanceOf(card) >= thresholds[taste.density].ready) return card
  return { ...card, status: 'doubtful', reasons: [...card.reasons, doubtReason(card, taste)] }
}

/** Cards parted by taste: those that are asked or proposed, and those left out. What is spared stays as the rules made it. */
export function partByTaste(
  cards: readonly GeneratedCard[],
  taste: Taste,
  isSpared: (card: GeneratedCard) => boolean = () => false,
): { readonly cards: GeneratedCard[]; readonly left: GeneratedCard[] } {
  const made: GeneratedCard[] = []
  const left: GeneratedCard[] = []
  for (const card of cards) {
    if (isSpared(card)) made.push(card)
    else if (standingOf(card, taste) === 'left') left.push(card)
    else made.push(asStanding(card, taste))
  }
  return { cards: made, left }
}

function doubtReason({ worth }: GeneratedCard, { density }: Taste): LintReason {
  const isOwn = worth.chance >= thresholds[density].ready
  return reason('little_worth', isOwn ? 'You keep few cards like this one.' : `${capitalise(worth.doubt)}.`)
}
