import { capitalise, normaliseText, wordCount } from '../basics/text.ts'
import type { ClozePiece, FactOf, QuestionSides } from '../fact/fact.ts'
import { slotOf, wholeSentence } from '../fact/identity.ts'
import { basic } from './kinds/basic.ts'
import { choice } from './kinds/choice.ts'
import type { ClozeContent } from './kinds/cloze.ts'
import { listRecall } from './kinds/list-recall.ts'
import { reverse } from './kinds/reverse.ts'
import { typed } from './kinds/typed.ts'
import { firstWord, trimEnd } from '../english/phrase.ts'
import { baseVerb, toThirdPerson } from '../english/verbs.ts'
import { holdsExamples } from './example-arguments.ts'
import { answer } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** A question that the author wrote stays as it is: the words of both sides are theirs. */
export function questionCards(fact: FactOf<'question'>): Proposal[] {
  const { sides, question, statement, items, variants } = fact
  if (sides.kind === 'languages' || sides.kind === 'word') return vocabularyCards(fact, sides)
  const listed = items.length > 1
  const asked = inDeck(askedAs(question.trim()), fact)
  const card: Proposal = {
    content: listed ? listRecall(asked, items.map(withoutDot)) : basic(asked, withoutDot(statement)),
    accepted: variants.map(withoutDot),
    score: 14,
  }
  const turned: Proposal = { content: reverse(withoutDot(statement), withoutDot(question)), score: 12 }
  if (sides.kind === 'backward') return [turned]
  if (sides.kind === 'forward' || listed || statement.includes('\n')) return [card]
  return [card, turned]
}

/** A question with its author's own options, all of them as they stand. */
export function choiceCards({ question, options }: FactOf<'choice'>): Proposal[] {
  const texts = options.map(({ text }) => text)
  const keys = options.flatMap(({ isRight }, i) => (isRight ? [i] : []))
  return [{ content: choice(askedAs(question), texts, keys), score: 14 }]
}

/** A word and its meaning, asked from either side in words that name the languages. */
function vocabularyCards(
  { question, statement, variants, deck }: FactOf<'question'>,
  sides: Extract<QuestionSides, { readonly kind: 'languages' | 'word' }>,
): Proposal[] {
  const [forward, back] =
    sides.kind === 'word'
      ? [
          `What does “${question}”${deck === undefined ? '' : ` (${deck})`} mean?`,
          `Which word means “${statement}”?`,
        ]
      : [`What is “${question}” in ${sides.to}?`, `What is “${statement}” in ${sides.from}?`]
  return [
    { content: basic(forward, statement), accepted: variants, score: 14 },
    { content: reverse(back, question), score: 12 },
  ]
}

/** A cue that another deck has too, with its own deck. */
const inDeck = (cue: string, { deck }: FactOf<'question'>): string =>
  deck === undefined ? cue : `${cue} (${deck})`

/** A question or an order without its sign gets it; a bare cue needs none. */
function askedAs(cue: string): string {
  // Code, a table or a formula stands below the question.
  if (cue.includes('\n')) return cue
  // A picture may stand behind the question.
  if (/[?:.!？：。！](?:\s*!\[[^\]]*\]\(<[^>]*>\))*$/.test(cue)) return cue
  if (/^(?:what|which|how|why|when|where|who|whose|is|are|can|does|do|did|was|were|should)\b/i.test(cue))
    return `${cue}?`
  return /^(?:name|list|give|define|explain|describe)\b/i.test(cue) ? `${cue}.` : cue
}

/** No final dot on a short answer; the dots of longer ones belong to their sentences. */
const withoutDot = (text: string): string => text.trim().replace(/(?<!\.)[.;,]$/, '')

/** A sentence with the gap that its author marked, or that its number leaves; several marks give a card each. */
export function clozeCards(fact: FactOf<'cloze'>): Proposal[] {
  const { hidden, sentence, variants } = fact
  return hidden.map((text, i) => ({
    content: clozeOf(sentence, text),
    slot: hidden.length === 1 ? slotOf(fact) : gapName(hidden, i),
    accepted: hidden.length === 1 ? variants : [],
    score: 12,
  }))
}

/** The gap's own words; of `p` and `P` in one sentence the second is told by its place. */
function gapName(hidden: readonly string[], at: number): string {
  const text = hidden[at] ?? ''
  const first = hidden.findIndex((other) => normaliseText(other) === normaliseText(text))
  return first === at ? text : `${text} ${at + 1}`
}

/** The sentence with one gap left open and the others filled. */
function clozeOf(sentence: readonly ClozePiece[], hidden: string): ClozeContent {
  const at = sentence.findIndex(({ kind, text }) => kind === 'gap' && text === hidden)
  if (at < 0) throw new Error(`Inconsistent: a sentence without its gap “${hidden}”`)
  const after = wholeSentence(sentence.slice(at + 1))
  const kept = withoutEnd(after)
  const end = /[.?!。？！]$/.exec(after)?.[0] ?? ''
  return {
    kind: 'cloze',
    before: wholeSentence(sentence.slice(0, at)).trimStart(),
    hidden,
    after: kept.endsWith(end) ? kept : kept + end,
  }
}

/** What follows the gap, without the signs that end a sentence. */
const withoutEnd = (after: string): string => trimEnd(`_${after}`).slice(1)

/** "Lists all products" from "List all products": what a command does, not an order. */
function asDeed(text: string): string {
  const first = firstWord(text)
  const base = baseVerb(first)
  if (base === undefined || base !== first.toLowerCase()) return text
  const third = toThirdPerson(base)
  return third.charAt(0).toUpperCase() + third.slice(1) + text.slice(first.length)
}

/** "What does `GET /x` do?" or "How do you …?" with the code as the answer. */
export function codeCards(fact: FactOf<'code'>): Proposal[] {
  if (fact.told !== 'meaning') {
    const short =
      /^`[^`]+`$/.test(fact.statement) &&
      wordCount(fact.statement) <= 8 &&
      !holdsExamples(fact.statement, fact.question)
    const make = short ? typed : basic
    return [{ content: make(fact.question, capitalise(fact.statement)), accepted: fact.variants, score: 11 }]
  }
  return [
    {
      content: basic(`What does ${fact.term} do?`, answer(asDeed(fact.statement))),
      accepted: fact.variants.map(answer),
      score: 10,
    },
  ]
}
