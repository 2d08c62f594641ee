import { singular, wordCount } from '../../basics/text.ts'
import { subjectOf } from '../read/subject.ts'
import type { TableRowName } from '../fact.ts'
import type { PlacedTable } from '../read/statement.ts'

/** "attack" above "XSS"; a place in an order ("level", "stage") is named with its heading. */
export function rowName(first: string, term: string, placed: PlacedTable): TableRowName {
  const row = first
    .toLowerCase()
    .split(' ')
    .map((word, i, all) => (i === all.length - 1 ? singular(word) : word))
    .join(' ')
  const generic =
    row === '' ||
    !/^[\p{Ll}\s-]+$/u.test(row) ||
    /^(?:term|name|concept|item|topic|word|key|feature|aspect|no|what|which|when|how)\b/.test(row) ||
    term.toLowerCase().includes(row)
  if (generic) return { name: '', place: '' }
  const placeOnly = /^(?:level|layer|stage|step|phase|part|type|kind|category|role)$/.test(row)
  const below = placed.subject.toLowerCase().includes(row)
    ? subjectOf(placed.path.slice(0, -1))
    : placed.subject
  return { name: row, place: placeOnly && !/[“”]/.test(below) ? below : '' }
}

/** "First" below "Normal form" is the first normal form. */
export function withKind(term: string, header: string): string {
  const adjective =
    /^(?:first|second|third|fourth|fifth|\p{L}+(?:al|ic|ive|able|ed|ary|-to-many|-to-one))$/iu.test(term)
  const kind = header.toLowerCase()
  return adjective &&
    wordCount(kind) <= 2 &&
    kind !== '' &&
    !/^(?:type|kind|name|term|concept|aspect|property|feature|technology|tool|method|level|word|key)s?$/.test(
      kind,
    )
    ? `${term} ${kind}`
    : term
}

/** "How it loads related objects" for a row X asks "how does X load related objects". */
export function askColumn(column: string, term: string): string {
  if (/^use when$/i.test(column)) return `when do you use ${term}`
  const advised = /^(how|when|where|why) to (\p{L}+)(?: (?:it|them))?$/iu.exec(column)
  if (advised?.[1] !== undefined && advised[2] !== undefined)
    return `${advised[1].toLowerCase()} do you ${advised[2].toLowerCase()} ${term}`
  const found = /^(how|what|when|where|who|which|why)\s+(?:it|they)\s+(\p{L}+?)(s?)(\s.*)?$/iu.exec(column)
  if (found?.[1] === undefined || found[2] === undefined) {
    const verb = /^(what|who|which)\s+(.+)$/i.exec(column)
    return verb === null ? `${column.toLowerCase()} ${term}` : `${lowerColumn(column)} ${term}`
  }
  if (/^(?:i|ar|wa|ha)$/i.test(found[2]))
    return `${found[1].toLowerCase()} ${found[2].toLowerCase()}${found[3] ?? ''} ${term}${found[4] ?? ''}`
  return `${found[1].toLowerCase()} does ${term} ${found[2]}${found[4] ?? ''}`
}

/** A column's name inside a sentence. */
export const lowerColumn = (column: string): string =>
  /^\p{Lu}\p{Ll}+(?!['’]s)(?=\s|$)/u.test(column) ? column.charAt(0).toLowerCase() + column.slice(1) : column
