import { contentStems, normaliseText } from '../basics/text.ts'
import { nearSets } from '../card/near-sets.ts'
import type { DraftLibrary } from './draft.ts'

/** A card that is there already, as it is shown. */
export interface KnownCard {
  readonly front: string
  readonly back: string
}

/**
 * What a draft is compared with: all cards of the learner, asked or waiting. Prepared once for many drafts, so that a
 * draft costs the same beside ten thousand cards as beside ten.
 */
export function draftLibrary(
  cards: readonly KnownCard[],
  rejected: ReadonlySet<string>,
  room: number,
): DraftLibrary {
  const known = cards.map((card) => ({ card, stems: stemsOf(card) }))
  const questions = new Map(cards.map(({ front }) => [levelled(front), front]))
  const near = nearSets<string>(
    known.map(({ stems }) => stems),
    sameShare,
  )
  for (const { card, stems } of known) near.add(stems, card.front)
  return {
    rejected,
    room,
    sameAs: (front, back) => questions.get(levelled(front)) ?? near.near(stemsOf({ front, back }))[0],
    add: (front, back) => {
      questions.set(levelled(front), front)
      near.add(stemsOf({ front, back }), front)
    },
  }
}

/** How many of all stems two cards share that ask the same in other words. */
const sameShare = 0.75

const stemsOf = ({ front, back }: KnownCard): ReadonlySet<string> =>
  new Set(contentStems(`${front.replaceAll('___', ' ')} ${back}`))

const levelled = (question: string): string => normaliseText(question).replace(/[?.!\s]+$/, '')
