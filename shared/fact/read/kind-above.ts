import { singular, upTo } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { tellsKindApart } from '../../english/label-words.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { lowerTitle } from '../../english/title-case.ts'
import type { Statement } from './statement.ts'

/** The kind of thing that a list tells apart, in the singular: "DoS attack" below "The two types of DoS attacks". */
function kindAbove({ leadIn, path }: Statement): string {
  const line = trimEnd(leadIn)
  return kindIn(line) || (line === '' ? kindIn(cleanHeading(path.at(-1) ?? '')) : '')
}

/** "Reflective attack" for "Reflective" among types of attacks. */
export function namedByKind(term: string, statement: Statement): string {
  const kind = tellsKindApart(term) ? kindAbove(statement) : ''
  return kind === '' ? term : `${term} ${kind}`
}

/** The same for a heading among headings: "action" above "Value-rational", below "Types of action". */
export const kindOfHeadings = (path: readonly string[]): string => kindIn(cleanHeading(path.at(-2) ?? ''))

/** Only words that say so name a kind: below "Cells" not everything is a cell. */
function kindIn(words: string): string {
  const line = trimEnd(words)
  const whole =
    /^(\p{L}[\p{L} -]{3,30}?) (?:are|can be|may be)(?: either)?$/u.exec(line)?.[1] ??
    setOf.exec(upTo(line, /\s*(?:[:：(]|\s(?:are|is|include|can be)\b)/))?.[1] ??
    ''
  if (/^\p{Ll}+(?:tion|sion|ment|ing|ity|ance|ence|ism|ship)$/u.test(whole)) return whole
  return isPlural(whole) && !/[,/&]|\s(?:and|or|of|in|for|to|vs)\s/.test(whole)
    ? oneOf(lowerStart(lowerTitle(whole)))
    : ''
}

const setOf =
  /\b(?:types|kinds|forms|classes|categories|sorts|varieties|branches) of (?:an?\s|the\s)?(.{3,40})$/i

function oneOf(words: string): string {
  const at = words.lastIndexOf(' ') + 1
  const small = at === 0 ? words.toLowerCase() : words
  return small.slice(0, at) + singular(small.slice(at))
}
