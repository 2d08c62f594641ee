import { assertNever } from '../basics/brand.ts'
import type { FactOf } from '../fact/fact.ts'
import { listRecall } from './kinds/list-recall.ts'
import { isPlural } from '../english/nouns.ts'
import { isAdjectiveToo, isNounToo } from '../english/imperative.ts'
import { firstWord, trimEnd } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { capitalise } from '../basics/text.ts'
import { be, inner, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** "Name the three features of X." The count is in the question, the items are short. */
export function listCards(fact: FactOf<'list'>): Proposal[] {
  const items = fact.items.map((item) => capitalise(trimEnd(item)))
  return [{ content: listRecall(askList(fact, numberWord(fact.items.length)), items), score: 9 }]
}

function askList({ spoken, term, cue }: FactOf<'list'>, count: string): string {
  const named = (words: string): string => `Name the ${count} ${inSentence(words, term, spoken)}.`
  switch (cue.kind) {
    case 'topics':
      // Sub-topics of a plural are its members ("the three relationships"), those of a singular belong to it.
      return /^\p{Ll}/u.test(spoken) && isPlural(term) && !/\s(?:and|&)\s/.test(term)
        ? `Name the ${count} ${spoken}.`
        : `Which ${count} topics belong to ${spoken}?`
    case 'enumerated':
      return `Name ${count} ${cue.noun} of ${spoken}.`
    case 'places':
      return `Name ${count} places where ${spoken} ${be(spoken)} used.`
    case 'effects':
      return `Name the ${count} effects of ${spoken}.`
    case 'ways':
      return named(`ways to ${cue.action}`)
    case 'advised':
      return named(cue.noun)
    case 'objects':
      return named(`things that ${term} is about ${cue.verb}`)
    case 'introduced':
      return named(cue.words)
    default:
      return assertNever(cue)
  }
}

/** Words that end in their term say it as sentences do. */
function inSentence(words: string, term: string, spoken: string): string {
  if (words.includes(` ${term} `)) return words.replace(` ${term} `, () => ` ${spoken} `)
  return words.endsWith(` ${term}`) ? words.slice(0, words.length - term.length) + spoken : words
}

/** Units count something: "statement, branch and line coverage percentages" are no four percentages. */
const unit =
  /^(?:amounts|bytes|characters|counts|dates|days|degrees|figures|hours|lines|minutes|months|numbers|percentages|points|scores|seconds|times|totals|values|weeks|words|years)$/i

/** "Name two NoSQL databases." */
export function exampleCards(fact: FactOf<'example'>): Proposal[] {
  const words = kindNamed(fact)
  const first = firstWord(words)
  if (shapeOf(words) === 'imperative' && !isNounToo(first) && !isAdjectiveToo(first)) return []
  const count = numberWord(fact.items.length)
  const head = (words.split(/\s(?:of|for|in)\s/)[0] ?? words).split(' ').at(-1) ?? ''
  const context = /\(([^)]+)\)$/.exec(fact.term)?.[1] ?? ''
  const link = /^(?:frameworks|libraries|platforms|services|tools)$/i.test(head)
    ? 'for'
    : /^(?:applications|databases|languages|products|systems)$/i.test(head)
      ? 'with'
      : 'in'
  if (unit.test(head)) return []
  const kind = `${inner(inSentence(words, fact.term, fact.spoken))}${context === '' ? '' : ` ${link} ${inner(context)}`}`
  const front =
    fact.cue.kind === 'options'
      ? `Name ${count} options for ${inner(words)}.`
      : isPlural(head)
        ? `Name ${count} ${/^\S+['’]s\s/.test(kind) ? 'of ' : ''}${kind}.`
        : `Name ${count} examples of ${kind}.`
  return [{ content: listRecall(front, fact.items), score: 8 }]
}

/** What the members are members of. */
function kindNamed({ cue, term }: FactOf<'example'>): string {
  switch (cue.kind) {
    case 'options':
      return term
    case 'general':
      return `${cue.noun} ${servesSomething.test(cue.noun) ? 'for' : 'of'} ${term}`
    case 'named':
      return cue.words
    default:
      return assertNever(cue)
  }
}

const servesSomething = /^(?:tools|libraries|frameworks|techniques|strategies|methods|approaches|practices)$/i
