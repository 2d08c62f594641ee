import { wordCount } from '../basics/text.ts'
import { tellsPerson } from '../english/persons.ts'
import { areOfOneKind, namedKind } from './asked-kind.ts'
import { type AnswerCategory, nameCategories } from './answer-category.ts'
import { headNoun, nounClass } from './answer-grammar.ts'
import { areRowsOfOne } from './is-also-true.ts'
import type { QuizCard } from './quiz-card.ts'
import type { Rival } from './rivals.ts'
import type { QuizLibrary } from './quiz-library.ts'

/** How many words of meaning an answer must have before it can be called wrong for something else. */
const leastTelling: Partial<Record<AnswerCategory, number>> = {
  benefit: 3,
  problem: 3,
  solution: 3,
  phrase: 3,
  purpose: 2,
}

/**
 * Whether the answer of another card could be taken for the answer of this one by someone who does not know: the same
 * kind of thing, in the same grammatical form, of about the same length, from where the question points.
 */
export function isPlausible(rival: Rival, card: QuizCard, library: QuizLibrary): boolean {
  const candidate = rival.card
  if (candidate.cardId === card.cardId) return false
  // Most fall here, before they are read.
  if (!isAlikeInLength(candidate.back, card.back)) return false
  const own = library.reading(card)
  const other = library.reading(candidate)
  if (own.form !== other.form || tellsPerson(candidate.back) !== tellsPerson(card.back)) return false
  // "To save time" is a reason for nearly anything: who chooses it may be right.
  if (other.answerRoots.size < (leastTelling[card.category] ?? 1)) return false
  // Where notes do not say what kind of thing it is, its name does.
  if (own.kind === null && isAbstract(nameIn(card)) !== isAbstract(nameIn(candidate))) return false
  return isOfPlace(candidate, card) && isOfKind(rival, card, library) && isOfOneMatter(rival, card, library)
}

/** Drawn from the same note, or with words of meaning in common: what shares no matter is seen to be from elsewhere. */
function isOfOneMatter({ card: candidate, nearness }: Rival, card: QuizCard, library: QuizLibrary): boolean {
  if (nearness === 'heading' || nearness === 'same') return true
  const own = library.reading(card)
  const other = library.reading(candidate)
  const shared = new Set(
    [...other.promptRoots, ...other.answerRoots].filter(
      (root) =>
        (own.promptRoots.has(root) || own.answerRoots.has(root)) && library.isTelling(card.category, root),
    ),
  )
  return shared.size >= (own.kind !== null && own.kind.noun === other.kind?.noun ? 1 : 2)
}

/** The kind of thing that the question wants: by its own words, or by what stands beside it in the note. */
function isOfKind({ card: candidate, nearness }: Rival, card: QuizCard, library: QuizLibrary): boolean {
  const own = library.reading(card)
  const other = library.reading(candidate)
  // A name may be asked for in many ways, but how something is done is no answer to what it is called.
  if (nameCategories.has(card.category)) {
    if (isHow(own.frame) !== isHow(other.frame)) return false
    if (own.kind !== null)
      return library.kindsOfAnswer(candidate).some((kind) => areOfOneKind(kind, own.kind))
    return (
      own.frame === other.frame && other.kind === null && (nearness === 'heading' || placeOf(card) !== '')
    )
  }
  if (own.frame !== other.frame) return false
  if (card.category === 'definition') return areOfOneKind(own.kind, other.kind)
  if (card.category === 'item') return true
  return areRowsOfOne(candidate, card, library) && areSubjectsAlike(candidate, card, library)
}

/** "What does X do?" says nothing of what X is: only what is known to be of one kind does things that can be mixed up. */
function areSubjectsAlike(candidate: QuizCard, card: QuizCard, library: QuizLibrary): boolean {
  if (!looseFrames.has(library.reading(card).frame)) return true
  const kindOf = ({ subjectId, concept }: QuizCard) =>
    library.kindOfSubject(subjectId) ?? (/\s/.test(concept) ? namedKind(concept) : null)
  return areOfOneKind(kindOf(candidate), kindOf(card))
}

const looseFrames = new Set(['what be', 'what do', 'what', 'which'])

/** What is asked of Git is answered from Git: an option from elsewhere is seen to be wrong. */
function isOfPlace(candidate: QuizCard, card: QuizCard): boolean {
  const place = placeOf(card).toLowerCase()
  if (place === '') return true
  const said = [candidate.front, candidate.back, candidate.concept, ...candidate.topic]
  return said.some((text) => text.toLowerCase().includes(place))
}

const placeOf = ({ front }: QuizCard): string => /^(?:In|On|With) `?([^,?`]{1,40})`?, /.exec(front)?.[1] ?? ''

/** The name that is asked for, or that is asked about. */
const nameIn = ({ category, back, concept }: QuizCard): string => (category === 'term' ? back : concept)

/** Deeds and qualities are told from things and persons by their names alone: "Idempotence" is no tool. */
function isAbstract(name: string): boolean {
  const kind = nounClass(headNoun(name))
  return kind === 'action' || kind === 'quality'
}

/** "In Git, how do you …?" asks how, too. */
const isHow = (frame: string): boolean => /(?:^|\s)how$/.test(frame) || frame.startsWith('how')

/** Neither is seen to be longer than the other. */
export function isAlikeInLength(other: string, own: string): boolean {
  const ratio = other.length / own.length
  return (ratio >= 0.6 && ratio <= 1.6) || Math.abs(wordCount(other) - wordCount(own)) <= 1
}
