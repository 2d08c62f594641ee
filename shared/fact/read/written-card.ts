import { wordCount } from '../../basics/text.ts'
import { labelKind } from '../../english/labels.ts'
import type { Held } from '../../note/note.ts'
import { holdsKind, withoutKind } from '../../note/typed-text.ts'
import type { WrittenLine } from './written-lines.ts'

/** What a note uses to tell question from answer. */
export interface Signs {
  readonly deck: boolean
  readonly own: ReadonlySet<string>
  /** True where `Term >> text` and `Term ;; text` stand below each other: an outliner's export. */
  readonly outline: boolean
  /** True for a note with the labels of Orbit: its gaps stand in single braces. */
  readonly orbit: boolean
  readonly held: readonly Held[]
}

/** Both sides of a card on one line; the told side is '' where it follows on lines of its own. */
export interface InlinePair {
  readonly asked: string
  readonly told: string
  readonly sides: 'forward' | 'both' | 'backward'
  /** The asked side says in which respect its parent item is told. */
  readonly ofParent: boolean
}

const askLabel = /^(?:Q(?:uestion)?\s?\d{0,3}\s*[:：]\s*|Q\d{0,3}\.\s+)/
const answerLabels = { colon: /^A(?:nswer)?\s?\d{0,3}\s*[:：]\s*/, dot: /^A\d{0,3}\.\s+/ }
const clozeLabel = /^C\s*[:：]\s+/

/** The label that opens a question, with the one that must open its answer. */
export function questionLabel(text: string): { readonly asked: string; readonly answer: RegExp } | undefined {
  const found = askLabel.exec(text)?.[0]
  if (found === undefined) return undefined
  const asked = text.slice(found.length)
  return { asked, answer: found.trimEnd().endsWith('.') ? answerLabels.dot : answerLabels.colon }
}

/** A gap between single braces; a path, a set or a template is none. */
export const bracedGap = /(?<![\p{L}\p{N}/$\\{])\{([^{},\n]{1,80})\}(?![}/])/u

/** True for a text in which its author marked a gap. */
export const isMarked = (text: string, { held, orbit }: Signs): boolean =>
  holdsKind(text, 'gap', held) || (orbit && bracedGap.test(text))

export const opensCloze = (text: string): boolean => clozeLabel.test(text)
export const withoutClozeLabel = (text: string): string => text.replace(clozeLabel, '')

/** `?` and `??` alone on a line turn the card; so does a sign of the note's own. */
export function separatorOf({ kind, text }: WrittenLine, { own }: Signs): 'one' | 'both' | undefined {
  if (kind !== 'text' || text === '' || text.length > 4) return undefined
  if (text === '?' || own.has(text)) return 'one'
  return text === '??' ? 'both' : undefined
}

/** "What is ballast? #card" in an outline: what stands below it answers. */
export const isTagged = ({ kind, opensItem, tags }: WrittenLine): boolean =>
  kind === 'text' && opensItem && tags.some((tag) => /^#(?:flash)?card$/i.test(tag))

/** "Question::Answer", both ways with three colons; the signs of outliners; in a deck also "Question -> Answer". */
export function inlinePair(line: WrittenLine, signs: Signs): InlinePair | undefined {
  const { kind, text } = line
  if (kind === 'pair') return { asked: text, told: line.told, sides: 'forward', ofParent: false }
  if (kind !== 'text' || text.length > 800) return undefined
  return colonPair(text, signs) ?? arrowPair(line, signs) ?? outlinePair(line, signs)
}

function colonPair(text: string, signs: Signs): InlinePair | undefined {
  if (!text.includes('::')) return undefined
  const found = /^((?:[^:]|:(?!:))+?)\s*(:{2,3})(?!:)\s*(\S[^]*)?$/.exec(text)
  const [, asked = '', sign, told = ''] = found ?? []
  if (sign === undefined || !separates(asked, told, signs)) return undefined
  return { asked, told, sides: sign === ':::' ? 'both' : 'forward', ofParent: false }
}

function arrowPair({ text }: WrittenLine, signs: Signs): InlinePair | undefined {
  const [, asked, told] = /^([^]*?\S)\s+(?:->|→|=>)\s+(\S[^]*)$/.exec(text) ?? []
  if (asked === undefined || told === undefined) return undefined
  // "(Int) -> Int" is a type, "Hund -> dog" a card of a deck.
  const isWords = signs.deck && /^\p{L}/u.test(asked) && !/^[\w<>,()[\]\s]*[<(][\w<>,()[\]\s]*$/.test(asked)
  return isWords || asked.endsWith('?') ? { asked, told, sides: 'forward', ofParent: false } : undefined
}

/** The signs of RemNote: `>>` asks, `<<` and `<>` turn it, three of them are answered by the items below, `;;` names a respect. */
function outlinePair(line: WrittenLine, signs: Signs): InlinePair | undefined {
  const found = outlineSigns(line)
  if (found === undefined) return undefined
  const { asked, sign, told } = found
  if (!signs.outline && !asked.endsWith('?')) return undefined
  const sides = sign.startsWith('<>') ? 'both' : sign.startsWith('<') ? 'backward' : 'forward'
  return { asked, told, sides, ofParent: sign.startsWith(';') }
}

const outlineSign = /^([^<>;]*[\p{L}\p{N}?)"”\uFDD3])\s*(>{2,3}|<{2,3}|<>{1,2}|;{2,3})\s*([^<>;\s][^<>;]*)?$/u

/** A line of the form "Term >> text" that is no command, comparison or path through menus. */
export function outlineSigns({
  kind,
  text,
  opensItem,
}: WrittenLine): { readonly asked: string; readonly sign: string; readonly told: string } | undefined {
  if (kind !== 'text' || !/>>|<<|<>|;;/.test(text)) return undefined
  const [, asked = '', sign, told = ''] = outlineSign.exec(text) ?? []
  if (sign === undefined || /[|$&={}]/.test(asked) || wordCount(asked) > 20) return undefined
  if (!opensItem && !asked.endsWith('?')) return undefined
  if (told === '' && sign.length < 3 && sign !== '<>') return undefined
  return { asked: asked.trim(), sign, told: told.trim() }
}

/** Two colons also stand in code ("std::vector") and before a note's properties ("status:: done"). */
function separates(asked: string, told: string, { deck, held }: Signs): boolean {
  const tight = /\S$/.test(asked) && /^\S/.test(told)
  if (tight && /(?:^|\s)(?:std|crate|self|super|core|boost|tokio|Self|ActiveRecord|Rails)$/.test(asked))
    return false
  if (tight && /[A-Za-z_]\w*$/.test(asked) && /^[a-z_]\w*[(<:;]/i.test(told)) return false
  // "print(count::class)": a bracket that only closes behind the colons.
  if (asked.split('(').length > asked.split(')').length) return false
  if (asked.endsWith('?') || holdsKind(asked, 'picture', held)) return true
  if (told === '') return wordCount(asked) > 1
  if (/^(?:\d{4}-\d\d-\d\d(?:T\S*)?|https?:\S+|#\p{L}\S*)$/u.test(told) || isOnlyLinks(told, held))
    return false
  if (wordCount(asked) > 1) return true
  if (labelKind(asked) === 'noise' || property.test(asked)) return false
  if (deck) return true
  if (/^\p{Ll}/u.test(asked)) return false
  return wordCount(told) > 1 && !/^(?:https?:|#)/.test(told)
}

const isOnlyLinks = (text: string, held: readonly Held[]): boolean =>
  /^[\s,;]*$/.test(withoutKind(text, 'link', held))

/** Names of properties that vaults write with two colons. */
const property =
  /^(?:status|type|kind|category|class|topics?|subjects?|areas?|projects?|parent|child(?:ren)?|up|down|next|prev(?:ious)?|related|rating|rank|priority|publish(?:ed)?|cssclass(?:es)?|id|uid|modified|reviewed|people|place|isbn|year|cover|collapsed)$/i
