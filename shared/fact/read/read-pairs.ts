import { cleanHeading } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { labelKind } from '../../english/labels.ts'
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

function readGroup(group: readonly Statement[], pairs: Pair[], claimed: Set<Statement>): void {
  const path = group[0]?.path ?? []
  if (group[0]?.section === 'noise') return
  const heading = cleanHeading(path.at(-1) ?? '')
  // A heading names its problem only where there is one; several problems below it name themselves.
  const named = path.length > 1 && sectionKind(heading) === 'subject' && !isAboutTheDocument(heading)
  const headingTitle = named && countProblems(group) < 2 ? heading : ''
  const trouble = group[0]?.section === 'trouble'
  let open: OpenPair | undefined
  let title = ''
  const flush = (): void => {
    if (open !== undefined && (open.solution !== '' || open.items.length > 0)) {
      const named = open.title !== '' || open.problem !== ''
      if (named) pairs.push({ ...open, path })
    }
    open = undefined
  }
  const start = (
    problem: string,
    lines: readonly number[],
    name: string,
    awaits: OpenPair['awaits'],
  ): OpenPair => {
    flush()
    return { title: name, problem: trimEnd(problem), solution: '', items: [], lines: [...lines], awaits }
  }
  const visit = (statement: Statement, parent: Statement | undefined, next: Statement | undefined): void => {
    const kind = statement.label === '' ? 'none' : labelKind(statement.label)
    const solves = statement.items.some((item) => labelKind(item.label) === 'solution')
    const parentTitle = parent !== undefined && labelKind(parent.label) === 'term' ? parent.label : ''
    if (kind === 'problem') {
      claimed.add(statement)
      const name = parentTitle !== '' ? parentTitle : title !== '' ? title : headingTitle
      const inlineTitle = statement.text !== '' && /^\p{Lu}/u.test(statement.text) ? '' : name
      open = start(
        statement.text,
        statement.lines,
        name === '' ? inlineTitle : name,
        statement.text === '' ? 'problem' : 'nothing',
      )
      title = ''
    } else if (
      kind === 'solution' &&
      (open !== undefined || trouble || headingTitle !== '' || parentTitle !== '')
    ) {
      claimed.add(statement)
      open ??= start(
        '',
        statement.lines,
        parentTitle !== '' ? parentTitle : title !== '' ? title : trouble ? headingTitle : '',
        'nothing',
      )
      open.lines.push(...statement.lines)
      open.solution = statement.text
      const nested = statement.items.filter((item) => labelKind(item.label) === 'term' || item.label === '')
      if (statement.text === '' || nested.length > 0) {
        for (const item of nested) addItem(open, item)
      }
      open.awaits = statement.text === '' && nested.length === 0 ? 'solution' : 'nothing'
      statement.items.forEach((item, i) => {
        if (nested.includes(item)) claimed.add(item)
        else visit(item, statement, statement.items[i + 1])
      })
      return
    } else if (kind === 'outcome' && open !== undefined) {
      claimed.add(statement)
    } else if (open !== undefined && open.awaits !== 'nothing') {
      claimed.add(statement)
      open.lines.push(...statement.lines)
      if (open.awaits === 'problem') {
        open.problem = trimEnd(statement.full)
        open.awaits = 'nothing'
      } else if (statement.listed || isNextDeed(open, statement)) addItem(open, statement)
      else open.solution = `${open.solution} ${statement.full}`.trim()
    } else if (solves) {
      claimed.add(statement)
      open = start(
        statement.label === '' ? statement.full : statement.text,
        statement.lines,
        statement.label,
        'nothing',
      )
    } else if (trouble) {
      const arrow = /^(.{4,120}?)\s*(?:→|->|=>|–|—|:)\s*(.+)$/.exec(statement.full)
      const told = kind === 'term' ? statement.text : (arrow?.[2] ?? '')
      const name = kind === 'term' ? statement.label : (arrow?.[1] ?? '')
      if (told !== '' && (solved.test(told) || (kind === 'term' && shapeOf(told) === 'past'))) {
        claimed.add(statement)
        flush()
        pairs.push({ title: name, problem: '', solution: told, items: [], lines: statement.lines, path })
      } else if (
        !statement.listed &&
        kind === 'none' &&
        next !== undefined &&
        next.label === '' &&
        !next.listed &&
        shapeOf(next.full) === 'past' &&
        shapeOf(statement.full) !== 'past' &&
        next.lines[0] === (statement.lines.at(-1) ?? 0) + 1
      ) {
        claimed.add(statement)
        claimed.add(next)
        flush()
        pairs.push({
          title: '',
          problem: trimEnd(statement.full),
          solution: next.full,
          items: [],
          lines: [...statement.lines, ...next.lines],
          path,
        })
      } else if (kind === 'term' && statement.text === '') title = statement.label
    } else if (kind === 'term' && statement.text === '') title = statement.label
    statement.items.forEach((item, i) => visit(item, statement, statement.items[i + 1]))
  }
  group.forEach((statement, i) => visit(statement, undefined, group[i + 1]))
  flush()
}

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
