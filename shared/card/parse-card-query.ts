import { type Day, isDay } from '../basics/time.ts'
import type { CardFlag } from './card-flags.ts'
import {
  type CardStanding,
  type Comparison,
  type NumberField,
  type TextField,
  choiceFields,
  numberFields,
  patternField,
  queryFields,
  textFields,
} from './card-query-fields.ts'
import type { CardKind } from './card.ts'
import { type QueryPiece, cutQuery } from './cut-query.ts'
import { readPattern } from './read-pattern.ts'

/** What one term of a query asks of a card. */
export type CardCondition =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'is'; readonly standing: CardStanding }
  | { readonly kind: 'kind'; readonly cardKind: CardKind }
  | { readonly kind: 'flag'; readonly flag: CardFlag }
  | { readonly kind: 'text'; readonly field: TextField; readonly part: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | {
      readonly kind: 'number'
      readonly field: NumberField
      readonly compares: Comparison
      readonly value: number
    }
  | { readonly kind: 'dueDay'; readonly compares: Comparison; readonly day: Day }
  | { readonly kind: 'dueIn'; readonly compares: Comparison; readonly days: number }

/** Where something stands in the text of a query: from the first character up to, not with, the last. */
export interface QueryPlace {
  readonly from: number
  readonly to: number
  readonly text: string
}
export interface CardTerm extends QueryPlace {
  readonly negated: boolean
  readonly condition: CardCondition
}
export interface QueryProblem extends QueryPlace {
  /** What is wrong, and what to write instead. */
  readonly sentence: string
}
export interface CardQuery {
  /** Every one of them must fit. */
  readonly terms: readonly CardTerm[]
  readonly problems: readonly QueryProblem[]
}

/** Reads a search of cards. Never throws: what is not understood is a problem with its place, the rest still stands. */
export function parseCardQuery(text: string): CardQuery {
  const terms: CardTerm[] = []
  const problems: QueryProblem[] = []
  for (const piece of cutQuery(text)) {
    const place = { from: piece.from, to: piece.to, text: text.slice(piece.from, piece.to) }
    // Notes are read in this form, whatever their files are in.
    const read = readPiece({ ...piece, value: piece.value.normalize('NFC') })
    if (typeof read === 'string') problems.push({ ...place, sentence: read })
    else terms.push({ ...place, negated: piece.negated, condition: read })
  }
  return { terms, problems }
}

/** The query without one of its terms. */
export function withoutTerm(text: string, { from, to }: QueryPlace): string {
  return `${text.slice(0, from)} ${text.slice(to)}`.replaceAll(/\s+/g, ' ').trim()
}

/** What a piece asks, or the sentence that says why it asks nothing. */
function readPiece({ field, sign, value, isOpen }: QueryPiece): CardCondition | string {
  if (isOpen) return 'A quotation mark is not closed.'
  if (field === null) {
    return value.trim() === ''
      ? 'Between the quotation marks there is nothing.'
      : { kind: 'words', words: value }
  }
  if (!queryFields.includes(field)) {
    return `There is no search by “${field}”. Known are ${queryFields.join(', ')}. To look for the words themselves, put them in quotation marks.`
  }
  if (value.trim() === '') return `Something is missing after “${field}${sign}”.`
  if (field === 'due') return readDue(compared(sign), value)
  if (isNumberField(field)) return readNumber(field, compared(sign), value)
  if (sign !== ':' && sign !== '=')
    return `“${field}” is not a number. Write ${field}: and what it should be.`
  if (field === patternField) {
    const read = readPattern(value)
    return typeof read === 'string' ? read : { kind: 'pattern', pattern: value }
  }
  if (isTextField(field)) return { kind: 'text', field, part: value.trim() }
  return readChoice(field, value.toLowerCase().replaceAll(/[ -]/g, '_'))
}

function readChoice(field: string, value: string): CardCondition | string {
  const choices = choiceFields[field] ?? []
  if (!choices.includes(value)) return `“${field}:” takes one of ${choices.join(', ')}.`
  if (field === 'is') return { kind: 'is', standing: value as CardStanding }
  return field === 'kind'
    ? { kind: 'kind', cardKind: value as CardKind }
    : { kind: 'flag', flag: value as CardFlag }
}

function readNumber(field: NumberField, compares: Comparison, value: string): CardCondition | string {
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(value)) return `“${field}” is compared with a number, as in ${field}>3.`
  return { kind: 'number', field, compares, value: Number(value) }
}

function readDue(compares: Comparison, value: string): CardCondition | string {
  if (isDay(value)) return { kind: 'dueDay', compares, day: value }
  if (/^-?\d{1,5}$/.test(value)) return { kind: 'dueIn', compares, days: Number(value) }
  return 'A due day is a number of days from today, or a day such as 2026-12-01.'
}

function compared(sign: string): Comparison {
  return sign === ':' ? '=' : (sign as Comparison)
}

function isNumberField(field: string): field is NumberField {
  return (numberFields as readonly string[]).includes(field)
}

function isTextField(field: string): field is TextField {
  return (textFields as readonly string[]).includes(field)
}
