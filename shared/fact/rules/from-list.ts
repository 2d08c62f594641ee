import { upTo, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { isClause } from '../../english/clause.ts'
import { trimEnd, withoutAsides } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isLabelOnly } from '../../english/label-words.ts'
import { relationOf } from '../../english/relations.ts'
import { labelKind } from '../../english/labels.ts'
import { numberNames } from '../../english/number-names.ts'
import type { Statement } from '../read/statement.ts'
import { cueOf } from './list-cue.ts'

/** A line that introduces a list: the line gives the question, the items the answer. */
export function fromList(statement: Statement): Draft[] {
  if (statement.items.length < 2 || statement.items.length > 6) return []
  const items = statement.items.map(itemText)
  if (items.some((item) => item === '' || wordCount(item) > 12) || new Set(items).size !== items.length)
    return []
  if (items.some((item) => isLabelOnly(item) || isNoMember(item))) return []
  if (items.filter((item) => shapeOf(item) === 'past').length * 2 > items.length) return []
  const told = items.filter((item) => isClause(item)).length
  if (told > 0 && (told < items.length / 2 || isBareLabel(statement))) return []
  if (isBareLabel(statement) && statement.items.some(({ label }) => labelKind(label) === 'example')) return []
  if (items.some((item) => isPersonal(item) || /https?:/.test(item))) return []
  const lines = [...statement.lines, ...statement.items.flatMap((item) => item.lines)]
  const lead = leadOf(statement)
  // What its author used a thing for are some of its uses.
  const cue = lead === undefined || isPersonal(lead) ? undefined : cueOf(lead, statement.subject)
  if (cue === undefined) return []
  const term = statement.subject !== '' ? statement.subject : cue.term
  if (term === '') return []
  const counted = saysHowMany(lead ?? '', items.length)
  return [
    {
      kind: 'list',
      term,
      cue: counted
        ? { kind: 'introduced', words: cue.words, counted }
        : { kind: 'introduced', words: cue.words },
      items,
      lines,
    },
  ]
}

/** "(by method)" names nothing, and what asks is not told. */
const isNoMember = (item: string): boolean => /^\(.*\)$|\?$/.test(item)

/** "Placodonts" above a list: nothing says that the items are some of them, so each must be able to be one. */
const isBareLabel = ({ label, text }: Statement): boolean =>
  text === '' && label !== '' && wordCount(label) === 1

/** "Fever has three stages": the list below is whole. */
function saysHowMany(lead: string, count: number): boolean {
  const said: readonly string[] = lead.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  return said.includes(String(count)) || said.includes(numberNames[count] ?? '')
}

/** The introducing words without their author: "I used it mainly for" becomes "used mainly for". */
function leadOf(statement: Statement): string | undefined {
  if (statement.label !== '' && statement.text === '') {
    const kind = labelKind(statement.label)
    return kind === 'term' || kind === 'aspect' ? statement.label : undefined
  }
  const text = statement.text.replace(/[\s:：]+$/, '')
  if (!/[:：]$/.test(statement.text)) return undefined
  return text === '' ? undefined : (splitSentences(text).at(-1) ?? text)
}

/** An item as a short answer: its label, or its text without asides and reasons. */
export function itemText(item: Statement): string {
  // "Long-term: the inequality of the estates" is no member by its label.
  if (item.text !== '' && (isLabelOnly(item.label) || relationOf(item.label) !== undefined))
    return trimEnd(withoutAsides(item.text))
  if (item.label !== '' && item.text !== '' && labelKind(item.label) === 'term')
    return trimEnd(withoutAsides(item.label))
  const text = item.label !== '' && item.text === '' ? item.label : item.full
  const whole = trimEnd(
    upTo(withoutAsides(splitSentences(text)[0] ?? ''), /,\s+(?:because|so that|for example)\b/),
  )
  if (wordCount(whole) <= 9) return whole
  return trimEnd(
    upTo(whole, /,\s+(?:because|which|so|such as|like|e\.g)\b|\s+(?:because|so that)\s+|\s[–—]\s/),
  )
}
