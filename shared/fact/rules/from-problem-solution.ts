import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { trimEnd, withoutAsides } from '../../english/phrase.ts'
import { isTooLong } from '../../english/enumeration.ts'
import { splitSentences } from '../../english/sentences.ts'
import { impersonal } from '../../english/impersonal.ts'
import { toolIn } from './from-tool.ts'
import type { Pair } from '../read/statement.ts'

/** A problem and what solved it. A solution without a named problem is no fact. */
export function fromProblemSolution(pair: Pair): Draft[] {
  const problem = problemText(pair.problem)
  const title = trimEnd(withoutAsides(pair.title))
  const term = title !== '' ? title : problem
  // "4 processes of erosion" counts what follows.
  if (term === '' || wordCount(term) > 16 || /^(?:\d+|two|three|four|five|six)\s/i.test(term)) return []
  const told = runTogether(splitSentences(pair.solution)[0] ?? '')
  const items = [...(told.length > 1 ? told : []), ...pair.items]
    .map(withoutAuthor)
    .filter((item) => item !== '')
  const statement = pair.solution === '' || told.length > 1 ? '' : withoutAuthor(told[0] ?? '')
  if (statement === '' && items.length === 0) return []
  const solved: Draft = { kind: 'problem_solution', term, problem, statement, items, lines: pair.lines }
  // Of a list that is too long to be asked, each thing with a name keeps its use.
  const tools = isTooLong(items) ? items.flatMap((item) => toolIn(withoutAsides(item), '') ?? []) : []
  return [solved, ...tools.map((tool) => ({ ...tool, lines: pair.lines }))]
}

/** "Moved file by file Created types": a deed that begins in the middle of a line was a line of its own. */
function runTogether(text: string): string[] {
  return text.split(
    /(?<=[\p{Ll})])\s+(?=(?:Added|Adopted|Applied|Built|Configured|Created|Defined|Designed|Developed|Enabled|Enforced|Implemented|Improved|Integrated|Introduced|Moved|Optimized|Refactored|Replaced|Split|Switched|Updated|Used|Utilized|Wrote)\s)/u,
  )
}

function problemText(problem: string): string {
  const first = trimEnd(splitSentences(problem)[0] ?? '')
  const bare = impersonal(
    first.replace(/^(?:early on|at first|initially|in the beginning|sometimes|often)[,]?\s+/i, ''),
  )
  return bare === undefined ? '' : withoutAsides(bare)
}

/** "Realized that …": what the writer noticed is no remedy. */
const diary = /^(?:(?:I|We)\s+)?(?:discovered|found|learned|learnt|noticed|realised|realized)\b/i

/** "We adopted X" becomes "adopted X"; "Addressed by doing X" becomes "by doing X". */
function withoutAuthor(text: string): string {
  if (diary.test(text)) return ''
  const bare = trimEnd(text)
    .replace(
      /^(?:The|A|My|Our) (?:answer|fix|remedy|solution|trick|workaround) (?:is|was) (?:to )?(?=\p{L})/u,
      '',
    )
    .replace(/^(?:I|We|The team|They)\s+(?:then |also |mainly |finally |eventually |have )?(?=\p{L})/u, '')
    .replace(
      /^(?:was |were |this was |it was )?(?:solved|resolved|fixed|addressed|mitigated|overcame|overcome|handled|tackled|eliminated)(?:\s+(?:this|it|them))?\s+(?=(?:by|through|with|using|via)\b)/i,
      '',
    )
  return impersonal(bare) ?? ''
}
