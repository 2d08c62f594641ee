import { normaliseText, wordCount } from '../../basics/text.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import { isOrdering, shapeOf } from '../../english/shape.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isProperName } from '../../english/title-case.ts'
import { sayTerm } from '../../english/say-term.ts'
import type { Voice } from '../read/voice.ts'
import type { Draft } from '../fact.ts'

/** The two things that a table compares, as its header names them. */
export interface ComparedColumns {
  readonly one: string
  readonly other: string
}

/** "Feature | REST | GraphQL": the columns are the things compared, the rows are the respects. */
export function comparedColumns(header: readonly string[]): ComparedColumns | undefined {
  const [first = '', one = '', other = '', ...more] = header
  if (more.length > 0 || one === '' || other === '' || wordCount(one) > 4 || wordCount(other) > 4)
    return undefined
  return isRespect(first) || (isName(one) && isName(other)) ? { one, other } : undefined
}

/** "REST", "GraphQL". */
const isName = (column: string): boolean => /^\p{Lu}{2,}\b|^\p{Lu}\p{Ll}+\p{Lu}/u.test(column)

/** A first column that names respects. */
export const isRespect = (first: string): boolean =>
  /^(?:|aspects?|areas?|basis(?: of comparison)?|characteristics?|comparison|criteri(?:on|a)|differences?|dimensions?|factors?|features?|metrics?|parameters?|points?|propert(?:y|ies)|questions?|topics?)$/i.test(
    first,
  )

/** How the two differ in the respect of a row; nothing where they do not, or where one of them stays untold. */
export function comparedRow(
  cells: readonly string[],
  { one, other }: ComparedColumns,
  voice: Voice,
): readonly Draft[] {
  const [name = '', ...told] = cells.map((cell) => trimEnd(cell))
  const [ofOne = '', ofOther = ''] = told.map(asWords)
  if (!isNoun(name) || !says(ofOne) || !says(ofOther)) return []
  if (normaliseText(ofOne) === normaliseText(ofOther)) return []
  const respect = smallWords(name)
  const statement = `${one}: ${lowerStart(ofOne)}  \n${other}: ${lowerStart(ofOther)}`
  if (wordCount(statement) <= longestAnswer)
    return [{ kind: 'comparison', term: one, other: `${sayTerm(other, voice)} in ${respect}`, statement }]
  return [
    [one, ofOne],
    [other, ofOther],
  ].flatMap(([term = '', told = '']) => oneSide(term, respect, told))
}

/** What does not fit one answer is asked of each by itself. */
function oneSide(term: string, name: string, statement: string): readonly Draft[] {
  if (wordCount(statement) > longestAnswer) return []
  return [{ kind: 'aspect', term, respect: { kind: 'compared', name, head: 'aspect' }, statement }]
}

const longestAnswer = 20

/** Respects are common nouns: their capitals only stand for a cell's beginning, or for title case. */
const smallWords = (name: string): string =>
  name
    .replace(/^(?:No|Nr)\.\s(?:of\s)?/i, 'number of ')
    .replace(/(?<![\p{L}\d-])\p{Lu}\p{Ll}+(?![\p{L}\d])/gu, (word) =>
      isProperName(word) ? word : word.toLowerCase(),
    )

const says = (text: string): boolean => text !== '' && !isPersonal(text) && !/https?:|;/.test(text)

/** "Used for" and "Is it ordered?" have no place after "in". */
const isNoun = (name: string): boolean =>
  name !== '' &&
  wordCount(name) <= 4 &&
  shapeOf(name) !== 'third' &&
  !isOrdering(name) &&
  !/[?]|\b(?:for|by|with|to|in|of|on|as|when|it)$|^(?:when|how|where|why|what|who|is|are|can|does|supports?|used|best)\b|^(?:conclusion|differences?|distinctions?|examples?|misc|notes?|others?|overview|summary)$/i.test(
    name,
  )

/** Ticks are words to recall. */
function asWords(text: string): string {
  if (/^(?:✓|✔|✅|yes|y|true)$/iu.test(text)) return 'yes'
  return /^(?:✗|✘|❌|no|n|false)$/iu.test(text) ? 'no' : text
}
