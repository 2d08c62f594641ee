import { countBy } from '../../basics/group-by.ts'
import { normaliseText, wordCount } from '../../basics/text.ts'
import type { Table, TableRow } from '../../note/note.ts'
import type { Draft } from '../fact.ts'
import { cellDrafts, isDefinition } from './cell-drafts.ts'
import { comparedColumns, comparedRow, isRespect, respectName } from './compared-rows.ts'
import { holdsData, holdsFigures, isGraded } from './data-table.ts'
import { dateDrafts } from './from-date.ts'
import { type Rows, isLetter, isNumber, isPlainSign, isSign, readRow, readRows } from './table-rows.ts'
import { fromVocabulary } from './from-vocabulary.ts'
import { isForeign } from '../../language/tell-language.ts'
import { isTerm } from '../../english/is-term.ts'
import { fromProblemSolution } from './from-problem-solution.ts'
import { isTelling } from './telling-cell.ts'
import { trimEnd } from '../../english/phrase.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { aspectOf, labelKind } from '../../english/labels.ts'
import { isOrdering } from '../../english/shape.ts'
import { readTerm } from './terms.ts'
import type { PlacedTable } from '../read/statement.ts'
import { sayTerm } from '../../english/say-term.ts'
import type { Voice } from '../read/voice.ts'

/** Tables without the rows that other tables of the note begin with too: what those say depends on their table. */
export function apartRows(tables: readonly PlacedTable[]): PlacedTable[] {
  const keyed = tables.map((placed) => {
    const { header, rows } = placed.table
    return { placed, rows: rows.map((row) => ({ row, key: rowKey(header, row) })) }
  })
  const tablesWith = countBy(
    keyed.flatMap(({ rows }) => [...new Set(rows.map(({ key }) => key))]),
    (key) => key,
  )
  return keyed.map(({ placed, rows }) => {
    const own = rows.filter(({ key }) => tablesWith.get(key) === 1).map(({ row }) => row)
    return { ...placed, table: { ...placed.table, rows: own } }
  })
}

const rowKey = (header: TableRow, row: TableRow): string =>
  JSON.stringify([...header.cells, row.cells[0]].map((cell) => normaliseText(cell ?? '')))

interface Found {
  readonly draft: Draft
  readonly lines: readonly number[]
}

/** A table states a fact in each cell: its row gives the term, its column the respect. */
export function fromTable(written: PlacedTable, voice: Voice): readonly Found[] {
  if (written.section === 'noise') return []
  const asked = fromAskedRows(written.table)
  if (asked !== undefined) return asked
  const vocabulary = fromVocabulary(written)
  if (vocabulary !== undefined) return vocabulary
  // Rows with ids are records of a database.
  if (/^(?:id|uuid)$/i.test(written.table.header.cells[0] ?? '') && written.table.header.cells.length > 2)
    return []
  const placed = { ...written, table: withoutCount(written.table) }
  const header = placed.table.header.cells.map(columnName)
  if (
    isRegister(header, placed.table) ||
    describes.test(header[0] ?? '') ||
    isInAnotherLanguage(placed.table)
  )
    return []
  return firstTold(header, placed, voice)
}

/** "Question | Answer", "Front | Back": rows that their author wrote as cards. */
function fromAskedRows({ header, rows }: Table): Found[] | undefined {
  const columns = header.cells.map((cell) => trimEnd(cell))
  const question = columns.findIndex((cell) => /^(?:questions?|q|front|prompt)$/i.test(cell))
  const told = columns.findIndex((cell) => /^(?:answers?|a|back)$/i.test(cell))
  if (question < 0 || told < 0) return undefined
  return rows.flatMap((row) => {
    const [cue, statement] = [cellAt(row, question), cellAt(row, told)]
    if (cue === '' || statement === '') return []
    const term = cue.replace(/\s*[?:.]+$/, '')
    const draft: Draft = {
      kind: 'question',
      term,
      question: cue,
      sides: { kind: 'forward' },
      statement,
      items: [],
    }
    return [{ draft, lines: row.lines }]
  })
}

/** "Speed $(v)$" and "Colour:" as the names of columns. */
const columnName = (cell: string): string => trimEnd(cell.replace(/\s*\$\(([^$]*)\)\$/, ' ($1)'))

/** How a table is read: as problems, dates, things compared, or terms. Of data nothing is asked. */
function firstTold(header: readonly string[], placed: PlacedTable, voice: Voice): readonly Found[] {
  const { table, path } = placed
  const ofRow = (read: (row: TableRow) => readonly Draft[]): Found[] =>
    table.rows.flatMap((row) => read(row).map((draft) => ({ draft, lines: row.lines })))
  const pair = pairColumns(header)
  if (pair !== undefined) return ofRow((row) => problemRow(row, pair, placed))
  if (dated.test(header[0] ?? '') && header.length === 2)
    return ofRow((row) => dateDrafts(cellAt(row, 0), cellAt(row, 1)))
  const heading = path.at(-1) ?? ''
  const compared = comparedColumns(header, heading)
  const withHeader = (row: TableRow): readonly number[] => [...table.header.lines, ...row.lines]
  if (compared !== undefined)
    return ofRow((row) =>
      comparedRow(row.cells, compared, voice).map((draft) => ({ ...draft, lines: withHeader(row) })),
    )
  if (contrastsColumns(header, heading)) return []
  if (/^questions?$/i.test(header[0] ?? '') && header.length > 3) return []
  if (isRespect(header[0] ?? '') && header.length > 3 && header.length <= 6)
    return holdsFigures(table, heading) ? [] : withinBudget(turned(header, placed, voice, withHeader))
  return holdsData(table, heading) ? [] : withinBudget(termCells(header, placed, voice))
}

/** "Mitosis | Meiosis" below "Mitosis and meiosis": what stands in a row are two remarks, no thing and its property. */
const contrastsColumns = ([one = '', other = '', ...more]: readonly string[], heading: string): boolean =>
  more.length === 0 &&
  one !== '' &&
  other !== '' &&
  ([one, other].every((cell) => heading.toLowerCase().includes(cell.toLowerCase())) ||
    /\b(?:vs?\.?|versus|differences?|compar(?:ed|ing|ison))\b/i.test(heading))

const dated = /^(?:years?|dates?|when|century|decade)$/i

/** A table without the column that only counts its rows. */
function withoutCount(table: Table): Table {
  const counts =
    /^(?:#|no\.?|nr\.?|s\.?\s?no\.?|id|index)$/i.test(trimEnd(table.header.cells[0] ?? '')) &&
    table.rows.every(({ cells }) => /^\d*\.?$/.test((cells[0] ?? '').trim()))
  if (!counts) return table
  const rest = (row: TableRow): TableRow => ({ ...row, cells: row.cells.slice(1) })
  return { ...table, header: rest(table.header), rows: table.rows.map(rest) }
}

/** Our questions are English: they fit no table of another language. */
const isInAnotherLanguage = ({ header, rows }: Table): boolean =>
  isForeign(
    // "Velouté", "Crécy": letters of names do not make a table foreign, its small words do.
    [...header.cells, ...rows.slice(0, 20).flatMap(({ cells }) => cells)]
      .join(' ')
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  )

/** Routes, variables, files, dates: a table to look things up in, not to learn. */
const isRegister = (header: readonly string[], { rows }: Table): boolean =>
  (header.some((cell) => registered.test(cell)) &&
    !/^(?:code|status code)$/i.test(header[0] ?? '') &&
    header.some(
      (cell, i) =>
        placesOrDates.test(cell) &&
        (!everyday.test(cell) || rows.some(({ cells }) => isAddressOrDay.test(cells[i] ?? ''))),
    )) ||
  // "Field | Type | Description" describes the writer's own data.
  (/^(?:fields?|columns?|parameters?|params?|props?|attributes?|variables?|names?|arguments?)$/i.test(
    header[0] ?? '',
  ) &&
    header.some((cell) => /^(?:types?|data types?|required\??|default(?: value)?)$/i.test(cell)))

const registered =
  /^(?:method|endpoint|route|url|path|variable|env|link|date|deadline|author|owner|name of file|file|folder|status|version|week|day|url path|http method)s?$/i
/** A route of medicines, a date in history: only their cells tell whether they are looked up. */
const everyday = /^(?:routes?|paths?|links?|dates?|files?|folders?|variables?)$/i
const isAddressOrDay =
  /[`/\\_]|\.\p{L}{2,4}$|\b\d{4}-\d{2}-\d{2}\b|^\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,}$|^\p{L}{3,}\s\d{1,2}(?:st|nd|rd|th)?$|^\d{1,2}[./]\d{1,2}/u
const placesOrDates = /endpoint|route|url|path|variable|link|date|deadline|week|status|file|folder/i

/** A first column of descriptions names no things that the other columns could tell something about. */
const describes =
  /^(?:explanation|description|comment|remark|note|detail|reason|example|meaning|purpose|use case)s?$/i

/** Where a table of problems has its problems, what is told of them, and their solutions. */
interface PairColumns {
  readonly problem: number
  readonly described: number
  readonly solution: number
}

function pairColumns(header: readonly string[]): PairColumns | undefined {
  const problem = header.findIndex((cell) => labelKind(cell) === 'problem')
  const solution = header.findIndex((cell) => labelKind(cell) === 'solution')
  const described = header.findIndex((cell) => labelKind(cell) === 'definition')
  return problem < 0 || solution < 0 ? undefined : { problem, described, solution }
}

const cellAt = (row: TableRow, column: number): string => (row.cells[column] ?? '').trim()

/** A short problem is its own title; a long one, or its description, is told in a clause. */
function problemRow(row: TableRow, pair: PairColumns, { path }: PlacedTable): readonly Draft[] {
  const told = cellAt(row, pair.problem)
  const isClause = wordCount(told) > 8
  return fromProblemSolution({
    title: isClause ? '' : told,
    problem: isClause ? told : cellAt(row, pair.described),
    solution: cellAt(row, pair.solution),
    items: [],
    lines: row.lines,
    path,
  })
}

/** A cell's fact with the place of its column in the order in which columns are asked. */
interface Ranked extends Found {
  readonly rank: number
  readonly column: number
}

/** So many cells of a table are asked at once; what its first columns say is asked of every row. */
const mostCells = 14

/** The facts of a table, those of its best columns first; beyond a handful the others are only proposed. */
function withinBudget(found: readonly Ranked[]): Found[] {
  const columns = [...new Set(found.map(({ column }) => column))]
  const rankOf = (column: number): number =>
    Math.min(...found.filter((one) => one.column === column).map(({ rank }) => rank))
  const inOrder = columns.sort((a, b) => rankOf(a) - rankOf(b) || a - b)
  const asked = new Set<number>()
  let cells = 0
  for (const column of inOrder) {
    cells += found.filter((one) => one.column === column).length
    if ((asked.size > 0 && cells > mostCells) || rankOf(column) >= lastRank) break
    asked.add(column)
  }
  return found.map(({ draft, lines, column }) => ({ draft: held(draft, asked.has(column)), lines }))
}

/** A cell of a column that is not asked, or whose question needs its table, is only proposed. */
function held(draft: Draft, isAsked: boolean): Draft {
  if (draft.kind !== 'aspect') return draft
  if (!isAsked) return { ...draft, waits: 'further' }
  return isTelling(draft) ? draft : { ...draft, waits: 'bare' }
}

const lastRank = 3

/** What something is or is for comes first, then its properties, examples, and what only grades it. */
function rankOfColumn(column: string, cells: readonly string[]): number {
  if (isDefinition(column) || aspectOf(column) === 'purpose') return 0
  if (isGraded(cells)) return lastRank
  return /^examples?$/i.test(column) ? 2 : 1
}

/** The facts of the cells behind the terms in a table's first column. */
function termCells(header: readonly string[], placed: PlacedTable, voice: Voice): Ranked[] {
  const named = header.every((cell) => cell === '') && header.length === 2 ? ['Term', 'Meaning'] : header
  const rows = readRows(named[0] ?? '', placed, voice)
  const columns = named.slice(1).map((column, i) => {
    const cells = placed.table.rows.map((row) => cellAt(row, i + 1))
    return { column, cells, rank: rankOfColumn(column, cells) }
  })
  const defined = named.findIndex((column, i) => i > 0 && isDefinition(column))
  return placed.table.rows.flatMap((line) => {
    // "0.7 to 0.9" is a range; its first digit is no numbering.
    if (/^\d+\.\d/.test(cellAt(line, 0))) return []
    const { term: read, aliases, expansion } = readTerm(asCode(cellAt(line, 0)))
    const definition = cellAt(line, defined)
    const { term, name } = readRow(read, rows, definition)
    const spelled =
      expansion === undefined ? [] : [{ draft: expansion, lines: line.lines, rank: 0, column: 0 }]
    if (!isAskable(term, name.said, name.lead)) return []
    const found = columns.flatMap(({ column, cells, rank }, i) => {
      const text = cellAt(line, i + 1)
      if (saysNothing(text)) return []
      const cell = {
        rows,
        column,
        fellows: cells,
        columns: named.length,
        term,
        row: name,
        text,
        turned: false,
        definition,
        voice,
      }
      return cellDrafts(cell).map((draft) => ({
        draft: withUnit(draft.term === term ? { ...draft, aliases } : draft, text, [
          ...placed.table.header.lines,
          ...line.lines,
        ]),
        lines: line.lines,
        rank,
        column: i + 1,
      }))
    })
    return [...spelled, ...found]
  })
}

/** A unit is taken from the header, which then is quoted too. */
const withUnit = (draft: Draft, text: string, lines: readonly number[]): Draft =>
  draft.kind === 'aspect' && draft.statement.startsWith(`${text} `) ? { ...draft, lines } : draft

/** "-v", "--force": a flag is code, however its table writes it. */
const asCode = (name: string): string => (/^-{1,2}[\p{L}\d][\p{L}\d-]*$/u.test(name) ? `\`${name}\`` : name)

/** A row whose name can stand in a question. */
function isAskable(term: string, said: string, lead: string): boolean {
  const isCode = /^`[^`]+`$/.test(term)
  // Several things in one cell: their properties stand beside them line by line.
  if (!isCode && term.includes(';')) return false
  if (isSign(term)) return lead !== '' || isPlainSign(term)
  if ((isNumber(term) || isLetter(term)) && said === '') return false
  if (!isTerm(term) && !isCode && !isNumber(term) && !isLetter(term)) return false
  // "Reef the sails early" is a deed: it is no thing of which something could be told.
  return !isPersonal(term) && (isCode || wordCount(term) <= 2 || !isOrdering(term))
}

/** A table that compares three things and more, read column by column: each is a thing, each row one of its properties. */
function turned(
  header: readonly string[],
  placed: PlacedTable,
  voice: Voice,
  linesOf: (row: TableRow) => readonly number[],
): Ranked[] {
  const rows: Rows = { ...readRows('', placed, voice), kind: '' }
  return header.slice(1).flatMap((thing, i) => {
    const { term: read, aliases } = readTerm(thing)
    const { term, name } = readRow(read, rows, '')
    if (!isAskable(term, name.said, name.lead)) return []
    return placed.table.rows.flatMap((line, at) => {
      const respect = respectName(cellAt(line, 0))
      const text = cellAt(line, i + 1)
      const fellows = line.cells.slice(1)
      if (respect === undefined || saysNothing(text)) return []
      const called = name.called === '' && name.said === '' ? sayTerm(term, voice) : name.called
      const cell = {
        rows,
        column: respect,
        fellows,
        columns: header.length,
        term,
        row: { ...name, called },
        text,
        turned: true,
        definition: '',
        voice,
      }
      return cellDrafts(cell).map((draft) => ({
        draft: draft.term === term ? { ...draft, aliases } : draft,
        lines: linesOf(line),
        rank: rankOfColumn(respect, fellows),
        column: at,
      }))
    })
  })
}

/** "-", "✓", an address, a whole paragraph or the author's own doings. */
const saysNothing = (text: string): boolean =>
  text === '' || wordCount(text) > 20 || isPersonal(text) || ticks.test(text) || /https?:/.test(text)

const ticks = /^(?:-|–|—|n\/a|[✓✔✅✗✘❌❎☑☐⚠]|x|yes|no|y|n|t|f|true|false|none|\?)$/iu
