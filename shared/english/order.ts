import { atSpaces } from '../basics/text.ts'
import { isAdjectiveToo, isNounToo } from './imperative.ts'
import { firstWord } from './phrase.ts'
import { isPresentClause } from './present-clause.ts'
import { shapeOf } from './shape.ts'
import { baseVerb } from './verbs.ts'

/**
 * True for a label that orders something. Its text helps where the first word is a noun or an adjective too: a noun
 * phrase explains a name ("**Build cache**: store of results"), a sentence gives the reason of an order.
 */
export function isOrder(label: string, text: string): boolean {
  const first = firstWord(label)
  const rest = label.slice(first.length).trim()
  if (/^\p{L}+ everything$/iu.test(label)) return true
  // "Backup and Recovery": the second half is no verb, so the first is none either.
  const second = /^\p{L}+\s+(?:and|&)\s+(\p{L}+)$/u.exec(label)?.[1]
  if (second !== undefined && baseVerb(second) === undefined) return false
  if (shapeOf(label) === 'imperative') {
    const unsure = isNounToo(first) || isAdjectiveToo(first) || /^build$/i.test(first)
    // "Partition tolerance", "log level": the noun that an order would count or point at is a name's second half.
    if (isNounToo(first) && /^\p{L}+(?:ance|ence|ity|ness|age|level|point)$/u.test(rest)) return false
    const short = atSpaces(rest).length <= 2 && !/^(?:an?|the|your|all|each|every)\s|^`/i.test(rest)
    return !(unsure && short && shapeOf(text) === 'noun')
  }
  return (
    baseVerb(first) !== undefined &&
    atSpaces(rest).length >= 2 &&
    /^\p{Ll}/u.test(rest) &&
    shapeOf(label) === 'noun' &&
    (shapeOf(text) === 'clause' || isPresentClause(text))
  )
}
