import { jaccard } from '../basics/text.ts'
import { meaningRoots } from '../english/meaning-root.ts'
import { nameCategories } from './answer-category.ts'
import type { QuizCard } from './quiz-card.ts'
import type { AnswerReading } from './card-reading.ts'
import type { QuizLibrary } from './quiz-library.ts'

/** From this share of shared meaning on, two answers may say the same. */
const sameMeaning = 0.4
/** From this share of its meaning on, a description or statement is taken for said of the other, too. */
const mostCovered = 0.55

/**
 * Whether the answer of `candidate` is, or may be, a right answer to `card` as well: by what any note says of the same
 * concept, by any card that asks the same, by what is a kind of what, or because the meaning of the one is found in what
 * is said of the other. It says yes too often rather than too seldom: a question without options can still be typed.
 */
export function isAlsoTrue(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  return (
    isSameSubject(candidate, card, library) ||
    library.kinds.areKin(candidate.concept, card.concept) ||
    isKinOfAnswer(candidate, card, library) ||
    library.rightAnswers(card).some((right) => overlaps(candidate, right, library)) ||
    fitsDescription(candidate, card, library) ||
    isSaidOfConcept(candidate, card, library) ||
    isDefinedNearby(candidate, card, library) ||
    mayHelpToo(candidate, card, library) ||
    isFromLikeList(candidate, card, library)
  )
}

function isSameSubject(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (candidate.factKey === card.factKey || candidate.subjectId === card.subjectId) return true
  const own = library.reading(card).conceptRoots
  const other = library.reading(candidate).conceptRoots
  // "Caching" and "caching strategies", "Redis" and "Redis Cluster": what is true of one may be true of the other.
  return isSubset(own, other) || isSubset(other, own)
}

/** A lock is asked for, and a mutex is one. */
function isKinOfAnswer(candidate: QuizCard, card: QuizCard, { kinds }: QuizLibrary): boolean {
  return nameCategories.has(card.category) && kinds.areKin(candidate.back, card.back)
}

function overlaps(candidate: QuizCard, right: AnswerReading, library: QuizLibrary): boolean {
  const { answer, answerRoots } = library.reading(candidate)
  if (right.answer === '' || answer === '') return false
  if (containsWords(answer, right.answer) || containsWords(right.answer, answer)) return true
  if (isSubset(answerRoots, right.answerRoots) || isSubset(right.answerRoots, answerRoots)) return true
  return candidate.category !== 'expansion' && jaccard(answerRoots, right.answerRoots) >= sameMeaning
}

/** The prompt describes something, and most of what it demands is also said of what the candidate names. */
function fitsDescription(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (!nameCategories.has(card.category) || card.category === 'expansion') return false
  const { promptRoots, conceptRoots, answerRoots } = library.reading(card)
  const asksForConcept = isSubset(answerRoots, conceptRoots)
  const demands = [...promptRoots].filter((root) => asksForConcept || !conceptRoots.has(root))
  return (
    demands.length >= 2 && covered(demands, library.saidOfAnswer(candidate), card, library) >= mostCovered
  )
}

/** The candidate is a statement, and most of it is said of this concept somewhere. */
function isSaidOfConcept(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (nameCategories.has(card.category)) return false
  const roots = [...library.reading(candidate).answerRoots]
  return covered(roots, library.saidOfSubject(card.subjectId), card, library) >= mostCovered
}

/** "Docker packages an application into containers": a definition of containerization is not wrong enough for Docker. */
function isDefinedNearby(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (card.category !== 'definition') return false
  const own = library.reading(card)
  const other = library.reading(candidate)
  const isNamed =
    isSubset(other.conceptRoots, own.answerRoots) || isSubset(own.conceptRoots, other.answerRoots)
  return isNamed && tellingOf(other.answerRoots, card, library).some((root) => own.answerRoots.has(root))
}

/** Reasons, uses and remedies are open: what helps one thing helps others that are like it. */
const openCategories = new Set(['solution', 'problem', 'benefit', 'purpose', 'phrase'])
/** But what each of several like things is or is for, one note tells apart. */
const toldApart = new Set(['purpose', 'phrase'])

/** A remedy or reason that shares a telling word, by itself or by its own question, with what is asked or right here. */
function mayHelpToo(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (!openCategories.has(card.category)) return false
  if (toldApart.has(card.category) && areRowsOfOne(candidate, card, library)) return false
  const own = library.reading(card)
  const other = library.reading(candidate)
  const here = new Set([...own.promptRoots, ...own.answerRoots])
  const there = new Set([...other.answerRoots, ...other.promptRoots])
  return tellingOf(there, card, library).some((root) => here.has(root))
}

/** Two questions that differ only in what they ask about, from one note: its author set them against each other. */
export function areRowsOfOne(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  const own = library.reading(card)
  const other = library.reading(candidate)
  if (own.frame !== other.frame || !candidate.notes.some((note) => card.notes.includes(note))) return false
  const rest = (one: ReadonlySet<string>, another: ReadonlySet<string>) =>
    [...one].filter((root) => !another.has(root)).length
  const shared = own.promptRoots.size - rest(own.promptRoots, other.promptRoots)
  return (
    shared > 0 &&
    rest(own.promptRoots, other.promptRoots) <= 2 &&
    rest(other.promptRoots, own.promptRoots) <= 2
  )
}

function tellingOf(roots: Iterable<string>, card: QuizCard, library: QuizLibrary): string[] {
  return [...roots].filter((root) => library.isTelling(card.category, root))
}

const listWords = new Set(
  meaningRoots(
    'which one name use way benefit feature effect strategy technique step example type kind part thing tool method ' +
      'practice reason advantage element component level result option principle goal task rule stage',
  ),
)

/**
 * Two lists that share a word of their subject may share members that the notes do not mention; and so may any list of
 * another note. What the notes connect with the subject of a list, or call a kind of it, may well belong to it.
 */
function isFromLikeList(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (card.category !== 'item') return false
  if (!candidate.notes.some((note) => card.notes.includes(note))) return true
  const own = library.reading(card)
  const said = new Set([
    ...library.saidOfAnswer(candidate),
    ...[...library.kinds.kindsOf(candidate.back)].flatMap(meaningRoots),
  ])
  if ([...own.conceptRoots].some((root) => said.has(root))) return true
  const other = library.reading(candidate).promptRoots
  return [...own.promptRoots].some((root) => !listWords.has(root) && (other.has(root) || said.has(root)))
}

/** How much of `roots` is in `said`, where what is said of everything in the category counts for nothing. */
function covered(
  roots: readonly string[],
  said: ReadonlySet<string>,
  card: QuizCard,
  library: QuizLibrary,
): number {
  let whole = 0
  let found = 0
  for (const root of roots) {
    const weight = 1 - library.commonness(card.category, root)
    whole += weight
    if (said.has(root)) found += weight
  }
  return whole <= 0 ? 0 : found / whole
}

function containsWords(text: string, part: string): boolean {
  const level = (words: string) => ` ${words.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim()} `
  return level(part).trim() !== '' && level(text).includes(level(part))
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size > 0 && [...part].every((root) => whole.has(root))
}
