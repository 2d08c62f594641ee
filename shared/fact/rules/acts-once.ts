import { wordCount } from '../../basics/text.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isPlural } from '../../english/nouns.ts'
import { pastBase, thirdPersonBase } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'

/**
 * "Occurs when pressure falls", "Caused by a falling pressure": a predicate without its subject, with one question that
 * only it answers.
 */
export function actsOnce(term: string, text: string): Draft[] {
  const said = /\s\p{Lu}/u.test(term) ? term : lowerStart(term)
  const asked = whenAsked(said, text) ?? byAsked(said, text)
  return asked === undefined || wordCount(asked.told) < 2 || wordCount(asked.told) > 20
    ? []
    : [{ kind: 'aspect', respect: { kind: 'asked', words: asked.words }, term, statement: asked.told }]
}

interface Asked {
  readonly words: string
  readonly told: string
}

const does = (term: string): string => (isPlural(term) ? 'do' : 'does')

/** "Applies only when …", "Happens if …". */
function whenAsked(term: string, text: string): Asked | undefined {
  const [, verb = '', told] =
    /^(\p{L}+)\s+(?:only\s+)?((?:when|if|whenever|as soon as|once)\s.+)$/iu.exec(text) ?? []
  const base = thirdPersonBase(verb)
  return base === undefined || told === undefined
    ? undefined
    : { words: `when ${does(term)} ${term} ${base}`, told }
}

/** "Caused by …", "Controlled by …". */
function byAsked(term: string, text: string): Asked | undefined {
  const [, verb = '', told] = /^(\p{L}+ed)\s+(?:mainly\s+|mostly\s+)?by\s+(.+)$/iu.exec(text) ?? []
  const base = pastBase(verb)
  if (base === undefined || told === undefined) return undefined
  const be = isPlural(term) ? 'are' : 'is'
  const words = base === 'cause' ? `what causes ${term}` : `what ${be} ${term} ${verb.toLowerCase()} by`
  return { words, told }
}
