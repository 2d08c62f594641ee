import { countBy } from '../../basics/group-by.ts'
import { normaliseText, wordCount } from '../../basics/text.ts'
import type { Table, TableRow } from '../../note/note.ts'
import type { Draft } from '../fact.ts'
import { cellDrafts } from './cell-drafts.ts'
import { comparedColumns, comparedRow } from './compared-rows.ts'
import { dateDrafts } from './from-date.ts'
import { isLetter, isNumber, isSign, rowName, withKind } from './table-words.ts'
import { fromVocabulary } from './from-vocabulary.ts'
import { isForeign } from '../../language/tell-language.ts'
import { isTerm } from '../../english/is-term.ts'
import { fromProblemSolution } from './from-problem-solution.ts'
import { trimEnd } from '../../english/phrase.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { labelKind } from '../../english/labels.ts'
import { isOrdering } from '../../english/shape.ts'
import { readTerm } from './terms.ts'
import type { PlacedTable } from '../read/statement.ts'
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
export function fromTable(written: PlacedTable, voice: Voice): Found[] {
  if (written.section === 'noise') return []
  const vocabulary = fromVocabulary(written)
  if (vocabulary !== undefined) return vocabulary
  const placed = { ...written, table: withoutCount(written.table) }
  const header = placed.table.header.cells.map((cell) => trimEnd(cell.replace(/\s*\$\(([^$]*)\)\$/, ' ($1)')))
  if (isRegister(header) || describes.test(header[0] ?? '') || isInAnotherLanguage(placed.table)) return []
  const read = rowReader(header, placed, voice)
  return placed.table.rows.flatMap((row) => read(row).map((draft) => ({ draft, lines: row.lines })))
}

/** How the rows of a table are read: as problems, dates, things compared, or terms. */
function rowReader(
  header: readonly string[],
  placed: PlacedTable,
  voice: Voice,
): (row: TableRow) => readonly Draft[] {
  const pair = pairColumns(header)
  if (pair !== undefined) return (row) => problemRow(row, pair, placed)
  if (dated.test(header[0] ?? '')) return (row) => dateDrafts(cellAt(row, 0), cellAt(row, 1))
  const compared = comparedColumns(header)
  if (compared !== undefined) {
    const { lines } = placed.table.header
    return (row) =>
      comparedRow(row.cells, compared, voice).map((draft) => ({ ...draft, lines: [...lines, ...row.lines] }))
  }
  return (row) => termRow(row, header, placed, voice)
}

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
  isForeign([...header.cells, ...rows.slice(0, 20).flatMap(({ cells }) => cells)].join(' '))

/** Routes, variables, files, dates: a table to look things up in, not to learn. */
const isRegister = (header: readonly string[]): boolean =>
  (header.some((cell) => registered.test(cell)) &&
    !/^(?:code|status code)$/i.test(header[0] ?? '') &&
    header.some((cell) => placesOrDates.test(cell))) ||
  // "Field | Type | Description" describes the writer's own data.
  (/^(?:fields?|columns?|parameters?|params?|props?|attributes?|variables?|names?|arguments?)$/i.test(
    header[0] ?? '',
  ) &&
    header.some((cell) => /^(?:types?|data types?|required\??|default(?: value)?)$/i.test(cell)))

const registered =
  /^(?:method|endpoint|route|url|path|variable|env|link|date|deadline|author|owner|name of file|file|folder|status|version|week|day|url path|http method)s?$/i
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

/** The facts of the cells behind the term in a row's first one. */
function termRow(
  row: TableRow,
  header: readonly string[],
  placed: PlacedTable,
  voice: Voice,
): readonly Draft[] {
  const { term: read, aliases, expansion } = readTerm(cellAt(row, 0))
  const first = header[0] ?? ''
  const term = withKind(read, first, placed.subject)
  const named = rowName(first, read, placed)
  const isCode = /^`[^`]+`$/.test(term)
  if (isSign(term) && named.lead === '') return []
  if (
    (!isTerm(term) && !isCode && !((isNumber(term) || isLetter(term)) && named.said !== '')) ||
    isPersonal(term)
  )
    return []
  // "Reef the sails early" is a deed: it is no thing of which something could be told.
  if (!isCode && wordCount(term) > 2 && isOrdering(term)) return []
  const drafts = header.slice(1).flatMap((column, i) => {
    const text = cellAt(row, i + 1)
    return saysNothing(text)
      ? []
      : cellDrafts({ first, column, columns: header.length, term, row: named, text, placed, voice })
  })
  const withAliases = drafts.map((draft) => (draft.term === term ? { ...draft, aliases } : draft))
  return [...(expansion === undefined ? [] : [expansion]), ...withAliases]
}

/** "-", "✓", an address, a whole paragraph or the author's own doings. */
const saysNothing = (text: string): boolean =>
  text === '' || wordCount(text) > 20 || isPersonal(text) || ticks.test(text) || /https?:/.test(text)

const ticks = /^(?:-|–|—|n\/a|[✓✔✅✗✘❌❎☑☐⚠]|x|yes|no|y|n|true|false|none|\?)$/iu
