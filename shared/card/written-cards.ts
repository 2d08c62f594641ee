import { capitalise, normaliseText, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { firstWord, trimEnd } from '../english/phrase.ts'
import { baseVerb, toThirdPerson } from '../english/verbs.ts'
import { holdsExamples } from './example-arguments.ts'
import { answer } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** A question that the author wrote stays as it is: the words of both sides are theirs. */
export function questionCards(fact: Fact): Proposal[] {
  if (fact.slot.startsWith('between ')) return vocabularyCards(fact)
  const listed = fact.items.length > 1
  const back = listed ? fact.items.map(withoutDot).join('\n') : withoutDot(fact.statement)
  const kind = listed ? 'list_recall' : 'basic'
  const accepted = fact.variants.map(withoutDot)
  const card: Proposal = { kind, slot: '', front: askedAs(fact.cue.trim()), back, accepted, score: 14 }
  const turned: Proposal = {
    kind: 'reverse',
    slot: '',
    front: withoutDot(fact.statement),
    back: withoutDot(fact.cue),
    score: 12,
  }
  if (fact.slot === 'term') return [turned]
  if (fact.slot !== 'both' || listed || fact.statement.includes('\n')) return [card]
  return [card, turned]
}

/** A word and its meaning, asked from either side in words that name the languages. */
function vocabularyCards(fact: Fact): Proposal[] {
  const [, from = '', to = ''] = /^between (\S+) and (\S+)$/.exec(fact.slot) ?? []
  const plain = from === 'word'
  const { cue, statement } = fact
  const front = plain ? `What does “${cue}” mean?` : `What is “${cue}” in ${to}?`
  const back = plain ? `Which word means “${statement}”?` : `What is “${statement}” in ${from}?`
  return [
    { kind: 'basic', slot: '', front, back: statement, accepted: fact.variants, score: 14 },
    { kind: 'reverse', slot: '', front: back, back: cue, score: 12 },
  ]
}

/** A question or an order without its sign gets it; a bare cue needs none. */
function askedAs(cue: string): string {
  if (/[?:.!？：。！]$/.test(cue)) return cue
  if (/^(?:what|which|how|why|when|where|who|whose|is|are|can|does|do|did|was|were|should)\b/i.test(cue))
    return `${cue}?`
  return /^(?:name|list|give|define|explain|describe)\b/i.test(cue) ? `${cue}.` : cue
}

/** No final dot on a short answer; the dots of longer ones belong to their sentences. */
const withoutDot = (text: string): string => text.trim().replace(/(?<!\.)[.;,]$/, '')

/** A sentence with the gap that its author marked, or that its key term leaves; several marks give a card each. */
export function clozeCards(fact: Fact): Proposal[] {
  const hidden = fact.items.length > 1 ? fact.items : [fact.statement]
  return hidden.map((text, i) => ({
    kind: 'cloze' as const,
    slot: hidden.length === 1 ? fact.slot : slotOf(hidden, i),
    front: gapped(fact.cue, text),
    back: text,
    accepted: hidden.length === 1 ? fact.variants : [],
    score: 12,
  }))
}

/** The gap's own words; of `p` and `P` in one sentence the second is told by its place. */
function slotOf(hidden: readonly string[], at: number): string {
  const text = hidden[at] ?? ''
  const first = hidden.findIndex((other) => normaliseText(other) === normaliseText(text))
  return first === at ? text : `${text} ${at + 1}`
}

/** The sentence with one gap left open and the others filled. */
function gapped(cue: string, hidden: string): string {
  const open = cue.replace(`⦃${hidden}⦄`, '___').replace(/⦃([^⦃⦄]+)⦄/g, '$1')
  return trimEnd(open) + (/[.?!。？！]$/.exec(open)?.[0] ?? '')
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
    const short =
      /^`[^`]+`$/.test(fact.statement) &&
      wordCount(fact.statement) <= 8 &&
      !holdsExamples(fact.statement, fact.cue)
    return [
      {
        kind: short ? 'typed' : 'basic',
        slot: '',
        front: fact.cue,
        back: capitalise(fact.statement),
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
