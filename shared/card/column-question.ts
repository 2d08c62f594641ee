import { capitalise, wordCount } from '../basics/text.ts'
import type { Respect, TableRowName } from '../fact/fact.ts'
import { thirdPersonBase } from '../english/verbs.ts'
import { be, does } from './wording.ts'

type Named = Extract<Respect, { readonly kind: 'named' }>
type Compared = Extract<Respect, { readonly kind: 'compared' }>

/** A row of a table that compares its columns: "For the aspect “Scope”, what is true of threads?" */
export function comparedQuestion({ name, head }: Compared, spoken: string): string {
  return `For the ${head} “${capitalise(name)}”, what is true of ${spoken}?`
}

/** A column heading, or a label, as a question about the row. */
export function columnQuestion(
  { name, row }: Named,
  { term, spoken }: { readonly term: string; readonly spoken: string },
): string {
  const answers = /^(\p{L}+) (?:it|they) (\p{L}+)$/u.exec(name)
  if (answers?.[1] !== undefined && answers[2] !== undefined && isNounPhrase(term))
    return `Which ${answers[1]} ${does(spoken)} ${spoken} ${thirdPersonBase(answers[2]) ?? answers[2]}?`
  const place = row === null ? '' : `${capitalise(rowPlace(row))} ${quoted(term)}`
  if (/^what (?:is|are)\s/i.test(name)) return `${place}, ${name.toLowerCase()}?`
  const possessed = /^\S+['’]s\s/.test(name)
  if (possessed || isNounPhrase(term)) {
    const link = possessed ? (linkOf(name) ?? 'for') : linkOf(name)
    if (link !== undefined) return `What ${be(name)} ${possessed ? '' : 'the '}${name} ${link} ${spoken}?`
  }
  return row === null || row.name === ''
    ? `What ${be(name)} the ${name} for ${quoted(term)}?`
    : `${place}, what ${be(name)} the ${name}?`
}

/** "for the attack", "in “normal forms”, for the stage". */
function rowPlace({ name, place }: TableRowName): string {
  const row = name === '' ? 'for' : `for the ${name}`
  return place === '' ? row : `in “${place}”, ${row}`
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
