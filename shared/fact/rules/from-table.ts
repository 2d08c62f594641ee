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
  if (
    header.some((cell) =>
      /^(?:method|endpoint|route|url|path|variable|env|link|date|deadline|author|owner|name of file|file|folder|status|version|week|day|url path|http method)s?$/i.test(
        cell,
      ),
    ) &&
    !/^(?:code|status code)$/i.test(header[0] ?? '') &&
    header.some((cell) =>
      /endpoint|route|url|path|variable|link|date|deadline|week|status|file|folder/i.test(cell),
    )
  )
    return []
  if (describes.test(header[0] ?? '')) return []
  const problemAt = header.findIndex((cell) => labelKind(cell) === 'problem')
  const solutionAt = header.findIndex((cell) => labelKind(cell) === 'solution')
  return placed.table.rows.flatMap((row) => {
    const at = (column: number): string => (row.cells[column] ?? '').trim()
    if (problemAt >= 0 && solutionAt >= 0) {
      const described = header.findIndex((cell) =>
        /^(?:description|details|cause|context|symptom)$/i.test(cell),
      )
      const pair = {
        title: at(problemAt),
        problem: described >= 0 ? at(described) : '',
        solution: at(solutionAt),
        items: [],
        lines: [row.line],
        path: placed.path,
      }
      const clauseTitle = wordCount(at(problemAt)) > 8
      return fromProblemSolution(
        clauseTitle ? { ...pair, title: '', problem: at(problemAt) } : { ...pair, problem: '' },
      ).map((draft) => ({ draft, lines: [row.line] }))
    }
    const read = readTerm(at(0))
    const { aliases, expansion } = read
    const term = withKind(read.term, header[0] ?? '')
    if ((!isTerm(term) && !/^`[^`]+`$/.test(term)) || isPersonal(term)) return []
    const drafts = header.slice(1).flatMap((column, i) => {
      const cell = at(i + 1)
      if (
        cell === '' ||
        wordCount(cell) > 20 ||
        isPersonal(cell) ||
        /^(?:-|–|—|n\/a|✓|x|yes|no|y|n|true|false|\?)$/i.test(cell) ||
        /https?:/.test(cell)
      )
        return []
      return cellDrafts(header[0] ?? '', column, term, cell, header.length, placed)
    })
    const withAliases = drafts.map((draft) => (draft.term === term ? { ...draft, aliases } : draft))
    return [...(expansion === undefined ? [] : [expansion]), ...withAliases].map((draft) => ({
      draft,
      lines: [row.line],
    }))
  })
}

/** A first column of descriptions names no things that the other columns could tell something about. */
const describes =
  /^(?:explanation|description|comment|remark|note|detail|reason|example|meaning|purpose|use case|when)s?$/i

function cellDrafts(
  first: string,
  column: string,
  term: string,
  cell: string,
  columns: number,
  placed: PlacedTable,
): Draft[] {
  const defines =
    /^(?:definition|meaning|description|what it is|explanation|details|summary|what|means|translation)$/i.test(
      column,
    )
  if (defines) return termDrafts(term, cell, pseudoStatement(placed, cell))
  const aspect = /^when to use|^use when/i.test(column) ? undefined : aspectOf(column)
  if (aspect === 'purpose' || /^(?:what it does|used for|does|function|responsibility|job)$/i.test(column)) {
    return shapeOf(cell) === 'third' && wordCount(cell) > 1
      ? [{ kind: 'effect', term, deed: null, statement: cell }]
      : [{ kind: 'purpose', use: 'purpose', term, statement: cell }]
  }
  if (/^(?:stands for|expansion|full (?:form|name)|long form)$/i.test(column))
    return [{ kind: 'expansion', term, statement: cell }]
  if (column === '' || columns > 5 || wordCount(column) > 7) return []
  if ((columns >= 3 && isRespect(first)) || /^\p{Lu}{2,}\b|^\p{Lu}\p{Ll}+\p{Lu}/u.test(column)) {
    return wordCount(column) > 3
      ? []
      : [
          {
            kind: 'aspect',
            term: column,
            respect: {
              kind: 'compared',
              name: lowerColumn(term),
              head: singular(first.toLowerCase()) || 'aspect',
            },
            statement: cell,
          },
        ]
  }
  if (
    /^(?:\p{L}+ed|made|built|known|born|written|found|set|sold|grown|drawn)\s(?:of|in|by|for|as|from|with|on|at|to|into|out of)$/iu.test(
      column,
    )
  )
    return [asked(term, `what is ${term} ${lowerColumn(column)}`, cell)]
  const row = rowName(first, term, placed)
  const named: Draft = { kind: 'aspect', term, respect: respectOf(lowerColumn(column), row), statement: cell }
  if (
    /^what (?:is|are)\s|^\p{L}+ (?:it|they) \p{L}+/iu.test(column) &&
    !/^(?:how|when|where|who|which|why|what) (?:it|they)\b/i.test(column)
  )
    return [named]
  if (/^(?:how|what|when|where|who|which|why)\b|^use when$/i.test(column))
    return [asked(term, askColumn(column, term), cell)]
  const verb = thirdPersonBase(upTo(column, /[\s,]/))
  if (verb !== undefined && !/s (?:of|for)\b/i.test(column) && /^\p{L}+s(?:,|$)/u.test(column))
    return isPlural(column) &&
      columns > 2 &&
      !/^(?:prevents|allows|returns|needs|requires|supports|avoids|checks|tests|stores|loads|runs|uses|means|does)/i.test(
        column,
      )
      ? [named]
      : [{ kind: 'effect', term, deed: { verb }, statement: cell }]
  if (/^(?:use|when|reads|writes)\s/i.test(column)) return []
  // A column that is a sentence or a list of respects has no question of its own.
  if (/\b(?:it|they|its|their)\b/.test(column)) return []
  return [{ ...named, respect: respectOf(lowerColumn(upTo(column, /,/)), row) }]
}

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

/** A first column that names respects: the other columns are the things compared. */
const isRespect = (first: string): boolean =>
  /^(?:|aspect|feature|criterion|criteria|topic|property|characteristic|point|area|dimension|question)s?$/i.test(
    first,
  )

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
