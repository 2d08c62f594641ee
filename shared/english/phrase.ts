/** The first word of a text without quotes and marks. */
export function firstWord(text: string): string {
  const { length } = text
  let from = 0
  while (text[from] === '"' || text[from] === '(') from++
  let to = from
  for (; to < length; to++) {
    const unit = text.charCodeAt(to)
    if (unit > 127 || (unit === 39 && to === from)) return anyFirstWord.exec(text)?.[1] ?? ''
    const letter = (unit | 32) >= 97 && (unit | 32) <= 122
    if (!letter && !(unit >= 48 && unit <= 57) && unit !== 39 && unit !== 45) break
  }
  return text.slice(from, to)
}

/** The same for any script; the loop above answers for plain English. */
const anyFirstWord = /^["'“‘(]*([\p{L}\p{N}'’-]+)/u

/** The text without its final dot, colon or dangling dash. */
export function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && endsNothing(text, end - 1)) end--
  const whole = text.slice(0, end)
  return (
    whole.at(-2) === '.' && closers.has(whole.at(-1) ?? '') ? whole.slice(0, -2) + whole.slice(-1) : whole
  ).trim()
}

const closers: ReadonlySet<string> = new Set(['”', '"', '’', "'"])

/** True for white space and for the signs `.,;:–—-`. */
function endsNothing(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit === 46 || unit === 44 || unit === 59 || unit === 58 || unit === 45 || unit === 32) return true
  if (unit < 128) return unit >= 9 && unit <= 13
  return unit === 0x2013 || unit === 0x2014 || /\s/.test(text.charAt(at))
}

/** The text without parenthesised asides; a code call like `f()` keeps its brackets. */
export function withoutAsides(text: string): string {
  if (!/\(|\s[\s,.;:]/.test(text)) return text.trim()
  return text
    .replace(/\s\([^()]*\)/g, '')
    .replace(/\s+([,;:]|\.(?!\.))/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim()
}
