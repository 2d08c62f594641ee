import type { Draft } from '../fact.ts'
import { contentStems, wordCount } from '../../basics/text.ts'
import { isBorrowing } from '../../english/stands-alone.ts'
import { isPreposition } from '../../english/word-classes.ts'
import type { Sentence } from '../read/sentence.ts'
import { toldPart } from './sentence-question.ts'
import { inSentence, termOf } from './sentence-term.ts'

/** What a law or a person "states that …": asked for what is said. */
const says =
  /^(?:states?|stated|holds?|held|says|said|argues?|argued|asserts?|asserted|claims?|claimed|proposes?|proposed|suggests?|suggested|believes?|believed|predicts?|predicted|implies|imply|shows?|showed|proves?|proved|maintained|maintains?)$/

const doctrine =
  /\b(?:law|theory|theorem|effect|principle|hypothesis|rule|model|paradox|doctrine|axiom|postulate|lemma|view|thesis|school)$/i

/** "Bowlby (1969)", "Mary Ainsworth". */
const author = /^\p{Lu}\p{Ll}+ \(?\d{4}\)?$|^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+$/u

function saying(sentence: Sentence): Draft[] {
  const { clause } = sentence
  const told = /^that\s+(.+)$/.exec(clause.rest)?.[1]
  if (told === undefined || !says.test(clause.verb) || wordCount(told) < 4 || wordCount(told) > 22) return []
  const isDoctrine =
    doctrine.test(sentence.subject) ||
    author.test(sentence.subject) ||
    sentence.terms.isMarked(sentence.subject)
  if (
    !isDoctrine ||
    isBorrowing(sentence.text) ||
    /^(?:it|they|he|she)\b/i.test(told) ||
    wordCount(sentence.subject) > 5
  )
    return []
  const { verb, plural } = clause
  const subject = inSentence(sentence, clause.subject)
  return [
    {
      kind: 'told',
      term: termOf(sentence, ''),
      asked: { kind: 'object', clause: { subject, verb, rest: '', plural } },
      statement: told,
    },
  ]
}

/** "A foreign key must match a primary key of its parent": asked for the object of "must". */
export function fromSentenceRule(sentence: Sentence): Draft[] {
  if (sentence.lead !== '' || sentence.clause.opening !== '' || sentence.clause.adverb !== '') return []
  return [...saying(sentence), ...required(sentence)]
}

function required(sentence: Sentence): Draft[] {
  const { clause } = sentence
  if (!/^must\s\p{Ll}+$/u.test(clause.verb) || clause.verb === 'must be') return []
  const [first = '', ...others] = clause.rest.split(' ')
  const joined = isPreposition(first.toLowerCase()) && others.length > 0
  const statement = toldPart(joined ? others.join(' ') : clause.rest)
  if (!/^(?:an?|the|at least|all|both|its|their|that|\p{L}+s\b)/u.test(statement)) return []
  if (wordCount(statement) < 2 || wordCount(statement) > 14 || contentStems(statement).length < 2) return []
  if (/,\s|[;:]|\b(?:unless|if|when|because|before|after)\b/.test(statement)) return []
  const { verb, plural } = clause
  const subject = inSentence(sentence, clause.subject)
  return [
    {
      kind: 'told',
      term: termOf(sentence, ''),
      asked: { kind: 'object', clause: { subject, verb, rest: joined ? first : '', plural } },
      statement,
    },
  ]
}
