import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { editDistance } from '../basics/edit-distance.ts'
import { singular } from '../basics/text.ts'
import type { AnswerCheck, QuizQuestion } from './question.ts'

/** No slip of the pen is further from what it stands for, plurals apart. */
const furthest = 2

/** Names of the notes, laid out so that those near a text are found without looking at all. */
export type TermIndex = ReadonlyMap<number, readonly IndexedTerm[]>

interface IndexedTerm {
  readonly term: string
  readonly reading: string
  readonly letters: number
}

export function indexTerms(terms: Iterable<string>): TermIndex {
  const byLength = new Map<number, IndexedTerm[]>()
  for (const term of terms) {
    for (const reading of new Set([term, singular(term)])) {
      const entry = { term, reading, letters: lettersOf(reading) }
      const known = byLength.get(reading.length)
      if (known === undefined) byLength.set(reading.length, [entry])
      else known.push(entry)
    }
  }
  return byLength
}

/**
 * The names (normalised) that a slip in an answer to a question could spell. With them alone an answer is judged as with
 * all names of the library: so a question can be asked where there is no library.
 */
export function nearTerms(question: QuizQuestion, index: TermIndex): string[] {
  const wholes = spellingsOf(question).map(normaliseAnswer)
  // A slip may also turn one word of an answer into another name.
  const texts = wholes.flatMap((whole) => [whole, ...whole.split(/[\s/-]+/)])
  const near = new Set<string>()
  for (const text of new Set(texts.flatMap((one) => [one, singular(one)]))) {
    const letters = lettersOf(text)
    for (let length = text.length - furthest; length <= text.length + furthest; length++) {
      for (const entry of index.get(length) ?? []) {
        if (countOnes(entry.letters ^ letters) > 2 * furthest) continue
        if (editDistance(entry.reading, text, furthest) <= furthest) near.add(entry.term)
      }
    }
  }
  const own = new Set(wholes)
  return [...near].filter((term) => !own.has(term)).sort()
}

function spellingsOf(question: QuizQuestion): readonly string[] {
  if (question.kind === 'true_false') return question.correction === null ? [] : inCheck(question.correction)
  return 'control' in question && question.control.kind === 'typed' ? inCheck(question.control.check) : []
}

function inCheck(check: AnswerCheck): readonly string[] {
  if (check.kind === 'ideas') return []
  return check.kind === 'items' ? check.items.flat() : check.answers
}

/** Which of the letters a to z a text has, one bit each: two texts that differ in more are further apart than a slip. */
function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) - 97
    if (code >= 0 && code < 26) letters |= 1 << code
  }
  return letters
}

function countOnes(bits: number): number {
  let ones = 0
  for (let left = bits; left !== 0; left &= left - 1) ones++
  return ones
}
