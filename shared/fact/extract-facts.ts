import { compareText, normaliseTerm, normaliseText, remembering } from '../basics/text.ts'
import { hashFields } from '../basics/hash.ts'
import { cleanHeading } from '../note/clean-text.ts'
import type { Note, SkippedLine, SourceQuote } from '../note/note.ts'
import type { Draft, Fact, FactKey } from './fact.ts'
import { fromAspect } from './from-aspect.ts'
import { fromBestPractice } from './from-best-practice.ts'
import { fromCode, fromCodeLabel } from './from-code.ts'
import { fromComparison } from './from-comparison.ts'
import { fromDefinition } from './from-definition.ts'
import { fromExample } from './from-example.ts'
import { fromExpansion } from './from-expansion.ts'
import { fromHow } from './from-how.ts'
import { fromList } from './from-list.ts'
import { fromOpening } from './from-opening.ts'
import { fromProblemSolution } from './from-problem-solution.ts'
import { fromProse } from './from-prose.ts'
import { fromQuestion } from './from-question.ts'
import { fromTable } from './from-table.ts'
import { fromUse } from './from-use.ts'
import { fromWritten } from './from-written.ts'
import { type Voice, hearVoice, sayTerm } from './voice.ts'
import { longLines } from './long-lines.ts'
import { readPairs } from './read-pairs.ts'
import { readStatements } from './read-statements.ts'
import { barredReason, unusedReason } from './skip-reason.ts'
import type { Statement, TitledCode } from './statement.ts'
import { isProjectReadme } from './project-readme.ts'

/** A rule looks at one statement and proposes the facts that it finds there. */
type Rule = (statement: Statement) => readonly Draft[]

/** Rules that answer for a line as a whole: the first that finds something answers. */
const mainRules: readonly Rule[] = [
  fromQuestion,
  fromList,
  fromCodeLabel,
  fromComparison,
  fromAspect,
  fromDefinition,
  fromBestPractice,
  fromUse,
  fromOpening,
  fromProse,
]

/** Rules that find a fact inside any line, whatever else the line says. */
const sideRules: readonly Rule[] = [fromExpansion, fromExample, fromHow]

/** Draws every fact from a note, asking the rules in order. A line without a fact is skipped with its reason. */
export function extractFacts(note: Note): { facts: Fact[]; skipped: SkippedLine[] } {
  const reading = readStatements(note)
  const { pairs, claimed } = readPairs(reading.statements)
  const voice = hearVoice(note)
  const facts: Fact[] = []
  const skipped: SkippedLine[] = longLines(note)
  const keep = (drafts: readonly Draft[], lines: readonly number[], path: readonly string[]): void => {
    for (const draft of drafts) facts.push(toFact(draft, quote(note, draft.lines ?? lines, path)))
  }
  const project = isProjectReadme(note)
  const written = fromWritten(note)
  const taken = new Set(written.flatMap(({ lines }) => lines))
  for (const { draft, lines, path } of written) keep([draft], lines, path)
  const visit = (statement: Statement): void => {
    if (statement.lines.some((line) => taken.has(line))) return
    const barred = project ? 'describes a project, not what was learned' : barredReason(statement)
    if (barred !== undefined) skip(skipped, statement, barred)
    else {
      const side = sideRules.flatMap((rule) => rule(statement))
      const main = claimed.has(statement) ? [] : firstFound(mainRules, statement)
      keep([...main, ...side], statement.lines, statement.path)
      if (main.length + side.length === 0 && !claimed.has(statement))
        skip(skipped, statement, unusedReason(statement))
    }
    statement.items.forEach(visit)
  }
  reading.statements.forEach(visit)
  for (const table of project ? [] : reading.tables) {
    for (const { draft, lines } of fromTable(table)) keep([draft], lines, table.path)
  }
  keepCodes(project ? [] : reading.codes, (code, drafts) => keep(drafts, code.code.lines, code.path))
  for (const pair of pairs) keep(fromProblemSolution(pair), pair.lines, pair.path)
  return { facts: spokenFacts(facts, voice), skipped: skipped.sort((a, b) => a.line - b.line) }
}

/** Below one heading the first code that answers the heading does so; others answer only their own sentence. */
function keepCodes(
  codes: readonly TitledCode[],
  keep: (code: TitledCode, drafts: readonly Draft[]) => void,
): void {
  const answered = new Set<string>()
  for (const code of codes) {
    const place = code.path.join('\n')
    const drafts = fromCode(code, !answered.has(place))
    if (drafts.some((draft) => draft.slot === 'how to')) answered.add(place)
    keep(code, drafts)
  }
}

function firstFound(rules: readonly Rule[], statement: Statement): readonly Draft[] {
  for (const rule of rules) {
    const drafts = rule(statement)
    if (drafts.length > 0) return drafts
  }
  return []
}

function skip(skipped: SkippedLine[], statement: Statement, reason: string): void {
  const line = statement.lines[0]
  if (line !== undefined) skipped.push({ line, reason })
}

function quote(note: Note, lines: readonly number[], path: readonly string[]): SourceQuote {
  const own = [...new Set(lines)]
    .sort((a, b) => a - b)
    .filter((line) => (note.rawLines[line - 1] ?? '').trim() !== '')
  return {
    file: note.file,
    lines: own,
    heading: path.map(cleanHeading),
    text: own.map((line) => note.rawLines[line - 1] ?? ''),
  }
}

/** Facts of one term say it in one way; what the note calls it decides between "a deadlock" and "concurrency". */
function spokenFacts(facts: readonly Fact[], voice: Voice): Fact[] {
  const definitions = new Map<string, string>()
  for (const fact of facts)
    if (fact.kind === 'definition' && !definitions.has(fact.term)) definitions.set(fact.term, fact.statement)
  const say = remembering((term) => sayTerm(term, voice, definitions.get(term)))
  return facts.map((fact) => ({ ...fact, spoken: say(fact.term) }))
}

function toFact(draft: Draft, source: SourceQuote): Fact {
  const slot = normaliseText(draft.slot ?? '')
  return {
    key: hashFields(['fact', normaliseTerm(draft.term), draft.kind, slot]) as FactKey,
    kind: draft.kind,
    term: draft.term,
    spoken: draft.term,
    slot: draft.slot ?? '',
    cue: draft.cue ?? '',
    statement: draft.statement ?? '',
    items: draft.items ?? [],
    aliases: [...new Set(draft.aliases ?? [])].sort(compareText),
    variants: [],
    sources: [source],
  }
}
