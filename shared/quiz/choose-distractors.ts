import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { editDistance } from '../basics/edit-distance.ts'
import { jaccard } from '../basics/text.ts'
import type { CardId } from '../card/card.ts'
import { isActivity } from '../english/nouns.ts'
import { nameCategories } from './answer-category.ts'
import { explainOption } from './explain-option.ts'
import { betraysKey, givesItselfAway, letters } from './gives-away.ts'
import { isAlsoTrue } from './is-also-true.ts'
import { isAlikeInLength, isPlausible } from './is-plausible.ts'
import type { QuizCard } from './quiz-card.ts'
import type { CardReading } from './card-reading.ts'
import type { Rival } from './rivals.ts'
import { chanceOfCard } from './chance-of.ts'
import type { QuizLibrary } from './quiz-library.ts'

/** A wrong option: the right answer of another fact, so that its feedback can teach. */
export interface Distractor {
  readonly option: string
  readonly origin: CardId
  /** What it is the answer to. */
  readonly whyWrong: string
}

/** What is wanted of the wrong options beside being wrong. */
export interface OptionWishes {
  readonly seed: string
  /** A third one only where it is as good as the other two. */
  readonly most: 2 | 3
  /** What the learner once answered here, the latest first: nothing is more plausible. */
  readonly mistakes: readonly string[]
  /** Whether an answer must not be an option: reported, never picked, or asked for itself in the same quiz. */
  readonly isBarred: (origin: QuizCard) => boolean
}

/**
 * Two wrong options for a card, or three, or null when its field has no two that are plausible and certainly wrong.
 * Law: none is an answer of the card's concept or prompt anywhere in the library; the same wishes give the same ones, in
 * whatever order the library comes; the key stands out among them neither by length nor by form.
 */
export function chooseDistractors(
  card: QuizCard,
  library: QuizLibrary,
  wishes: OptionWishes,
  sound = soundCandidates(card, library, wishes),
): readonly Distractor[] | null {
  for (const [i, first] of sound.entries()) {
    for (const second of sound.slice(i + 1)) {
      const pair = [first, second]
      if (saysTheSame(first, second, library) || betraysKey(card, pair, library)) continue
      const third =
        wishes.most < 3 ? undefined : sound.slice(sound.indexOf(second) + 1).find(joins(pair, card, library))
      return (third === undefined ? pair : [...pair, third]).map(toDistractor)
    }
  }
  return null
}

/** Of what is plausible and certainly wrong one answer, to be stated in place of a card's own. */
export function chooseSwap([swap]: readonly QuizCard[]): Distractor | null {
  return swap === undefined ? null : toDistractor(swap)
}

/** A third option passes every check that the first two did, and comes from the same note. */
function joins(pair: readonly QuizCard[], card: QuizCard, library: QuizLibrary) {
  return (other: QuizCard): boolean =>
    other.notes.some((note) => card.notes.includes(note)) &&
    pair.every((one) => !saysTheSame(one, other, library)) &&
    !betraysKey(card, [...pair, other], library)
}

/** More candidates than this are never needed for a pair in which the key does not stand out. */
const mostSound = 12
/** How much chance weighs against fit: without it the same two options would stand under every question. */
const varietyShare = 2.5

/** Other answers that are plausible and certainly wrong, the most plausible first: past mistakes, then what stands near. */
export function soundCandidates(
  card: QuizCard,
  library: QuizLibrary,
  wishes: OptionWishes,
): readonly QuizCard[] {
  if (card.category === 'list' || isSpeltFromPrompt(card)) return []
  const ranked = library
    .rivalsOf(card)
    .filter((rival) => isPlausible(rival, card, library) && !wishes.isBarred(rival.card))
    .map((rival) => ({
      other: rival.card,
      rank:
        rankOf(rival, card, library) +
        varietyShare * chanceOfCard(`${wishes.seed} ${card.cardId}`, rival.card),
    }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ other }) => other)
  const sound: QuizCard[] = []
  for (const candidate of new Set([...pastMistakes(card, library, wishes), ...ranked])) {
    if (givesItselfAway(candidate, card, library) || isAlsoTrue(candidate, card, library)) continue
    sound.push(candidate)
    if (sound.length === mostSound) break
  }
  return sound
}

/** What the learner once answered here, where it is the right answer to another card. Made-up words teach nothing. */
function pastMistakes(card: QuizCard, library: QuizLibrary, wishes: OptionWishes): QuizCard[] {
  return wishes.mistakes.flatMap((given) => {
    const known = [...library.cardsAnswering(given), ...library.cardsNaming(given)]
    const other = known.find(
      (candidate) =>
        normaliseAnswer(candidate.back) === normaliseAnswer(given) &&
        !wishes.isBarred(candidate) &&
        isAlikeInLength(candidate.back, card.back) &&
        library.reading(candidate).form === library.reading(card).form,
    )
    return other === undefined ? [] : [other]
  })
}

const nearnessRank = { heading: 4, same: 3, linked: 1, alike: 0 } as const
/** Only from so many words on is it seen whether two answers are of one length. */
const fewestSeenWords = 4
/** What two facts have in common of their words, at most, before they may say the same; neighbours share about a tenth. */
const mostShared = 0.3
const sharedWeight = 15

/** Neighbours first: the same kind of thing, of the same matter, from the same heading or note, of nearly the same length. */
function rankOf({ card: candidate, nearness }: Rival, card: QuizCard, library: QuizLibrary): number {
  const own = library.reading(card)
  const other = library.reading(candidate)
  const ratio = candidate.back.length / card.back.length
  const isName = nameCategories.has(card.category)
  return (
    nearnessRank[nearness] +
    sharedWeight * Math.min(mostShared, jaccard(wordsOf(own), wordsOf(other))) +
    (library.kindsOfAnswer(candidate).some(({ noun }) => noun === own.kind?.noun) ? 3 : 0) +
    (own.frame === other.frame ? 1 : 0) +
    (own.lastWord === other.lastWord ? 1 : 0) +
    (own.words >= fewestSeenWords && ratio >= 0.75 && ratio <= 1.35 ? 2 : 0) +
    (own.nounClass === other.nounClass ? 2 : 0) +
    (isActivity(card.concept) === isActivity(candidate.concept) ? 1.5 : 0) +
    (isName && own.words === other.words ? 1 : 0) +
    (own.dress.name === other.dress.name ? 1 : 0) +
    initialsLikeness(candidate.back, card)
  )
}

const wordsOf = ({ promptRoots, answerRoots }: CardReading): Set<string> =>
  new Set([...promptRoots, ...answerRoots])

/** An acronym is told from others by its letters least where they are nearly the same ones. */
function initialsLikeness(option: string, card: QuizCard): number {
  if (card.category !== 'acronym') return 0
  return 3 - editDistance(letters(option), letters(card.back), 2)
}

/** What an abbreviation stands for is told by its letters, and they by it: that is asked by typing alone. */
function isSpeltFromPrompt(card: QuizCard): boolean {
  return card.category === 'expansion' || (card.category === 'acronym' && card.factKind === 'expansion')
}

function saysTheSame(one: QuizCard, other: QuizCard, library: QuizLibrary): boolean {
  if (one.subjectId === other.subjectId && one.factKey === other.factKey) return true
  const [a, b] = [library.reading(one), library.reading(other)]
  return a.answer === b.answer || isEquivalent(a.answerRoots, b.answerRoots)
}

function isEquivalent(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((root) => b.has(root)).length
  return shared > 0 && (shared === a.size || shared === b.size)
}

function toDistractor(candidate: QuizCard): Distractor {
  const option = candidate.back.trim()
  return { option, origin: candidate.cardId, whyWrong: explainOption(candidate.content, option) }
}
