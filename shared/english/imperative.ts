import { type Case, firstAnswer } from '../basics/first-answer.ts'
import { atSpaces, isFunctionWord, upTo, wordSet } from '../basics/text.ts'
import { hasFinite, isClause } from './clause.ts'
import { isPlural } from './nouns.ts'
import { firstWord } from './phrase.ts'
import { baseVerb, pastBase } from './verbs.ts'

/** Verbs that are nouns too. */
const nounsToo = wordSet(`
  access address backup balance batch benchmark block boost branch cache call cap cast cause change check cluster code comment
  commit control copy cost count cover cut delete design display division document drift drop edit end escape
  experience experiment export feed filter fit fix flag focus force form format function group guard guide hash
  help hold host import index interest label lead leak limit link lint list load lock log loop map mark mask
  match measure merge model monitor mount move name need note object offer order package partition pass patch pin
  place plan play point poll pool post power practice present process profile project prompt prototype
  pull push query queue rank rate react read record reference refresh release repair replay report request
  research reset result retry return review roll route run sample scale schedule search seed segment set
  setup shape share shift ship sort speed split stage start state store stream stress structure study style
  subject supply support surface switch tag target test track trade train transfer transition trigger trust
  tune turn union update upgrade upload use value version view wait walk watch work worry wrap yield`)

/** True for a verb that is a noun too: "test", "lock". */
export function isNounToo(word: string): boolean {
  return nounsToo.has(word.toLowerCase())
}

/** Of those, the ones that order something even before a preposition ("Test in production"). */
const beforePrepositions = wordSet(`
  alert cache cap check commit deploy design fail focus handle index listen log name pin plan read return
  review run scale set start store test trust turn use wait work write`)

/** Of those, the ones that order something even before a bare noun ("Return errors early"). */
const beforeBareNouns = wordSet(`
  batch cache check commit copy delete design document fix focus help index keep limit lint list load log
  measure merge model monitor name order pass patch pin place plan process profile query rate read release
  return review run scale schedule set share split start store structure support switch test track trust
  tune update use validate version wrap write`)

/** A text that begins with a verb, as far as its first two words decide. */
interface Opening {
  readonly text: string
  readonly first: string
  /** The adverb before the verb, "" without one. */
  readonly lead: string
  readonly rest: string
  readonly next: string
  readonly nounToo: boolean
}

/** Words that are verbs and nouns alike count as verbs only before something that can be their object. */
export function isImperative(text: string, first: string, lead: string): boolean {
  const rest = text.slice(first.length).trimStart()
  const opening = { text, first, lead, rest, next: firstWord(rest), nounToo: isNounToo(first) }
  return firstAnswer(cases, opening) ?? false
}

type Condition = (opening: Opening) => boolean
type OpeningCase = Case<Opening, boolean>

const orders =
  (holds: Condition): OpeningCase =>
  (opening) =>
    holds(opening) ? true : undefined

const isNone =
  (holds: Condition): OpeningCase =>
  (opening) =>
    holds(opening) ? false : undefined

/** "Always test". */
const isHabit: Condition = ({ lead }) =>
  lead !== '' &&
  /^(?:always|never|regularly|consistently|continuously|constantly|frequently|actively|carefully)$/i.test(
    lead,
  )

/** "State Management" is a name: title case after a word that is a noun too. */
const isTitle: Condition = ({ nounToo, next, text }) =>
  nounToo &&
  /^\p{Lu}\p{Ll}{3,}/u.test(next) &&
  !/^(?:Everything|Everyone|Your|Early|Often)$/.test(next) &&
  atSpaces(upTo(text.trim(), /[,;]/)).length <= 3

/** "Test that …", "Copy of …", "Lock held by …": what follows describes a noun. */
const isDescribed: Condition = ({ nounToo, next }) =>
  (nounToo && /^(?:that|which)$/i.test(next)) || /^of$/i.test(next) || (nounToo && isParticiple(next))

const isParticiple = (word: string): boolean =>
  pastBase(word) !== undefined &&
  baseVerb(word) === undefined &&
  !/^(?:related|needed|nested|shared|required|repeated)$/i.test(word)

/** "Read operation that …". */
const isThing: Condition = ({ first, nounToo, rest, next }) =>
  (nounToo || isAdjectiveToo(first)) && namesThing(rest, next)

/** "Version control with …". */
const isHalfOfName: Condition = ({ first, nounToo, rest, next }) =>
  nounToo && !orderingActivities.test(first) && endsName(rest, next)

/** "Clear error messages". */
const isAdjective: Condition = ({ first, rest }) => isAdjectiveToo(first) && describesThing(first, rest)

/** "Use `git add`". */
const takesCode: Condition = ({ first, nounToo, rest }) =>
  nounToo && orderBeforeCode.test(first) && rest.startsWith('`')

/** "Write tests": a verb that is no noun. */
const isVerbOnly: OpeningCase = ({ nounToo, next }) => (nounToo ? undefined : next !== '' && !hasFinite(next))

/** "Test in production". */
const takesPreposition: Condition = ({ text, first, next }) =>
  beforePrepositions.has(first.toLowerCase()) &&
  !/^return to$/i.test(`${first} ${next}`) &&
  /^(?:in|on|at|as|from|to|with|for|what|whether|early|off|down|up)$/i.test(next) &&
  atSpaces(text).length >= 4

/** "Test every change", "Log slow queries". */
const takesObject: OpeningCase = ({ first, next }) =>
  objectStart.test(next)
    ? !/^(?:in|on|from|to|with)$/i.test(next) ||
      /^(?:test|focus|use|log|work|start|design|plan|wait|run|listen)$/i.test(first)
    : undefined

const objectStart =
  /^(?:the|an?|your|all|any|some|several|each|every|both|only|it|them|these|those|early|often|before|after|with|in|on|from|to|one|two|meaningful|proper|clear|small|multiple|specific|\p{L}+ly|\p{L}+(?:ive|ful|able|ible|ic|al|ous|ant|ent|ed|ing))$/iu

/** "Index", "Cache for …", "Test React": nothing that it could order. */
const lacksObject: Condition = ({ first, next }) =>
  next === '' ||
  isFunctionWord(next) ||
  (/^\p{Lu}\p{Ll}/u.test(next) && !/^(?:use|write|track|name)$/i.test(first))

/** "Query plan": few words are a name. */
const isShort: Condition = ({ text, first }) =>
  atSpaces(text).length < 4 && !/^(?:use|write|keep|avoid|name|fix|trust|track)$/i.test(first)

/** "Return errors early". */
const takesBareNoun: Condition = ({ text, first }) =>
  beforeBareNouns.has(first.toLowerCase()) && !isClause(text)

/** In order: the first case that knows an opening answers for it; what no case knows is none. */
const cases: readonly OpeningCase[] = [
  orders(isHabit),
  isNone(isTitle),
  isNone(isDescribed),
  isNone(isThing),
  isNone(isHalfOfName),
  isNone(isAdjective),
  orders(takesCode),
  isVerbOnly,
  orders(takesPreposition),
  takesObject,
  isNone(lacksObject),
  isNone(isShort),
  orders(takesBareNoun),
]

/** Verbs that take an activity as their object: "Use caching", "Limit nesting". */
const orderingActivities =
  /^(?:use|avoid|limit|monitor|practice|support|plan|measure|track|trust|handle|need|focus|stop|start|schedule)$/i

/** "Version control with …", "Form handling, …", "Request logging": a verb's other half, so that both are a name. */
function endsName(rest: string, next: string): boolean {
  const after = rest.slice(next.length)
  return (
    /^(?:control|coverage|\p{Ll}{3,}(?:ing|tion|ment|ance|ence))$/u.test(next) &&
    (/^\s*(?:$|[,;&+/(])/.test(after) || isFunctionWord(firstWord(after.trimStart())))
  )
}

/** "Clear error messages", "Secure user authentication": the first word describes what follows. */
function describesThing(first: string, rest: string): boolean {
  if (/^(?:an?|the|your|all|any|each|every|up|down|out|off)\b|^`/i.test(rest)) return false
  if (/^(?:clear|complete|correct|live|own|present|slow)$/i.test(first)) return true
  const object = upTo(rest, /[,;:]|\s(?:with|by|for|from|in|on|to|using|via|before|after)\s/)
  return /^(?:clean|secure)$/i.test(first) && /(?:ing|tion|ment|ance|architecture|design|code)$/.test(object)
}

const orderBeforeCode = /^(?:check|limit|set|switch|turn|use|validate|wrap)$/i

/** True for a verb that is an adjective too: "clean", "secure". */
export function isAdjectiveToo(word: string): boolean {
  return /^(?:clean|clear|close|complete|correct|live|open|own|present|secure|separate|slow)$/i.test(word)
}

/** "Read operation that …", "Close likeness of …": an order would need an article or a plural there. */
function namesThing(rest: string, next: string): boolean {
  const third = firstWord(rest.slice(next.length).trimStart())
  return (
    /^\p{Ll}{3,}$/u.test(next) &&
    !isPlural(next) &&
    !isFunctionWord(next) &&
    (/^(?:of|that|which|whose)$/.test(third) ||
      (third === 'for' && /^(?:format|framework|language|library|system|tool)$/.test(next)))
  )
}
