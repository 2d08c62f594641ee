import { contentStems, normaliseText, words } from '../basics/text.ts'
import { nearSets } from '../card/near-sets.ts'
import type { DraftLibrary } from './draft.ts'

/** A card that is there already, as it is shown. */
export interface KnownCard {
  readonly front: string
  readonly back: string
}

/** What the learner's words say of drafts. */
type Asked = Pick<DraftLibrary, 'rejected' | 'room'> & Partial<Pick<DraftLibrary, 'onLine'>>

/**
 * What a draft is compared with: the learner's cards that are asked, and drafts that wait. Prepared once for many drafts, so that a
 * draft costs the same beside ten thousand cards as beside ten.
 */
export function draftLibrary(cards: readonly KnownCard[], asked: Asked): DraftLibrary {
  const steps = draftLibraryInSteps(cards, asked)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** The same in steps of a few milliseconds, for a caller that lets others work in between. */
export function* draftLibraryInSteps(
  cards: readonly KnownCard[],
  { rejected, room, onLine = new Map() }: Asked,
): Generator<undefined, DraftLibrary> {
  const isStep = (i: number): boolean => i % cardsInStep === cardsInStep - 1
  const stems: ReadonlySet<string>[] = []
  const questions = new Map<string, string>()
  for (const [i, card] of cards.entries()) {
    stems.push(stemsOf(card))
    questions.set(levelled(card.front), card.front)
    if (isStep(i)) yield undefined
  }
  const near = nearSets<KnownCard>(stems, sameShare)
  yield undefined
  for (const [i, own] of stems.entries()) {
    near.add(own, cards[i] ?? { front: '', back: '' })
    if (isStep(i)) yield undefined
  }
  return {
    rejected,
    room,
    onLine,
    sameAs: (front, back) =>
      questions.get(levelled(front)) ??
      near.near(stemsOf({ front, back })).find((other) => asksTheSame({ front, back }, other))?.front,
    add: (front, back) => {
      questions.set(levelled(front), front)
      near.add(stemsOf({ front, back }), { front, back })
    },
  }
}

const cardsInStep = 200

/** Two cards of nearly the same words ask the same when they have one answer, or when each asks for what the other says. */
function asksTheSame(one: KnownCard, other: KnownCard): boolean {
  if (levelled(one.back) !== levelled(other.back) && isContrast(words(one.front), words(other.front)))
    return false
  const [answer, otherAnswer] = [new Set(contentStems(one.back)), new Set(contentStems(other.back))]
  if (answer.size === 0 || otherAnswer.size === 0) return levelled(one.back) === levelled(other.back)
  const stands = (stems: ReadonlySet<string>, text: ReadonlySet<string>): number =>
    [...stems].filter((stem) => text.has(stem)).length / stems.size
  if (Math.max(stands(answer, otherAnswer), stands(otherAnswer, answer)) >= sameAnswer) return true
  const asksFor = (stems: ReadonlySet<string>, question: string): boolean =>
    stands(stems, new Set(contentStems(question))) >= sameAnswer
  return asksFor(answer, other.front) && asksFor(otherAnswer, one.front)
}

/** As much of an answer as another one says, or as a question gives away. */
const sameAnswer = 0.5

/** "Which intervals are sharp dissonances?", "Which ... mild ...?": a word or two tell them apart, and all others are one. */
function isContrast(one: readonly string[], other: readonly string[]): boolean {
  const differing = one.filter((word, i) => word !== other[i]).length
  return one.length === other.length && one.length >= 5 && differing > 0 && differing <= 2
}

/** How many of all stems two cards share that ask the same in other words. */
const sameShare = 0.75

const stemsOf = ({ front, back }: KnownCard): ReadonlySet<string> =>
  new Set(contentStems(`${front.replaceAll('___', ' ')} ${back}`))

const levelled = (question: string): string => normaliseText(question).replace(/[?.!\s]+$/, '')
