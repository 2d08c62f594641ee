import type { Fact } from '../fact/fact.ts'
import { isPlural } from '../english/nouns.ts'
import { isAdjectiveToo, isNounToo } from '../english/imperative.ts'
import { firstWord, trimEnd } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { capitalise } from '../basics/text.ts'
import { be, inner, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** "Name the three features of X." The count is in the question, the items are short. */
export function listCards(fact: Fact): Proposal[] {
  const count = numberWord(fact.items.length)
  const front = askList(fact, count)
  return [
    {
      kind: 'list_recall',
      slot: '',
      front,
      back: fact.items.map((item) => capitalise(trimEnd(item))).join('\n'),
      score: 9,
    },
  ]
}

/** Sub-topics of a plural are its members ("the three relationships"), those of a singular belong to it. */
function askList(fact: Fact, count: string): string {
  const { spoken, term } = fact
  const cue = spokenCue(fact)
  if (cue === 'topics' && /^\p{Ll}/u.test(spoken) && isPlural(term) && !/\s(?:and|&)\s/.test(term))
    return `Name the ${count} ${spoken}.`
  if (cue === 'topics') return `Which ${count} topics belong to ${spoken}?`
  if (/^(?:parts|features|techniques)$/.test(cue)) return `Name ${count} ${cue} of ${spoken}.`
  if (cue === 'places') return `Name ${count} places where ${spoken} ${be(spoken)} used.`
  return `Name the ${count} ${cue === 'effects' ? `effects of ${spoken}` : cue}.`
}

/** A cue that ends in its term says it as sentences do. */
function spokenCue({ cue, term, spoken }: Fact): string {
  if (cue.includes(` ${term} `)) return cue.replace(` ${term} `, () => ` ${spoken} `)
  return cue !== term && cue.endsWith(` ${term}`) ? cue.slice(0, cue.length - term.length) + spoken : cue
}

/** Units count something: "statement, branch and line coverage percentages" are no four percentages. */
const unit =
  /^(?:amounts|bytes|characters|counts|dates|days|degrees|figures|hours|lines|minutes|months|numbers|percentages|points|scores|seconds|times|totals|values|weeks|words|years)$/i

/** "Name two NoSQL databases." */
export function exampleCards(fact: Fact): Proposal[] {
  const first = firstWord(fact.cue)
  if (shapeOf(fact.cue) === 'imperative' && !isNounToo(first) && !isAdjectiveToo(first)) return []
  const count = numberWord(fact.items.length)
  const head = (fact.cue.split(/\s(?:of|for|in)\s/)[0] ?? fact.cue).split(' ').at(-1) ?? ''
  const context = /\(([^)]+)\)$/.exec(fact.term)?.[1] ?? ''
  const link = /^(?:frameworks|libraries|platforms|services|tools)$/i.test(head)
    ? 'for'
    : /^(?:applications|databases|languages|products|systems)$/i.test(head)
      ? 'with'
      : 'in'
  if (unit.test(head)) return []
  const kind = `${inner(spokenCue(fact))}${context === '' ? '' : ` ${link} ${inner(context)}`}`
  const front =
    fact.slot === 'options'
      ? `Name ${count} options for ${inner(fact.cue)}.`
      : isPlural(head)
        ? `Name ${count} ${/^\S+['’]s\s/.test(kind) ? 'of ' : ''}${kind}.`
        : `Name ${count} examples of ${kind}.`
  return [{ kind: 'list_recall', slot: '', front, back: fact.items.join('\n'), score: 8 }]
}
