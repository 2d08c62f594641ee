import { assertNever } from '../basics/brand.ts'
import type { FactOf, ListCue } from '../fact/fact.ts'
import { partition } from '../english/closed-sets.ts'
import { openAnswer } from './lint-rule.ts'
import { basic } from './kinds/basic.ts'
import { listRecall } from './kinds/list-recall.ts'
import { inSeries } from '../english/enumeration.ts'
import { areNames } from '../english/members.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { isOpenRelation, relationAsked, relationOf } from '../english/relations.ts'
import { isAdjectiveToo, isNounToo } from '../english/imperative.ts'
import { firstWord, trimEnd } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { capitalise, contentStems, upTo } from '../basics/text.ts'
import { answer, be, inner, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'
import { bareSpoken } from './term-cards.ts'

/** "Name the three features of X." The count is in the question, the items are short. */
export function listCards(fact: FactOf<'list'>): Proposal[] {
  const items = fact.items.map((item) => capitalise(trimEnd(item)))
  const content = listRecall(askList(fact, numberWord(fact.items.length)), items)
  return [isWhole(fact.cue) ? { content, score: 9 } : { content, score: 9, doubt: openAnswer }]
}

/** True where the items are all that there are: the note counts them, or their noun names a whole that is told apart. */
function isWhole(cue: ListCue): boolean {
  if (cue.kind === 'related') return !isOpenRelation(cue.name)
  if (cue.kind !== 'introduced') return true
  const head = upTo(cue.words, /\s(?:of|for|in|to|that|which|when|with|on|from|at|between)\s/)
  const relation = relationOf(head)
  if (relation !== undefined && isOpenRelation(relation.noun)) return cue.counted === true
  return cue.counted === true || partition.test(head) || sides.test(head)
}

/** What a thing is weighed or told by: such a list is read as a whole. */
const sides =
  /(?:^|\s)(?:advantages|aims|benefits|causes|characteristics|conditions|consequences|criteria|disadvantages|drawbacks|downsides|effects|functions|limitations|requirements|signs|strengths|symptoms|weaknesses)$/i

function askList(fact: FactOf<'list'>, count: string): string {
  const { spoken, term, cue } = fact
  const named = (words: string): string => `Name the ${count} ${inSentence(words, term, spoken)}.`
  switch (cue.kind) {
    case 'topics':
      return `Name the ${count} ${inner(spoken)}.`
    case 'enumerated':
      return `Name ${count} ${cue.noun} of ${spoken}.`
    case 'places':
      return `Name ${count} places where ${spoken} ${be(spoken)} used.`
    case 'effects':
      return `Name the ${count} ${fact.items.every(isGain) ? 'benefits' : 'effects'} of ${spoken}.`
    case 'ways':
      return named(`ways to ${cue.action}`)
    case 'advised':
      return named(cue.noun)
    case 'objects':
      return named(`things that ${term} is about ${cue.verb}`)
    case 'introduced':
      return named(cue.words)
    case 'related':
      return `${capitalise(relationAsked(cue.name, spoken) ?? '')}?`
    default:
      return assertNever(cue)
  }
}

/** "Improving quality", "reducing errors". */
const isGain = (item: string): boolean =>
  /^(?:accelerating|boosting|enhancing|improving|increasing|lowering|minimizing|reducing|simplifying|speeding|streamlining)\s/i.test(
    item,
  )

/** Words that end in their term say it as sentences do. */
function inSentence(words: string, term: string, spoken: string): string {
  if (words === term) return bareSpoken(spoken)
  const opened = words.replace(/(?<=\s)(?:An?|The|These|This)(?=\s)/g, (word) => word.toLowerCase())
  if (opened !== words) return inSentence(opened, term, spoken)
  if (words.includes(` ${term} `)) return words.replace(` ${term} `, () => ` ${spoken} `)
  return words.endsWith(` ${term}`) ? words.slice(0, words.length - term.length) + spoken : words
}

/** Units count something: "statement, branch and line coverage percentages" are no four percentages. */
const unit =
  /^(?:amounts|bytes|characters|counts|dates|days|degrees|figures|hours|lines|minutes|months|numbers|percentages|points|scores|seconds|times|totals|values|weeks|words|years)$/i

/** "What are MongoDB and Redis?" of names, which an open kind has many of; "Name the three cache levels." of a whole. */
export function exampleCards(fact: FactOf<'example'>): Proposal[] {
  const words = kindNamed(fact)
  const first = firstWord(words)
  if (shapeOf(words) === 'imperative' && !isNounToo(first) && !isAdjectiveToo(first)) return []
  const head = (words.split(/\s(?:of|for|in)\s/)[0] ?? words).split(' ').at(-1) ?? ''
  if (unit.test(head)) return []
  if (fact.cue.kind !== 'named' || areNames(fact.items, words)) return [askNames(fact, words, head)]
  const count = numberWord(fact.items.length)
  const kind = inner(inSentence(words, fact.term, fact.spoken))
  return isPlural(head)
    ? [{ content: listRecall(`Name the ${count} ${kind}${contextOf(fact, head)}.`, fact.items), score: 8 }]
    : []
}

/** Names are asked what they are, or what they are used for. */
function askNames(fact: FactOf<'example'>, words: string, head: string): Proposal {
  const names = inSeries(fact.items)
  if (fact.cue.kind !== 'named' && saidBeside(fact))
    return {
      content: basic(`What are ${names} used for?`, answer(bareSpoken(fact.spoken))),
      slot: 'use',
      score: 8,
    }
  if (fact.cue.kind === 'options')
    return {
      content: listRecall(`Name ${numberWord(fact.items.length)} options for ${inner(words)}.`, fact.items),
      score: 8,
    }
  const kind = `${words}${contextOf(fact, head)}`
  const question = words === head ? `What are ${names}?` : `What kind of ${head} are ${names}?`
  return { content: basic(question, answer(kind)), slot: 'kind', score: 8 }
}

/** True where the line of the names says itself what they serve, and that is an activity. */
function saidBeside({ term, sources }: FactOf<'example'>): boolean {
  const said = new Set(sources.flatMap(({ text }) => text.flatMap(contentStems)))
  return (isActivity(term) || isPlural(term)) && contentStems(term).every((stem) => said.has(stem))
}

/** " for Python": where the kind alone would be too wide. */
function contextOf({ term }: FactOf<'example'>, head: string): string {
  const context = /\(([^)]+)\)$/.exec(term)?.[1] ?? ''
  if (context === '') return ''
  const link = /^(?:frameworks|libraries|platforms|services|tools)$/i.test(head)
    ? 'for'
    : /^(?:applications|databases|languages|products|systems)$/i.test(head)
      ? 'with'
      : 'in'
  return ` ${link} ${inner(context)}`
}

/** What the members are members of. */
function kindNamed({ cue, term }: FactOf<'example'>): string {
  switch (cue.kind) {
    case 'options':
      return term
    case 'general':
      return `${cue.noun} for ${term}`
    case 'named':
      return cue.words
    default:
      return assertNever(cue)
  }
}
