import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { contentStems, normaliseText, singular, upTo, wordCount } from '../../basics/text.ts'
import { isNounToo } from '../../english/imperative.ts'
import { aspectOf } from '../../english/labels.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { bearsOwnNames, namesPerson } from '../../english/named-kinds.ts'
import { isPlural } from '../../english/nouns.ts'
import { isRelational } from '../../english/relational-nouns.ts'
import { shapeOf } from '../../english/shape.ts'
import { isProperName } from '../../english/title-case.ts'
import { topicOf } from '../../english/topics.ts'
import { gerundBase, thirdPersonBase } from '../../english/verbs.ts'
import type { Draft, Respect, TableRowName } from '../fact.ts'
import { sayTerm } from '../../english/say-term.ts'
import type { Voice } from '../read/voice.ts'
import { isQuality } from './compared-rows.ts'
import { isGrade } from './data-table.ts'
import {
  type Named,
  askColumn,
  be,
  does as agrees,
  isParticiple,
  lowerColumn,
  verbOf,
} from './table-words.ts'
import { type Rows, isLetter, isNumber, isNumberedSort, isPlainSign, isSign } from './table-rows.ts'
import { fitsAcronym } from './terms.ts'
import { cutTails } from './tails.ts'

/** A cell with the term of its row and the heading of its column. */
export interface Cell {
  readonly rows: Rows
  readonly column: string
  /** The cells of its column. */
  readonly fellows: readonly string[]
  /** How many columns its table has. */
  readonly columns: number
  readonly term: string
  readonly row: TableRowName
  readonly text: string
  /** True where the columns of the table are its things and its rows their properties. */
  readonly turned: boolean
  readonly voice: Voice
  /** What the row's cell of a column of definitions says, or ''. */
  readonly definition: string
}

type CellCase = Case<Cell, readonly Draft[]>

/** What a cell states about the term of its row, by the heading of its column. */
export const cellDrafts = (cell: Cell): readonly Draft[] => firstAnswer(cellCases, cell) ?? []

/** Headings of columns that say what something is. */
export const isDefinition = (column: string): boolean =>
  /^(?:definition|meaning|description|what it is|explanation|interpretation|details|summary|what|means|translation|notes?)$/i.test(
    column,
  )

/** "Meaning", "Description": what the text says of the term. */
const defines: CellCase = (cell) => {
  if (!isDefinition(cell.column)) return undefined
  const { term, row, rows } = cell
  const text = isSign(term) && contentStems(cell.text).length === 0 ? `“${cell.text}”` : cell.text
  const shape = shapeOf(text)
  if (fitsAcronym(term, text)) return [{ kind: 'expansion', term, statement: text }]
  if (isSign(term))
    return [
      asked({ ...cell, text }, isPlainSign(term) ? `what does ${term} mean` : `what does ${term} stand for`),
    ]
  if (isShorthand(cell)) return [asked(inField(cell), `what does ${term} mean`)]
  if (isNumber(term) || isLetter(term))
    return [asked(cell, coded.test(rows.kind) ? `what does ${row.said} mean` : `what is ${row.said}`)]
  if (/“[^”]+”$/.test(row.called)) return [asked(cell, `what does ${row.called} mean`)]
  if (isCode(term) && spelt.test(rows.kind)) return [asked(inField(cell), `what does ${term} mean`)]
  if (isCode(term) && ordering.test(rows.kind)) return does({ ...cell, row: { ...row, said: '' } })
  if (auxiliary.test(text)) return [asked(cell, `what characterises ${nameOf(cell)}`)]
  if (shape === 'third' || isPredicate(term, text) || (shape === 'imperative' && !describesNoun.test(text)))
    return does(cell)
  if (shape === 'used' || shape === 'for' || shape === 'infinitive') return serves({ ...cell, column: 'use' })
  if (shape === 'past' || wordCount(text) < 2) return []
  if (/`/.test(term) && shape === 'gerund') return does(cell)
  if (shape === 'gerund') return [asked(cell, `what ${agrees(named(cell))} ${nameOf(cell)} mean`)]
  if (row.said !== '') return [asked(cell, `what is ${row.said}`)]
  const { core, drafts } = cutTails(term, text)
  return [{ kind: 'definition', term, statement: core }, ...drafts]
}

/** "Has been paid", "does not change": what is true of it. */
const auxiliary =
  /^(?:can|cannot|can't|could|does|doesn't|has|have|is|isn't|may|might|must|should|was|were|will)\s/i

/** "Refers to", "Adjoins the": below a singular a word in -s before "to" or an article is no noun, it is what the term does. */
const isPredicate = (term: string, text: string): boolean =>
  !isPlural(term) && /^\p{Lu}?\p{Ll}+[^suis']s\s(?:to|an?|the|its|each|all|only)\s/u.test(text)

/** Kinds of signs: they have a meaning. */
const coded = /(?:bit|code|colou?r|digit|flag|letter|number|sign|signal|status|symbol|value)$/
const spelt =
  /(?:character|class|code|escape|expression|format|metacharacter|notation|pattern|placeholder|quantifier|regex|sequence|sign|symbol|token|wildcard)$/
/** Kinds of code that are told to do something. */
const ordering =
  /(?:action|binding|call|combination|command|directive|flag|function|hook|instruction|key|keyword|method|operation|operator|option|query|shortcut|statement|switch)$/

const isCode = (term: string): boolean => /^`[^`]+`$/.test(term)

/** "p.r.n.", "pp" below "Abbreviation" or "Symbol". */
const isShorthand = ({ term, rows: { first } }: Cell): boolean =>
  !isCode(term) &&
  term.length <= 8 &&
  /^(?:abbreviations?|acronyms?|abbr(?:ev)?\.?|letters?|marks?|markings?|notations?|shorthands?|signs?|symbols?)$/i.test(
    first,
  )

/** "In regular expressions, ": where a sign of code that no tool's name explains has its meaning. */
function inField(cell: Cell): Cell {
  const { subject } = cell.rows.placed
  if (cell.row.lead !== '' || subject === '' || /^(?:abbreviations?|acronyms?|symbols?)$/i.test(subject))
    return cell
  return { ...cell, row: { ...cell.row, lead: `In ${lowerStart(subject)}, ` } }
}

/** "Wire with an eye": what follows describes a noun, whatever verb is written like it. */
const describesNoun = /^\S+ (?:that|which|of|with|for|in|on|from|between|without|made|used)\b/i

/** "Creates a resource", "Create a resource": what the term does. */
function does(cell: Cell): readonly Draft[] {
  const { term, text, row } = cell
  if (term.startsWith('`') && row.said === '' && row.lead === '')
    return [{ kind: 'code', told: 'meaning', term, statement: text }]
  return row.said === '' && row.lead === '' && isCalledPlainly(cell)
    ? [{ kind: 'effect', term, deed: null, statement: text }]
    : [asked(cell, `what ${agrees(named(cell))} ${nameOf(cell)} do`)]
}

/** "Purpose", "What it does". */
const serves: CellCase = (cell) => {
  const { column, term, text, row } = cell
  const aspect = /^when to use|^use when/i.test(column) ? undefined : aspectOf(column)
  if (isCode(term) && deed.test(column)) return does(cell)
  if (aspect !== 'purpose' && !service.test(column)) return undefined
  const shape = shapeOf(text)
  if (shape === 'third' && wordCount(text) > 1) return does(cell)
  if (shape === 'noun' && !isCode(term)) {
    if (/^(?:functions?|jobs?|roles?)$/i.test(column)) return [inRespect(cell, column)]
    if (/^(?:what it does|does)$/i.test(column)) return defines({ ...cell, column: 'meaning' })
  }
  if (row.said === '' && row.lead === '' && isCalledPlainly(cell))
    return [{ kind: 'purpose', use: 'purpose', term, statement: text }]
  const told = shape === 'imperative' ? `to ${lowerStart(text)}` : text
  const who = nameOf(cell)
  const words =
    shape === 'clause' || shape === 'infinitive'
      ? `what is the purpose of ${who}`
      : `what ${be(named(cell))} ${who} used for`
  return [{ ...asked(cell, words), statement: told }]
}

const service = /^(?:what it does|used for|does|function|responsibility|job)$/i
const deed = /^(?:actions?|effect|default action|function|does|what it does)$/i

/** "Stands for". */
const expands: CellCase = ({ column, term, text }) =>
  /^(?:stands for|expansion|full (?:form|name)|long form|acronym for|abbreviation of)$/i.test(column) &&
  !isSign(term)
    ? [{ kind: 'expansion', term, statement: saidOnce(text) }]
    : undefined

/** "Fusiform face area (fusiform face area)". */
const saidOnce = (text: string): string => {
  const [, outer = text, inner = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? []
  return normaliseText(outer) === normaliseText(inner) ? outer : text
}

/** "Read as", "Name": how a sign is called. */
const namesSign: CellCase = (cell) => {
  const { column, term, text } = cell
  if (!isSign(term)) return undefined
  if (/^(?:stands for|quantity|represents|denotes|means)$/i.test(column))
    return [asked(cell, `what does ${term} stand for`)]
  return /^(?:name|read as|pronounced|called)$/i.test(column) && /\p{L}{2}/u.test(text)
    ? [inWords(cell, /^name$/i.test(column) ? `what is ${term} called` : `how is ${term} read`)]
    : []
}

/** "Contents" of a place. */
const holds: CellCase = (cell) =>
  /^contents?$/i.test(cell.column) && wordCount(cell.text) > 1
    ? [inWords(cell, `what ${agrees(named(cell))} ${nameOf(cell)} contain`)]
    : undefined

/** "Worst | O(n²)", "Insertion | O(1)", "Space | O(n)". */
const grows: CellCase = (cell) => {
  if (!/^O\(.+\)$/.test(cell.text) || /complexity/i.test(cell.column)) return undefined
  const column = cell.column.toLowerCase()
  const [, which] = /^(best|average|worst)(?: case)?$/.exec(column) ?? []
  if (which !== undefined) return [inRespect(cell, `${which}-case time complexity`)]
  if (/^(?:time|space|memory)$/.test(column)) return [inRespect(cell, `${column} complexity`)]
  return [inWords(cell, `what is the time complexity of ${column} in ${nameOf(cell)}`)]
}

/** "Also known as". */
const renames: CellCase = (cell) => {
  const name = nameOf(cell)
  if (
    /^(?:alias(?:es)?|alias(?:es)? names?|also (?:known as|called)|a\.?k\.?a\.?|(?:an)?other names?|alternative names?|synonyms?|nicknames?)$/i.test(
      cell.column,
    )
  )
    return [inWords(cell, `what ${be(named(cell))} ${name} also called`)]
  const { kind } = cell.rows
  // "No. | Nerve" below "Cranial nerves".
  return cell.row.said !== '' && kind.endsWith(` ${cell.column.toLowerCase()}`)
    ? [inWords(cell, `what is ${name} called`)]
    : undefined
}

/** No heading, a heading as long as a sentence or as short as a sign, or a table too wide for its cells to be told apart. */
const unaskable: CellCase = ({ column, columns }) =>
  column === '' ||
  // A tool above a column is what the row is told of, no property of it.
  topicOf(column) !== undefined ||
  columns > 8 ||
  wordCount(column) > 8 ||
  !/\p{L}{2}/u.test(column) ||
  /^\p{Ll}{1,2}$/u.test(column) ||
  /^(?:above|after|against|among|at|before|behind|below|beside|between|by|during|for|from|in|inside|near|of|on|outside|over|to|under|until|upon|with|without)$/i.test(
    column,
  )
    ? []
    : undefined

/** "Example": many others would do; which kind these belong to has one answer, where no other row has them too. */
const exemplifies: CellCase = (cell) => {
  if (!/^(?:examples?|e\.g\.?|for example)$/i.test(cell.column)) return undefined
  const { rows, text, term, row, fellows } = cell
  const { kind } = rows
  if (kind === '' || isSign(term) || isNumber(term) || givesAway(term, text)) return []
  if (fellows.filter((other) => normaliseText(other) === normaliseText(text)).length > 1) return []
  const told = {
    kind: 'aspect',
    term: text,
    statement: row.said === '' || isNumberedSort(term) ? plainName(cell) : term,
  } as const
  if (isQuoted(text) || (ofWords.test(kind) && isSaid(text)))
    return [
      { ...told, respect: { kind: 'asked', words: `which ${kind} is ${inQuotes(text)} an example of` } },
    ]
  const names = text.split(/,\s*|\s+(?:and|or)\s+/).map((name) => lowerExample(name, kind))
  const short = names.length <= 3 && names.every((name) => wordCount(name) <= 4 && !/[()`:;=]/.test(name))
  if (!short || shapeOf(text) !== 'noun') return []
  const many = names.length > 1 || isPlural(text)
  const examples = many ? `${joined(names)} examples` : `${joined(names)} an example`
  const words = `which ${kind} ${many ? 'are' : 'is'} ${examples} of`
  return [{ ...told, respect: { kind: 'asked', words } }]
}

/** "Antibody" shows "anti-". */
const givesAway = (term: string, text: string): boolean =>
  term
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((part) => part.length > 2 && text.toLowerCase().includes(part))

const isQuoted = (text: string): boolean => /^["“'‘].*["”'’]$/u.test(text)

/** Kinds whose examples are words or what somebody says. */
const ofWords =
  /(?:adverb|argument|bias|case|class|clause|conjunction|device|fallacy|figure|idiom|mood|noun|phrase|pronoun|register|rhyme|sentence|speech|tense|trope|verb|word)$/

/** A sentence, or words that are their own example: "quickly" of an adverb. */
const isSaid = (text: string): boolean =>
  wordCount(text) <= 14 &&
  !/[,;/]/.test(text.slice(0, -1)) &&
  (shapeOf(text) === 'clause' || /^\p{Ll}/u.test(text) || wordCount(text) >= 4)

const inQuotes = (text: string): string => `“${text.replace(/^["“'‘]|["”'’.]+$/gu, '')}”`

/** "Land": what belongs to a type of asset is a common noun. */
const lowerExample = (name: string, kind: string): string => {
  if (!/^\p{Lu}\p{Ll}+(?:[ /-]\p{L}.*)?$/u.test(name) || isProperName(upTo(name, /[\s/]/))) return name
  if (/\s\p{Ll}/u.test(name) || kind.includes(' of '))
    return name.replace(/(?<=^|\/)\p{Lu}(?=\p{Ll})/gu, (sign) => sign.toLowerCase())
  return lowerStart(name)
}

/** The row as it answers: "current" of "current asset", where the question names what it is a type of. */
const plainName = ({ term, rows: { described, areAdjectives } }: Cell): string =>
  (areAdjectives || isNumberedSort(term)) && described !== '' && term.endsWith(` ${described}`)
    ? term.slice(0, -described.length - 1)
    : term

const joined = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** "What is stored", "Data it keeps": a heading that is a respect as it stands. */
const namesRespect: CellCase = (cell) =>
  (/^what (?:is|are)\s(?!it\b|they\b)/i.test(cell.column) ||
    (/^\p{L}+ (?:it|they) \p{L}+/iu.test(cell.column) &&
      !/^(?:how|when|where|who|which|why|what) /i.test(cell.column))) &&
  !cell.column.endsWith('?')
    ? [inRespect(cell, cell.column)]
    : undefined

/** "How it scales", "Use when", "Depends on". */
const asksQuestion: CellCase = (cell) => {
  const asks = askColumn(cell.column, named(cell))
  if (asks !== undefined) {
    const isAim = /\byou use\b/.test(asks) && shapeOf(cell.text) === 'imperative'
    const told = isAim ? { ...cell, text: `to ${lowerStart(cell.text)}` } : cell
    return [
      /^(?:how|what|when|where|who|which|why)\b|^use when$/i.test(cell.column)
        ? asked(told, asks)
        : inWords(told, asks),
    ]
  }
  return /^(?:how|what|when|where|who|which|why)\b/i.test(cell.column) ? [] : undefined
}

const era = String.raw`(?:\s?(?:BCE?|CE|AD))?`
const about = String.raw`(?:c(?:a|irca)?\.?\s?)?`
/** "1893", "3 May 1948", "c. 300 BC". */
const year = new RegExp(
  String.raw`^(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}{2,8}\s)?(?:\d{1,2},\s)?${about}\d{3,4}s?${era}$`,
  'u',
)
/** "1600–1750", "27 BC – 14 AD", "1998 to present". */
const span = new RegExp(
  String.raw`^${about}\d{1,4}s?${era}\s?(?:[–—-]|to)\s?(?:${about}\d{1,4}s?${era}|present|today)$`,
  'u',
)
const isYear = (text: string): boolean => year.test(text)
const isSpan = (text: string): boolean => span.test(text)

/** What happens at some time: it has a result. */
const happens =
  /^(?:battle|conference|congress|coup|crisis|election|event|invasion|massacre|rebellion|revolt|revolution|riot|siege|strike|treaty|war)$/

/** "Year", "Founded", "Reign": when it was. */
const dates: CellCase = (cell) => {
  const { column, text, rows } = cell
  const name = nameOf(cell)
  if (/^(?:reign(?:ed)?|ruled)$/i.test(column))
    return isSpan(text) ? [inWords(cell, `when did ${name} reign`)] : []
  if (/^(?:lived|life|lifespan)$/i.test(column) && isSpan(text))
    return [inWords(cell, `when did ${name} live`)]
  // Of a person's row a year may be that of anything they did.
  if (namesPerson(rows.kind) && !isParticiple(column) && /^(?:years?|dates?|when|century)$/i.test(column))
    return []
  if (isParticiple(column) && !/\s/.test(column))
    return isYear(text) ? [inWords(cell, `when was ${name} ${column.toLowerCase()}`)] : []
  if (
    !/^(?:years?|dates?|period|era|reign|time(?: period)?|years? active|lifespan|when|century)$/i.test(column)
  )
    return undefined
  if (isSpan(text)) return [inWords(cell, `which years ${agrees(named(cell))} ${name} span`)]
  if (!isYear(text)) return /^(?:years?|dates?|when)$/i.test(column) ? [] : undefined
  if (happens.test(rows.kind) && !/^[\p{Lu}\d]+$/u.test(name)) {
    const event = name.toLowerCase().includes(rows.kind) ? name : `the ${rows.kind} of ${name}`
    return [inWords(cell, `when was ${/^the\s/i.test(event) ? event : `the ${event}`}`)]
  }
  return [inWords(cell, `which year ${agrees(named(cell))} ${name} date from`)]
}

/** "Prevents": what the term does to the cell; "Benefits" in a wide table is a respect. */
const acts: CellCase = (cell) => {
  const { column, columns, term, text, row } = cell
  const first = upTo(column, /[\s,]/)
  const verb = thirdPersonBase(first)
  if (verb === undefined || /s (?:of|for)\b/i.test(column) || !/^\p{L}+s(?:,|$)/u.test(column))
    return undefined
  if (isPlural(column) && columns > 2 && !surelyActs.test(column)) return [inRespect(cell, column)]
  const name = nameOf(cell)
  if (row.said === '' && row.lead === '' && isCalledPlainly(cell) && !tells.test(first))
    return [{ kind: 'effect', term, deed: { verb }, statement: lowerStart(text) }]
  return [asked(cell, `what ${agrees(named(cell))} ${name} ${verbOf(first)}`)]
}

const surelyActs =
  /^(?:prevents|protects|allows|returns|needs|requires|supports|avoids|checks|tests|stores|loads|runs|uses|means|does|carries|contains|holds|produces|causes|gives|makes|measures|separates|shows|tells|covers|treats|affects|controls|converts|describes|includes|involves|inhibits|secretes|stimulates)/i

/** Deeds that ask for one thing, and are told with a subject that has no deed of its own. */
const tells =
  /^(?:affects|carries|contains|controls|covers|describes|holds|includes|measures|separates|shows|tells|treats)$/i

/** "Conducts electricity": whether it does. */
const isPredicated: CellCase = ({ column }) => {
  const [, verb = ''] = /^(\p{Lu}?\p{Ll}+s)\s\p{Ll}+$/u.exec(column) ?? []
  return verb !== '' && thirdPersonBase(verb) !== undefined && !isNounToo(thirdPersonBase(verb) ?? '')
    ? []
    : undefined
}

/** "Use it for", "Where its data lives": such a sentence or list of respects has no question of its own. */
const isSentence: CellCase = ({ column }) =>
  (column.includes(' ') && isQuality(column)) ||
  /^(?:use|when|reads|writes)\s/i.test(column) ||
  /\b(?:it|they|its|their|you|we|i)\b|[?!]|\s(?:vs\.?|is|are)\s/i.test(column) ||
  /^(?:is|are|can|does|do|has|have|requires?d?)\s/i.test(column)
    ? []
    : undefined

/** "Ordered", "Mutable", "Worst": such a heading describes the row and names no respect; its noun may stand above. */
const describes: CellCase = (cell) => {
  const { column, rows } = cell
  if (
    !/^(?:\p{L}+(?:ed|able|ible|ful|less|ous)|best|worst|average|minimum|maximum|normal|typical)(?: case)?$/iu.test(
      column,
    )
  )
    return undefined
  const noun = rows.placed.subject
  return /^(?:best|worst|average|minimum|maximum)/i.test(column) && measured.test(noun)
    ? [inRespect(cell, `${column.toLowerCase()} ${noun.toLowerCase()}`)]
    : []
}

/** Nouns of which there is a best and a worst. */
const measured = /\b(?:complexity|time|cost|height|length|speed|size|weight|temperature|rate)$/i

/** "Moons | 95", "Number of legs | 8": how many there are. */
const counts: CellCase = (cell) => {
  if (!/^[\d.,]+$/.test(cell.text)) return undefined
  const [, counted] = /^(?:number of|no\.? of|#(?: of)?)\s+(.+)$/i.exec(cell.column) ?? []
  const noun = counted ?? (isPlural(cell.column) ? cell.column : undefined)
  const name = nameOf(cell)
  return noun === undefined
    ? undefined
    : [
        counted === undefined && !/\sper\s/.test(noun)
          ? asked(cell, `how many ${lowerColumn(noun)} ${agrees(named(cell))} ${name} have`)
          : inWords(cell, `how many ${lowerColumn(noun)} ${agrees(named(cell))} ${name} have`),
      ]
}

/** "Type", "Class": which of its kinds a row is. */
const sorts: CellCase = (cell) => {
  const { column, rows } = cell
  if (!/^(?:type|kind|class|category|sort)$/i.test(column)) return undefined
  const { kind } = rows
  if (kind === '' || kind.includes(' of ')) return []
  const name = cell.row.called === '' ? nameOf(cell) : lowerName(cell.term)
  const sorted = name.includes(kind) ? (kind.split(' ').at(-1) ?? kind) : kind
  return [inWords(cell, `which ${column.toLowerCase()} of ${sorted} ${be(named(cell))} ${name}`)]
}

const lowerName = (term: string): string => term.charAt(0).toLowerCase() + term.slice(1)

/** "Deficiency", "Excess": what too little or too much of it leads to. */
const lacks: CellCase = (cell) => {
  const [, lack] =
    /^(deficiency|deficit|excess|lack|loss|overdose|toxicity|damage|injury)(?: (?:disease|symptoms?|signs?|effects?))?$/i.exec(
      cell.column,
    ) ?? []
  if (lack === undefined) return undefined
  const name = nameOf(cell).replace(/^(?:an?|the) /, '')
  const words = /^(?:lack|loss)$/i.test(lack)
    ? `${lack.toLowerCase()} of ${name}`
    : `${name} ${lack.toLowerCase()}`
  return [inWords(cell, `what does ${words} cause`)]
}

/** "Inventor", "Written by": a name answers who. */
const asksWho: CellCase = (cell) =>
  /(?:er|or|ist|ian|author)$/i.test(cell.column) &&
  /^(?:\p{Lu}[\p{L}.'’-]*\s?(?:(?:de|van|von|der|la|di|of|and|&)\s)?){1,5}$/u.test(cell.text) &&
  wordCount(cell.column) <= 2 &&
  /^(?:\p{L}+\s)?(?:author|composer|creator|designer|director|discoverer|editor|explorer|founder|inventor|leader|painter|philosopher|producer|ruler|scientist|sculptor|successor|predecessor|writer)$/iu.test(
    cell.column,
  )
    ? [asked(cell, `who is the ${lowerColumn(cell.column)} of ${nameOf(cell)}`)]
    : undefined

/** "Director | Film": somebody made many works, a work was made by one. */
const madeWork: CellCase = ({ column, rows, text, term }) => {
  if (!namesPerson(rows.kind) || !work.test(column) || /[,;/]/.test(text) || !/^["“]?\p{Lu}/u.test(text))
    return undefined
  const words = `who is the ${rows.kind} of ${text}`
  return [{ kind: 'aspect', term: text, respect: { kind: 'asked', words }, statement: term }]
}

const work =
  /^(?:(?:famous|key|main|major|notable) )?(?:album|book|essay|film|novel|opera|painting|play|poem|song|story|symphony|work)$/i

/** "Balmer lines | Weak": how strong they are, but the question asks what they are. */
const isGradeOfMany: CellCase = ({ column, text }) => (isPlural(column) && isGrade(text) ? [] : undefined)

/** "Value", "Result", "Remarks": what they are of, only the whole table tells. */
const isVague: CellCase = ({ column, rows }) =>
  !(happens.test(rows.kind) && /^(?:results?|outcomes?)$/i.test(column)) &&
  /^(?:(?:key |main |other |extra )?(?:values?|amounts?|numbers?|totals?|results?|outputs?|inputs?|data|comments?|remarks?|others?|info(?:rmation)?|contents?|answers?|score|points|facts?|questions?|equivalents?|%|percent(?:age)?)|(?:im)?possible|mnemonics?|time|tips?|links?|sources?|references?|pages?|prepared|status)(?:\s\(.*)?$/i.test(
    column,
  )
    ? []
    : undefined

/** "$N$" answers nothing where the table does not say what the sign stands for. */
const isBareSign: CellCase = ({ column, text }) =>
  !symbolic.test(column) &&
  ((/^\$[^$]{1,12}\$$/.test(text) && !/\d/.test(text)) || /^\p{L}$|^[^\p{L}\p{N}]{1,3}$/u.test(text))
    ? []
    : undefined

const symbolic =
  /(?:abbreviation|chord|code|degree|formula|grade|key|letter|notation|note|prefix|shortcut|sign|suffix|symbol|syntax|unit)s?$/i

/** "Load balancing", "Error handling": a task that each row does in its own way. */
const handles: CellCase = (cell) => {
  const { column } = cell
  const isTask =
    wordCount(column) === 2 &&
    /^\p{L}+ \p{L}{2,}ing$/u.test(column) &&
    gerundBase((column.split(' ')[1] ?? '').toLowerCase()) !== undefined
  return isTask
    ? [inWords(cell, `how ${agrees(named(cell))} ${nameOf(cell)} handle ${lowerColumn(column)}`)]
    : undefined
}

/** Any other heading: "Layer", "Default port", "Mass (kg)". */
const otherRespect: CellCase = (cell) => {
  const [, name = cell.column, unit = ''] = /^(.+?)\s\((.{1,12})\)$/.exec(cell.column) ?? []
  const withUnit =
    /^[-+<>≤≥~\d.,\s×^–]+$/.test(cell.text) && unit !== ''
      ? `${cell.text} ${unit.replace(/^(million|thousand|billion)s$/, '$1')}`
      : cell.text
  const column = upTo(name, /[,/]/).trim()
  // "-ol", "rwx": a capital would make another sign of it.
  const isExact = exact.test(column) && /^\p{Ll}\S{0,7}$/u.test(withUnit)
  const text =
    isExact || /^-+\p{L}|\p{L}-+$|^[b-df-hj-np-tv-xz]{1,5}$/u.test(withUnit) ? `“${withUnit}”` : withUnit
  const told = { ...cell, text, column }
  if (/^the \p{Lu} in \p{Lu}+$/u.test(cell.row.said))
    return [inWords(told, `which ${lowerColumn(column)} does ${cell.row.said} stand for`)]
  // "Its first octet", "its default mask": what tells which one it is makes it one of the row.
  if (
    cell.turned ||
    definite.test(column) ||
    (isRelational(column) && !areMany(column)) ||
    /['’]s\s/.test(column)
  )
    return [inRespect(told, column)]
  const noun = lowerColumn(column)
  return [inWords(told, `which ${noun} ${isPlural(noun) ? 'are' : 'is'} associated with ${nameOf(cell)}`)]
}

/** Columns whose cells are spelt as they stand. */
const exact = /(?:abbreviation|code|ending|extension|notation|prefix|short (?:form|name)|shortcut|suffix)s?$/i

const definite =
  /^(?:average|best|chief|default|fifth|first|fourth|highest|last|lowest|main|maximum|minimum|normal|optimum|primary|second|standard|third|total|typical|usual|worst)\s/i

/** "Composers", "key authors": there are others of them. */
const areMany = (column: string): boolean => isPlural(column) && bearsOwnNames(singular(column))

/** In order: the first case that knows a cell's column answers for it. */
const cellCases: readonly CellCase[] = [
  unaskable,
  grows,
  holds,
  expands,
  renames,
  defines,
  namesSign,
  serves,
  exemplifies,
  dates,
  lacks,
  namesRespect,
  asksQuestion,
  acts,
  isPredicated,
  isSentence,
  describes,
  counts,
  sorts,
  asksWho,
  madeWork,
  isGradeOfMany,
  isVague,
  isBareSign,
  handles,
  otherRespect,
]

/** A term that needs no more than the note's own way to say it. */
const isCalledPlainly = ({ row, term }: Cell): boolean => row.called === '' || row.called === term

/** The term as the row is named in a sentence. */
const nameOf = ({ term, row, voice, definition }: Cell): string =>
  row.said || row.called || sayTerm(term, voice, { definition })

const named = (cell: Cell): Named => ({
  name: nameOf(cell),
  many: !isCode(cell.term) && isPlural(nameOf(cell)) && !bearsOwnNames(cell.rows.kind),
})

const inRespect = ({ term, text, row }: Cell, heading: string): Draft => ({
  kind: 'aspect',
  term,
  respect: respectOf(lowerColumn(heading), row),
  statement: text,
})

/** The column's respect, asked in words of its own. */
const inWords = ({ term, text, row, column }: Cell, asks: string): Draft => ({
  kind: 'aspect',
  term,
  respect: { kind: 'named', name: lowerColumn(column), row, asks },
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
