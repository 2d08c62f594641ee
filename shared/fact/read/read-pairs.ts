import { cleanHeading } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { type LabelKind, labelKind } from '../../english/labels.ts'
import { relationOf } from '../../english/relations.ts'
import { isAboutTheDocument } from './subject.ts'
import type { Pair, Statement } from './statement.ts'

interface OpenPair {
  title: string
  problem: string
  solution: string
  items: string[]
  lines: number[]
  /** What the next lines without a label add to. */
  awaits: 'problem' | 'solution' | 'nothing'
}

/** A text that tells how something was solved. */
const solved =
  /^(?:(?:was |were |i |we )?(?:solved|resolved|fixed|addressed|mitigated|overcame|overcome|handled|tackled|eliminated))\b/i

/** Finds problems with their solutions among statements, whichever of the layouts the author used. */
export function readPairs(statements: readonly Statement[]): { pairs: Pair[]; claimed: Set<Statement> } {
  const pairs: Pair[] = []
  const claimed = new Set<Statement>()
  for (const group of groupByPath(statements)) readGroup(group, pairs, claimed)
  return { pairs, claimed }
}

function groupByPath(statements: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = []
  for (const statement of statements) {
    const last = groups[groups.length - 1]
    if (last?.[0] !== undefined && samePath(last[0].path, statement.path)) last.push(statement)
    else groups.push([statement])
  }
  return groups
}

const samePath = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((heading, i) => heading === b[i]))

/** What a group of statements below one heading is read with. Lines come top to bottom; at most one problem is open. */
interface Group {
  readonly path: readonly string[]
  readonly pairs: Pair[]
  readonly claimed: Set<Statement>
  /** True below a heading such as "Challenges". */
  readonly inTrouble: boolean
  /** What the heading calls the problem; '' where the problems below it name themselves. */
  readonly headingTitle: string
  /** A term alone on its line, which names what follows. */
  title: string
  open: OpenPair | undefined
}

/** A statement with its label's kind and what stands around it. */
interface Visited {
  readonly statement: Statement
  readonly kind: LabelKind | 'none'
  /** The term above it; '' where there is none. */
  readonly parentTitle: string
  readonly next: Statement | undefined
}

/** A case reads the statements that it knows: true when it did, `all` when with everything below them. */
type Case = (group: Group, visited: Visited) => boolean | 'all'

function readGroup(statements: readonly Statement[], pairs: Pair[], claimed: Set<Statement>): void {
  const [first] = statements
  const path = first?.path ?? []
  if (first?.section === 'noise') return
  const heading = cleanHeading(path.at(-1) ?? '')
  // A heading names its problem only where there is one; several problems below it name themselves.
  const named = path.length > 1 && sectionKind(heading) === 'subject' && !isAboutTheDocument(heading)
  const headingTitle = named && countProblems(statements) < 2 ? heading : ''
  const inTrouble = first?.section === 'trouble'
  const group: Group = { path, pairs, claimed, inTrouble, headingTitle, title: '', open: undefined }
  statements.forEach((statement, i) => visit(group, statement, undefined, statements[i + 1]))
  close(group)
}

function visit(
  group: Group,
  statement: Statement,
  parent: Statement | undefined,
  next: Statement | undefined,
): void {
  const kind: Visited['kind'] = statement.label === '' ? 'none' : labelKind(statement.label)
  const parentTitle = parent !== undefined && labelKind(parent.label) === 'term' ? parent.label : ''
  const visited: Visited = { statement, kind, parentTitle, next }
  let read: boolean | 'all' = false
  for (const known of cases) {
    read = known(group, visited)
    if (read !== false) break
  }
  if (read !== 'all') visitItems(group, statement)
}

function visitItems(group: Group, parent: Statement, left: (item: Statement) => boolean = () => false): void {
  parent.items.forEach((item, i) => {
    if (left(item)) group.claimed.add(item)
    else visit(group, item, parent, parent.items[i + 1])
  })
}

/** Keeps the open problem when it has a name and a solution. */
function close(group: Group): void {
  const { open, path, pairs } = group
  group.open = undefined
  if (open === undefined || (open.solution === '' && open.items.length === 0)) return
  if (open.title !== '' || open.problem !== '') pairs.push({ ...open, path })
}

function begin(group: Group, problem: string, { lines }: Statement, title: string): OpenPair {
  close(group)
  const open: OpenPair = {
    title,
    problem: trimEnd(problem),
    solution: '',
    items: [],
    lines: [...lines],
    awaits: 'nothing',
  }
  group.open = open
  return open
}

/** "Problem: …" */
const namesProblem: Case = (group, { statement, kind, parentTitle }) => {
  if (kind !== 'problem' || (!group.inTrouble && relationOf(statement.label) !== undefined)) return false
  group.claimed.add(statement)
  const open = begin(group, statement.text, statement, parentTitle || group.title || group.headingTitle)
  open.awaits = statement.text === '' ? 'problem' : 'nothing'
  group.title = ''
  return true
}

/** "Solution: …", with the deeds listed below it. */
const namesSolution: Case = (group, { statement, kind, parentTitle }) => {
  const belongs =
    group.open !== undefined || group.inTrouble || group.headingTitle !== '' || parentTitle !== ''
  if (kind !== 'solution' || !belongs) return false
  group.claimed.add(statement)
  const named = parentTitle || group.title || (group.inTrouble ? group.headingTitle : '')
  const open = group.open ?? begin(group, '', statement, named)
  open.lines.push(...statement.lines)
  open.solution = statement.text
  const deeds = statement.items.filter((item) => labelKind(item.label) === 'term' || item.label === '')
  for (const item of deeds) addItem(open, item)
  open.awaits = statement.text === '' && deeds.length === 0 ? 'solution' : 'nothing'
  visitItems(group, statement, (item) => deeds.includes(item))
  return 'all'
}

/** "Outcome: …" belongs to the pair and states nothing of its own. */
const tellsOutcome: Case = ({ open, claimed }, { statement, kind }) => {
  if (kind !== 'outcome' || open === undefined) return false
  claimed.add(statement)
  return true
}

/** A line without a label goes on with what the label before it began. */
const goesOn: Case = ({ open, claimed }, { statement }) => {
  if (open === undefined || open.awaits === 'nothing') return false
  claimed.add(statement)
  open.lines.push(...statement.lines)
  if (open.awaits === 'problem') {
    open.problem = trimEnd(statement.full)
    open.awaits = 'nothing'
  } else if (statement.listed || isNextDeed(open, statement)) addItem(open, statement)
  else open.solution = `${open.solution} ${statement.full}`.trim()
  return true
}

/** A problem whose solution is labelled below it. */
const isSolvedBelow: Case = (group, { statement }) => {
  if (!statement.items.some((item) => labelKind(item.label) === 'solution')) return false
  group.claimed.add(statement)
  begin(group, statement.label === '' ? statement.full : statement.text, statement, statement.label)
  return true
}

/** Among troubles "Slow queries → added indexes" and "**Slow queries**: added indexes" are both sides in one line. */
const isPairInLine: Case = (group, { statement, kind }) => {
  if (!group.inTrouble) return false
  const arrow = /^(.{4,120}?)\s*(?:→|->|=>|–|—|:)\s*(.+)$/.exec(statement.full)
  const [title, solution] =
    kind === 'term' ? [statement.label, statement.text] : [arrow?.[1] ?? '', arrow?.[2] ?? '']
  if (solution === '' || !(solved.test(solution) || (kind === 'term' && shapeOf(solution) === 'past')))
    return false
  group.claimed.add(statement)
  close(group)
  group.pairs.push({ title, problem: '', solution, items: [], lines: statement.lines, path: group.path })
  return true
}

/** Among troubles a line and right below it what was done. */
const isSolvedNextLine: Case = (group, { statement, kind, next }) => {
  if (!group.inTrouble || kind !== 'none' || statement.listed || next === undefined) return false
  if (!tellsDeedBelow(statement, next)) return false
  group.claimed.add(statement)
  group.claimed.add(next)
  close(group)
  group.pairs.push({
    title: '',
    problem: trimEnd(statement.full),
    solution: next.full,
    items: [],
    lines: [...statement.lines, ...next.lines],
    path: group.path,
  })
  return true
}

const tellsDeedBelow = (statement: Statement, next: Statement): boolean =>
  next.label === '' &&
  !next.listed &&
  shapeOf(next.full) === 'past' &&
  shapeOf(statement.full) !== 'past' &&
  next.lines[0] === (statement.lines.at(-1) ?? 0) + 1

/** A term alone on its line. */
const namesNext: Case = (group, { statement, kind }) => {
  if (kind !== 'term' || statement.text !== '') return false
  group.title = statement.label
  return true
}

/** In order: the first case that knows a statement reads it. */
const cases: readonly Case[] = [
  namesProblem,
  namesSolution,
  tellsOutcome,
  goesOn,
  isSolvedBelow,
  isPairInLine,
  isSolvedNextLine,
  namesNext,
]

function countProblems(statements: readonly Statement[]): number {
  return statements.reduce(
    (sum, statement) =>
      sum + (labelKind(statement.label) === 'problem' ? 1 : 0) + countProblems(statement.items),
    0,
  )
}

/** Lines without a full stop that each begin anew are deeds of their own: joined they would run together. */
function isNextDeed(open: OpenPair, { full }: Statement): boolean {
  if (open.solution === '') return open.items.length > 0
  if (/[.!?,;:]$/.test(open.solution) || !/^\p{Lu}/u.test(full)) return false
  open.items.push(open.solution)
  open.solution = ''
  return true
}

function addItem(open: OpenPair, item: Statement): void {
  open.items.push(trimEnd(item.full))
  open.lines.push(...item.lines)
}
