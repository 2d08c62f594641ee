import { editDistance } from '../basics/edit-distance.ts'
import { nameCategories } from './answer-category.ts'
import { dressOf, inOneDress, standsOutBy } from './option-dress.ts'
import type { QuizCard } from './quiz-card.ts'
import type { QuizLibrary } from './quiz-library.ts'

/** A wrong option that names its own concept, or repeats a telling word of the prompt, answers for the learner. */
export function givesItselfAway(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  const own = library.reading(card)
  const other = library.reading(candidate)
  const namesItself =
    !nameCategories.has(candidate.category) &&
    other.conceptRoots.size > 0 &&
    [...other.conceptRoots].every((root) => other.answerRoots.has(root))
  const echoesPrompt = [...other.answerRoots].some(
    (root) => own.promptRoots.has(root) && !own.answerRoots.has(root) && !isCommon(root, card, library),
  )
  return namesItself || echoesPrompt || !fitsArticle(candidate.back, card)
}

function isCommon(root: string, card: QuizCard, library: QuizLibrary): boolean {
  return library.commonness(card.category, root) >= 0.2
}

/** "an ___" takes only what begins with a vowel. */
function fitsArticle(option: string, card: QuizCard): boolean {
  const article = /\b(an?) _{3}/i.exec(card.front)?.[1]?.toLowerCase()
  if (article === undefined) return true
  return /^[aeiou]/i.test(option.replace(/`/g, '')) === (article === 'an')
}

/** The key is the only long or short option, the only one in its dress, or the only one that repeats a word of the prompt. */
export function betraysKey(card: QuizCard, chosen: readonly QuizCard[], library: QuizLibrary): boolean {
  const own = library.reading(card)
  const readings = chosen.map((other) => library.reading(other))
  const lengths = readings.map((reading) => reading.words)
  if (standsOutByLength(own.words, lengths)) return true
  const [key, ...others] = inOneDress([card.back, ...chosen.map(({ back }) => back)]).map(dressOf)
  if (key === undefined || standsOutBy(key, others).length > 0) return true
  const echoes = (option: QuizCard) => echoesOf(option, card, library)
  return echoes(card) > Math.max(...chosen.map(echoes))
}

/** Longer than every other by a quarter and a word, or shorter by as much. */
export function standsOutByLength(key: number, others: readonly number[]): boolean {
  const [shortest, longest] = [Math.min(...others), Math.max(...others)]
  return (key > longest * 1.25 && key > longest + 1) || (key < shortest * 0.75 && key < shortest - 1)
}

/**
 * How many words of the prompt an option shows: roots, also inside longer words ("makemigrations" for "migration") and the
 * other way round ("file" for "Dockerfile"); code; and for an abbreviation one that differs in a letter.
 */
function echoesOf(option: QuizCard, card: QuizCard, library: QuizLibrary): number {
  const { front, category } = card
  const level = option.back.toLowerCase()
  const parts = [...library.reading(option).answerRoots].filter((root) => root.length > 3)
  const isShown = (root: string): boolean =>
    level.includes(root) || parts.some((part) => part !== root && root.includes(part))
  const isLike = (root: string): boolean =>
    category === 'acronym' && root.length <= 5 && editDistance(letters(option.back), root, 1) <= 1
  const roots = [...library.reading(card).promptRoots].filter(
    (root) => root.length > 2 && (isShown(root) || isLike(root)),
  )
  const code = (front.match(/`[^`]+`/g) ?? []).filter((span) =>
    hasWord(level, span.slice(1, -1).toLowerCase()),
  )
  return roots.length + code.length
}

const hasWord = (text: string, word: string): boolean =>
  ` ${text.replace(/[^\p{L}\p{N}_-]+/gu, ' ').trim()} `.includes(` ${word} `)

/** The letters and digits of a name, by which abbreviations are compared. */
export const letters = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('').toLowerCase()
