import { singular } from '../basics/text.ts'
import { withoutPlace } from '../card/lint-rule.ts'
import { isClause } from '../english/clause.ts'
import { isSentence } from '../english/is-sentence.ts'
import { isPresentClause } from '../english/present-clause.ts'
import { firstWord } from '../english/phrase.ts'
import { readClause } from '../english/read-clause.ts'
import { type Shape, shapeOf } from '../english/shape.ts'
import { type Sort, sortsOf } from '../english/sorts-of-things.ts'
import { headNoun, nounPhraseOf, withoutClauses } from './answer-grammar.ts'

/** What kind of thing a phrase speaks of: its noun, and the sorts of things that the noun names there. */
export interface Kind {
  readonly noun: string
  readonly sorts: readonly Sort[]
}

/** Whether one could stand for the other: the same noun, or nouns of one sort. */
export function areOfOneKind(one: Kind | null, other: Kind | null): boolean {
  if (one === null || other === null) return false
  if (one.sorts.length === 0 || other.sorts.length === 0) return singular(one.noun) === singular(other.noun)
  return one.sorts.some((sort) => other.sorts.includes(sort))
}

/**
 * What kind of thing a question wants: a rule for "What is the term for “rule that …”?", a command for "Which command …?".
 * Null where the question does not say.
 */
export function askedKind(front: string): Kind | null {
  const bare = withoutPlace(front)
  const described = /\b(?:term|name|word|abbreviation) for “(.+)”/i.exec(bare)?.[1]
  if (described !== undefined) return saidKind(described)
  const which = /^which (?!of\b|is\b|are\b)(.+?)\??$/i.exec(bare)?.[1]
  if (which !== undefined) return kindOf(readClause(`The ${which}`)?.subject ?? '')
  const told = /^_{3,}s? (?:is|are) (?:an?|the|one of the) (.+)/i.exec(bare)?.[1]
  if (told !== undefined) return kindOf(told)
  const wanted = /^what (?:is|are|was|were) (?:the|an?) (.+ (?:that|which|who|where|of|for)\b.*?)\??$/i.exec(
    bare,
  )
  return wanted?.[1] === undefined ? null : kindOf(wanted[1])
}

/** What kind of thing a description says that something is: a rule for "rule that …"; null for a sentence, which says none. */
export function saidKind(text: string): Kind | null {
  const own = withoutClauses(text)
  const shape = shapeOf(own)
  if (shape === 'gerund') return { noun: firstWord(own).toLowerCase(), sorts: ['deed'] }
  if (tellsDeed.has(shape) || opensWithPlural(own)) return null
  const isClausal = isClause(own) || isPresentClause(own) || isSentence(own)
  const hasVerb = !/^(?:an?|the)\s/i.test(own) && readClause(own) !== undefined
  return isClausal || hasVerb ? null : kindOf(text)
}

/** "Absorbs water from food" says what something does, not what it is. */
const tellsDeed: ReadonlySet<Shape> = new Set(['third', 'infinitive', 'for', 'used', 'clause'])

/** "Sticks out a pathogen": a plural noun describes no other noun, so a word in -s before one is a verb. */
function opensWithPlural(text: string): boolean {
  const phrase = nounPhraseOf(text)
  return /\s/.test(phrase) && /[^suia'’]s$/.test(firstWord(phrase))
}

/** The kind a name tells by its last word: a "message broker" is a broker. */
export const namedKind = (name: string): Kind | null => kindOf(name)

function kindOf(phrase: string): Kind | null {
  const noun = headNoun(phrase)
  if (noun === '') return null
  const all = sortsOf(noun)
  if (all.length < 2 || !all.includes('deed')) return { noun, sorts: all }
  // A "switch of traffic" is done, a "switch in the wall" is there.
  const after = phrase.slice(
    phrase.toLowerCase().indexOf(nounPhraseOf(phrase).toLowerCase()) + nounPhraseOf(phrase).length,
  )
  return { noun, sorts: /^\s+of\s/i.test(after) ? ['deed'] : all.filter((sort) => sort !== 'deed') }
}
