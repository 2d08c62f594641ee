import { singular, wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { topicIn } from '../../english/topics.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { lowerTitle } from '../../english/title-case.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import { subjectOf } from '../read/subject.ts'
import type { TableRowName } from '../fact.ts'
import type { PlacedTable } from '../read/statement.ts'

/** "attack" above "XSS"; a place in an order ("level", "stage") is named with its heading. */
export function rowName(first: string, read: string, placed: PlacedTable): TableRowName {
  const row = kindWords(first)
  const term = withKind(read, first, placed.subject)
  const hasKind = term !== read && term !== `${read} ${placed.subject.toLowerCase()}`
  const said = hasKind ? `the ${lowerStart(term)}` : (sayRow(first, term, placed) ?? '')
  const lead = placeOfCode(term, placed)
  if (isGeneric(row) || term.toLowerCase().includes(row)) return { name: '', place: '', said, lead }
  const placeOnly = /^(?:level|layer|stage|step|phase|part|type|kind|category|role)$/.test(row)
  const below = placed.subject.toLowerCase().includes(row)
    ? subjectOf(placed.path.slice(0, -1))
    : placed.subject
  return { name: row, place: placeOnly && !/[“”]/.test(below) ? below : '', said, lead }
}

const kindWords = (header: string): string =>
  header
    .toLowerCase()
    .split(' ')
    .map((word, i, all) => (i === all.length - 1 ? singular(word) : word))
    .join(' ')

/** Headings of a first column that do not say what its rows are. */
const isGeneric = (row: string): boolean =>
  row === '' ||
  !/^[\p{Ll}\s-]+$/u.test(row) ||
  /^(?:term|name|concept|item|topic|word|key|feature|aspect|no|what|which|when|how)\b/.test(row)

/**
 * A row whose term needs its kind to be understood: a number, a sign, a few capitals, a piece of code. Undefined for the
 * others, '' where the table does not tell the kind.
 */
function sayRow(first: string, term: string, placed: PlacedTable): string | undefined {
  const kind = kindOf(first, placed)
  if (isNumber(term) || isLetter(term)) return kind === '' ? '' : `${kind} ${term}`
  const short = /^\p{Lu}{1,6}$/u.test(term) || /^`[^`]+`$/.test(term)
  if (!short || wordCount(kind) < 2) return undefined
  return `the ${kind} ${term}`
}

/** "$N$", "λ": a sign, which means something else in the next formula. */
export const isSign = (term: string): boolean => /^\$[^$]+\$$|^\p{Ll}$/u.test(term)

/** "O" below "Spectral class". */
export const isLetter = (term: string): boolean => /^\p{Lu}$/u.test(term)

/** "404", "2xx", "-1": a row that only its kind explains. */
export const isNumber = (term: string): boolean => /^[-+]?\d[\d.,]*(?:xx?|\s?%)?$/.test(term)

/** "HTTP status code" from the heading above a column "Code", else the column's own heading; '' for "Name". */
export function kindOf(first: string, placed: PlacedTable): string {
  const row = kindWords(first)
  const heading = cleanHeading(placed.path.at(-1) ?? '').replace(/\s*\([^()]*\)$/, '')
  const last = heading.split(' ').at(-1) ?? ''
  const own = isGeneric(row) ? isPlural(heading) : kindWords(last) === (row.split(' ').at(-1) ?? '')
  if (own && wordCount(heading) <= 4 && /^[\p{L}\d/ -]+$/u.test(heading)) {
    const small = lowerTitle(heading)
    const said = /^\p{Lu}\p{Ll}/u.test(small) ? small.charAt(0).toLowerCase() + small.slice(1) : small
    return said.slice(0, said.length - last.length) + singular(last.toLowerCase())
  }
  return isGeneric(row) ? '' : row
}

/** "In Docker, " for a row of code in a note about it: what the code does, it does there only. */
function placeOfCode(term: string, { path, subject }: PlacedTable): string {
  if (isSign(term)) return subject === '' ? '' : `In ${lowerTitle(lowerStart(subject))}, `
  if (!/^`[^`]+`$/.test(term)) return ''
  const topic = path.map((heading) => topicIn(cleanHeading(heading))).findLast((found) => found !== undefined)
  return topic === undefined || topic.named.test(term) ? '' : `${topic.lead}, `
}

/** "First" below "Normal form" is the first normal form; "Vertical" below a heading "Scaling" is vertical scaling. */
export function withKind(term: string, header: string, subject: string): string {
  const adjective =
    /^(?:first|second|third|fourth|fifth|\p{L}+(?:al|ic|ive|able|(?<!e)ed|ary|-to-many|-to-one)|\p{L}+-(?:aside|through|behind|based|ahead|around))$/iu.test(
      term,
    )
  if (!adjective) return term
  const kind = header.toLowerCase()
  const named =
    wordCount(kind) <= 2 &&
    kind !== '' &&
    !/^(?:type|kind|name|term|concept|aspect|property|feature|technology|tool|method|level|word|key)s?$/.test(
      kind,
    )
  if (named) return `${term} ${kind}`
  return wordCount(subject) === 1 && isActivity(subject) ? `${term} ${subject.toLowerCase()}` : term
}

/** "How it loads related objects" for a row X asks "how does X load related objects". */
export function askColumn(column: string, term: string): string {
  if (/^use when$/i.test(column)) return `when do you use ${term}`
  const advised = /^(how|when|where|why) to (\p{L}+)(?: (?:it|them))?$/iu.exec(column)
  if (advised?.[1] !== undefined && advised[2] !== undefined)
    return `${advised[1].toLowerCase()} do you ${advised[2].toLowerCase()} ${term}`
  const found = /^(how|what|when|where|who|which|why)\s+(?:it|they)\s+(\p{L}+)(\s.*)?$/iu.exec(column)
  if (found?.[1] === undefined || found[2] === undefined) {
    const verb = /^(what|who|which)\s+(.+)$/i.exec(column)
    return verb === null ? `${column.toLowerCase()} ${term}` : `${lowerColumn(column)} ${term}`
  }
  const asks = found[1].toLowerCase()
  if (/^(?:is|are|was|has|can)$/i.test(found[2]))
    return `${asks} ${found[2].toLowerCase()} ${term}${found[3] ?? ''}`
  return `${asks} does ${term} ${verbOf(found[2])}${found[3] ?? ''}`
}

/** "carry" from "carries", also for verbs that no list knows. */
export function verbOf(third: string): string {
  const lower = third.toLowerCase()
  return thirdPersonBase(lower) ?? singular(lower)
}

/** A column's name inside a sentence. */
export const lowerColumn = (column: string): string =>
  /^\p{Lu}\p{Ll}+(?!['’]s)(?=\s|$)/u.test(column) ? column.charAt(0).toLowerCase() + column.slice(1) : column
