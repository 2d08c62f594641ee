import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { upTo, wordCount } from '../../basics/text.ts'
import { splitEnumeration, splitTopLevel } from '../../english/enumeration.ts'
import { isName } from '../../english/is-name.ts'
import { isKind } from '../../english/kinds.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { firstWord, withoutAsides } from '../../english/phrase.ts'
import { tellsPerson } from '../../english/persons.ts'
import { isUsedThing } from '../../english/used-things.ts'
import { cutTails } from './tails.ts'
import { isAcronym } from './terms.ts'
import { isPlainWord } from '../../english/title-case.ts'
import { baseVerb, gerundBase } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import { partition } from '../../english/closed-sets.ts'
import {
  circular,
  studied,
  vagueTopic,
  names,
  quality,
  service,
  actedBy,
  isTool,
  joinsQualities,
} from '../../english/noun-kinds.ts'

/** A noun phrase and its term, with what several cases ask of it. */
interface Phrase {
  readonly term: string
  readonly text: string
  /** Without asides. */
  readonly bare: string
  /** Parted at its top-level commas. */
  readonly topics: readonly string[]
}

type PhraseCase = Case<Phrase, readonly Draft[]>

/** What a noun phrase states about its term: what it is, what it covers, what it is for. */
export function nounDrafts(term: string, text: string, path: readonly string[] = []): Draft[] {
  const phrase = { term, text, bare: withoutAsides(text), topics: splitTopLevel(text) }
  return [...(firstAnswer(cases, phrase) ?? coreDrafts(term, text, path))]
}

const nothing =
  (fits: (phrase: Phrase) => boolean): PhraseCase =>
  (phrase) =>
    fits(phrase) ? [] : undefined

/** "Redis + Celery", "Docker & Kubernetes": names side by side. */
const joinsNames = ({ bare, text }: Phrase): boolean =>
  /\s\+\s/.test(bare) || /^[\p{Lu}`][^\s,]*\s*(?:&|and)\s*[\p{Lu}`]/u.test(text)

/** "Redis, Memcached": two names say no more. */
const isPairOfNames = ({ topics }: Phrase): boolean =>
  topics.length === 2 && isName(topics[0] ?? '') && !isKind(topics[0] ?? '')

/** "Django Framework" in title case. */
const isTitle = ({ bare }: Phrase): boolean => /^\p{Lu}\S*\s\p{Lu}\S*$/u.test(bare)

/** "Understanding of …", "Introduction to …": what was studied, not what it is. */
const isStudy = ({ text }: Phrase): boolean =>
  /^(?:emphasis|focus|basics of|fundamentals of|intro(?:duction)? to|(?:\p{L}+\s)?(?:understanding|knowledge|mastery|exploration|overview|introduction|experience|proficiency|grasp|expertise))\b/iu.test(
    text,
  )

const isOneWord = ({ text }: Phrase): boolean => wordCount(text) < 2 && !isHan(text)

/** "Core concepts of routing". */
const namesConcepts = ({ text }: Phrase): boolean =>
  /\b(?:concepts|principles|fundamentals|basics|understanding of)\b/i.test(text) && wordCount(text) <= 5

const listsNames = ({ term, text }: Phrase): boolean =>
  names.test(text) && !isTool(term) && !isKind(firstWord(text)) && !isPlainWord(firstWord(text))

/** "as a cache"; "AS = AD" is a formula. */
const asRole: PhraseCase = ({ term, text }) => {
  const role = /^[Aa]s\s+(\p{L}.+)$/u.exec(text)?.[1]
  return role === undefined ? undefined : [{ kind: 'purpose', use: 'role', term, statement: role }]
}

/** One name: the tool of an activity, else nothing. */
const oneName: PhraseCase = ({ term, bare, topics }) => {
  if (topics.length >= 2 || !isName(bare)) return undefined
  return isActivity(term) && !/\s/.test(bare)
    ? [{ kind: 'aspect', respect: { kind: 'tool' }, term, statement: bare }]
    : []
}

/** "Scalability: …" is told by what follows, not defined. */
const ofQuality: PhraseCase = ({ term, text }) =>
  quality.test(term) && !determined.test(text) ? cutTails(term, text).drafts : undefined

/** "models, views, and templates": the topics that the term covers. */
const listOfTopics: PhraseCase = ({ term, text, topics }) => {
  const short = topics.every((topic) => wordCount(withoutAsides(topic)) <= 4)
  if (topics.length < 3 || !short || linked.test(text) || /^(?:an?|the)\s/i.test(text)) return undefined
  const items = (splitEnumeration(withoutAsides(text)) ?? topics).map((item) =>
    item.replace(/^(?:principles|concepts|fundamentals|basics|implementation|use) of\s+/i, ''),
  )
  // The topics below a heading are a table of contents; members of a plural are its kinds.
  if (items.some((item) => studied.test(item)) || vagueTopic.test(term) || !namesKinds(term)) return []
  return [{ kind: 'list', term, cue: { kind: 'topics' }, items }]
}

/** "Relationships", "cache levels": a plural whose members are few by its own meaning. */
const namesKinds = (term: string): boolean =>
  isPlural(term) && !/\s(?:and|&)\s/.test(term) && partition.test(term)

const linked = /\s(?:for|with|using|to|via)\s/
const determined = /^(?:an?|the|any|all|each|every)\s/i
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** In order: the first case that knows a phrase answers for it. */
const cases: readonly PhraseCase[] = [
  asRole,
  nothing(joinsNames),
  nothing(isPairOfNames),
  oneName,
  nothing(isTitle),
  nothing(({ term, bare }) => circular(term, bare)),
  nothing(isStudy),
  ofQuality,
  listOfTopics,
  nothing(isOneWord),
  nothing(namesConcepts),
  nothing(listsNames),
]

/** The phrase without its tails as a definition, a use or what the term covers; then what the tails tell. */
function coreDrafts(term: string, text: string, path: readonly string[]): Draft[] {
  const { core, drafts } = cutTails(term, text)
  const head = headOf(core)
  if (saysTooLittle(core, head)) return [...drafts]
  if (isService(term, core, head) && isUsedThing(term, path))
    return [{ kind: 'purpose', use: 'purpose', term, statement: core }, ...drafts]
  // "DevOps practices: infrastructure as code": one of them, not what they are.
  const several = isPlural(term) && !isPlural(head) && !/\s(?:and|&)\s/.test(term)
  if (several && !determined.test(core) && !core.startsWith(`${head} of `) && !isTool(term))
    return [...drafts]
  if (joinsThings(term, core, head))
    return isTool(term) && isUsedThing(term, path) && splitTopLevel(core).length < 2
      ? [{ kind: 'aspect', respect: { kind: 'coverage' }, term, statement: core }, ...drafts]
      : [...drafts]
  if (namesObjects(term, core, head)) return [...drafts]
  return [{ kind: 'definition', term, statement: core }, ...purposeOf(term, core), ...drafts]
}

/** The noun phrase before what describes it: "framework" of "framework for web applications". */
const headOf = (core: string): string =>
  upTo(
    withoutAsides(core),
    /\s+(?:that|which|for|of|to|in|with|used|based|where|between|on|over|under|about|across|at|from|by|when|whose|without|as)\s+|,\s+(?=(?:with|such|like|for|so|where|which|useful|an?|the)\b)/,
  ).trim()

/** Few words without a kind, or only a heading's noun: "Docker setup". */
function saysTooLittle(core: string, head: string): boolean {
  if (wordCount(core) < 4 && !isKind(head) && !/^(?:an?|the)\s/i.test(core) && !isHan(core)) return true
  return (
    head === core &&
    /\b(?:implementation|integration|setup|configuration|management|usage|patterns|fundamentals|techniques|practices|optimization|optimizations|consumption|options|features|development)$/i.test(
      head,
    )
  )
}

/** "Message broking" is what a tool is for. */
const isService = (term: string, core: string, head: string): boolean =>
  !determined.test(core) && isTool(term) && service.test(actedBy(head).split(' ').at(-1) ?? '')

/** "Serializers and routers": what the term is about, not what it is. */
const joinsThings = (term: string, core: string, head: string): boolean =>
  /,|\s(?:and|&|\+)\s/.test(actedBy(head)) &&
  !determined.test(core) &&
  !isAcronym(term) &&
  !tellsPerson(core) &&
  !joinsQualities(head)

/** "Database queries" below an activity: its objects. */
const namesObjects = (term: string, core: string, head: string): boolean =>
  !determined.test(core) &&
  isActivity(term) &&
  isPlural(head) &&
  !/\s(?:and|or|&)\s/.test(head) &&
  !isPlural(term) &&
  !/\b(?:that|which)\b/.test(core)

/** "… for caching results" at the end of a definition is a use of its own. */
function purposeOf(term: string, core: string): Draft[] {
  const found = /^(.{6,}?)\s+(?:used\s+)?(?:for|to)\s+(.+)$/.exec(core)
  if (found === null) return []
  const [, before = '', tail = ''] = found
  return isUse(before, tail, core)
    ? [{ kind: 'purpose', use: 'purpose', term, statement: isInfinitive(before, core) ? `to ${tail}` : tail }]
    : []
}

const isInfinitive = (before: string, core: string): boolean =>
  / to \S+ /.test(core.slice(before.length, before.length + 20))

function isUse(before: string, tail: string, core: string): boolean {
  // The tail of a shorter definition is asked for only where another note defines the term.
  const isLong = wordCount(core) > longestAsked || gerundBase(firstWord(tail)) !== undefined
  const isDeed =
    !/\sto\s+$/.test(core.slice(0, core.length - tail.length)) || baseVerb(firstWord(tail)) !== undefined
  return (
    wordCount(tail) >= 2 &&
    isLong &&
    !/^(?:the|an?|its|one|new|each|every)\s/i.test(tail) &&
    isDeed &&
    !/^(?:the|an?|this|each|every)\s+\p{L}+$/iu.test(tail) &&
    !/\b(?:that|which)\b/.test(before) &&
    !/\b(?:need|needs|easy|hard|able|ready|alternative|approach|similar|due|according|equal|related|used)$/i.test(
      before,
    )
  )
}

const longestAsked = 20
