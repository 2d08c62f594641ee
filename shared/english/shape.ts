import { type Case, firstAnswer } from '../basics/first-answer.ts'
import { isFunctionWord, remembering, upTo } from '../basics/text.ts'
import { activityActs, hasFinite, hasFiniteHead, isClause } from './clause.ts'
import { isImperative, isNounToo } from './imperative.ts'
import { firstWord } from './phrase.ts'
import { isPresentClause } from './present-clause.ts'
import { baseVerb, gerundBase, pastBase, thirdPersonBase } from './verbs.ts'

/** What a piece of text is, by its first words: this decides which question it can answer. */
export type Shape =
  'noun' | 'gerund' | 'used' | 'past' | 'third' | 'imperative' | 'infinitive' | 'for' | 'clause' | 'other'

const adverb =
  /^(?:always|never|regularly|often|usually|mainly|mostly|primarily|also|only|simply|just|consistently|carefully|directly|automatically|easily|quickly|efficiently|effectively|typically|commonly|widely|significantly|first|then|do not|don't|(?!(?:apply|supply|reply|comply|multiply|imply|assembly|family|anomaly|monopoly)\s)\p{L}{3,}ly)\s+/iu

/** A leading adverb ("Always", "Regularly") and the rest. */
export function splitAdverb(text: string): { adverb: string; rest: string } {
  const found = adverb.exec(text)?.[0] ?? ''
  return { adverb: found.trim(), rest: text.slice(found.length) }
}

/** A text without its leading adverb, with its first two words. */
interface Opening {
  readonly lead: string
  readonly rest: string
  readonly first: string
  readonly second: string
}

/** Tells a noun phrase from a gerund, an imperative, a diary entry and a full sentence. */
export const shapeOf = remembering((text): Shape => {
  const { adverb: lead, rest } = splitAdverb(text.trim())
  const first = firstWord(rest)
  const second = firstWord(rest.slice(first.length).trim())
  return firstAnswer(cases, { lead, rest, first, second }) ?? (isSentence(rest) ? 'clause' : 'noun')
})

type ShapeCase = Case<Opening, Shape>

const isSentence = (text: string): boolean => isClause(text) || isPresentClause(text) || activityActs(text)

/** "to expire data". */
const infinitive: ShapeCase = ({ rest, second }) =>
  /^to\s+\p{Ll}/iu.test(rest) && baseVerb(second) !== undefined ? 'infinitive' : undefined

/** "for caching". */
const forUse: ShapeCase = ({ first }) => (first.toLowerCase() === 'for' ? 'for' : undefined)

/** "used mainly for caching". */
const used: ShapeCase = ({ rest }) =>
  /^(?:used|utilized|utilised|employed|leveraged|useful|ideal|great|perfect|suited|suitable|good|best|designed|intended|essential|helpful)\s+(?:mainly |primarily |often |mostly |commonly |extensively )?(?:for|to|as)\b/i.test(
    rest,
  )
    ? 'used'
    : undefined

/** "caching responses"; "caching responses reduces load" is a sentence. */
const gerund: ShapeCase = ({ rest, first, second }) => {
  if (gerundBase(first) === undefined || namesThing(first, second)) return undefined
  const head = upTo(rest, /\s(?:that|which|who|how|what|when|where|if)\s/)
  return hasFiniteHead(head) || activityActs(rest) ? 'clause' : 'gerund'
}

/** "string of …", "starting point", "caching is …": no activity begins here. */
const namesThing = (first: string, second: string): boolean =>
  /^(?:of|point|block|blocks|time|order|state|key|copy|set|part|parts|rule|rules|value|version)$/i.test(
    second,
  ) ||
  (/^(?:starting|running|existing|missing|working|floating|remaining|following|leading)$/i.test(first) &&
    !/^(?:working (?:with|on|around)|starting with)$/i.test(`${first} ${second}`)) ||
  /^(?:is|are|was|helps?|makes?|ensures?|reduces?|improves?)$/i.test(second)

/** "a lock that …", "it keeps …". */
const determined: ShapeCase = ({ rest, first }) => {
  if (!determiner.test(first)) return undefined
  return isClause(rest) ? 'clause' : 'noun'
}

const determiner =
  /^(?:the|an?|this|these|each|every|any|all|some|no|your|it|they|you|we|he|she|i|one|two|three)$/i

/** "added an index". */
const past: ShapeCase = ({ rest, first }) =>
  pastBase(first) !== undefined && baseVerb(first) === undefined && startsObject(rest.slice(first.length))
    ? 'past'
    : undefined

/** "lets clients choose". */
const third: ShapeCase = ({ rest, first, second }) =>
  thirdPersonBase(first) !== undefined &&
  !actsItself(first, second) &&
  startsObject(rest.slice(first.length)) &&
  !hasFinite(upTo(rest, /[,;]|\s(?:how|what|whether|why)\s/))
    ? 'third'
    : undefined

/** "Ruptures the membrane": a word in -s before an article is a verb, whatever verb it is. */
const actsOnObject: ShapeCase = ({ lead, rest, first, second }) =>
  lead === '' &&
  /^\p{L}\p{Ll}{3,}[^su'’]s$/u.test(first) &&
  /^(?:an?|the|its|their|his|her|each|every)$/.test(second) &&
  !isFunctionWord(first) &&
  !/^(?:across|always|besides|perhaps|sometimes|towards|unless|whereas)$/i.test(first) &&
  !hasFinite(upTo(rest, /[,;]/))
    ? 'third'
    : undefined

/** "Groups cause people to …": a plural and its verb. */
const actsItself = (first: string, second: string): boolean =>
  isNounToo(thirdPersonBase(first) ?? '') && baseVerb(second) !== undefined && !isNounToo(second)

/** "write tests early". */
const imperative: ShapeCase = ({ lead, rest, first }) =>
  // "Mean time to failure": nobody is ordered to mean.
  !/^mean$/i.test(first) && baseVerb(first) !== undefined && isImperative(rest, first, lead)
    ? 'imperative'
    : undefined

/** In order: the first case that knows an opening names its shape. */
const cases: readonly ShapeCase[] = [
  infinitive,
  forUse,
  used,
  gerund,
  determined,
  past,
  third,
  actsOnObject,
  imperative,
]

/** True for the shape 'past'. Its first word rules it out for most texts, before their whole shape is read. */
export function isPast(text: string): boolean {
  return pastBase(headWord(text)) !== undefined && shapeOf(text) === 'past'
}

/** True for the shape 'imperative', in the same way. */
export function isOrdering(text: string): boolean {
  return baseVerb(headWord(text)) !== undefined && shapeOf(text) === 'imperative'
}

const headWord = (text: string): string => firstWord(splitAdverb(text.trim()).rest)

/** True when a word that follows can be the object of a verb (so the word before is one). */
function startsObject(rest: string): boolean {
  const next = firstWord(rest.trimStart())
  return rest.trim() === '' || next !== '' || rest.trimStart().startsWith('`')
}
