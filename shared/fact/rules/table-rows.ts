import { singular, wordCount } from '../../basics/text.ts'
import { bearsOwnNames } from '../../english/named-kinds.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { isProperName, lowerTitle } from '../../english/title-case.ts'
import { topicIn } from '../../english/topics.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { TableRowName } from '../fact.ts'
import { subjectOf } from '../read/subject.ts'
import type { PlacedTable } from '../read/statement.ts'
import { sayTerm } from '../../english/say-term.ts'
import type { Voice } from '../read/voice.ts'
import { readTerm } from './terms.ts'

/** What the rows of a table are, read once for all of them. */
export interface Rows {
  /** The heading of the first column. */
  readonly first: string
  /** "hormone", "type of asset"; '' where the table does not say. */
  readonly kind: string
  /** What an adjective in a row describes: "asset"; ''. */
  readonly described: string
  /** True where the rows are adjectives: "Current", "Fixed", "Contingent". */
  readonly areAdjectives: boolean
  readonly placed: PlacedTable
  readonly voice: Voice
}

/** Reads what the rows are from the heading of their column, the headings above the table, and the rows themselves. */
export function readRows(heading: string, placed: PlacedTable, voice: Voice): Rows {
  const first = heading.replace(/(?<=\p{L}) names?$/iu, '')
  const kind = kindOf(first, placed)
  const described = describedBy(first, kind)
  const names = placed.table.rows.map(({ cells }) => readTerm((cells[0] ?? '').trim()).term)
  const own = described.split(' ').at(-1) ?? ''
  const share = (looks: RegExp): number =>
    names.filter((name) => !/\p{Lu}{2}/u.test(name) && looks.test(name)).length / names.length
  const areAdjectives =
    described !== '' &&
    names.length > 1 &&
    names.every((name) => wordCount(name) <= 3 && !name.toLowerCase().includes(own)) &&
    (share(strongAdjective) >= 1 / 2 || share(adjective) >= (kind === described ? 2 / 3 : 1 / 2))
  return { first, kind, described, areAdjectives, placed, voice }
}

/** A row with the term that it names and how a sentence names it. */
export interface Row {
  readonly term: string
  readonly name: TableRowName
}

/** "First" below "Normal form" is the first normal form, "404" an HTTP status code, "Insulin" the hormone insulin. */
export function readRow(read: string, rows: Rows, definition: string): Row {
  const { first, placed } = rows
  const term = withKind(read, rows)
  const row = kindWords(first)
  const hasKind =
    term !== read && rows.kind === rows.described && !numbered.test(read) && !isOwnSubject(term, read, placed)
  const said = hasKind ? `the ${ofName.test(read) ? term : lowerStart(term)}` : (sayRow(term, rows) ?? '')
  const named = {
    said,
    called: said === '' ? callRow(term, rows, definition) : '',
    lead: placeOfCode(term, rows),
  }
  if (isGeneric(row) || isSort(row) || term.toLowerCase().includes(row))
    return { term, name: { name: '', place: '', ...named } }
  const placeOnly = /^(?:level|layer|stage|step|phase|part|role)$/.test(row)
  const below = placed.subject.toLowerCase().includes(row)
    ? subjectOf(placed.path.slice(0, -1))
    : placed.subject
  return { term, name: { name: row, place: placeOnly && !/[“”]/.test(below) ? below : '', ...named } }
}

const isOwnSubject = (term: string, read: string, { subject }: PlacedTable): boolean =>
  term === `${read} ${subject.toLowerCase()}`

const kindWords = (header: string): string =>
  header
    .toLowerCase()
    .split(' ')
    .map((word, i, all) => (i === all.length - 1 ? singular(word) : word))
    .join(' ')

/** Headings of a first column that do not say what its rows are. */
const isGeneric = (row: string): boolean =>
  row === '' ||
  !/^[\p{Ll}\s-]+$/u.test(row) ||
  /^(?:abbr(?:ev)?|abbreviation|acronym|aspect|concept|digit|feature|how|item|key|name|no|number|term|topic|value|what|when|which|word)\b/.test(
    row,
  )

/** Nouns that name a kind only with what it is a kind of. */
const isSort = (row: string): boolean =>
  /^(?:branch|category|class|classification|division|example|family|form|kind|method|sort|subtype|type|variant|variety|way)$/.test(
    row,
  )

/** "HTTP status code" from the heading above a column "Code", "type of asset", else the column's own heading; '' for "Name". */
function kindOf(first: string, placed: PlacedTable): string {
  const row = kindWords(first)
  if (/^\p{L}+ of \p{L}/u.test(row) && isSort(row.split(' ')[0] ?? '')) return row
  const heading = bareHeading(placed.path.at(-1) ?? '')
  const last = heading.split(' ').at(-1) ?? ''
  const own = isGeneric(row) ? isPlural(heading) : kindWords(last) === (row.split(' ').at(-1) ?? '')
  if (own && !isSort(kindWords(heading)) && !/\sof\s/.test(heading) && isNominal(heading))
    return singularOf(heading)
  if (!isSort(row)) return isGeneric(row) ? '' : row
  const sorted = sortedOf(placed.path)
  return sorted === '' ? '' : `${row} of ${sorted}`
}

const bareHeading = (heading: string): string => cleanHeading(heading).replace(/\s*\([^()]*\)$/, '')

const isNominal = (heading: string): boolean =>
  wordCount(heading) <= 4 &&
  !/\s(?:and|or|vs)\s/i.test(heading) &&
  /^[\p{L}\d/ -]+$/u.test(heading) &&
  sectionKind(heading) === 'subject'

/** What the headings above say is sorted: "asset" of "Types of assets", "Asset types" and "Assets". */
function sortedOf(path: readonly string[]): string {
  for (let i = path.length - 1; i >= 0; i--) {
    const heading = bareHeading(path[i] ?? '')
    const bare = heading.replace(/^(?:the\s|(?:main|different|various)\s)+/i, '')
    const [, of = ''] = /^\p{L}+ of (?:the )?(.+)$/iu.exec(bare) ?? []
    const [, before = ''] =
      /^(.+) (?:branches|categories|classes|classification|families|forms|kinds|types|varieties)$/i.exec(
        bare,
      ) ?? []
    const thing = of !== '' ? of : before !== '' ? before : bare
    if (isSort(kindWords(thing)) || (of === '' && sectionKind(thing) !== 'subject')) continue
    return (of !== '' || isNominal(thing)) && wordCount(thing) <= 3 && !/\b(?:vs?|versus|and)\b/i.test(thing)
      ? singularOf(thing)
      : ''
  }
  return ''
}

/** "HTTP status code" from "HTTP status codes", "market structure" from "Market Structures". */
function singularOf(heading: string): string {
  const small = lowerTitle(heading)
  const [start = ''] = small.split(' ')
  const said =
    /^\p{Lu}\p{Ll}/u.test(small) && !isProperName(start)
      ? small.charAt(0).toLowerCase() + small.slice(1)
      : small
  const last = said.split(' ').at(-1) ?? ''
  return (
    said.slice(0, said.length - last.length) +
    (isPlural(last) ? singular(/^\p{Lu}\p{Ll}/u.test(last) ? last.toLowerCase() : last) : lowerStart(last))
  )
}

/** "asset" of "type of asset", "muscle" of "muscle type", else the kind itself. */
function describedBy(first: string, kind: string): string {
  const of = /\sof\s(.+)$/.exec(first)?.[1] ?? /\sof\s(.+)$/.exec(kind)?.[1]
  if (of !== undefined) return lowerStart(of)
  const last = kind.split(' ').at(-1) ?? ''
  if (/^(?:category|kind|sort|type|variety)$/.test(last)) return kind.slice(0, -last.length).trim()
  return wordCount(kind) <= 2 ? kind : ''
}

const ordinal = String.raw`first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth`
/** Adjectives by no ending. */
const plainAdjective = String.raw`abstract|bright|closed|cold|common|complex|compound|concrete|cool|dark|direct|double|dry|early|empty|even|false|fast|female|free|full|hard|heavy|high|hot|inner|large|late|left|light|long|low|lower|major|male|minor|mixed|multiple|narrow|odd|open|outer|private|pure|public|rare|real|right|rough|short|simple|single|slow|small|smooth|soft|static|strong|tall|triple|true|upper|warm|weak|wet|wide`
const compound = String.raw`\p{L}+-to-(?:many|one)|\p{L}+-(?:aside|through|behind|based|ahead|around)`

/** Words that describe whatever they stand above. */
const sureAdjective = new RegExp(
  String.raw`^(?:${ordinal}|\p{L}+(?:able|ible|(?<!e)ed|ic)|${compound})$`,
  'iu',
)
const strongAdjective = new RegExp(
  String.raw`^(?:${ordinal}|${plainAdjective}|(?:\p{L}+[/ -])*\p{L}+(?:al|ac|ian|ean|ese|ish|ic|ive|able|ible|(?<!e)ed|ary|ous|ful|less)|${compound})$`,
  'iu',
)
const adjective = new RegExp(
  String.raw`^(?:${ordinal}|${plainAdjective}|non-\p{L}+|(?:\p{L}+[/ -])*\p{L}+(?:al|ac|ar|ian|ean|ese|ish|ic|ive|able|ible|(?<!e)ed|ary|ory|ous|ful|less|ent|ant)|${compound})(?:/.*)?$`,
  'iu',
)

/** "Type I", "Class A": a kind of what stands above. */
const numbered = /^(?:type|class|grade|stage|group|category|phase|level|tier)\s(?:\d+|[IVX]+|\p{Lu})$/iu

/** The row with the noun that it only describes. */
function withKind(
  term: string,
  { first, kind, described, areAdjectives, placed: { subject } }: Rows,
): string {
  const isOne = areAdjectives && (kind !== described || adjective.test(term))
  // "Type | I" below "Hypersensitivity": type I hypersensitivity.
  const [sort = '', ...rest] = kind.split(' of ')
  if (
    (isNumber(term) || isLetter(term)) &&
    rest.length > 0 &&
    /^(?:category|class|grade|group|type)$/.test(sort)
  )
    return `${sort.charAt(0).toUpperCase()}${sort.slice(1)} ${term} ${described}`
  if (isOne || (numbered.test(term) && described !== '' && !isGeneric(kindWords(first))))
    return `${term.replace(/\/\p{Lu}(?=\p{Ll})/gu, (sign) => sign.toLowerCase())} ${described}`
  if (
    sureAdjective.test(term) &&
    described !== '' &&
    wordCount(described) <= 2 &&
    !isGeneric(kindWords(first))
  )
    return `${term} ${described}`
  const bare = strongAdjective.test(term) && !term.includes(' ')
  return bare && wordCount(subject) === 1 && isActivity(subject) ? `${term} ${subject.toLowerCase()}` : term
}

/**
 * A row whose term needs its kind to be understood: a number, a sign, a few capitals, a piece of code. Undefined for the
 * others, '' where the table does not tell the kind.
 */
function sayRow(term: string, rows: Rows): string | undefined {
  const { kind } = rows
  if (numberedSort.test(term)) {
    const isMass = isActivity(rows.described) || /(?:ia|ism|ity|ness|sis)$/.test(rows.described)
    const article = isMass || isPlural(rows.described) ? '' : 'a '
    return article + term.charAt(0).toLowerCase() + term.slice(1)
  }
  const short = isLetter(term) ? shortAround(term, rows) : undefined
  if (short !== undefined) return `the ${term} in ${short}`
  if (kind.includes(' of ')) return isNumber(term) || isLetter(term) ? '' : undefined
  if (isNumber(term) || isLetter(term)) return kind === '' ? '' : `${kind} ${term}${ofWhole(rows)}`
  if (/^\p{Lu}{1,3}\d{1,3}$/u.test(term)) return kind === '' ? undefined : `${kind} ${term}`
  const isShort = /^\p{Lu}{1,6}$/u.test(term) || isCodeTerm(term)
  if (!isShort || wordCount(kind) < 2) return undefined
  return `the ${kind} ${term}`
}

/** "Type IV hypersensitivity". */
export const isNumberedSort = (term: string): boolean => numberedSort.test(term)

const numberedSort = /^(?:Category|Class|Grade|Group|Type) (?:\d+|[IVX]+|\p{Lu}) \p{Ll}/u

/** "SOLID" above rows S, O, L, I and D. */
function shortAround(letter: string, { first, placed: { path } }: Rows): string | undefined {
  if (!/^(?:letter|initial|)$/i.test(first)) return undefined
  return path
    .flatMap((heading) => heading.match(/(?<![\p{L}\p{N}])\p{Lu}{3,8}(?![\p{L}\p{N}])/gu) ?? [])
    .findLast((short) => short.includes(letter))
}

/** " of the OSI model": a stage or a level is one of something. */
function ofWhole({ kind, placed: { path }, voice }: Rows): string {
  if (!/^(?:degree|grade|layer|level|phase|stage|step|tier)$/.test(kind)) return ''
  const whole = subjectOf(path)
  if (whole === '' || whole.toLowerCase().includes(kind)) return ''
  const said = sayTerm(whole, voice)
  return ` of ${isPlural(said) || isActivity(said) ? said : `the ${said.replace(/^(?:an?|the) /, '')}`}`
}

/** "The process state “ready”": such members are words that mean something else by themselves. */
const ofState = /(?:^|\s)(?:condition|grade|priority|rating|severity|state|status)$/

/** "Dorian", "Spenserian", "Japanese": adjectives of names keep their capital. */
const ofName = /^\p{Lu}\p{Ll}+(?:an|ese|ish)$/u

/** "the hormone insulin": which noun a lone word with a capital is, and whether it is counted, only its kind tells. */
function callRow(term: string, { kind, described, voice }: Rows, definition: string): string {
  const lower = term.charAt(0).toLowerCase() + term.slice(1)
  const [start = '', next = ''] = term.split(' ')
  if (ofName.test(start) && next === described.split(' ')[0] && next !== '')
    return sayTerm(term, voice).replace(start.toLowerCase(), start)
  // "The battle of Orléans": an event of a place is called by both.
  if (/^(?:battle|conference|congress|massacre|siege|treaty)$/.test(kind) && /^\p{Lu}\p{Ll}+$/u.test(term))
    return `the ${kind} of ${term}`
  if (bearsOwnNames(kind)) return /^\p{Lu}/u.test(term) && !/\s\p{Ll}{3,}$/u.test(term) ? term : ''
  if (/^\p{Lu}\p{Ll}+$/u.test(term) && isPlural(term)) return lower
  if (kind === '' || kind.includes(' of ') || wordCount(kind) > 2) return ''
  if (ofState.test(kind) && /^\p{Lu}?\p{Ll}+$/u.test(term)) return `the ${kind} “${lower}”`
  if (term.includes(' ') && lower.endsWith(` ${kind.split(' ').at(-1)}`)) return sayTerm(term, voice)
  if (kind.endsWith('test') && !/test$/i.test(term) && /^\p{Lu}\p{Ll}+(?:[ -]\p{Ll}+)?$/u.test(term))
    return `the ${lower} ${kind}`
  if (/^\p{Lu}\p{Ll}+['’]s?$/u.test(term)) return `the ${term} ${kind}`
  if (!/^\p{Lu}\p{Ll}+$/u.test(term)) return ''
  const said = sayTerm(term, voice, { definition })
  if (said !== term || isProperName(term)) return ''
  if (voice.names.has(singular(term.toLowerCase())) || lower.includes(kind)) return ''
  if (/^(?:attribute|measure|parameter|property|quality|quantity|variable)$/.test(kind)) return lower
  // "The Dorian mode", "the postorder traversal": such a kind follows what tells which one it is.
  if (term.endsWith('ian')) return `the ${term} ${kind}`
  if (described !== kind) return `the ${lower} ${described}`
  return followsName.test(kind) ? `the ${lower} ${kind}` : `the ${kind} ${lower}`
}

/** Kinds that stand behind what names them: the octave interval, the mantle layer. The hormone is called insulin. */
const followsName =
  /(?:age|approach|boundary|disease|effect|era|function|interval|ion|layer|level|method|mode|model|movement|operation|pattern|period|phase|position|precaution|principle|process|reaction|route|scale|stage|strategy|structure|style|syndrome|theory|traversal)$/

const isCodeTerm = (term: string): boolean => /^`[^`]+`$/.test(term)

/** "$N$", "λ", "∧": a sign, which means something else in the next formula. */
export const isSign = (term: string): boolean =>
  /^\$[^$]+\$$|^\p{Ll}$|^\p{Script=Greek}$/u.test(term) || isPlainSign(term)

/** "∧", "♮": a sign that is no letter. */
export const isPlainSign = (term: string): boolean => /^[\p{Sm}\p{So}\p{Sk}¬±×÷√∞∴∵]{1,2}\uFE0F?$/u.test(term)

/** "O" below "Spectral class". */
export const isLetter = (term: string): boolean => /^\p{Lu}$/u.test(term)

/** "404", "2xx", "-1", "IV": a row that only its kind explains. */
export const isNumber = (term: string): boolean => /^[-+]?\d[\d.,]*(?:xx?|\s?%)?$|^[IVX]{2,5}$/.test(term)

/** "With nmap, ": the program whose flags a table lists, where no topic is known by its name. */
const withProgram = (kind: string, subject: string): string =>
  /^(?:argument|flag|option|parameter|subcommand|switch)$/.test(kind) && /^[a-z][\w.+-]{1,15}$/.test(subject)
    ? `With ${subject}, `
    : ''

/** "In Docker, " for a row of code in a note about it: what the code does, it does there only. */
function placeOfCode(term: string, { kind, placed: { path, subject } }: Rows): string {
  if (isSign(term)) {
    const field =
      /\sin (\p{L}[\p{L} -]+)$/u.exec(subject)?.[1] ??
      subject.replace(/\s?\b(?:symbols?|signs?|notations?|operators?|connectives?|letters?|alphabet)$/i, '')
    return field === '' || isGeneric(kindWords(field)) ? '' : `In ${lowerTitle(lowerStart(field))}, `
  }
  if (!isCodeTerm(term)) return ''
  const topic = path.map((heading) => topicIn(cleanHeading(heading))).findLast((found) => found !== undefined)
  if (topic === undefined) return withProgram(kind, subject)
  return topic.named.test(`${kind} ${term}`) ? '' : `${topic.lead}, `
}
