import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { normaliseText, singular, upTo, wordCount } from '../../basics/text.ts'
import type { TableRow } from '../../note/note.ts'
import type { Draft, Respect, TableRowName } from '../fact.ts'
import { askColumn, lowerColumn, rowName, withKind } from './table-words.ts'
import { termDrafts } from './from-definition.ts'
import { fromVocabulary } from './from-vocabulary.ts'
import { isTerm } from '../../english/is-term.ts'
import { fromProblemSolution } from './from-problem-solution.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { aspectOf, labelKind } from '../../english/labels.ts'
import { readTerm } from './terms.ts'
import type { PlacedTable, Statement } from '../read/statement.ts'

/** Tables without the rows that other tables of the note begin with too: what those say depends on their table. */
export function apartRows(tables: readonly PlacedTable[]): PlacedTable[] {
  const keys = tables.map(({ table }) => new Set(table.rows.map((row) => rowKey(table.header, row))))
  return tables.map((placed, i) => {
    const elsewhere = (row: TableRow): boolean =>
      keys.some((key, j) => j !== i && key.has(rowKey(placed.table.header, row)))
    return { ...placed, table: { ...placed.table, rows: placed.table.rows.filter((row) => !elsewhere(row)) } }
  })
}

const rowKey = (header: TableRow, row: TableRow): string =>
  JSON.stringify([...header.cells, row.cells[0]].map((cell) => normaliseText(cell ?? '')))

/** A table states a fact in each cell: its row gives the term, its column the respect. */
export function fromTable(placed: PlacedTable): { draft: Draft; lines: readonly number[] }[] {
  if (placed.section === 'noise') return []
  const vocabulary = fromVocabulary(placed)
  if (vocabulary !== undefined) return vocabulary
  const header = placed.table.header.cells.map((cell) => trimEnd(cell))
  if (isRegister(header) || describes.test(header[0] ?? '')) return []
  const pair = pairColumns(header)
  return placed.table.rows.flatMap((row) => {
    const drafts = pair === undefined ? termRow(row, header, placed) : problemRow(row, pair, placed)
    return drafts.map((draft) => ({ draft, lines: row.lines }))
  })
}

/** Routes, variables, files, dates: a table to look things up in, not to learn. */
const isRegister = (header: readonly string[]): boolean =>
  header.some((cell) => registered.test(cell)) &&
  !/^(?:code|status code)$/i.test(header[0] ?? '') &&
  header.some((cell) => placesOrDates.test(cell))

const registered =
  /^(?:method|endpoint|route|url|path|variable|env|link|date|deadline|author|owner|name of file|file|folder|status|version|week|day|url path|http method)s?$/i
const placesOrDates = /endpoint|route|url|path|variable|link|date|deadline|week|status|file|folder/i

/** A first column of descriptions names no things that the other columns could tell something about. */
const describes =
  /^(?:explanation|description|comment|remark|note|detail|reason|example|meaning|purpose|use case|when)s?$/i

/** Where a table of problems has its problems and their solutions. */
interface PairColumns {
  readonly problem: number
  readonly solution: number
}

function pairColumns(header: readonly string[]): PairColumns | undefined {
  const problem = header.findIndex((cell) => labelKind(cell) === 'problem')
  const solution = header.findIndex((cell) => labelKind(cell) === 'solution')
  return problem < 0 || solution < 0 ? undefined : { problem, solution }
}

const cellAt = (row: TableRow, column: number): string => (row.cells[column] ?? '').trim()

/** A short problem is its own title, a long one is told in a clause. */
function problemRow(row: TableRow, pair: PairColumns, { path }: PlacedTable): readonly Draft[] {
  const told = cellAt(row, pair.problem)
  const isClause = wordCount(told) > 8
  return fromProblemSolution({
    title: isClause ? '' : told,
    problem: isClause ? told : '',
    solution: cellAt(row, pair.solution),
    items: [],
    lines: row.lines,
    path,
  })
}

/** The facts of the cells behind the term in a row's first one. */
function termRow(row: TableRow, header: readonly string[], placed: PlacedTable): readonly Draft[] {
  const { term: read, aliases, expansion } = readTerm(cellAt(row, 0))
  const first = header[0] ?? ''
  const term = withKind(read, first)
  if ((!isTerm(term) && !/^`[^`]+`$/.test(term)) || isPersonal(term)) return []
  const drafts = header.slice(1).flatMap((column, i) => {
    const text = cellAt(row, i + 1)
    return saysNothing(text) ? [] : cellDrafts({ first, column, columns: header.length, term, text, placed })
  })
  const withAliases = drafts.map((draft) => (draft.term === term ? { ...draft, aliases } : draft))
  return [...(expansion === undefined ? [] : [expansion]), ...withAliases]
}

/** "-", "✓", an address, a whole paragraph or the author's own doings. */
const saysNothing = (text: string): boolean =>
  text === '' || wordCount(text) > 20 || isPersonal(text) || ticks.test(text) || /https?:/.test(text)

const ticks = /^(?:-|–|—|n\/a|[✓✔✅✗✘❌❎☑☐⚠]|x|yes|no|y|n|true|false|\?)$/iu

/** A cell with the term of its row and the headings of its column and of the first one. */
interface Cell {
  readonly first: string
  readonly column: string
  /** How many columns its table has. */
  readonly columns: number
  readonly term: string
  readonly text: string
  readonly placed: PlacedTable
}

type CellCase = Case<Cell, readonly Draft[]>

const cellDrafts = (cell: Cell): readonly Draft[] => firstAnswer(cellCases, cell) ?? []

/** "Meaning": what the text says of the term. */
const defines: CellCase = ({ column, term, text, placed }) =>
  /^(?:definition|meaning|description|what it is|explanation|details|summary|what|means|translation)$/i.test(
    column,
  )
    ? termDrafts(term, text, pseudoStatement(placed, text))
    : undefined

/** "Purpose", "What it does". */
const serves: CellCase = ({ column, term, text }) => {
  const aspect = /^when to use|^use when/i.test(column) ? undefined : aspectOf(column)
  if (aspect !== 'purpose' && !service.test(column)) return undefined
  return shapeOf(text) === 'third' && wordCount(text) > 1
    ? [{ kind: 'effect', term, deed: null, statement: text }]
    : [{ kind: 'purpose', use: 'purpose', term, statement: text }]
}

const service = /^(?:what it does|used for|does|function|responsibility|job)$/i

/** "Stands for". */
const expands: CellCase = ({ column, term, text }) =>
  /^(?:stands for|expansion|full (?:form|name)|long form)$/i.test(column)
    ? [{ kind: 'expansion', term, statement: text }]
    : undefined

/** No heading, a heading as long as a sentence, or a table too wide for its cells to be told apart. */
const unaskable: CellCase = ({ column, columns }) =>
  column === '' || columns > 5 || wordCount(column) > 7 ? [] : undefined

/** "Feature | REST | GraphQL": the columns are the things compared, the row is the respect. */
const compares: CellCase = ({ first, column, columns, term, text }) => {
  if (!(columns >= 3 && isRespect(first)) && !nameOfThing.test(column)) return undefined
  if (wordCount(column) > 3) return []
  const head = singular(first.toLowerCase()) || 'aspect'
  const respect: Respect = { kind: 'compared', name: lowerColumn(term), head }
  return [{ kind: 'aspect', term: column, respect, statement: text }]
}

/** "REST", "GraphQL". */
const nameOfThing = /^\p{Lu}{2,}\b|^\p{Lu}\p{Ll}+\p{Lu}/u

/** A first column that names respects: the other columns are the things compared. */
const isRespect = (first: string): boolean =>
  /^(?:|aspect|feature|criterion|criteria|topic|property|characteristic|point|area|dimension|question)s?$/i.test(
    first,
  )

/** "Made of", "Written in". */
const madeOf: CellCase = ({ column, term, text }) =>
  /^(?:\p{L}+ed|made|built|known|born|written|found|set|sold|grown|drawn)\s(?:of|in|by|for|as|from|with|on|at|to|into|out of)$/iu.test(
    column,
  )
    ? [asked(term, `what is ${term} ${lowerColumn(column)}`, text)]
    : undefined

/** "What is stored", "Data it keeps": a heading that is a respect as it stands. */
const namesRespect: CellCase = (cell) =>
  /^what (?:is|are)\s|^\p{L}+ (?:it|they) \p{L}+/iu.test(cell.column) &&
  !/^(?:how|when|where|who|which|why|what) (?:it|they)\b/i.test(cell.column)
    ? [inRespect(cell, cell.column)]
    : undefined

/** "How it scales", "Use when". */
const asksQuestion: CellCase = ({ column, term, text }) =>
  /^(?:how|what|when|where|who|which|why)\b|^use when$/i.test(column)
    ? [asked(term, askColumn(column, term), text)]
    : undefined

/** "Prevents": what the term does to the cell; "Benefits" in a wide table is a respect. */
const acts: CellCase = (cell) => {
  const { column, columns, term, text } = cell
  const verb = thirdPersonBase(upTo(column, /[\s,]/))
  if (verb === undefined || /s (?:of|for)\b/i.test(column) || !/^\p{L}+s(?:,|$)/u.test(column))
    return undefined
  return isPlural(column) && columns > 2 && !surelyActs.test(column)
    ? [inRespect(cell, column)]
    : [{ kind: 'effect', term, deed: { verb }, statement: text }]
}

const surelyActs =
  /^(?:prevents|allows|returns|needs|requires|supports|avoids|checks|tests|stores|loads|runs|uses|means|does)/i

/** "Use it for", "Where its data lives": such a sentence or list of respects has no question of its own. */
const isSentence: CellCase = ({ column }) =>
  /^(?:use|when|reads|writes)\s/i.test(column) || /\b(?:it|they|its|their)\b/.test(column) ? [] : undefined

/** Any other heading: "Layer", "Default port". */
const otherRespect: CellCase = (cell) => [inRespect(cell, upTo(cell.column, /,/))]

/** In order: the first case that knows a cell's column answers for it. */
const cellCases: readonly CellCase[] = [
  defines,
  serves,
  expands,
  unaskable,
  compares,
  madeOf,
  namesRespect,
  asksQuestion,
  acts,
  isSentence,
  otherRespect,
]

const inRespect = ({ first, term, text, placed }: Cell, heading: string): Draft => ({
  kind: 'aspect',
  term,
  respect: respectOf(lowerColumn(heading), rowName(first, term, placed)),
  statement: text,
})

const asked = (term: string, words: string, cell: string): Draft => ({
  kind: 'aspect',
  respect: { kind: 'asked', words },
  term,
  statement: cell,
})

/** A column's heading as a respect; some headings name one that has a question of its own. */
function respectOf(name: string, row: TableRowName): Respect {
  switch (name) {
    case 'importance':
    case 'example':
    case 'tool':
      return { kind: name }
    case 'tools':
      return { kind: 'tools', names: [] }
    case 'cover':
      return { kind: 'coverage' }
    default:
      return { kind: 'named', name, row }
  }
}

function pseudoStatement(placed: PlacedTable, text: string): Statement {
  return {
    label: '',
    text,
    full: text,
    strong: [],
    lines: [],
    subject: placed.subject,
    section: placed.section,
    path: placed.path,
    items: [],
    listed: true,
    opens: false,
    leadIn: '',
    checked: null,
  }
}
