import { isAscii, normaliseTerm, wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import { termOfHeading } from './subject.ts'
import type { Reading, Statement } from './statement.ts'

/** What a note itself shows to be its terms. */
export interface KeyTerms {
  /** True for a heading, a bold run or a label. */
  readonly isMarked: (term: string) => boolean
  /** True for words that the note says at least twice. */
  readonly recurs: (words: string) => boolean
  /** True for a word that the note also writes without a capital. */
  readonly isSmall: (word: string) => boolean
  /** True for a noun that the note writes with "a", "each" or "every": one of several. */
  readonly isCounted: (noun: string) => boolean
}

/** The terms that a note marks. They are gathered when a rule first asks for them: most notes are read without. */
export function keyTermsOf(reading: Reading): KeyTerms {
  let gathered: KeyTerms | undefined
  const terms = (): KeyTerms => (gathered ??= gatherTerms(reading))
  return {
    isMarked: (term) => terms().isMarked(term),
    recurs: (words) => terms().recurs(words),
    isSmall: (word) => terms().isSmall(word),
    isCounted: (noun) => terms().isCounted(noun),
  }
}

function gatherTerms({ statements }: Reading): KeyTerms {
  const found = new Set<string>()
  const lines: string[] = []
  const add = (term: string): void => {
    const bare = term.replace(/[\s:：.,;]+$/, '')
    if (bare !== '' && wordCount(bare) <= 4) found.add(normaliseTerm(bare))
  }
  // Blocks below one heading share their path.
  let above: readonly string[] = []
  const visit = (statement: Statement): void => {
    lines.push(statement.full)
    statement.strong.forEach(add)
    add(statement.label)
    if (statement.path !== above) addHeadings((above = statement.path), add)
    statement.items.forEach(visit)
  }
  statements.forEach(visit)
  let whole: string | undefined
  const recurs = (words: string): boolean => {
    whole ??= lines.join('\n').toLowerCase()
    const sought = words.toLowerCase().replace(/s$/, '')
    const first = whole.indexOf(sought)
    return first >= 0 && whole.includes(sought, first + sought.length)
  }
  let small: ReadonlySet<string> | undefined
  const isSmall = (word: string): boolean => {
    small ??= new Set(lines.flatMap((line) => line.match(isAscii(line) ? plainSmall : anySmall) ?? []))
    return small.has(word.toLowerCase())
  }
  let counted: ReadonlySet<string> | undefined
  const isCounted = (noun: string): boolean => {
    counted ??= new Set(
      lines.flatMap((line) =>
        [...line.matchAll(/\b(?:an?|each|every) (\p{Ll}+)(?: (\p{Ll}+))?/giu)].flatMap(
          ([, one = '', two = '']) => [one, two],
        ),
      ),
    )
    return counted.has(noun.toLowerCase())
  }
  return { isMarked: (term) => found.has(normaliseTerm(term)), recurs, isSmall, isCounted }
}

/** Plain letters need no tables of Unicode. */
const plainSmall = /(?<![A-Za-z])[a-z][a-z-]+/g
const anySmall = /(?<!\p{L})\p{Ll}[\p{Ll}-]+/gu

function addHeadings(path: readonly string[], add: (term: string) => void): void {
  for (const heading of path) {
    const clean = cleanHeading(heading)
    if (sectionKind(clean) === 'subject') add(termOfHeading(clean))
  }
}
