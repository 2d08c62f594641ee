import { contentStems, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { isPlural } from '../fact/nouns.ts'
import { trimEnd } from '../fact/phrase.ts'
import { shapeOf } from '../fact/shape.ts'
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
  const front =
    shapeOf(fact.statement) === 'clause'
      ? `What ${does(spoken)} ${bareSpoken(spoken)} mean?`
      : `What ${be(spoken)} ${spoken}?`
  const cards: Proposal[] = [
    { kind: 'basic', slot: '', front, back, accepted: fact.variants.map(answer), score: 10 },
  ]
  const specific =
    /\b(?:that|which|where|in which|whose|when|by|without|from)\b/.test(back) &&
    contentStems(back).length >= 5
  if (specific && wordCount(back) <= 18 && wordCount(term) <= 4) {
    cards.push({
      kind: 'reverse',
      slot: '',
      front: `What is the term for “${trimEnd(inner(fact.statement))}”?`,
      back: term,
      accepted: fact.aliases,
      score: 5,
    })
  }
  return cards
}

/** "What does TTL stand for?" and the way back. */
export function expansionCards(fact: Fact): Proposal[] {
  return [
    {
      kind: 'basic',
      slot: '',
      front: `What ${isPlural(fact.term) ? 'do' : 'does'} ${fact.term} stand for?`,
      back: fact.statement,
      accepted: fact.variants,
      score: 12,
    },
    {
      kind: 'reverse',
      slot: '',
      front: `What is the abbreviation of “${fact.statement}”?`,
      back: fact.term,
      score: 8,
    },
  ]
}

/** "What does X encourage?" */
export function effectCards(fact: Fact): Proposal[] {
  const verb = fact.slot === '' ? 'do' : fact.slot
  return [
    {
      kind: 'basic',
      slot: '',
      front: `What ${does(fact.spoken)} ${fact.spoken} ${verb}?`,
      back: answer(fact.statement),
      accepted: fact.variants.map(answer),
      score: fact.slot === '' ? 9 : 8,
    },
  ]
}

/** A spoken term without its article. */
export const bareSpoken = (spoken: string): string => spoken.replace(/^an? /, '')
