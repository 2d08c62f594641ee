import type { Note, SkippedLine } from '../note/note.ts'
import { topicOfNote } from '../note/topic-path.ts'
import type { Draft, Fact } from './fact.ts'
import { fromAspect } from './rules/from-aspect.ts'
import { fromBestPractice } from './rules/from-best-practice.ts'
import { fromCodeLabel } from './rules/from-code.ts'
import { fromComparison } from './rules/from-comparison.ts'
import { fromCountedList } from './rules/from-counted-list.ts'
import { fromDate } from './rules/from-date.ts'
import { fromDefinition } from './rules/from-definition.ts'
import { fromExample } from './rules/from-example.ts'
import { fromExpansion } from './rules/from-expansion.ts'
import { fromForeign, isForeignLine } from './rules/from-foreign.ts'
import { fromGlossary, glossaryOf } from './rules/from-glossary.ts'
import { fromHeadingTerm } from './rules/from-heading-term.ts'
import { fromHow } from './rules/from-how.ts'
import { fromLater } from './rules/from-later.ts'
import { fromKey } from './rules/from-key.ts'
import { fromList } from './rules/from-list.ts'
import { fromOpening } from './rules/from-opening.ts'
import { fromProblemSolution } from './rules/from-problem-solution.ts'
import { fromProse } from './rules/from-prose.ts'
import { fromQuestions } from './rules/from-question.ts'
import { fromSections } from './rules/from-sections.ts'
import { fromRespect, respectsOf } from './rules/from-respects.ts'
import { fromSentences } from './rules/from-sentences.ts'
import { fromSpelledOut } from './rules/from-spelled-out.ts'
import { fromSubBullets } from './rules/from-sub-bullets.ts'
import { fromUse } from './rules/from-use.ts'
import { fromWritten } from './rules/from-written.ts'
import { fromValue, valuesOf } from './rules/from-value.ts'
import { type Voice, readVoice, sayTerm } from './read/voice.ts'
import { longLines } from './read/long-lines.ts'
import { nameTopic } from './read/name-topic.ts'
import { readPairs } from './read/read-pairs.ts'
import { keyTermsOf } from './read/key-terms.ts'
import { readStatements } from './read/read-statements.ts'
import { barredReason, ofProject, unusedBlocks, unusedReason } from './read/skip-reason.ts'
import { soundDraft } from './sound-draft.ts'
import type { Statement } from './read/statement.ts'
import { type Placed, toFact } from './to-fact.ts'
import { isProjectReadme } from './read/project-readme.ts'

/** A rule looks at one statement and proposes the facts that it finds there. */
type Rule = (statement: Statement) => readonly Draft[]

/** Rules that answer for a line as a whole: the first that finds something answers. */
const mainRules: readonly Rule[] = [
  fromList,
  fromCountedList,
  fromSubBullets,
  fromCodeLabel,
  fromComparison,
  fromAspect,
  fromDate,
  fromSpelledOut,
  fromDefinition,
  fromBestPractice,
  fromUse,
  fromOpening,
  fromHeadingTerm,
  fromProse,
]

/** The same for a line of a glossary. */
const glossaryRules: readonly Rule[] = [fromSpelledOut, fromGlossary, ...mainRules]

/** Rules that find a fact inside any line, whatever else the line says. */
const sideRules: readonly Rule[] = [fromExpansion, fromExample, fromHow, fromKey, fromLater]

/** Draws every fact from a note, asking the rules in order. A line without a fact is skipped with its reason. */
export function extractFacts(note: Note): { facts: Fact[]; skipped: SkippedLine[] } {
  const reading = readStatements(note)
  const { pairs, claimed } = readPairs(reading.statements)
  const voice = readVoice(note)
  const respects = respectsOf(reading.statements)
  const glossary = glossaryOf(note, reading.statements)
  const values = valuesOf(note, reading.statements)
  const terms = keyTermsOf(reading)
  const ofNote = topicOfNote(note)
  const facts: Fact[] = []
  const skipped: SkippedLine[] = longLines(note)
  const keep = (found: readonly Placed[]): void => {
    for (const { draft: proposed, ...place } of found) {
      const sound = soundDraft(proposed)
      if (sound === undefined) continue
      const draft = nameTopic(sound, { note, reading, ...place })
      facts.push(toFact(note, ofNote, { draft, ...place }))
    }
  }
  const project = isProjectReadme(note)
  const written = fromWritten(note)
  const taken = new Set(written.flatMap(({ lines }) => lines))
  keep(written)
  const asked = project
    ? []
    : fromQuestions(note).filter(({ lines }) => !lines.some((line) => taken.has(line)))
  const answering = new Set(asked.flatMap(({ lines }) => lines))
  keep(asked)
  const rulesFor = (statement: Statement): readonly Rule[] => {
    if (values.has(statement)) return [fromValue]
    if (respects.has(statement)) return [fromRespect]
    return glossary.has(statement) ? glossaryRules : mainRules
  }
  const visit = (statement: Statement): void => {
    if (taken.size > 0 && statement.lines.some((line) => taken.has(line))) {
      statement.items.forEach(visit)
      return
    }
    const barred = project ? ofProject : barredReason(statement)
    if (barred !== undefined) skip(skipped, statement, barred)
    else {
      const foreign = isForeignLine(statement)
      const side = foreign ? [] : sideRules.flatMap((rule) => rule(statement))
      const rules = foreign ? [fromForeign] : rulesFor(statement)
      const isClaimed = claimed.has(statement) || statement.lines.some((line) => answering.has(line))
      const main = isClaimed ? [] : firstFound(rules, statement)
      const prose = foreign || isClaimed ? [] : fromSentences(statement, [...main, ...side], terms)
      const found = [...main, ...side, ...prose]
      keep(found.map((draft) => ({ draft, lines: statement.lines, path: statement.path })))
      if (found.length === 0 && !isClaimed) skip(skipped, statement, unusedReason(statement))
    }
    statement.items.forEach(visit)
  }
  reading.statements.forEach(visit)
  // Code below a question that its whole section answers is no answer by itself.
  const sections = project ? [] : fromSections(note, reading, voice)
  keep(
    sections.filter(
      ({ draft, lines }) =>
        !lines.some((line) => taken.has(line) || (draft.kind === 'code' && answering.has(line))),
    ),
  )
  keep(
    pairs.flatMap((pair) =>
      fromProblemSolution(pair).map((draft) => ({ draft, lines: pair.lines, path: pair.path })),
    ),
  )
  const used = new Set(facts.flatMap((fact) => fact.sources.flatMap((source) => source.lines)))
  const left = [...skipped, ...unusedBlocks(reading, used, project)].filter(({ line }) => !used.has(line))
  return { facts: spokenFacts(facts, voice), skipped: left.sort((a, b) => a.line - b.line) }
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

/** Facts of one term say it in one way; what the note calls it decides between "a deadlock" and "concurrency". */
function spokenFacts(facts: readonly Fact[], voice: Voice): Fact[] {
  const definitions = new Map<string, string>()
  for (const fact of facts)
    if (fact.kind === 'definition' && !definitions.has(fact.term)) definitions.set(fact.term, fact.statement)
  const spoken = new Map<string, string>()
  return facts.map((fact) => {
    const said = spoken.get(fact.term) ?? sayTerm(fact.term, voice, definitions.get(fact.term))
    spoken.set(fact.term, said)
    return { ...fact, spoken: said }
  })
}
