import { upTo } from '../basics/text.ts'
import { readClause } from './read-clause.ts'
import { shapeOf } from './shape.ts'

/** True for a text with a subject and a verb of its own; "The bank meets weekly" begins like a noun phrase and is one too. */
export const isSentence = (text: string): boolean =>
  shapeOf(text) === 'clause' ||
  (/^(?:an?|the|each|every)\s/i.test(text) && readClause(beforeRelative(text)) !== undefined)

/** A noun phrase without the clause that describes it: the verb in there is not its own. */
export const beforeRelative = (text: string): string =>
  upTo(text, /,?\s(?:that|which|who|whose|where|when|(?:in|by|for|of|from|through|after|on) which)\s/)
