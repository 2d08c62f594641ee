import { wordCount } from '../../basics/text.ts'
import { isDefiningPhrase } from '../../english/defining-phrase.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'
import { fitsAcronym } from './terms.ts'

/** "MTTR: mean time to repair, the average time that …": what the letters stand for, then what that is. */
export function fromSpelledOut({ label, text }: Statement): Draft[] {
  if (!/^\p{Lu}[\p{L}\d/&.-]{1,9}$/u.test(label)) return []
  const sentence = trimEnd(splitSentences(text)[0] ?? '')
  const [, spelled = sentence, rest = ''] =
    /^([^,:;–—(]+?)\s*(?:[,:;–—(]|\sis\s|\sare\s)\s*(.+)$/.exec(sentence) ?? []
  if (!fitsAcronym(label, spelled) || wordCount(spelled) > 7) return []
  const told = trimEnd(rest)
    .replace(/^\s*(?:which|that) (?:is|are)\s+/i, '')
    .replace(/(?<!\([^)]*)\)$/, '')
  const expansion: Draft = { kind: 'expansion', term: label, statement: spelled }
  // "the average time it takes": after its article such a clause is a noun phrase.
  const isNoun = /^(?:an?|the)\s/i.test(told) && wordCount(told) >= 4 && wordCount(told) <= 20
  return isNoun || isDefiningPhrase(label, told)
    ? [expansion, { kind: 'definition', term: label, statement: told, aliases: [spelled] }]
    : [expansion]
}

/** "CIA stands for:" above its words, one an item. */
export function fromSpelledBelow({ full, items, lines }: Statement): Draft[] {
  const short =
    /^(?:the )?(\p{Lu}[\p{L}\d]{1,7})\s(?:stands for|is short for|means|=)\s*[:：]?$/u.exec(
      full.trim(),
    )?.[1] ?? ''
  const words = items.map((item) => trimEnd(item.label === '' ? item.full : item.label))
  if (short === '' || words.length < 2 || words.some((word) => wordCount(word) > 3)) return []
  const all = [...lines, ...items.flatMap((item) => item.lines)]
  return fitsAcronym(short, words.join(' '))
    ? [{ kind: 'expansion', term: short, statement: words.join(', '), lines: all }]
    : []
}
