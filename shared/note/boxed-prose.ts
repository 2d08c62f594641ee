/**
 * True for the lines of a nameless code fence that hold no code: notes put lists of terms into such a box. "Term - what it
 * is" is English where nearly all lines have it, each with a term of its own, and none has the signs of code.
 */
export function isBoxedProse(lines: readonly string[]): boolean {
  const told = lines.filter((line) => line.trim() !== '' && !isBelow.test(line) && !isRule.test(line))
  const terms = told.flatMap((line) => termOf(line) ?? [])
  return (
    terms.length >= fewest &&
    terms.length * 10 >= told.length * 8 &&
    new Set(terms).size * 10 >= terms.length * 8 &&
    told.filter(holdsCode).length * 10 <= told.length
  )
}

/** The same lines as items of one list, so that what is indented below a term belongs to it. */
export function asList(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const outer = ' '.repeat(Math.min(...indents))
  return lines.map((line) => {
    if (line.trim() === '' || isRule.test(line)) return ''
    return isBelow.test(line.slice(outer.length))
      ? line
      : `${outer}- ${line.trim().replace(/^[-*+•]\s+/, '')}`
  })
}

/** Two lines of that form may be anything. */
const fewest = 3

/** A line longer than this is judged by its beginning. */
const longest = 300

/** "Osmosis" of "Osmosis - water moves through a membrane". */
function termOf(line: string): string | undefined {
  const [, term, text = ''] =
    /^\s*(?:[-*+•]\s)?(\p{Lu}[\p{L}\p{N} '’(),/:&?-]{1,60}?)\s+[-–—]\s+(\S.*)$/u.exec(
      line.slice(0, longest),
    ) ?? []
  return term !== undefined && /\p{Ll}{2}/u.test(text) ? term.toLowerCase() : undefined
}

/** "    - requires energy": told of the term above it. */
const isBelow = /^\s+(?:[-*+•]|\d+[.)])\s/
const isRule = /^\s*[-=_*]{4,}/

/** An arrow is prose, what else such signs do is code. */
const holdsCode = (line: string): boolean =>
  /[{};$<>=\\|`]|\(\)|::|\w\.\w+\(/.test(line.slice(0, longest).replace(/[-=]+>/g, ' '))
