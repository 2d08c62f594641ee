import { readJson } from '../basics/read-json.ts'
import { type Draft, type DraftKind, draftKinds } from './draft.ts'

/** What was found in a model's reply. */
export type ReadDrafts =
  | {
      readonly kind: 'drafts'
      readonly drafts: readonly Draft[]
      /** How many items were no drafts, or more than anybody reads. */
      readonly passedOver: number
      /** The reply ends in the middle; what was whole before that is here. */
      readonly isCut: boolean
    }
  | { readonly kind: 'unreadable'; readonly code: UnreadableReply }

export type UnreadableReply = 'no_json' | 'cut_json' | 'wrong_schema'

/** More of one section nobody looks through. */
export const mostDrafts = 100
const longestField = 4000

/**
 * Reads drafts from what a model wrote. Words and fences around the JSON go, unknown fields are dropped, and of a reply that
 * ends in the middle the items before that are kept. All that comes out is text of bearable length; the gate judges it.
 */
export function readDrafts(reply: string): ReadDrafts {
  const found = readItems(reply, 'cards')
  if (found.kind === 'unreadable') return found
  const drafts = found.items.flatMap((item) => readDraft(item) ?? [])
  if (drafts.length === 0 && found.items.length > 0) return { kind: 'unreadable', code: 'wrong_schema' }
  return {
    kind: 'drafts',
    drafts: drafts.slice(0, mostDrafts),
    passedOver: found.items.length - Math.min(drafts.length, mostDrafts),
    isCut: found.isCut,
  }
}

/** Another wording of a card, as a model gives it. */
export interface Wording {
  readonly question: string
  readonly answer: string
}

/** Reads wordings from what a model wrote, as tolerantly. */
export function readWordings(reply: string): readonly Wording[] | UnreadableReply {
  const found = readItems(reply, 'wordings')
  if (found.kind === 'unreadable') return found.code
  const wordings = found.items.flatMap((item) => {
    const [question, answer] = [textOf(item, 'question'), answerOf(item)]
    return question === '' || answer === '' ? [] : [{ question, answer }]
  })
  return wordings.length === 0 && found.items.length > 0 ? 'wrong_schema' : wordings.slice(0, 5)
}

type Items =
  | { readonly kind: 'items'; readonly items: readonly Fields[]; readonly isCut: boolean }
  | { readonly kind: 'unreadable'; readonly code: UnreadableReply }

type Fields = Readonly<Record<string, unknown>>

/** The objects of the list that a reply holds: under its name, or alone. */
function readItems(reply: string, name: string): Items {
  const found = jsonIn(reply)
  if (found === undefined) return { kind: 'unreadable', code: 'no_json' }
  const { text, isCut } = found
  const whole = readJson(text)
  if (whole !== undefined) {
    const list = listIn(whole, name)
    return list === undefined
      ? { kind: 'unreadable', code: 'wrong_schema' }
      : { kind: 'items', items: list.filter(isFields), isCut: false }
  }
  const items = wholeObjects(text).flatMap((part) => {
    const item = readJson(part)
    return isFields(item) ? [item] : []
  })
  if (items.length > 0) return { kind: 'items', items, isCut }
  return { kind: 'unreadable', code: isCut && /^[[{]\s*["{]/.test(text) ? 'cut_json' : 'no_json' }
}

/** A model that thinks aloud does so first; then fences and words may stand around what was asked for. */
function jsonIn(reply: string): { readonly text: string; readonly isCut: boolean } | undefined {
  const thought = reply.lastIndexOf('</think>')
  const said = (thought < 0 ? reply : reply.slice(thought + '</think>'.length)).replace(/^\uFEFF/, '').trim()
  const fence = /^[[{]/.test(said) ? null : /```(?:json)?[ \t]*\r?\n/i.exec(said)
  const begin = said.slice(fence === null ? 0 : fence.index + fence[0].length)
  const at = begin.search(/^\s*\[|\{|\[\s*\{/)
  if (at < 0) return undefined
  const text = begin.slice(at).trimStart()
  const end = endOfJson(text)
  return { text: text.slice(0, end ?? text.length), isCut: end === undefined }
}

/** Where the value that begins a text ends; undefined when it never does. */
function endOfJson(text: string): number | undefined {
  let depth = 0
  let end: number | undefined
  walkSigns(text, (sign, at) => {
    depth += isOpening(sign) ? 1 : -1
    if (depth === 0) end ??= at + 1
  })
  return end
}

/** The objects of the list in a value that cannot be read as a whole: of those that are closed, the outermost. */
function wholeObjects(text: string): string[] {
  const objects: { readonly part: string; readonly depth: number }[] = []
  const open: number[] = []
  walkSigns(text, (sign, at) => {
    if (isOpening(sign)) {
      open.push(at)
      return
    }
    const begin = open.pop()
    if (sign === '}' && begin !== undefined && open.length <= deepestItem)
      objects.push({ part: text.slice(begin, at + 1), depth: open.length })
  })
  // An object around the whole list is closed too, where only something inside it cannot be read.
  const least = Math.min(...objects.flatMap(({ depth }) => (depth > 0 ? [depth] : [])))
  return objects.flatMap(({ part, depth }) => (depth === least ? [part] : []))
}

/** An item stands in a list, which may be a field of an object. */
const deepestItem = 3

const isOpening = (sign: string): boolean => sign === '{' || sign === '['

/** Names every bracket that stands outside the texts of a JSON value. */
function walkSigns(text: string, found: (sign: string, at: number) => void): void {
  let isText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (isText && sign === '\\') at++
    else if (sign === '"') isText = !isText
    else if (!isText && '{}[]'.includes(sign)) found(sign, at)
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The list by its name, the only list there is, or the value itself. */
function listIn(value: unknown, name: string): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (!isFields(value)) return undefined
  if (Object.hasOwn(value, name)) return Array.isArray(value[name]) ? value[name] : undefined
  const lists = Object.values(value).filter((inner) => Array.isArray(inner))
  if (lists.length === 1) return lists[0]
  return Object.hasOwn(value, 'question') ? [value] : undefined
}

/** One proposal as a draft; undefined where it is none. A missing kind is told by the question. */
export function readDraft(item: Fields): Draft | undefined {
  const [question, answer, quote] = [textOf(item, 'question'), answerOf(item), textOf(item, 'quote')]
  if (question === '' || answer === '' || quote === '') return undefined
  const kind = kindOf(textOf(item, 'kind'), question, answer)
  return {
    kind,
    question,
    answer,
    quote,
    lines: linesOf(item.lines),
    concept: textOf(item, 'concept') || null,
    corrects: textOf(item, 'corrects') || null,
  }
}

function kindOf(said: string, question: string, answer: string): DraftKind {
  const kind = draftKinds.find((known) => known === said.toLowerCase())
  if (kind !== undefined) return kind
  if (/_{3,}/.test(question)) return 'cloze'
  return answer.includes('\n') ? 'list' : 'basic'
}

/** A text of one field, without what no database holds; '' where it is none. */
function textOf(item: Fields, name: string): string {
  const value = Object.hasOwn(item, name) ? item[name] : undefined
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? storable(value).slice(0, longestField).trim() : ''
}

/** A text, or a list of texts: one a line. */
function answerOf(item: Fields): string {
  const { answer } = item
  if (!Array.isArray(answer)) return textOf(item, 'answer')
  const items = answer.filter((part) => typeof part === 'string').map((part) => part.replaceAll(/\s+/g, ' '))
  return textOf({ answer: items.join('\n') }, 'answer')
}

/** U+0000 and half a pair of surrogates are no text. */
const storable = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')

function linesOf(value: unknown): Draft['lines'] {
  const numbers = (Array.isArray(value) ? value : [value]).filter(
    (line): line is number => Number.isInteger(line) && line >= 1 && line <= 9_999_999,
  )
  const [first] = numbers
  if (first === undefined) return null
  const last = numbers.at(-1) ?? first
  return [Math.min(first, last), Math.max(first, last)]
}
