import { capitalise, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { thirdPersonBase } from '../english/verbs.ts'
import { be, does } from './wording.ts'

/** A column heading as a question about the row. */
export function columnQuestion({ slot, term, spoken, cue }: Fact): string {
  if (slot.startsWith('in terms of '))
    return `${capitalise(cue)} “${capitalise(slot.slice('in terms of '.length))}”, what is true of ${spoken}?`
  const answers = /^(\p{L}+) (?:it|they) (\p{L}+)$/u.exec(slot)
  if (answers?.[1] !== undefined && answers[2] !== undefined && isNounPhrase(term))
    return `Which ${answers[1]} ${does(spoken)} ${spoken} ${thirdPersonBase(answers[2]) ?? answers[2]}?`
  const row = cue === '' ? '' : `${capitalise(cue)} ${quoted(term)}`
  if (/^what (?:is|are)\s/i.test(slot)) return `${row}, ${slot.toLowerCase()}?`
  const possessed = /^\S+['’]s\s/.test(slot)
  if (possessed || isNounPhrase(term)) {
    const link = possessed ? (linkOf(slot) ?? 'for') : linkOf(slot)
    if (link !== undefined) return `What ${be(slot)} ${possessed ? '' : 'the '}${slot} ${link} ${spoken}?`
  }
  return cue === 'for' || row === ''
    ? `What ${be(slot)} the ${slot} for ${quoted(term)}?`
    : `${row}, what ${be(slot)} the ${slot}?`
}

const quoted = (term: string): string => (/^`[^`]+`$/.test(term) ? term : `“${term}”`)

/** The preposition that a column's noun takes before what it belongs to; undefined for other nouns. */
function linkOf(column: string): string | undefined {
  const noun = column.split(' ').at(-1) ?? ''
  if (/\b(?:of|for|in|to|on|with)\b/.test(column)) return undefined
  if (/^(?:defen[cs]e|protection|countermeasure|mitigation)s?$/.test(noun)) return 'against'
  if (
    /^(?:remedy|remedies|cure|fix|fixes|tool|tools|solution|replacement|command|syntax|default)$/.test(noun)
  )
    return 'for'
  return /^(?:aim|advantage|cause|complexity|consequence|cost|disadvantage|drawback|effect|goal|guarantee|implementation|limit|limitation|meaning|mechanism|price|purpose|requirement|result|risk|role|size|strength|weakness|weaknesses)s?$/.test(
    noun,
  )
    ? 'of'
    : undefined
}

/** True for a first cell that can stand in a sentence: a noun, not "Vertical", "Read-through" or a long phrase. */
export function isNounPhrase(term: string): boolean {
  const last = term.split(' ').at(-1) ?? ''
  if (/^`[^`]+`$/.test(term)) return true
  return (
    wordCount(term) <= 4 &&
    !/\s(?:of|in|for|with|on|to|by|from|at|per|that|which|when|and|or)\s/.test(term) &&
    !/-/.test(last) &&
    !/(?:al|ic|ive|able|ed|ary|less|ful)$/.test(last)
  )
}
