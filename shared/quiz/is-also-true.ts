import { contentStems, jaccard } from '../basics/text.ts'
import { nameCategories } from './answer-category.ts'
import type { QuizCard } from './quiz-card.ts'
import type { AnswerReading, QuizLibrary } from './quiz-library.ts'

/** From this share of shared meaning on, two texts may say the same. */
const sameMeaning = 0.5
const mostCovered = 0.7

/**
 * Whether the answer of `candidate` is, or may be, a right answer to `card` as well: by what any note says of the same
 * concept, by any card that asks the same, or because the words of the one are found in what is said of the other.
 */
export function isAlsoTrue(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  return (
    isSameSubject(candidate, card, library) ||
    library.rightAnswers(card).some((right) => overlaps(candidate, right, library)) ||
    fitsDescription(candidate, card, library) ||
    isSaidOfConcept(candidate, card, library) ||
    isFromLikeList(candidate, card, library)
  )
}

function isSameSubject(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (candidate.factKey === card.factKey || candidate.subjectId === card.subjectId) return true
  const own = library.reading(card).conceptStems
  const other = library.reading(candidate).conceptStems
  // "Caching" and "caching strategies", "Redis" and "Redis Cluster": what is true of one may be true of the other.
  return isSubset(own, other) || isSubset(other, own)
}

function overlaps(candidate: QuizCard, right: AnswerReading, library: QuizLibrary): boolean {
  const { answer, answerStems } = library.reading(candidate)
  if (right.answer === '' || answer === '') return false
  if (containsWords(answer, right.answer) || containsWords(right.answer, answer)) return true
  if (isSubset(answerStems, right.answerStems) || isSubset(right.answerStems, answerStems)) return true
  return candidate.category !== 'expansion' && jaccard(answerStems, right.answerStems) >= sameMeaning
}

/** The prompt describes something, and nearly all it demands is also said of what the candidate names. */
function fitsDescription(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (!nameCategories.has(card.category) || card.category === 'expansion') return false
  const { promptStems, conceptStems, answerStems } = library.reading(card)
  const asksForConcept = isSubset(answerStems, conceptStems)
  const demands = [...promptStems].filter((stem) => asksForConcept || !conceptStems.has(stem))
  return (
    demands.length >= 2 && covered(demands, library.saidOfAnswer(candidate), card, library) >= mostCovered
  )
}

/** The candidate is a statement, and nearly all of it is said of this concept somewhere. */
function isSaidOfConcept(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (nameCategories.has(card.category)) return false
  const stems = [...library.reading(candidate).answerStems]
  return covered(stems, library.saidOfSubject(card.subjectId), card, library) >= mostCovered
}

const listWords = new Set(
  contentStems(
    'which one name use way benefit feature effect strategy technique step example type kind part thing tool method ' +
      'practice reason advantage element component level result option principle goal task rule stage',
  ),
)

/**
 * Two lists that share a word of their subject may share members that the notes do not mention; and what the notes
 * connect with the subject of a list may well belong to it.
 */
function isFromLikeList(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (card.category !== 'item') return false
  const said = [...library.saidOfAnswer(candidate)].map(root)
  if ([...library.reading(card).conceptStems].some((stem) => said.includes(root(stem)))) return true
  const other = library.reading(candidate).promptStems
  return [...library.reading(card).promptStems].some((stem) => other.has(stem) && !listWords.has(stem))
}

// "automate" and "automation" keep five letters in common.
function root(stem: string): string {
  return stem.slice(0, 5)
}

/** How much of `stems` is in `said`, where what is said of everything in the category counts for nothing. */
function covered(
  stems: readonly string[],
  said: ReadonlySet<string>,
  card: QuizCard,
  library: QuizLibrary,
): number {
  let whole = 0
  let found = 0
  for (const stem of stems) {
    const weight = 1 - library.commonness(card.category, stem)
    whole += weight
    if (said.has(stem)) found += weight
  }
  return whole <= 0 ? 0 : found / whole
}

function containsWords(text: string, part: string): boolean {
  const level = (words: string) => ` ${words.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim()} `
  return level(part).trim() !== '' && level(text).includes(level(part))
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size > 0 && [...part].every((stem) => whole.has(stem))
}
