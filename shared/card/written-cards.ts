import { capitalise, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { firstWord, trimEnd } from '../fact/phrase.ts'
import { baseVerb, toThirdPerson } from '../fact/verbs.ts'
import { answer } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** A question that the author wrote stays as it is. */
export function questionCards(fact: Fact): Proposal[] {
  const asked = fact.cue.trim()
  const front = /[?:.]$/.test(asked)
    ? asked
    : /^(?:what|which|how|why|when|where|who|is|are|can|does|do)\b/i.test(asked)
      ? `${asked}?`
      : `What belongs to “${asked}”?`
  const kind = fact.items.length > 1 ? 'list_recall' : 'basic'
  const back =
    fact.items.length > 1
      ? fact.items.map((item) => capitalise(trimEnd(item))).join('\n')
      : capitalise(trimEnd(fact.statement))
  const cards: Proposal[] = [
    { kind, slot: '', front: capitalise(front), back, accepted: fact.variants, score: 14 },
  ]
  if (fact.slot === 'both')
    cards.push({
      kind: 'reverse',
      slot: '',
      front: `What belongs to “${trimEnd(fact.statement)}”?`,
      back: trimEnd(asked),
      score: 12,
    })
  return cards
}

/** A sentence with the gap that its author marked, or that its key term leaves. */
export function clozeCards(fact: Fact): Proposal[] {
  return [
    {
      kind: 'cloze',
      slot: fact.slot,
      front: trimEnd(fact.cue) + (/[.?!]$/.test(fact.cue) ? '.' : ''),
      back: fact.statement,
      accepted: fact.variants,
      score: 12,
    },
  ]
}

/** "Lists all products" from "List all products": what a command does, not an order. */
function asDeed(text: string): string {
  const first = firstWord(text)
  const base = baseVerb(first)
  if (base === undefined || base !== first.toLowerCase()) return text
  const third = toThirdPerson(base)
  return third.charAt(0).toUpperCase() + third.slice(1) + text.slice(first.length)
}

/** "What does `GET /x` do?" or "How do you …?" with the code as the answer. */
export function codeCards(fact: Fact): Proposal[] {
  if (fact.cue !== '') {
    const short = fact.statement.startsWith('`') && wordCount(fact.statement) <= 8
    return [
      {
        kind: short ? 'typed' : 'basic',
        slot: '',
        front: fact.cue,
        back: fact.statement,
        accepted: fact.variants,
        score: 11,
      },
    ]
  }
  return [
    {
      kind: 'basic',
      slot: '',
      front: `What does ${fact.term} do?`,
      back: answer(asDeed(fact.statement)),
      accepted: fact.variants.map(answer),
      score: 10,
    },
  ]
}
