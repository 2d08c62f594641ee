import { singular, upTo, wordCount } from '../basics/text.ts'
import type { Draft } from './fact.ts'
import { termDrafts } from './from-definition.ts'
import { isTerm } from './is-term.ts'
import { fromProblemSolution } from './from-problem-solution.ts'
import { isPlural } from './nouns.ts'
import { trimEnd } from './phrase.ts'
import { shapeOf } from './shape.ts'
import { thirdPersonBase } from './verbs.ts'
import { subjectOf } from './subject.ts'
import { isPersonal } from './impersonal.ts'
import { aspectOf, labelKind } from './labels.ts'
import { readTerm } from './terms.ts'
import type { PlacedTable, Statement } from './statement.ts'

/** A table states a fact in each cell: its row gives the term, its column the respect. */
export function fromTable(placed: PlacedTable): { draft: Draft; lines: readonly number[] }[] {
  if (placed.section === 'noise') return []
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
        /^(?:-|–|—|n\/a|✓|x|yes|no|\?)$/i.test(cell) ||
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
    return shapeOf(cell) === 'third'
      ? [{ kind: 'effect', term, slot: '', statement: cell }]
      : [{ kind: 'purpose', term, statement: cell }]
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
            slot: `in terms of ${lowerColumn(term)}`,
            cue: `for the ${singular(first.toLowerCase()) || 'aspect'}`,
            statement: cell,
          },
        ]
  }
  const cue = rowCue(first, term, placed)
  const slot = lowerColumn(column)
  if (
    /^what (?:is|are)\s|^\p{L}+ (?:it|they) \p{L}+/iu.test(column) &&
    !/^(?:how|when|where|who|which|why|what) (?:it|they)\b/i.test(column)
  )
    return [{ kind: 'aspect', term, slot, cue, statement: cell }]
  if (/^(?:how|what|when|where|who|which|why)\b|^use when$/i.test(column))
    return [{ kind: 'aspect', term, slot: askColumn(column, term), statement: cell }]
  const verb = thirdPersonBase(upTo(column, /[\s,]/))
  if (verb !== undefined && !/s (?:of|for)\b/i.test(column) && /^\p{L}+s(?:,|$)/u.test(column))
    return isPlural(column) &&
      columns > 2 &&
      !/^(?:prevents|allows|returns|needs|requires|supports|avoids|checks|tests|stores|loads|runs|uses|means|does)/i.test(
        column,
      )
      ? [{ kind: 'aspect', term, slot, cue, statement: cell }]
      : [{ kind: 'effect', term, slot: verb, statement: cell }]
  if (/^(?:use|when|reads|writes)\s/i.test(column)) return []
  // A column that is a sentence or a list of respects has no question of its own.
  if (/\b(?:it|they|its|their)\b/.test(column)) return []
  return [{ kind: 'aspect', term, slot: lowerColumn(upTo(column, /,/)), cue, statement: cell }]
}

/** A first column that names respects: the other columns are the things compared. */
const isRespect = (first: string): boolean =>
  /^(?:|aspect|feature|criterion|criteria|topic|property|characteristic|point|area|dimension|question)s?$/i.test(
    first,
  )

/** "for the attack" above "XSS"; a place in an order ("level", "stage") is named with its heading. */
function rowCue(first: string, term: string, placed: PlacedTable): string {
  const row = first
    .toLowerCase()
    .split(' ')
    .map((word, i, all) => (i === all.length - 1 ? singular(word) : word))
    .join(' ')
  const generic =
    row === '' ||
    !/^[\p{Ll}\s-]+$/u.test(row) ||
    /^(?:term|name|concept|item|topic|word|key|feature|aspect|no|what|which|when|how)\b/.test(row) ||
    term.toLowerCase().includes(row)
  if (generic) return 'for'
  const placeOnly = /^(?:level|layer|stage|step|phase|part|type|kind|category|role)$/.test(row)
  const below = placed.subject.toLowerCase().includes(row)
    ? subjectOf(placed.path.slice(0, -1))
    : placed.subject
  return placeOnly && below !== '' && !/[“”]/.test(below) ? `in “${below}”, for the ${row}` : `for the ${row}`
}

/** "First" below "Normal form" is the first normal form. */
function withKind(term: string, header: string): string {
  const adjective =
    /^(?:first|second|third|fourth|fifth|\p{L}+(?:al|ic|ive|able|ed|ary|-to-many|-to-one))$/iu.test(term)
  const kind = header.toLowerCase()
  return adjective &&
    wordCount(kind) <= 2 &&
    kind !== '' &&
    !/^(?:type|kind|name|term|concept|aspect|property|feature|technology|tool|method|level|word|key)s?$/.test(
      kind,
    )
    ? `${term} ${kind}`
    : term
}

/** "How it loads related objects" for a row X asks "how does X load related objects". */
function askColumn(column: string, term: string): string {
  if (/^use when$/i.test(column)) return `when do you use ${term}`
  const advised = /^(how|when|where|why) to (\p{L}+)(?: (?:it|them))?$/iu.exec(column)
  if (advised?.[1] !== undefined && advised[2] !== undefined)
    return `${advised[1].toLowerCase()} do you ${advised[2].toLowerCase()} ${term}`
  const found = /^(how|what|when|where|who|which|why)\s+(?:it|they)\s+(\p{L}+?)(s?)(\s.*)?$/iu.exec(column)
  if (found?.[1] === undefined || found[2] === undefined) {
    const verb = /^(what|who|which)\s+(.+)$/i.exec(column)
    return verb === null ? `${column.toLowerCase()} ${term}` : `${lowerColumn(column)} ${term}`
  }
  if (/^(?:i|ar|wa|ha)$/i.test(found[2]))
    return `${found[1].toLowerCase()} ${found[2].toLowerCase()}${found[3] ?? ''} ${term}${found[4] ?? ''}`
  return `${found[1].toLowerCase()} does ${term} ${found[2]}${found[4] ?? ''}`
}

const lowerColumn = (column: string): string =>
  /^\p{Lu}\p{Ll}+(?!['’]s)(?=\s|$)/u.test(column) ? column.charAt(0).toLowerCase() + column.slice(1) : column

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
