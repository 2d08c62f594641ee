import { wordCount } from '../../basics/text.ts'
import type { Draft, ForeignTongue } from '../fact.ts'
import { isTerm } from '../../english/is-term.ts'
import { trimEnd } from '../../english/phrase.ts'
import { grammars } from '../../language/grammar.ts'
import { type Tongue, isFramed } from '../../language/language.ts'

import { fromVocabulary } from './from-vocabulary.ts'
import type { TongueOf } from '../read/note-tongues.ts'
import type { PlacedTable, Reading } from '../read/statement.ts'
import type { Placed } from '../to-fact.ts'
import { abroad } from './from-foreign.ts'

/** The facts of the tables that are not in English. */
export function fromForeignTables({ tables }: Reading, tongueOf: TongueOf): Placed[] {
  return tables.flatMap((placed) => {
    const { path, table } = placed
    const cells = [table.header, ...table.rows].flatMap((row) => row.cells).join('\n')
    const tongue = tongueOf(cells, path)
    if (tongue === 'en') return []
    return fromForeignTable(placed, tongue).map(({ draft, lines }) => ({
      draft: abroad(draft, tongue, path),
      lines,
      path,
    }))
  })
}

/** A table in another language: each cell is asked for by its row and its column, without a sentence around them. */
function fromForeignTable(
  placed: PlacedTable,
  tongue: ForeignTongue,
): { draft: Draft; lines: readonly number[] }[] {
  if (placed.section === 'noise') return []
  // Words and their meanings are read whatever the language is.
  if (fromVocabulary(placed) !== undefined) return []
  const [first = '', ...columns] = placed.table.header.cells.map((cell) => trimEnd(cell))
  if (columns.length > 4 || [first, ...columns].some((cell) => weighs(cell, tongue))) return []
  return placed.table.rows.flatMap((row) => {
    const [name = '', ...cells] = row.cells.map((cell) => cell.trim())
    if (!isTerm(name)) return []
    return columns.flatMap((column, i): { draft: Draft; lines: readonly number[] }[] => {
      const text = cells[i] ?? ''
      if (column === '' || saysNothing(text, tongue)) return []
      // Without a heading of its own the first column names respects, and the columns are what is compared.
      const [term, respect] = first === '' ? [column, name] : [name, column]
      const said = { kind: 'named', name: respect, row: null } as const
      return [{ draft: { kind: 'aspect', respect: said, term, statement: text }, lines: row.lines }]
    })
  })
}

/** Columns for and against something are two lists side by side: their rows join what does not belong together. */
const weighs = (cell: string, tongue: Tongue): boolean =>
  /\([+–-]\)/.test(cell) || (isFramed(tongue) && grammars[tongue].forAndAgainst.test(cell))

const saysNothing = (text: string, tongue: Tongue): boolean =>
  text === '' ||
  wordCount(text) > 20 ||
  /^(?:[-–—✓✗xX?]|n\/a|ja|nein|sí|si|não|sim|oui|non|да|нет|是|否)$/iu.test(text) ||
  /https?:/.test(text) ||
  (isFramed(tongue) && grammars[tongue].see.test(text))
