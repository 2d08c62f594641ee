import type { Fact } from '../fact/fact.ts'
import { isPlural } from '../fact/nouns.ts'
import { isAdjectiveToo, isNounToo } from '../fact/imperative.ts'
import { firstWord, trimEnd } from '../fact/phrase.ts'
import { shapeOf } from '../fact/shape.ts'
import { capitalise } from '../basics/text.ts'
import { inner, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** "Name the three features of X." The count is in the question, the items are short. */
export function listCards(fact: Fact): Proposal[] {
  const count = numberWord(fact.items.length)
  const cue = /^(?:topics|effects)$/.test(fact.cue) ? `${fact.cue} of ${fact.spoken}` : fact.cue
  const front = `Name the ${count} ${cue}.`
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

/** "Name two NoSQL databases." */
export function exampleCards(fact: Fact): Proposal[] {
  const first = firstWord(fact.cue)
  if (shapeOf(fact.cue) === 'imperative' && !isNounToo(first) && !isAdjectiveToo(first)) return []
  const count = numberWord(fact.items.length)
  const head = (fact.cue.split(/\sof\s/)[0] ?? fact.cue).split(' ').at(-1) ?? ''
  const context = /\(([^)]+)\)$/.exec(fact.term)?.[0] ?? ''
  const kind = `${inner(fact.cue)}${context === '' ? '' : ` ${context}`}`
  const front =
    fact.slot === 'options'
      ? `Name ${count} options for ${inner(fact.cue)}.`
      : isPlural(head)
        ? `Name ${count} ${kind}.`
        : `Name ${count} examples of ${kind}.`
  return [{ kind: 'list_recall', slot: '', front, back: fact.items.join('\n'), score: 8 }]
}
