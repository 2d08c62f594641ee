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
