import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { contentStems, normaliseTerm, wordCount } from '../../basics/text.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { readClause } from '../../english/read-clause.ts'
import { isEveryday } from '../../english/everyday-words.ts'
import { baseOfPast, baseOfThird, knownAsBase, knownAsThird } from '../../english/verbs-only.ts'
import { isPreposition } from '../../english/word-classes.ts'
import { isBorrowing } from '../../english/stands-alone.ts'
import type { Draft, ToldClause } from '../fact.ts'
import type { Sentence } from '../read/sentence.ts'
import {
  askedSubject,
  isAskable,
  isManner,
  isOpenAnswer,
  joinsDeeds,
  questionDraft,
  settingOf,
  toldPart,
} from './sentence-question.ts'

/** What a question strands at its end, and what answers it. */
interface Related {
  readonly clause: ToldClause
  readonly statement: string
}

type Layout = Case<Sentence, Related>

/** A relation of something specific, asked for its other end: "depends on", "is derived from", "follows". */
export function fromSentenceRelation(sentence: Sentence): Draft[] {
  const { clause, lead, text } = sentence
  if ((clause.opening !== '' && settingOf(sentence) === '') || isBorrowing(text) || text.includes('`'))
    return []
  if (
    /\b(?:never|not|rarely|hardly|seldom|only|no longer|also)\b/.test(clause.adverb) ||
    !isAskable(sentence) ||
    (lead === '' && !isSpecific(sentence))
  )
    return []
  const related = firstAnswer(layouts, sentence)
  if (related === undefined) return []
  const told = toldPart(related.statement)
  if (!isAnswer(told, sentence)) return []
  const clauseTold = { ...related.clause, subject: askedSubject(sentence) }
  return [questionDraft(sentence, { asked: { kind: 'object', clause: clauseTold }, statement: told })]
}

/** A marked term, or a phrase that holds a word of some field. */
function isSpecific({ clause, subject, terms }: Sentence): boolean {
  if (
    wordCount(clause.subject) > 9 ||
    /[,;()]|^(?:no|neither|nor|none|few|only|not|little)\b/i.test(clause.subject)
  )
    return false
  return (
    terms.isMarked(subject) ||
    subject.split(' ').some((word) => word.length >= 5 && !isEveryday(word)) ||
    contentStems(clause.rest).length >= 4 ||
    /^\p{Lu}{2,}/u.test(subject)
  )
}

/** A noun phrase of some words of its own, or a few of them, without a clause. */
function isAnswer(statement: string, { terms }: Sentence): boolean {
  const words = statement.split(' ')
  if (words.length > 15 || contentStems(statement).length < 1 || isOpenAnswer(statement)) return false
  if (
    /[;:()]|\b(?:it|they|them|he|she|his|her|when|if|because|but|while|although|whereas|unless|so|which|during|whether|called|termed|known)\b|^(?:\S+ ){0,2}(?:its|their)\b/.test(
      statement,
    )
  )
    return false
  if (/,/.test(statement) && (splitEnumeration(statement)?.length ?? 0) < 3) return false
  if (
    /\band\s(?:.{1,40}\s)?(?:is|are|was|were|has|have|can|does|do)\b/.test(statement) ||
    words.some((word, i) => words[i - 1] === 'and' && knownAsThird(word) === 'verb only')
  )
    return false
  return (
    words.some((word) => word.length >= 5 && !isEveryday(word.replace(/,$/, ''))) ||
    contentStems(statement).length >= 3 ||
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
      (/^(?:is|are|was|were|can be|may be|must be) (?:caused|called|known|used|made|put|set|referred|said|thought|believed|found|shown|assumed|reported|written|sent|told|expected|meant|designed|intended|based|considered|seen|required|allowed|given)$/.test(
        clause.verb,
      ) &&
        first !== 'on')
    )
      return undefined
    if (first === 'by' && (/^\p{Lu}/u.test(others[0] ?? '') || others[0]?.endsWith('ing') === true))
      return undefined
    if (first === 'to' && (others.length < 2 || knownAsBase(others[0] ?? '') !== undefined)) return undefined
    // "from the valence band to the conduction band": two ends at once.
    if (first === 'from' && /\sto (?:an?|the|its|their)\s/.test(clause.rest)) return undefined
    // "Sorted as the flood slowed down": when, not as what.
    if (first === 'as' && readClause(others.join(' ')) !== undefined) return undefined
    // "by default", "by law": how, not by what.
    if (first === 'by' && isManner(others.join(' '))) return undefined
    return { clause: { ...bare(clause), rest: first }, statement: others.join(' ') }
  }
  const found =
    /^((?:directly |inversely )?(?:proportional|equal|equivalent|analogous|perpendicular|parallel|orthogonal|identical|responsible|due|attached|sensitive|resistant|unique|specific|homologous|isomorphic|subject|liable|immune|entitled|exempt|vulnerable|susceptible|prone|guilty|allergic|indifferent|antagonistic) (?:to|for|from|of))\s(.+)$/.exec(
      clause.rest,
    )
  return /^(?:is|are|was|were)$/.test(clause.verb) && found?.[1] !== undefined && found[2] !== undefined
    ? { clause: { ...bare(clause), rest: found[1] }, statement: found[2] }
    : undefined
}

/** "The motion of the molecules follows Newton's laws": the object of a deed that tells something. */
const follows: Layout = ({ clause, subject, terms, lead }) => {
  if (lead !== '' || /^\d/.test(subject)) return undefined
  const rest = toldPart(clause.rest)
  const isOfField = terms.isMarked(subject)
    ? !subject.split(' ').every(isEveryday)
    : isTechnicalPhrase(subject) || (clause.form !== 'past' && contentStems(rest).length >= 4)
  if (!isOfField) return undefined
  if (
    !/^\p{Ll}+$/u.test(clause.verb) ||
    saysLittle.test(baseOfThird(clause.verb) ?? baseOfPast(clause.verb) ?? clause.verb)
  )
    return undefined
  const [first = ''] = rest.toLowerCase().split(' ')
  if (
    isPreposition(first) ||
    /^(?:again|apart|away|and|back|down|not|off|or|out|over|then|together|up)$/.test(first) ||
    !/^(?:an?|the|\p{L}+)$/u.test(first) ||
    /(?:ly|ing|ed)$/.test(first)
  )
    return undefined
  if (/\s(?:to|into|from|by|or|as|through|than|more|less)\s/.test(rest)) return undefined
  if (joinsDeeds(rest) || /^(?:more|less|fewer|no|not|such|some|many|several)\b/.test(rest)) return undefined
  // "draws water in along its gradient"
  if (/\s(?:in|on|at|for|with|during)\s(?:along|by|from|into|of|to)\b/.test(rest)) return undefined
  if (contentStems(rest).length < 2) return undefined
  return { clause: { ...bare(clause), rest: '' }, statement: rest }
}

/** Two words and more, one of them of some field. */
const isTechnicalPhrase = (subject: string): boolean =>
  wordCount(subject) <= 4 &&
  !/\d|[()]/.test(subject) &&
  subject
    .split(' ')
    .some((word) => word.length >= 6 && !isEveryday(word.toLowerCase()) && !/(?:ing|ed|ly)$/.test(word))

/** "Hydrogenation leads to trans fats": asked for what follows, where its cause is one word. */
const leads: Layout = ({ clause }) => {
  const [, link = '', told = ''] = /^(to|in|rise to) (.+)$/.exec(clause.rest) ?? []
  const isLed = new RegExp(
    { to: '^(?:leads?|led)$', in: '^(?:results?|resulted)$', 'rise to': '^(?:gives?|gave)$' }[link] ?? '^$',
  ).test(clause.verb)
  return isLed ? { clause: { ...bare(clause), rest: link }, statement: told } : undefined
}

/** Verbs that tell little by themselves: what else the thing does, makes or has would answer as well. */
const saysLittle =
  /^(?:is|are|was|were|has|have|had|do|does|did|can|could|may|must|will|would|should|involve|include|encourage|ensure|enable|provide|help|make|made|get|give|gave|take|took|use|used|allow|let|become|became|remain|seem|appear|support|improve|enhance|offer|work|come|came|go|went|see|saw|want|need|keep|kept|mean|tell|told|say|said|play|played|occur|happen|exist|live|lie|fall|fell|rise|rose|run|ran|perform|assume|wear|wore|begin|began|start|end|believed?|think|thought|argued?|show|found|feel|felt)s?$/

const bare = ({ subject, verb, rest, plural }: ToldClause): ToldClause => ({ subject, verb, rest, plural })

const layouts: readonly Layout[] = [relies, isRelated, leads, follows]
