import { holdsAny } from '../../basics/first-answer.ts'
import { normaliseText } from '../../basics/text.ts'
import type { Table } from '../../note/note.ts'

/** A table as columns of cells, without the one that names its rows. */
interface Columns {
  readonly header: readonly string[]
  readonly names: readonly string[]
  readonly values: readonly (readonly string[])[]
  readonly heading: string
}

/**
 * True for a table of data: samples, forms, results, logs, schedules, grids. It is looked up and not learned: a question
 * about one of its cells is answered by the table only.
 */
export function holdsData(table: Table, heading: string): boolean {
  return holdsAny(laws, columnsOf(table, heading))
}

/** The same for a table that compares its columns: those share their values. */
export function holdsFigures(table: Table, heading: string): boolean {
  return holdsAny(
    laws.filter((law) => law !== isGrid && law !== repeatsItself),
    columnsOf(table, heading),
  )
}

function columnsOf(table: Table, heading: string): Columns {
  const header = table.header.cells.map((cell) => cell.trim())
  const width = Math.max(header.length, ...table.rows.map(({ cells }) => cells.length))
  const columnAt = (at: number): string[] => table.rows.map(({ cells }) => (cells[at] ?? '').trim())
  const values = Array.from({ length: Math.max(0, width - 1) }, (_, i) => columnAt(i + 1))
  return { header, names: columnAt(0), values, heading }
}

/** Columns of properties share no values: a colour is no temperature. What shares them is a grid of one kind of thing. */
const isGrid = ({ values }: Columns): boolean => {
  const columns = values
    .map((cells) => new Set(cells.map(normaliseText).filter((cell) => cell !== '')))
    .filter((cells) => cells.size > 0)
  if (columns.length < 2 || values.flat().filter(isGrowth).length * 2 > values.flat().length) return false
  const all = new Set(columns.flatMap((cells) => [...cells]))
  const shared = [...all].filter((cell) => columns.filter((cells) => cells.has(cell)).length > 1)
  return shared.length >= 2 ? shared.length / all.size >= 0.25 : shared.length / all.size > 0.5
}

/** "O(n log n)": how the cost of something grows is a fact of its own. */
const isGrowth = (cell: string): boolean => /^O\(.+\)$/.test(cell)

/** "burn | burn | beck": no property of a thing is the thing. A row that says its name again lists forms of it. */
const repeatsItself = ({ names, values }: Columns): boolean =>
  names.some(
    (name, at) =>
      /^\p{L}/u.test(name) &&
      values.some(
        (cells) => normaliseText(cells[at] ?? '') === normaliseText(name) && normaliseText(name) !== '',
      ),
  )

/** "Ports we use": of the writer's own. */
const isOwn = ({ heading }: Columns): boolean => /\b(?:I|we|our|my)\b/.test(heading)

/** Numbers below signs, or below what is only counted of a sample. */
const isMeasured = ({ header, names, values, heading }: Columns): boolean => {
  const cells = values.flat().filter((cell) => !/^[-–—]?$/.test(cell))
  if (cells.filter(isFigure).length < cells.length * 0.5) return false
  return (
    header.slice(1).some((cell) => statistic.test(cell) || isLoneSign(cell)) ||
    named.test(heading) ||
    (cells.every(isFigure) &&
      names.filter((name) => isFigure(name) || /^\p{L}{1,2}\d{1,2}$/u.test(name)).length > names.length / 2)
  )
}

/** A number, with or without its unit. */
const isFigure = (cell: string): boolean =>
  /^[-+−–~≈<>≤≥±$€£]*\s?\d[\d.,\s]*(?:\s?[%°\p{L}/²³]{1,6})?$/u.test(cell)

const statistic =
  /^(?:n|count|total|sum|mean|median|mode|average|avg|std|sd|se|variance|min(?:imum)?|max(?:imum)?|p-?value|accuracy|acc|loss|score|marks?|grade|points|error)$/i

const named =
  /\b(?:calculations?|data|examples?|experiments?|logs?|marks|measurements?|observations?|practical|readings?|results?|sample|scores?|trials?|worked example)\b/i

/** "i", "arr[i]", "P ∧ Q", "12": signs head the columns of a calculation. */
const isLoneSign = (cell: string): boolean => /^(?:\p{L}\d?|\d+|.*[[\]∧∨¬⊕→].*)$/u.test(cell)

const isCalculation = ({ header }: Columns): boolean => {
  const heads = header.slice(1)
  return heads.length > 1 && heads.filter(isLoneSign).length > heads.length / 2
}

/** "Base 1 | Base 2", "Input A | Input B": several of one kind side by side. */
const isPairing = ({ header }: Columns): boolean => {
  const bare = header
    .map((cell) => /^(\p{L}{2,}.*?)[\s-]?(?:\d+|\p{Lu})$/u.exec(cell)?.[1] ?? '')
    .filter((cell) => cell !== '')
  return new Set(bare).size < bare.length
}

/** What was done, or is to be done, on each day, in each run. */
const isLog = ({ header: [first = '', second = ''], values }: Columns): boolean =>
  values.length > 1 &&
  /^(?:attempt|dates?|day|experiment|iteration|lecture|participant|patient|round|run|sample|session|subject|time|trial|week)(?: ?(?:#|no\.?|number))?$/i.test(
    first,
  ) &&
  !/^(?:events?|what happened|development|battle|treaty|act|law|war|stage|phase)s?$/i.test(second)

/** Ticks, or figures, and nothing else, below no heading at all. */
const isHeadless = ({ header, values }: Columns): boolean =>
  header.every((cell) => cell === '') && values.length > 1

const laws: readonly ((columns: Columns) => boolean)[] = [
  isHeadless,
  isCalculation,
  isPairing,
  isOwn,
  repeatsItself,
  isLog,
  isMeasured,
  isGrid,
]

/** How much there is of something, or whether there is: an answer that one of two guesses gets right. */
export const isGrade = (cell: string): boolean =>
  /^(?:very |most |more |less |least |fairly |quite |slightly |somewhat |much |usually |mostly |too )?(?:absent|all|any|average|bad|big|both|easy|either|equal|excellent|expensive|cheap|fair|few|fast|good|great|hard|high|large|limited|little|long|low|many|maximum|medium|minimum|mixed|moderate|neither|no|none|n\/a|one|partial|poor|present|rare|rarely|short|simple|slow|small|some|strong|unlimited|varies|weak|rising|falling|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|positive|negative|stable|constant|same|yes|✓|✔|✅|✗|✘|❌|[-+*★☆]+)(?:er|est)?$/iu.test(
    cell.trim(),
  )

/** A column that only grades: its answers are few and are guessed. */
export function isGraded(cells: readonly string[]): boolean {
  const told = cells.map((cell) => normaliseText(cell)).filter((cell) => cell !== '')
  if (told.length === 0) return false
  if (cells.filter((cell) => cell.trim() !== '').filter(isGrade).length * 3 >= told.length * 2) return true
  return told.length >= 4 && new Set(told).size * 2 <= told.length
}
