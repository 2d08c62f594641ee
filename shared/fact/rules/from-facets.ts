import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Draft } from '../fact.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import type { Statement } from '../read/statement.ts'
import { subjectOf } from '../read/subject.ts'

const facet =
  /^(?:(?:main|key|some)\s+)?(advantages?|disadvantages?|pros|cons|benefits?|drawbacks?|downsides?|strengths?|weaknesses|limitations?)(?:\(s\))?(?:\s*(?:[:：–—-]|of|for|to)\s*(?:using\s+)?(.+))?$/i

/** A list below "Disadvantage(s): X", or below "Cons" under X: how many drawbacks X has, and which. */
export function fromFacets(statements: readonly Statement[]): { draft: Draft; lines: readonly number[] }[] {
  const path = statements[0]?.path ?? []
  const found = facet.exec(cleanHeading(path.at(-1) ?? ''))
  if (found?.[1] === undefined) return []
  const subject = (found[2] ?? subjectOf(path.slice(0, -1))).trim()
  const listed = statements.filter((statement) => statement.listed)
  const items = listed.map((statement) => trimEnd(statement.full))
  const fits = items.every((item) => wordCount(item) <= 12 && !isPersonal(item) && !/https?:/.test(item))
  if (subject === '' || items.length < 2 || items.length > 6 || !fits || new Set(items).size < items.length)
    return []
  const cue = { kind: 'introduced', words: `${nameOf(found[1])} of ${subject}` } as const
  const lines = listed.flatMap((statement) => statement.lines)
  return [{ draft: { kind: 'list', term: subject, cue, items }, lines }]
}

function nameOf(word: string): string {
  const lower = word.toLowerCase()
  if (lower === 'pros') return 'advantages'
  if (lower === 'cons') return 'disadvantages'
  return lower.endsWith('s') ? lower : `${lower}s`
}
