import { contentStems, isFunctionWord, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { isPlural } from '../english/nouns.ts'
import { trimEnd } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { inTheory, inTool, placed } from './place-of-term.ts'
import { answer, be, does, inner } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** "What is X?", and the way back where the definition fits one term only. */
export function definitionCards(fact: Fact): Proposal[] {
  const { term, spoken } = fact
  const back = answer(fact.statement)
  if (fact.slot === 'kind')
    return [
      {
        kind: 'basic',
        slot: '',
        front: `What kind of ${fact.cue} ${be(spoken)} ${spoken}?`,
        back,
        accepted: fact.variants,
        score: 8,
      },
    ]
  const place = inTheory(fact) || inTool(fact)
  const asks = (question: string): string => placed(place, question)
  const front =
    shapeOf(fact.statement) === 'clause'
      ? `What ${does(spoken)} ${bareSpoken(spoken)} mean?`
      : `What ${be(spoken)} ${spoken}?`
  const cards: Proposal[] = [
    { kind: 'basic', slot: '', front: asks(front), back, accepted: fact.variants.map(answer), score: 10 },
  ]
  const specific =
    /\b(?:that|which|where|in which|whose|when|by|without|from)\b/.test(back) &&
    contentStems(back.replace(vague, ' ')).length >= 5
  if (specific && wordCount(back) <= 18 && wordCount(term) <= 4) {
    cards.push({
      kind: 'reverse',
      slot: '',
      front: asks(`What is the term for “${trimEnd(inner(fact.statement))}”?`),
      back: term,
      accepted: fact.aliases,
      score: 5,
    })
  }
  return cards
}

/** Words that fit the description of anything. */
const vague = /\b(?:things?|something|stuff|easy|easier|easily|simple|simply|great|good|better|best)\b/gi

/** "What does TTL stand for?" and the way back, unless its answer only reads the first letters of the question. */
export function expansionCards(fact: Fact): Proposal[] {
  const cards: Proposal[] = [
    {
      kind: 'basic',
      slot: '',
      front: `What ${isPlural(fact.term) ? 'do' : 'does'} ${fact.term} stand for?`,
      back: fact.statement,
      accepted: fact.variants,
      score: 12,
    },
  ]
  if (isInitials(fact.term, fact.statement)) return cards
  return [
    ...cards,
    {
      kind: 'reverse',
      slot: '',
      front: `What is the abbreviation of “${fact.statement}”?`,
      back: fact.term,
      score: 8,
    },
  ]
}

/** True for "TDD" and "Test-Driven Development": the letters begin the words, with or without the small ones. */
function isInitials(short: string, long: string): boolean {
  const letters = short
    .replace(/s$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
  const words = long
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const initials = (of: readonly string[]): string => of.map((word) => word.charAt(0).toLowerCase()).join('')
  return letters === initials(words) || letters === initials(words.filter((word) => !isFunctionWord(word)))
}

/** "What does X encourage?" */
export function effectCards(fact: Fact): Proposal[] {
  const verb = fact.slot === '' ? 'do' : fact.slot
  return [
    {
      kind: 'basic',
      slot: '',
      front: placed(inTool(fact), `What ${does(fact.spoken)} ${fact.spoken} ${verb}?`),
      back: answer(fact.statement),
      accepted: fact.variants.map(answer),
      score: fact.slot === '' ? 9 : 8,
    },
  ]
}

/** A spoken term without its article. */
export const bareSpoken = (spoken: string): string => spoken.replace(/^an? /, '')
