import { wordCount } from '../../basics/text.ts'
import type { Note } from '../../note/note.ts'
import type { Draft } from '../fact.ts'
import { fromGaps } from './from-gaps.ts'
import { labelKind } from '../../english/labels.ts'
import { questionAnswer } from '../read/question-answer.ts'
import { cardOf, turnedCard } from '../read/written-answer.ts'
import { cleanWritten, isListLine, withoutMarker } from '../read/written-text.ts'
import type { Placed } from '../to-fact.ts'
import {
  type WrittenGroup,
  type WrittenLine,
  isDeck,
  ownSeparators,
  writtenGroups,
} from '../read/written-groups.ts'

/** What a note uses to tell question from answer. */
interface Signs {
  readonly deck: boolean
  readonly own: ReadonlySet<string>
}

/** Cards that the author already wrote: `Q::A`, `Q:::A`, `?` between lines, `Q:`/`A:`, `Q -> A`, `==gap==`, `{{gap}}`. */
export function fromWritten(note: Note): Placed[] {
  if (!note.rawLines.some((line) => mayHold.test(line.slice(0, 4000)))) return []
  const signs: Signs = { deck: isDeck(note), own: ownSeparators(note) }
  const groups = writtenGroups(note)
  return groups.flatMap((group, i) => readGroup(group, groups[i + 1], signs))
}

/** Every written card has one of these; most notes have none. */
const mayHold =
  /::|^\s*\?\??\s*$|^\s*(?:[-*#]+\s+)?[QC](?:uestion)?\s*[:：]|==|\{\{|\s(?:->|→|=>)\s|<!--\s*SR|#(?:flash)?card|^\s*(?!(?:-+|=+|\*+|~+)\s*$)[?!&%@+;:^~=*/\\-]{2,4}\s*$/

function readGroup(group: WrittenGroup, next: WrittenGroup | undefined, signs: Signs): Placed[] {
  const out: Placed[] = []
  let pending: WrittenLine[] = []
  const { lines, path } = group
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) break
    const turned = separatorOf(line, signs)
    const asked = /^Q(?:uestion)?\s*[:：]\s*(.*)$/.exec(withoutMarker(line.text))?.[1]
    const pair = line.inCode ? undefined : inlinePair(line.text, signs)
    if (turned !== undefined && pending.length > 0) {
      out.push(...turnedCard(pending, lines.slice(i + 1), [line], turned === 'both', path))
      pending = []
      break
    } else if (isTagged(line)) {
      const inner = indentedBelow(lines, i)
      out.push(...turnedCard([line], inner, [], false, path))
      i += inner.length
      pending = []
    } else if (asked !== undefined && !line.inCode) {
      const found = questionAnswer(lines.slice(i), next, path)
      if (found === undefined) continue
      out.push(found.card)
      i += found.read - 1
      pending = []
    } else if (pair !== undefined) {
      out.push({ draft: pair, lines: [line.line], path })
      pending = []
    } else pending.push(line)
  }
  return [...out, ...fromGaps(pending, path)]
}

/** "What is ballast? #card" in an outline: what stands below it answers. */
const isTagged = ({ text, inCode }: WrittenLine): boolean =>
  !inCode && isListLine(text) && /\s#(?:flash)?card\s*$/i.test(text)

function indentedBelow(lines: readonly WrittenLine[], at: number): WrittenLine[] {
  const indent = indentOf(lines[at]?.text ?? '')
  const end = lines.findIndex((line, i) => i > at && indentOf(line.text) <= indent)
  return lines.slice(at + 1, end < 0 ? lines.length : end)
}

const indentOf = (text: string): number => text.replaceAll('\t', '    ').search(/\S|$/)

/** `?` and `??` alone on a line turn the card; so does a sign of the note's own. */
function separatorOf({ text, inCode }: WrittenLine, signs: Signs): 'one' | 'both' | undefined {
  const sign = text.trim()
  if (inCode || sign === '' || sign.length > 4) return undefined
  if (sign === '?' || signs.own.has(sign)) return 'one'
  return sign === '??' ? 'both' : undefined
}

/** "Question::Answer", both ways with three colons; in a deck also "Question -> Answer". */
function inlinePair(raw: string, signs: Signs): Draft | undefined {
  if (raw.length > 800) return undefined
  const text = withoutMarker(raw)
  const bare = text.replace(/\{\{[^{}]*\}\}/g, '')
  const colons = bare.includes('::')
    ? /^((?:`[^`]*`|[^`:]|:(?!:))+?)\s*(:{2,3})(?!:)\s*(\S.*)$/.exec(text)
    : null
  if (
    colons?.[1] !== undefined &&
    colons[3] !== undefined &&
    separates(colons[1], colons[3], text, signs.deck)
  ) {
    return pairOf(colons[1], colons[3], colons[2] === ':::')
  }
  const arrow = /\s(?:->|→|=>)\s/.test(text)
    ? /^((?:`[^`]*`|[^`])*?\S)\s+(?:->|→|=>)\s+(\S.*)$/.exec(text)
    : null
  if (arrow?.[1] === undefined || arrow[2] === undefined) return undefined
  if (isOpenCode(arrow[1])) return undefined
  // "(Int) -> Int" is a type, "Hund -> dog" a card of a deck.
  const words =
    signs.deck && /^\p{L}/u.test(arrow[1]) && !/^[\w<>,()[\]\s]*[<(][\w<>,()[\]\s]*$/.test(arrow[1])
  return words || arrow[1].endsWith('?') ? pairOf(arrow[1], arrow[2], false) : undefined
}

function pairOf(asked: string, told: string, both: boolean): Draft | undefined {
  const cue = cleanWritten(asked)
  const statement = cleanWritten(told)
  return cue === '' || statement === '' ? undefined : cardOf(cue, { statement, items: [] }, both)
}

/** A sign inside code is code. */
const isOpenCode = (before: string): boolean => (before.split('`').length - 1) % 2 === 1

/** Two colons also stand in code ("std::vector") and before a note's properties ("status:: done"). */
function separates(asked: string, told: string, text: string, deck: boolean): boolean {
  if (isOpenCode(asked)) return false
  const tight = /\S::\S/.test(text)
  if (tight && /(?:^|\s)(?:std|crate|self|super|core|boost|tokio|Self|ActiveRecord|Rails)$/.test(asked))
    return false
  if (tight && /[A-Za-z_]\w*$/.test(asked) && /^[a-z_]\w*[(<:;]/i.test(told)) return false
  if (asked.endsWith('?')) return true
  if (/^(?:\d{4}-\d\d-\d\d(?:T\S*)?|\[\[[^\]]*\]\]|https?:\S+|#\p{L}\S*)$/u.test(told.trim())) return false
  if (wordCount(asked) > 1) return true
  if (labelKind(asked) === 'noise' || property.test(asked)) return false
  if (deck) return true
  if (/^\p{Ll}/u.test(asked)) return false
  return wordCount(told) > 1 && !/^(?:\[\[|https?:|#)/.test(told)
}

/** Names of properties that vaults write with two colons. */
const property =
  /^(?:status|type|kind|category|class|topics?|subjects?|areas?|projects?|parent|child(?:ren)?|up|down|next|prev(?:ious)?|related|rating|rank|priority|publish(?:ed)?|cssclass(?:es)?|id|uid|modified|reviewed|people|place|isbn|year|cover)$/i
