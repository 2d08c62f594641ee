import { wordCount } from '../basics/text.ts'
import type { CardId } from '../card/card.ts'
import { editDistance } from '../basics/edit-distance.ts'
import { type AnswerCategory, nameCategories } from './answer-category.ts'
import { explainOption } from './explain-option.ts'
import { isAlsoTrue } from './is-also-true.ts'
import type { QuizCard } from './quiz-card.ts'
import { type QuizLibrary, chanceOfCard } from './quiz-library.ts'

/** A wrong option: the right answer of another fact, so that its feedback can teach. */
export interface Distractor {
  readonly option: string
  readonly origin: CardId
  /** What it is the answer to. */
  readonly whyWrong: string
}

/**
 * Two wrong options for a card, or null when the library has no two that are plausible and certainly wrong.
 * Law: neither is an answer of the card's concept or prompt anywhere in the library; the same seed gives the same two.
 */
export function chooseDistractors(
  card: QuizCard,
  library: QuizLibrary,
  seed: string,
): readonly [Distractor, Distractor] | null {
  if (card.category === 'list') return null
  const fitting = candidatesFor(card, library, seed)
    .filter((candidate) => isHomogeneous(candidate, card, library))
    .map((candidate) => ({
      candidate,
      rank:
        rankOf(candidate, card, library) + varietyShare * chanceOfCard(`${seed} ${card.cardId}`, candidate),
    }))
    .sort((a, b) => b.rank - a.rank)
  const chosen: QuizCard[] = []
  for (const { candidate } of fitting) {
    if (chosen.some((other) => saysTheSame(other, candidate, library))) continue
    if (chosen.length === 1 && betraysKey(card, [...chosen, candidate], library)) continue
    if (givesItselfAway(candidate, card, library) || isAlsoTrue(candidate, card, library)) continue
    chosen.push(candidate)
    const [first, second] = chosen
    if (first !== undefined && second !== undefined) return [toDistractor(first), toDistractor(second)]
  }
  return null
}

/** In a large library every neighbour and a fair sample of the rest: a quiz is made while the learner waits. */
function candidatesFor(card: QuizCard, library: QuizLibrary, seed: string): readonly QuizCard[] {
  const pool = library.cardsOf(card.category)
  if (pool.length <= mostCandidates) return pool
  const start = Math.floor(chanceOfCard(seed, card) * pool.length)
  const sample = [...pool.slice(start), ...pool.slice(0, start)].slice(0, mostCandidates)
  const neighbours = pool.filter((other) => other.notes.some((note) => card.notes.includes(note)))
  return [...new Set([...neighbours, ...sample])]
}

/** How many words of meaning an answer must have before it can be called wrong for something else. */
const leastTelling: Partial<Record<AnswerCategory, number>> = {
  benefit: 3,
  problem: 3,
  solution: 3,
  phrase: 3,
  purpose: 2,
}
const mostCandidates = 150
/** How much chance weighs against fit: without it the same two options would stand under every question. */
const varietyShare = 2.5

/** Same grammatical form, same kind of question and about the same length: nothing but knowledge tells them apart. */
function isHomogeneous(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (candidate.cardId === card.cardId) return false
  // Most fall here, before they are read.
  if (!isAlikeInLength(candidate.back, card.back)) return false
  const own = library.reading(card)
  const other = library.reading(candidate)
  if (own.form !== other.form) return false
  // "To save time" is a reason for nearly anything: who chooses it may be right.
  if (other.answerStems.size < (leastTelling[card.category] ?? 1)) return false
  // A name may be asked for in many ways, but what one does is no answer to what one is.
  const isLikeAsked = isHow(own.frame) === isHow(other.frame)
  return nameCategories.has(card.category) ? isLikeAsked : own.frame === other.frame
}

/** "In Git, how do you …?" asks how, too. */
const isHow = (frame: string): boolean => /(?:^|\s)how$/.test(frame) || frame.startsWith('how')

function isAlikeInLength(other: string, own: string): boolean {
  const ratio = other.length / own.length
  return (ratio >= 0.6 && ratio <= 1.6) || Math.abs(wordCount(other) - wordCount(own)) <= 1
}

/** Neighbours first: the same kind of thing, from the same notes, of nearly the same length. */
function rankOf(candidate: QuizCard, card: QuizCard, library: QuizLibrary): number {
  const own = library.reading(card)
  const other = library.reading(candidate)
  const genus = library.genusOfSubject(card.subjectId)
  const ratio = candidate.back.length / card.back.length
  return (
    (genus !== '' && genus === library.genusOfSubject(candidate.subjectId) ? 3 : 0) +
    (candidate.notes.some((note) => card.notes.includes(note)) ? 2 : 0) +
    (own.frame === other.frame ? 1 : 0) +
    (own.lastWord === other.lastWord ? 1 : 0) +
    (ratio >= 0.75 && ratio <= 1.35 ? 2 : 0) +
    (own.nounClass === other.nounClass ? 2 : 0) +
    (nameCategories.has(card.category) && own.words === other.words ? 1 : 0) +
    (own.isProperName === other.isProperName ? 1 : 0) +
    initialsLikeness(candidate.back, card)
  )
}

/** An expansion is found by its letters alone unless the others have nearly the same ones; so has an acronym. */
function initialsLikeness(option: string, card: QuizCard): number {
  if (card.category !== 'expansion' && card.category !== 'acronym') return 0
  return 3 - editDistance(initials(option, card), initials(card.back, card), 2)
}

function initials(text: string, card: QuizCard): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    card.category === 'acronym' ? words.join('') : words.map((word) => word.charAt(0)).join('')
  ).toLowerCase()
}

function saysTheSame(one: QuizCard, other: QuizCard, library: QuizLibrary): boolean {
  return one.subjectId === other.subjectId && one.factKey === other.factKey
    ? true
    : library.reading(one).answer === library.reading(other).answer || isEquivalent(one, other, library)
}

function isEquivalent(one: QuizCard, other: QuizCard, library: QuizLibrary): boolean {
  const a = library.reading(one).answerStems
  const b = library.reading(other).answerStems
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared > 0 && (shared === a.size || shared === b.size)
}

/** A wrong option that names its own concept, or repeats a telling word of the prompt, answers for the learner. */
function givesItselfAway(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  const own = library.reading(card)
  const other = library.reading(candidate)
  const namesItself =
    !nameCategories.has(candidate.category) &&
    other.conceptStems.size > 0 &&
    [...other.conceptStems].every((stem) => other.answerStems.has(stem))
  const echoesPrompt = [...other.answerStems].some(
    (stem) => own.promptStems.has(stem) && !own.answerStems.has(stem) && !isCommon(stem, card, library),
  )
  return namesItself || echoesPrompt || !fitsArticle(candidate.back, card)
}

function isCommon(stem: string, card: QuizCard, library: QuizLibrary): boolean {
  return library.commonness(card.category, stem) >= 0.2
}

/** "an ___" takes only what begins with a vowel. */
function fitsArticle(option: string, card: QuizCard): boolean {
  const article = /\b(an?) _{3}/i.exec(card.front)?.[1]?.toLowerCase()
  if (article === undefined) return true
  return /^[aeiou]/i.test(option.replace(/`/g, '')) === (article === 'an')
}

/** The key is the only long option, or the only one that repeats a word of the prompt. */
function betraysKey(card: QuizCard, chosen: readonly QuizCard[], library: QuizLibrary): boolean {
  const own = library.reading(card)
  const readings = chosen.map((other) => library.reading(other))
  const longest = Math.max(...readings.map((reading) => reading.words))
  if (own.words > longest * 1.25 + 0.5) return true
  const echoes = [...own.answerStems].filter((stem) => stem.length > 3 && own.promptStems.has(stem))
  return (
    echoes.length > 0 && !readings.some((reading) => echoes.some((stem) => reading.answerStems.has(stem)))
  )
}

function toDistractor(candidate: QuizCard): Distractor {
  const option = candidate.back.trim()
  return { option, origin: candidate.cardId, whyWrong: explainOption(candidate.content, option) }
}
