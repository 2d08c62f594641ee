import { firstFilled } from '../basics/first-answer.ts'
import type { Note, SkippedLine } from '../note/note.ts'
import { type Told, sayTerm } from '../english/say-term.ts'
import type { Draft, Fact } from './fact.ts'
import { fromChoices } from './rules/from-choices.ts'
import { fromArrow } from './rules/from-arrow.ts'
import { fromAspect } from './rules/from-aspect.ts'
import { fromBestPractice } from './rules/from-best-practice.ts'
import { fromCodeLabel } from './rules/from-code.ts'
import { fromComparison } from './rules/from-comparison.ts'
import { fromConditionLine } from './rules/from-condition-line.ts'
import { fromCountedList } from './rules/from-counted-list.ts'
import { fromDate } from './rules/from-date.ts'
import { fromDefinition } from './rules/from-definition.ts'
import { fromExample } from './rules/from-example.ts'
import { fromExpansion } from './rules/from-expansion.ts'
import { abroad, fromForeign } from './rules/from-foreign.ts'
import { fromForeignTables } from './rules/from-foreign-table.ts'
import { fromGlossary, glossaryOf } from './rules/from-glossary.ts'
import { fromHeadingTerm } from './rules/from-heading-term.ts'
import { fromHow } from './rules/from-how.ts'
import { fromLater } from './rules/from-later.ts'
import { fromKey } from './rules/from-key.ts'
import { fromList } from './rules/from-list.ts'
import { fromMarkedTerm } from './rules/from-marked-term.ts'
import { fromOpening } from './rules/from-opening.ts'
import { fromProblemSolution } from './rules/from-problem-solution.ts'
import { fromProse } from './rules/from-prose.ts'
import { fromQuestions } from './rules/from-question.ts'
import { fromSections } from './rules/from-sections.ts'
import { fromRelation, relationsOf } from './rules/from-relation.ts'
import { fromRespect, respectsOf } from './rules/from-respects.ts'
import { fromSentences } from './rules/from-sentences.ts'
import { fromSpelledBelow, fromSpelledOut } from './rules/from-spelled-out.ts'
import { fromSubBullets } from './rules/from-sub-bullets.ts'
import { fromSuperlative } from './rules/from-superlative.ts'
import { fromUse } from './rules/from-use.ts'
import { fromWritten } from './rules/from-written.ts'
import { fromValue, valuesOf } from './rules/from-value.ts'
import { type Voice, readVoice } from './read/voice.ts'
import { longLines } from './read/long-lines.ts'
import { nameTopic } from './read/name-topic.ts'
import { type TongueOf, tonguesOf } from './read/note-tongues.ts'
import { readPairs } from './read/read-pairs.ts'
import { type KeyTerms, keyTermsOf } from './read/key-terms.ts'
import { readStatements } from './read/read-statements.ts'
import { barredReason, ofProject, unusedBlocks, unusedReason } from './read/skip-reason.ts'
import { soundDraft } from './sound-draft.ts'
import type { Statement } from './read/statement.ts'
import { type Placed, factsOf } from './to-fact.ts'
import { isProjectReadme } from './read/project-readme.ts'

/** A rule looks at one statement and proposes the facts that it finds there. */
type Rule = (statement: Statement) => readonly Draft[]

/** Rules that answer for a line as a whole: the first that finds something answers. */
const mainRules: readonly Rule[] = [
  fromSpelledBelow,
  fromList,
  fromCountedList,
  fromSubBullets,
  fromCodeLabel,
  fromComparison,
  fromAspect,
  fromDate,
  fromSpelledOut,
  fromConditionLine,
  fromArrow,
  fromDefinition,
  fromMarkedTerm,
  fromSuperlative,
  fromBestPractice,
  fromUse,
  fromOpening,
  fromHeadingTerm,
  fromProse,
]

/** The same for a line of a glossary. */
const glossaryRules: readonly Rule[] = [
  fromSpelledOut,
  fromGlossary,
  ...mainRules.filter((rule) => rule !== fromSpelledOut),
]

/** Rules that find a fact inside any line, whatever else the line says. */
const sideRules: readonly Rule[] = [fromExpansion, fromExample, fromHow, fromKey, fromLater]

/** Draws every fact from a note, asking the rules in order. A line without a fact is skipped with its reason. */
export function extractFacts(note: Note): { facts: Fact[]; skipped: SkippedLine[] } {
  const reading = readStatements(note)
  const tongueOf = tonguesOf(note, reading)
  const english = reading.statements.filter(({ full, path }) => tongueOf(full, path) === 'en')
  const { pairs, claimed } = readPairs(english)
  const voice = readVoice(note)
  const respects = respectsOf(english)
  const glossary = glossaryOf(note, english)
  const relations = relationsOf(english)
  const values = valuesOf(note, english)
  const terms = keyTermsOf(reading)
  const toFact = factsOf(note)
  const facts: Fact[] = []
  const skipped: SkippedLine[] = longLines(note)
  const keep = (found: readonly Placed[]): void => {
    for (const { draft: proposed, ...place } of found) {
      const told = inItsTongue({ draft: proposed, ...place }, note, tongueOf)
      const sound = told === undefined ? undefined : soundDraft(told)
      if (sound === undefined) continue
      const draft = nameTopic(sound, { note, reading, ...place })
      facts.push(toFact({ draft, ...place }))
    }
  }
  const project = isProjectReadme(note)
  const written = fromWritten(note)
  const taken = new Set(written.flatMap(({ lines }) => lines))
  keep(written)
  const asked = project
    ? []
    : [...fromChoices(note), ...fromQuestions(note)].filter(
        ({ lines }) => !lines.some((line) => taken.has(line)),
      )
  const answering = new Set(asked.flatMap(({ lines }) => lines))
  keep(asked)
  const rulesFor = (statement: Statement): readonly Rule[] => {
    if (values.has(statement)) return [fromValue]
    if (respects.has(statement)) return [fromRespect]
    const rules = glossary.has(statement) ? glossaryRules : mainRules
    return relations.has(statement) || statement.label === '' ? [fromRelation, ...rules] : rules
  }
  const prose: Statement[] = []
  const visit = (statement: Statement): void => {
    if (taken.size > 0 && statement.lines.some((line) => taken.has(line))) {
      statement.items.forEach(visit)
      return
    }
    const barred = project ? ofProject : barredReason(statement)
    if (barred !== undefined) skip(skipped, statement, barred)
    else {
      const tongue = tongueOf(statement.full, statement.path)
      const isEnglish = tongue === 'en'
      const side = isEnglish ? sideRules.flatMap((rule) => rule(statement)) : []
      const rules = isEnglish ? rulesFor(statement) : [(own: Statement) => fromForeign(own, tongue)]
      const isClaimed = claimed.has(statement) || statement.lines.some((line) => answering.has(line))
      const main = isClaimed ? [] : firstFilled(rules, statement)
      keep([...main, ...side].map((draft) => ({ draft, lines: statement.lines, path: statement.path })))
      if (isEnglish && !isClaimed) prose.push(statement)
      if (main.length + side.length === 0 && !isClaimed)
        skip(skipped, statement, unusedReason(statement, tongue))
    }
    statement.items.forEach(visit)
  }
  reading.statements.forEach(visit)
  // What a written card holds is told by it; code below a question that its whole section answers is no answer by itself.
  const isAnswer = ({ draft, lines }: Placed): boolean =>
    lines.some((line) => taken.has(line) || (draft.kind === 'code' && answering.has(line)))
  if (!project)
    keep([
      ...fromSections(note, reading, voice).filter((found) => !isAnswer(found)),
      ...fromForeignTables(reading, tongueOf),
    ])
  keep(
    pairs.flatMap((pair) =>
      fromProblemSolution(pair).map((draft) => ({ draft, lines: pair.lines, path: pair.path })),
    ),
  )
  keep(proseFacts(prose, facts, terms))
  const used = new Set(facts.flatMap((fact) => fact.sources.flatMap((source) => source.lines)))
  const left = [...skipped, ...unusedBlocks(reading, used, project)].filter(({ line }) => !used.has(line))
  return { facts: spokenFacts(facts, voice), skipped: left.sort((a, b) => a.line - b.line) }
}

/** What English rules found in words of another language is left out: no English question is put around those. */
function inItsTongue({ draft, lines, path }: Placed, note: Note, tongueOf: TongueOf): Draft | undefined {
  const asksItself =
    draft.kind === 'question' || draft.kind === 'choice' || (draft.kind === 'cloze' && draft.by === 'author')
  if (draft.abroad !== undefined) return draft
  if (asksItself) {
    const tongue = tongueOf('', path)
    return tongue === 'en' ? draft : { ...draft, writtenIn: tongue }
  }
  // Code says nothing of the language around it, and a question in its author's words is none of ours.
  if (draft.kind === 'code')
    return tongueOf('', path) === 'en' ||
      (draft.told !== 'meaning' && tongueOf(draft.question, path) !== 'en')
      ? draft
      : undefined
  const quoted = (draft.lines ?? lines).map((line) => note.rawLines[line - 1] ?? '').join('\n')
  const tongue = tongueOf(quoted, path)
  if (tongue === 'en') return draft
  return draft.kind === 'expansion' ? abroad(draft, tongue, path) : undefined
}

/** What running sentences tell beside the facts that the other rules drew from their lines. */
function proseFacts(prose: readonly Statement[], facts: readonly Fact[], terms: KeyTerms): Placed[] {
  const drawn = new Map<number, Fact[]>()
  for (const fact of facts)
    for (const line of fact.sources.flatMap(({ lines }) => lines)) {
      const known = drawn.get(line)
      if (known === undefined) drawn.set(line, [fact])
      else known.push(fact)
    }
  return prose.flatMap((statement) => {
    const told = statement.lines.flatMap((line) => drawn.get(line) ?? [])
    const { lines, path } = statement
    return fromSentences(statement, told, terms).map((draft) => ({ draft, lines, path }))
  })
}

function skip(skipped: SkippedLine[], statement: Statement, reason: string): void {
  const line = statement.lines[0]
  if (line !== undefined) skipped.push({ line, reason })
}

/** Facts of one term say it in one way; what the note calls it decides between "a deadlock" and "concurrency". */
function spokenFacts(facts: readonly Fact[], voice: Voice): Fact[] {
  const told = new Map<string, Told>()
  for (const fact of facts) {
    const known = told.get(fact.term) ?? {}
    const amongPeople = peopleBelow.test(fact.sources[0]?.heading.at(-1) ?? '')
    if (fact.kind === 'definition') told.set(fact.term, { definition: fact.statement, amongPeople, ...known })
    if (fact.kind === 'expansion') told.set(fact.term, { spelledOut: fact.statement, ...known })
  }
  const spoken = new Map<string, string>()
  return facts.map((fact) => {
    const said = spoken.get(fact.term) ?? sayTerm(fact.term, voice, told.get(fact.term))
    spoken.set(fact.term, said)
    return said === fact.spoken ? fact : { ...fact, spoken: said }
  })
}

/** Headings below which the entries are persons. */
const peopleBelow =
  /\b(?:artists|authors|characters|composers|emperors|figures|gods|goddesses|heroes|kings|leaders|people|persons|philosophers|poets|rulers|scientists|thinkers|writers)\b/i
