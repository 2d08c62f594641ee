import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { contentStems, normaliseTerm, upTo, wordCount } from '../../basics/text.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { isEveryday } from '../../english/everyday-words.ts'
import { knownAsThird } from '../../english/verbs-only.ts'
import { isPreposition } from '../../english/word-classes.ts'
import { isBorrowing } from '../../english/stands-alone.ts'
import type { Draft, ToldClause } from '../fact.ts'
import type { Sentence } from '../read/sentence.ts'
import { inSentence, termOf } from './sentence-term.ts'

/** What a question strands at its end, and what answers it. */
interface Related {
  readonly clause: ToldClause
  readonly statement: string
}

type Layout = Case<Sentence, Related>

/** A relation of something specific, asked for its other end: "depends on", "is derived from", "follows". */
export function fromSentenceRelation(sentence: Sentence): Draft[] {
  const { clause, lead, text } = sentence
  if (lead !== '' || clause.opening !== '' || isBorrowing(text) || text.includes('`')) return []
  if (/\b(?:never|not|rarely|hardly|seldom|only|no longer)\b/.test(clause.adverb) || !isSpecific(sentence))
    return []
  const related = firstAnswer(layouts, sentence)
  if (related === undefined) return []
  const told = toldOf(related.statement)
  if (!isAnswer(told, sentence)) return []
  const clauseTold = { ...related.clause, subject: inSentence(sentence, related.clause.subject) }
  return [
    {
      kind: 'told',
      term: termOf(sentence, ''),
      asked: { kind: 'object', clause: clauseTold },
      statement: told,
    },
  ]
}

/** A marked term, or a phrase that holds a word of some field. */
function isSpecific({ clause, subject, terms }: Sentence): boolean {
  if (
    wordCount(clause.subject) > 9 ||
    /[,;()]|^(?:no|neither|nor|none|few|only|not|little)\b/i.test(clause.subject)
  )
    return false
  return (
    terms.marked.has(normaliseTerm(subject)) ||
    subject.split(' ').some((word) => word.length >= 5 && !isEveryday(word)) ||
    /^\p{Lu}{2,}/u.test(subject)
  )
}

/** The answer without the clause that goes on from it. */
const toldOf = (statement: string): string =>
  upTo(statement, /,\s(?:which|where|who|and|but|so|as|while|whereas|because)\s(?!\p{L}+$)|\s[–—-]\s/u)

/** A noun phrase of some words of its own, or a few of them, without a clause. */
function isAnswer(statement: string, { terms }: Sentence): boolean {
  const words = statement.split(' ')
  if (words.length > 15 || contentStems(statement).length < 1) return false
  if (
    /[;:()]|\b(?:it|its|they|them|their|he|she|his|her|when|if|because|but|while|although|whereas|unless|so|which|during|whether)\b/.test(
      statement,
    )
  )
    return false
  if (/,/.test(statement) && (splitEnumeration(statement)?.length ?? 0) < 3) return false
  if (
    /\band\s(?:is|are|was|were|has|have|can|does|do)\b/.test(statement) ||
    words.some((word, i) => words[i - 1] === 'and' && knownAsThird(word) === 'verb only')
  )
    return false
  return (
    words.some((word) => word.length >= 5 && !isEveryday(word.replace(/,$/, ''))) ||
    /^\p{Lu}/u.test(statement) ||
    (wordCount(normaliseTerm(statement)) > 1 && terms.recurs(normaliseTerm(statement)))
  )
}

/** "The spectral class of a star depends on the strength of its lines". */
const relies: Layout = ({ clause }) => {
  const [first = '', ...others] = clause.rest.split(' ')
  if (!relations.test(`${clause.verb} ${first}`)) return undefined
  return { clause: { ...bare(clause), rest: first }, statement: others.join(' ') }
}

const relations =
  /^(?:depends? on|depended on|relies on|rely on|relied on|results? from|resulted from|arises? from|arose from|stems? from|derives? from|belongs? to|belonged to|corresponds? to|originates? (?:in|from)|focus(?:es)? on|rests? on|acts? on|binds? to)$/

/** "is derived from", "is based on", "is proportional to". */
const isRelated: Layout = ({ clause }) => {
  const passive = /^(?:is|are|can be|may be|must be)\s\p{L}+$/u.test(clause.verb)
  const [first = '', ...others] = clause.rest.split(' ')
  if (passive) {
    if (
      !/^(?:by|from|on|upon|into|after|as|with|to)$/.test(first) ||
      (/^(?:is|are|was|were|can be|may be|must be) (?:caused|called|known|used|made|put|set|referred|said|based|considered|seen|required|allowed|given)$/.test(
        clause.verb,
      ) &&
        first !== 'on')
    )
      return undefined
    if (first === 'by' && (/^\p{Lu}/u.test(others[0] ?? '') || others[0]?.endsWith('ing') === true))
      return undefined
    if (first === 'to' && others.length < 2) return undefined
    return { clause: { ...bare(clause), rest: first }, statement: others.join(' ') }
  }
  const found =
    /^((?:directly |inversely |not )?(?:proportional|equal|equivalent|analogous|perpendicular|parallel|orthogonal|identical|responsible|due|attached|sensitive|resistant|unique|specific|homologous|isomorphic|subject) (?:to|for))\s(.+)$/.exec(
      clause.rest,
    )
  return /^(?:is|are|was|were)$/.test(clause.verb) && found?.[1] !== undefined && found[2] !== undefined
    ? { clause: { ...bare(clause), rest: found[1] }, statement: found[2] }
    : undefined
}

/** "The motion of the molecules follows Newton's laws": the object of a deed that tells something. */
const follows: Layout = ({ clause, subject, terms }) => {
  if (!terms.marked.has(normaliseTerm(subject)) || subject.split(' ').every(isEveryday)) return undefined
  if (!/^\p{Ll}+$/u.test(clause.verb) || saysLittle.test(clause.verb)) return undefined
  const [first = ''] = clause.rest.toLowerCase().split(' ')
  if (isPreposition(first) || !/^(?:an?|the|\p{L}+)$/u.test(first) || /(?:ly|ing|ed)$/.test(first))
    return undefined
  if (/\s(?:to|into|from|by|with|and|or|in|as|on|at|through|during|than|more|less)\s/.test(clause.rest))
    return undefined
  if (contentStems(clause.rest).length < 2) return undefined
  return { clause: { ...bare(clause), rest: '' }, statement: clause.rest }
}

/** Verbs that tell little by themselves: what else the thing does, makes or has would answer as well. */
const saysLittle =
  /^(?:is|are|was|were|has|have|had|do|does|did|can|could|may|must|will|would|should|involve|include|encourage|ensure|enable|provide|help|make|made|get|give|gave|take|took|use|used|allow|let|become|became|remain|seem|appear|support|improve|enhance|offer|work|come|came|go|went|see|saw|want|need|keep|kept|mean|tell|told|say|said|play|played|occur|happen|exist|live|lie|fall|fell|rise|rose|run|ran|begin|began|start|end|believed?|think|thought|argued?|show|found|feel|felt)s?$/

const bare = ({ subject, verb, rest, plural }: ToldClause): ToldClause => ({ subject, verb, rest, plural })

const layouts: readonly Layout[] = [relies, isRelated, follows]
