import { knownAsBase, knownAsThird } from './verbs-only.ts'
import { isAdverb, isAuxiliary, isCoordinator, isPreposition, opensClause } from './word-classes.ts'

/** True for a subject that names nothing by itself: "it", "some", "the other", "the main reason". */
export const standsForAnother = (subject: string): boolean => standsFor.test(subject)

/** True for a noun that only wraps what was said before: "the process", "the result". */
export const isShell = (subject: string): boolean => shell.test(subject)

/** True for a phrase that says which one is meant: "cell of the heart", "law that forbids it", "Black Death". */
export const isPickedOut = (subject: string): boolean => pickedOut.test(subject)

/** True when a sentence holds "the device" or "the process" and does not say which one. */
export function leansOnShell(sentence: string): boolean {
  const nouns = sentence.matchAll(
    /\bthe ([\p{L}-]+)(?=$|[,.;:)]|\s(?!(?:of|that|which|who|where|in|for|between|by|to|with|from|\p{L}+ing)\s))/gu,
  )
  return [...nouns].some(({ index, 0: whole, 1: noun = '' }) => {
    const next = /^\s(\p{Ll}+)/u.exec(sentence.slice(index + whole.length))?.[1] ?? ''
    return isShell(noun) && !isNounBehind(next)
  })
}

/** "the operation priority": the noun in front only describes the next one. */
const isNounBehind = (next: string): boolean =>
  next !== '' &&
  !isAuxiliary(next) &&
  !isPreposition(next) &&
  !isCoordinator(next) &&
  !opensClause(next) &&
  !isAdverb(next) &&
  knownAsThird(next) === undefined &&
  knownAsBase(next) === undefined &&
  !/(?:ed|en)$/.test(next)

const pickedOut =
  /\s(?:of|that|which|who|whose|where|in|between|for|by|to|with|from|on|at)\s|^\p{Lu}|\s\p{Lu}/u

/** Subjects that stand for something said before, or for nothing certain. */
const standsFor =
  /^(?:lots|plenty|due|it|they|he|she|we|i|one|ones|some|many|most|several|few|both|each|all|any|none|others?|another|either|neither|there|here|what|who|how|why|where|when|that|his|her|its|their|such|more|less|much|half|two|three|four|five|six|a (?:few|lot|number|couple|common|good|simple|typical|more|better|further|similar|different|key|major|single|bit)|an? (?:other|example|alternative|important)|the (?:same|other|first|second|third|last|next|one|ones|idea|point|(?:goal|aim)(?! of)|reason|problem|issue|question|answer|following|main|most|more|best|only|rest|fact|way|key|downside)|the (?:result|difference|purpose|advantage|disadvantage|benefit)(?! (?:of|between)))\b/i

/** Nouns that only wrap what was said before. */
const shell =
  /(?:^|\s)(?:account|action|activity|amount|answer|approach|area|argument|article|aspect|author|book|case|category|cause|change|circumstance|class|code|command|concept|condition|consequence|data|company|decision|definition|device|effect|element|event|example|experiment|explanation|film|expression|factor|feature|figure|file|form|formula|function|graph|group|idea|input|instance|issue|item|kind|law|level|line|list|material|meaning|means|measure|member|method|mixture|model|name|novel|number|object|operation|option|output|part|passage|period|person|phase|place|plan|point|policy|position|problem|procedure|process|product|program|property|purpose|quantity|question|rate|ratio|reaction|reason|region|relation|relationship|report|result|role|rule|sample|script|sentence|side|situation|size|solution|stage|state|statement|step|structure|study|substance|subject|symptom|system|table|task|technique|term|test|text|theory|thing|time|tool|topic|treaty|type|unit|user|value|variable|version|war|way|word|work)s?$/i
