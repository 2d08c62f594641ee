import { upTo } from '../basics/text.ts'
import { readClause } from './read-clause.ts'
import { shapeOf } from './shape.ts'

/** True for a text with a subject and a verb of its own; "The bank meets weekly" begins like a noun phrase and is one too. */
export const isSentence = (text: string): boolean =>
  shapeOf(text) === 'clause' || (/^(?:an?|the|each|every)\s/i.test(text) && hasOwnVerb(text))

/** "A branded copy", "the skills workers gain" have none: their verbs only describe the noun. */
function hasOwnVerb(text: string): boolean {
  const clause = readClause(beforeRelative(text))
  if (clause === undefined || /,|\s(?:and|or)\s/.test(clause.subject)) return false
  return clause.form !== 'past' && clause.subject.split(' ').length <= 6
}

/** A noun phrase without the clause that describes it: the verb in there is not its own. */
export const beforeRelative = (text: string): string =>
  upTo(text, /,?\s(?:that|which|who|whose|where|when|(?:in|by|for|of|from|through|after|on) which)\s/)
