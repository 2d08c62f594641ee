import { capitalise, upTo } from '../basics/text.ts'
import { isClause } from '../english/clause.ts'
import { firstWord } from '../english/phrase.ts'
import { isActivity } from '../english/nouns.ts'
import { isPresentClause } from '../english/present-clause.ts'
import { gerundBase, pastBase, toThirdPerson } from '../english/verbs.ts'
import { inner } from './wording.ts'

/** "Slow queries were common hurdles" names a trouble; that it was one is clear from the question. */
export function withoutVerdict(text: string): string {
  const found =
    /^(?:(?:Early on|Initially|At first|Sometimes|Often),\s+)?(.{8,}?)\s+(?:(?:was|were|is|are|felt|became|proved|proved to be|turned out to be)\s+(?:initially\s+|often\s+|quite\s+|very\s+)?(?:(?:an?\s+)?(?:\p{L}+\s+)?(?:challenges?|hurdles?|problems?|issues?|struggles?|obstacles?|pain points?|bottlenecks?)|difficult|hard|tricky|challenging|tough|complex|confusing|daunting|overwhelming|painful)|posed\s+(?:a\s+)?(?:\p{L}+\s+)?challenges?)(?:,?\s+(?:especially|particularly|because|since|as|due to)\s.*)?[.!]?$/iu.exec(
      text,
    )?.[1]
  if (found === undefined) return text
  const task = gerundBase(firstWord(found)) !== undefined && !isPresentClause(found)
  const skill = isActivity(upTo(found, /\s(?:in|of|with|on|for)\s/))
  return task ||
    skill ||
    /\b(?:hurdles?|challenges?|problems?|issues?|struggles?|obstacles?|points?|bottlenecks?)[.!]?$/i.test(
      text,
    )
    ? capitalise(found)
    : text
}

/** "Learning curve", "styling consistency": a trouble with a gerund before it, no task. */
export function isCompound(text: string): boolean {
  const [first = '', second = ''] = text.split(' ')
  const base = gerundBase(first)
  return (
    base !== undefined &&
    /^(?:bugs?|complexity|conflicts?|consistency|costs?|curves?|delays?|difficult(?:y|ies)|errors?|failures?|gaps?|inconsistenc(?:y|ies)|issues?|latency|limits?|limitations?|overhead|problems?|speed|times?)$/i.test(
      second,
    ) &&
    !/^(?:achieve|analyse|analyze|avoid|balance|catch|debug|detect|diagnose|eliminate|ensure|find|fix|handle|identify|improve|increase|keep|lower|maintain|manage|measure|minimize|mitigate|monitor|overcome|prevent|reduce|report|resolve|solve|track|troubleshoot|understand)$/.test(
      base,
    )
  )
}

/** True when the problem is told in a sentence of its own. */
export const saysSentence = (text: string): boolean =>
  isClause(text) || isPresentClause(text) || endsInFault.test(text)

/** "UI consistency drifted", "tests failed": nothing follows the verb. */
const endsInFault =
  /\p{L}{3,}\s(?:broke|crashed|degraded|disappeared|diverged|drifted|dropped|expired|failed|grew|hung|leaked|stopped|vanished)$/u

/** The sentence behind "when": one in the present stays as it is. */
export function conditionOf(text: string): string | undefined {
  return isPresentClause(text) ? inner(text) : presentTense(inner(text))
}

/** "Docker builds were failing" as a condition that still holds: "Docker builds are failing". */
export function presentTense(clause: string): string | undefined {
  if (/\b(?:had|did|been)\b/i.test(clause)) return undefined
  const parts = clause.split(' ')
  const verbAt = parts.findIndex((_word, i) => isPastVerb(parts, i))
  return parts
    .map((word, i) => auxiliaries.get(word.toLowerCase()) ?? (i === verbAt ? inPresent(parts, i) : word))
    .join(' ')
}

/** Past auxiliaries with their present. */
const auxiliaries: ReadonlyMap<string, string> = new Map([
  ['was', 'is'],
  ['were', 'are'],
  ["couldn't", "can't"],
  ['could', 'can'],
  ["wasn't", "isn't"],
  ["weren't", "aren't"],
  ["didn't", "don't"],
])

/** "tests failed": a past form behind its subject; no participle ("files were kept", "keys used by"). */
function isPastVerb(parts: readonly string[], at: number): boolean {
  const word = (parts[at] ?? '').toLowerCase()
  const past = pastBase(word)
  return (
    at > 0 &&
    past !== undefined &&
    past !== word &&
    !auxiliaries.has(word) &&
    !beforeParticiples.test(beforeAdverb(parts, at)) &&
    !/^(?:by|in|on|from|and|as|for|with|to|at|of|into)$/i.test(parts[at + 1] ?? '') &&
    !parts.slice(0, at).some((earlier) => /^(?:was|were|is|are|could|can)$/i.test(earlier))
  )
}

/** "a deeply nested query": the adverb belongs to the participle. */
const beforeAdverb = (parts: readonly string[], at: number): string =>
  (/^\p{L}{2,}ly$/u.test(parts[at - 1] ?? '') ? parts[at - 2] : parts[at - 1]) ?? ''

const beforeParticiples = /^(?:is|are|was|were|be|been|being|a|an|the|of|in|by|to|and|or|with|for|not)$/i

/** "failed" behind "tests" is "fail", behind "build" it is "fails". */
function inPresent(parts: readonly string[], at: number): string {
  const word = parts[at] ?? ''
  const before = (parts[at - 1] ?? '').toLowerCase()
  const base = pastBase(word.toLowerCase()) ?? word
  return before.endsWith('s') && !/(?:ss|us|is)$/.test(before) ? base : toThirdPerson(base)
}
