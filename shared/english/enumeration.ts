import { wordCount } from '../basics/text.ts'

/**
 * The members of an enumeration ("a, b, and c"), split at top level: commas in parentheses or code do not count.
 * Undefined when the text is no enumeration of at least two.
 */
export function splitEnumeration(text: string): string[] | undefined {
  const pieces = splitTopLevel(text)
  if (pieces.length < 2) {
    const two = /^(.+?)\s+(?:and|or|&)\s+(.+)$/.exec(text)
    if (two?.[1] === undefined || two[2] === undefined) return undefined
    return [two[1].trim(), two[2].trim()]
  }
  const last = pieces.pop() ?? ''
  const joined = /^(?:and|or|&)\s+(.+)$/.exec(last)
  if (joined?.[1] !== undefined) return [...pieces, joined[1]].map(trimPiece).filter((piece) => piece !== '')
  const two = /^(.+?)\s+(?:and|or|&)\s+(.+)$/.exec(last)
  if (two?.[1] !== undefined && two[2] !== undefined && wordCount(last) <= 8)
    return [...pieces, two[1], two[2]].map(trimPiece)
  return [...pieces, last].map(trimPiece).filter((piece) => piece !== '')
}

const trimPiece = (piece: string): string => piece.replace(/^[\s,;]+|[\s,;.]+$/g, '')

/** Splits at commas and semicolons outside brackets, quotes and code. */
export function splitTopLevel(text: string): string[] {
  const out: string[] = []
  let depth = 0
  let code = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '`') code = !code
    if (code) continue
    if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    else if ((sign === ',' || sign === ';' || sign === '、' || sign === '，') && depth === 0) {
      out.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  out.push(text.slice(from).trim())
  return out.filter((piece) => piece !== '')
}

/** True for a list that nobody recalls: more than four items, or more words than two dozen. */
export const isTooLong = (items: readonly string[]): boolean =>
  items.length > 4 || items.reduce((sum, item) => sum + wordCount(item), 0) > 24

/** "Redis, Kafka and RabbitMQ". */
export const inSeries = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
