import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { wordCount } from '../basics/text.ts'
import type { CardId } from '../card/card.ts'
import { editDistance } from '../basics/edit-distance.ts'
import { isActivity } from '../english/nouns.ts'
import { tellsPerson } from '../english/persons.ts'
import { type AnswerCategory, nameCategories } from './answer-category.ts'
import { headNoun, nounClass } from './answer-grammar.ts'
import { explainOption } from './explain-option.ts'
import { areRowsOfOne, isAlsoTrue } from './is-also-true.ts'
import { dressOf, inOneDress, standsOutBy } from './option-dress.ts'
import type { QuizCard } from './quiz-card.ts'
import { type QuizLibrary, type Rival, chanceOfCard } from './quiz-library.ts'

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
  /** Whether an option was reported, or is never picked. */
  readonly isBarred: (option: string) => boolean
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
): readonly Distractor[] | null {
  if (card.category === 'list' || isSpeltFromPrompt(card)) return null
  const sound = soundCandidates(card, library, wishes)
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

/** A third option passes every check that the first two did, and comes from the same note. */
function joins(pair: readonly QuizCard[], card: QuizCard, library: QuizLibrary) {
  return (other: QuizCard): boolean =>
    other.notes.some((note) => card.notes.includes(note)) &&
    pair.every((one) => !saysTheSame(one, other, library)) &&
    !betraysKey(card, [...pair, other], library)
}

/** More candidates than this are never needed for a pair in which the key does not stand out. */
const mostSound = 12
/** How many words of meaning an answer must have before it can be called wrong for something else. */
const leastTelling: Partial<Record<AnswerCategory, number>> = {
  benefit: 3,
  problem: 3,
  solution: 3,
  phrase: 3,
  purpose: 2,
}
/** How much chance weighs against fit: without it the same two options would stand under every question. */
const varietyShare = 2.5

/** Candidates that are certainly wrong, the most plausible first: past mistakes, then what stands near. */
function soundCandidates(card: QuizCard, library: QuizLibrary, wishes: OptionWishes): QuizCard[] {
  const ranked = library
    .rivalsOf(card)
    .filter(({ card: other }) => isHomogeneous(other, card, library) && !wishes.isBarred(other.back))
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
        !wishes.isBarred(candidate.back) &&
        isAlikeInLength(candidate.back, card.back) &&
        library.reading(candidate).form === library.reading(card).form,
    )
    return other === undefined ? [] : [other]
  })
}

/** Same grammatical form, same kind of question and about the same length: nothing but knowledge tells them apart. */
function isHomogeneous(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (candidate.cardId === card.cardId) return false
  // Most fall here, before they are read.
  if (!isAlikeInLength(candidate.back, card.back)) return false
  const own = library.reading(card)
  const other = library.reading(candidate)
  if (own.form !== other.form || tellsPerson(candidate.back) !== tellsPerson(card.back)) return false
  // "To save time" is a reason for nearly anything: who chooses it may be right.
  if (other.answerRoots.size < (leastTelling[card.category] ?? 1)) return false
  if (isAbstract(nameIn(card)) !== isAbstract(nameIn(candidate))) return false
  // A name may be asked for in many ways, but what one does is no answer to what one is.
  if (nameCategories.has(card.category)) return isHow(own.frame) === isHow(other.frame)
  // "What does X do?" and "What is kept at X?" say too little of what kind of answer they want.
  const isLoose = card.category === 'phrase' && looseFrames.has(own.frame)
  return own.frame === other.frame && (!isLoose || areRowsOfOne(candidate, card, library))
}

/** The name that is asked for, or that is asked about. */
const nameIn = ({ category, back, concept }: QuizCard): string => (category === 'term' ? back : concept)

/** Deeds and qualities are told from things and persons by their names alone: "Idempotence" is no tool. */
function isAbstract(name: string): boolean {
  const kind = nounClass(headNoun(name))
  return kind === 'action' || kind === 'quality'
}

const looseFrames = new Set(['what be', 'what do', 'what', 'which'])

/** "In Git, how do you …?" asks how, too. */
const isHow = (frame: string): boolean => /(?:^|\s)how$/.test(frame) || frame.startsWith('how')

function isAlikeInLength(other: string, own: string): boolean {
  const ratio = other.length / own.length
  return (ratio >= 0.6 && ratio <= 1.6) || Math.abs(wordCount(other) - wordCount(own)) <= 1
}

const nearnessRank = { heading: 5, same: 4, linked: 1, alike: 0 } as const
/** Only from so many words on is it seen whether two answers are of one length. */
const fewestSeenWords = 4

/** Neighbours first: the same kind of thing, from the same heading or note, of nearly the same length. */
function rankOf({ card: candidate, nearness }: Rival, card: QuizCard, library: QuizLibrary): number {
  const own = library.reading(card)
  const other = library.reading(candidate)
  const genus = library.genusOfSubject(card.subjectId)
  const otherGenus = library.genusOfSubject(candidate.subjectId)
  const ratio = candidate.back.length / card.back.length
  const isName = nameCategories.has(card.category)
  return (
    nearnessRank[nearness] +
    (genus !== '' && genus === otherGenus ? 3 : 0) +
    (own.frame === other.frame ? 1 : 0) +
    (own.lastWord === other.lastWord ? 1 : 0) +
    (own.words >= fewestSeenWords && ratio >= 0.75 && ratio <= 1.35 ? 2 : 0) +
    (own.nounClass === other.nounClass ? 2 : 0) +
    (isActivity(card.concept) === isActivity(candidate.concept) ? 1.5 : 0) +
    (isName && nounClass(genus) === nounClass(otherGenus) ? 1 : 0) +
    (isName && own.words === other.words ? 1 : 0) +
    (own.dress.name === other.dress.name ? 1 : 0) +
    initialsLikeness(candidate.back, card)
  )
}

/** An acronym is told from others by its letters least where they are nearly the same ones. */
function initialsLikeness(option: string, card: QuizCard): number {
  if (card.category !== 'acronym') return 0
  return 3 - editDistance(letters(option), letters(card.back), 2)
}

const letters = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('').toLowerCase()

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

/** A wrong option that names its own concept, or repeats a telling word of the prompt, answers for the learner. */
function givesItselfAway(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
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
function betraysKey(card: QuizCard, chosen: readonly QuizCard[], library: QuizLibrary): boolean {
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

function toDistractor(candidate: QuizCard): Distractor {
  const option = candidate.back.trim()
  return { option, origin: candidate.cardId, whyWrong: explainOption(candidate.content, option) }
}
