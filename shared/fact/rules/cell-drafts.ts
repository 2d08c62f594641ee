import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { upTo, wordCount } from '../../basics/text.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isPlural } from '../../english/nouns.ts'
import { shapeOf } from '../../english/shape.ts'
import { aspectOf } from '../../english/labels.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import type { Draft, Respect, TableRowName } from '../fact.ts'
import type { PlacedTable } from '../read/statement.ts'
import { sayTerm } from '../../english/say-term.ts'
import type { Voice } from '../read/voice.ts'
import { isRespect } from './compared-rows.ts'
import { cutTails } from './tails.ts'
import { askColumn, isNumber, kindOf, isSign, lowerColumn, verbOf } from './table-words.ts'

/** A cell with the term of its row and the headings of its column and of the first one. */
export interface Cell {
  readonly first: string
  readonly column: string
  /** How many columns its table has. */
  readonly columns: number
  readonly term: string
  readonly row: TableRowName
  readonly text: string
  readonly placed: PlacedTable
  readonly voice: Voice
}

type CellCase = Case<Cell, readonly Draft[]>

/** What a cell states about the term of its row, by the heading of its column. */
export const cellDrafts = (cell: Cell): readonly Draft[] => firstAnswer(cellCases, cell) ?? []

/** "Meaning", "Description": what the text says of the term. */
const defines: CellCase = (cell) => {
  if (
    !/^(?:definition|meaning|description|what it is|explanation|details|summary|what|means|translation|notes?)$/i.test(
      cell.column,
    )
  )
    return undefined
  const { term, text, row } = cell
  const shape = shapeOf(text)
  if (isSign(term)) return [asked(cell, `what does ${term} stand for`)]
  if (isNumber(term)) return [asked(cell, `what does ${row.said} mean`)]
  if (shape === 'third' || (shape === 'imperative' && !describesNoun.test(text))) return does(cell)
  if (shape === 'used' || shape === 'for' || shape === 'infinitive') return serves({ ...cell, column: 'use' })
  if (shape === 'past' || wordCount(text) < 2) return []
  if (/`/.test(term) && shape === 'gerund') return does(cell)
  if (row.said !== '') return [asked(cell, `what is ${row.said}`)]
  const { core, drafts } = cutTails(term, text)
  return [{ kind: 'definition', term, statement: core }, ...drafts]
}

/** "Wire with an eye": what follows describes a noun, whatever verb is written like it. */
const describesNoun = /^\S+ (?:that|which|of|with|for|in|on|from|between|without|made|used)\b/i

/** "Creates a resource", "Create a resource": what the term does. */
function does(cell: Cell): readonly Draft[] {
  const { term, text, row } = cell
  if (term.startsWith('`') && row.said === '' && row.lead === '')
    return [{ kind: 'code', told: 'meaning', term, statement: text }]
  return row.said === '' && row.lead === ''
    ? [{ kind: 'effect', term, deed: null, statement: text }]
    : [asked(cell, `what does ${nameOf(cell)} do`)]
}

/** "Purpose", "What it does". */
const serves: CellCase = (cell) => {
  const { column, term, text, row } = cell
  const aspect = /^when to use|^use when/i.test(column) ? undefined : aspectOf(column)
  if (aspect !== 'purpose' && !service.test(column)) return undefined
  const shape = shapeOf(text)
  if (shape === 'third' && wordCount(text) > 1) return does(cell)
  if (row.said === '' && row.lead === '') return [{ kind: 'purpose', use: 'purpose', term, statement: text }]
  const told = shape === 'imperative' ? `to ${lowerStart(text)}` : text
  const who = nameOf(cell)
  const words =
    shape === 'clause' || shape === 'infinitive' ? `what is the purpose of ${who}` : `what is ${who} used for`
  return [{ ...asked(cell, words), statement: told }]
}

const service = /^(?:what it does|used for|does|function|responsibility|job)$/i

/** "Stands for". */
const expands: CellCase = ({ column, term, text }) =>
  /^(?:stands for|expansion|full (?:form|name)|long form|acronym for|abbreviation of)$/i.test(column)
    ? [{ kind: 'expansion', term, statement: text }]
    : undefined

/** No heading, a heading as long as a sentence, or a table too wide for its cells to be told apart. */
const unaskable: CellCase = ({ column, columns }) =>
  column === '' || columns > 7 || wordCount(column) > 7 ? [] : undefined

/** "Feature | A | B | C": what is true of one of many in the respect of a row has no question of its own. */
const comparesMany: CellCase = ({ first, columns }) => (columns >= 3 && isRespect(first) ? [] : undefined)

/** "Example": many others would do; which kind these belong to has one answer. */
const exemplifies: CellCase = (cell) => {
  if (!/^(?:examples?|e\.g\.?)$/i.test(cell.column)) return undefined
  const { first, placed, text, term } = cell
  const kind = kindOf(first, placed)
  const names = text.split(/,\s*|\s+(?:and|or)\s+/)
  const short = names.length <= 3 && names.every((name) => wordCount(name) <= 3 && !/[()`:;=]/.test(name))
  if (kind === '' || !short || shapeOf(text) !== 'noun') return []
  const many = names.length > 1 || isPlural(text)
  const examples = many ? `${joined(names)} examples` : `${text} an example`
  const words = `which ${kind} ${many ? 'are' : 'is'} ${examples} of`
  return [{ kind: 'aspect', respect: { kind: 'asked', words }, term: text, statement: term }]
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** "Made of", "Written in". */
const madeOf: CellCase = (cell) =>
  /^(?:\p{L}+ed|made|built|known|born|written|found|set|sold|grown|drawn)\s(?:of|in|by|for|as|from|with|on|at|to|into|out of)$/iu.test(
    cell.column,
  )
    ? [asked(cell, `what is ${nameOf(cell)} ${lowerColumn(cell.column)}`)]
    : undefined

/** "What is stored", "Data it keeps": a heading that is a respect as it stands. */
const namesRespect: CellCase = (cell) =>
  /^what (?:is|are)\s|^\p{L}+ (?:it|they) \p{L}+/iu.test(cell.column) &&
  !/^(?:how|when|where|who|which|why|what) (?:it|they)\b/i.test(cell.column)
    ? [inRespect(cell, cell.column)]
    : undefined

/** "How it scales", "Use when". */
const asksQuestion: CellCase = (cell) =>
  /^(?:how|what|when|where|who|which|why)\b|^use when$/i.test(cell.column)
    ? [asked(cell, askColumn(cell.column, nameOf(cell)))]
    : undefined

/** "Prevents": what the term does to the cell; "Benefits" in a wide table is a respect. */
const acts: CellCase = (cell) => {
  const { column, columns, term, text, row } = cell
  const first = upTo(column, /[\s,]/)
  const verb = thirdPersonBase(first)
  if (verb === undefined || /s (?:of|for)\b/i.test(column) || !/^\p{L}+s(?:,|$)/u.test(column))
    return undefined
  if (isPlural(column) && columns > 2 && !surelyActs.test(column)) return [inRespect(cell, column)]
  return row.said === '' && row.lead === ''
    ? [{ kind: 'effect', term, deed: { verb }, statement: text }]
    : [asked(cell, `what does ${nameOf(cell)} ${verbOf(first)}`)]
}

const surelyActs =
  /^(?:prevents|allows|returns|needs|requires|supports|avoids|checks|tests|stores|loads|runs|uses|means|does|carries|contains|holds|produces|causes|gives|makes)/i

/** "Use it for", "Where its data lives": such a sentence or list of respects has no question of its own. */
const isSentence: CellCase = ({ column }) =>
  /^(?:use|when|reads|writes)\s/i.test(column) || /\b(?:it|they|its|their)\b/.test(column) ? [] : undefined

/** "Ordered", "Mutable", "Worst": such a heading describes the row and names no respect; its noun may stand above. */
const describes: CellCase = (cell) => {
  const { column, placed } = cell
  if (
    !/^(?:\p{L}+(?:ed|able|ible|ful|less|ous)|best|worst|average|minimum|maximum)(?: case)?$/iu.test(column)
  )
    return undefined
  const noun = placed.subject
  return /^(?:best|worst|average|minimum|maximum)/i.test(column) && measured.test(noun)
    ? [inRespect(cell, `${column.toLowerCase()} ${noun.toLowerCase()}`)]
    : []
}

/** Nouns of which there is a best and a worst. */
const measured = /\b(?:complexity|time|cost|height|length|speed|size|weight|temperature|rate)$/i

/** "Moons | 95": how many there are. */
const counts: CellCase = (cell) =>
  isPlural(cell.column) && /^[\d.,]+$/.test(cell.text)
    ? [asked(cell, `how many ${lowerColumn(cell.column)} does ${nameOf(cell)} have`)]
    : undefined

/** "Inventor", "Written by": a name answers who. */
const asksWho: CellCase = (cell) =>
  /(?:er|or|ist|ian|author)$/i.test(cell.column) &&
  /^(?:\p{Lu}[\p{L}.'’-]*\s?(?:(?:de|van|von|der|la|di|of|and|&)\s)?){2,5}$/u.test(cell.text) &&
  wordCount(cell.column) <= 2 &&
  /^(?:\p{L}+\s)?(?:author|composer|creator|designer|director|discoverer|editor|explorer|founder|inventor|leader|painter|philosopher|producer|ruler|scientist|sculptor|successor|predecessor|writer)$/iu.test(
    cell.column,
  )
    ? [asked(cell, `who is the ${lowerColumn(cell.column)} of ${nameOf(cell)}`)]
    : undefined

/** "Balmer lines | Weak": how strong they are, but the question asks what they are. */
const isGrade: CellCase = ({ column, text }) =>
  isPlural(column) &&
  /^(?:very |most |more |less |least )?(?:absent|big|average|bad|few|fast|good|great|high|large|little|long|low|many|medium|moderate|poor|rare|short|slow|small|strong|weak)(?:er|est)?$/i.test(
    text.replace(/^(?:slightly|somewhat|much)\s/i, ''),
  )
    ? []
    : undefined

/** "Value", "Result", "Remarks": what they are of, only the whole table tells. */
const isVague: CellCase = ({ column }) =>
  /^(?:values?|amounts?|numbers?|totals?|results?|outputs?|inputs?|data|comments?|remarks?|others?|info(?:rmation)?|contents?|answers?|score|points|%|percent(?:age)?)(?:\s\(.*)?$/i.test(
    column,
  )
    ? []
    : undefined

/** Any other heading: "Layer", "Default port", "Mass (kg)". */
const otherRespect: CellCase = (cell) => {
  const [, name = cell.column, unit = ''] = /^(.+?)\s\((.{1,12})\)$/.exec(cell.column) ?? []
  const text = /^[-+<>≤≥~\d.,\s×^–]+$/.test(cell.text) && unit !== '' ? `${cell.text} ${unit}` : cell.text
  return [inRespect({ ...cell, text }, upTo(name, /,/))]
}

/** In order: the first case that knows a cell's column answers for it. */
const cellCases: readonly CellCase[] = [
  unaskable,
  comparesMany,
  defines,
  serves,
  expands,
  exemplifies,
  madeOf,
  namesRespect,
  asksQuestion,
  acts,
  isSentence,
  describes,
  counts,
  asksWho,
  isGrade,
  isVague,
  otherRespect,
]

/** The term as the row is named in a sentence. */
const nameOf = ({ term, row, voice }: Cell): string => row.said || sayTerm(term, voice)

const inRespect = ({ term, text, row }: Cell, heading: string): Draft => ({
  kind: 'aspect',
  term,
  respect: respectOf(lowerColumn(heading), row),
  statement: text,
})

const asked = ({ term, text, row: { lead } }: Cell, words: string): Draft => ({
  kind: 'aspect',
  respect: { kind: 'asked', words: `${lead}${words}` },
  term,
  statement: text,
})

/** A column's heading as a respect; some headings name one that has a question of its own. */
function respectOf(name: string, row: TableRowName): Respect {
  switch (name) {
    case 'importance':
    case 'tool':
      return { kind: name }
    case 'tools':
      return { kind: 'tools', names: [] }
    case 'cover':
      return { kind: 'coverage' }
    default:
      return { kind: 'named', name: singularLetter(name), row }
  }
}

/** "Time(s)" is "time". */
const singularLetter = (name: string): string => name.replace(/\(s\)$/, '')
