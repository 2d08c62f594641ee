import type { Fact } from '../fact/fact.ts'
import { splitTopLevel } from '../english/enumeration.ts'
import { isActivity } from '../english/nouns.ts'
import { firstWord } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { thirdPersonBase, toGerundForm } from '../english/verbs.ts'
import { inTool, placed } from './place-of-term.ts'
import { answer, be, does, inner, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'
import { bareSpoken } from './term-cards.ts'
import { columnQuestion, isNounPhrase } from './column-question.ts'

/** "What is a benefit of X?" */
export function aspectCards(fact: Fact): Proposal[] {
  const { term, spoken, slot, cue } = fact
  if (slot === 'tool' || slot === 'tools') return toolCards(fact)
  const back = answer(
    /^(?:benefit|strength|drawback|risk|trade-off)$/.test(slot) && shapeOf(fact.statement) === 'third'
      ? (thirdToGerund(fact.statement) ?? fact.statement)
      : fact.statement,
  )
  const front =
    slot === 'importance'
      ? `Why ${does(spoken)} ${spoken} matter?`
      : slot === 'example'
        ? `Give an example of ${spoken} in use.`
        : slot === 'cover'
          ? coverQuestion(fact)
          : slot.startsWith('why ')
            ? `${slot.charAt(0).toUpperCase()}${slot.slice(1)}?`
            : /^(?:benefit|strength|drawback|risk|trade-off)$/.test(slot) &&
                (cue === '' || isNounPhrase(term))
              ? `What is a ${slot} of ${spoken}?`
              : cue === '' && /^(?:how|what|when|where|who|which)\s/i.test(slot)
                ? `${slot.charAt(0).toUpperCase()}${slot.slice(1)}?`
                : columnQuestion(fact)
  const place = /^what is the /i.test(slot) ? inTool(fact) : ''
  const card = { slot: '', front: placed(place, front), back, accepted: fact.variants.map(answer), score: 8 }
  return [{ kind: 'basic', ...card }]
}

/** What a note sums a term up with: an activity involves it, a tool is used for it, anything else includes it. */
function coverQuestion({ term, spoken, statement }: Fact): string {
  if (isActivity(term)) return `What ${does(spoken)} ${spoken} involve?`
  return splitTopLevel(statement).length < 3 && /^[`\p{Lu}]/u.test(spoken) && !/\s(?:and|&)\s/.test(term)
    ? `What ${be(spoken)} ${spoken} used for?`
    : `What ${does(spoken)} ${spoken} include?`
}

/** "Which tool is used for X?" or "Name two tools for X." */
function toolCards(fact: Fact): Proposal[] {
  const task = fact.spoken === fact.term ? inner(fact.term) : bareSpoken(fact.spoken)
  if (fact.items.length > 1)
    return [
      {
        kind: 'list_recall',
        slot: '',
        front: `Name ${numberWord(fact.items.length)} tools for ${task}.`,
        back: fact.items.join('\n'),
        score: 8,
      },
    ]
  return [
    {
      kind: 'basic',
      slot: '',
      front: `Which tool is used for ${task}?`,
      back: fact.statement,
      accepted: fact.variants,
      score: 8,
    },
  ]
}

/** "Avoiding X" from "Avoids X". */
function thirdToGerund(text: string): string | undefined {
  const first = firstWord(text)
  const base = thirdPersonBase(first)
  if (base === undefined) return undefined
  const gerund = toGerundForm(base)
  return gerund.charAt(0).toUpperCase() + gerund.slice(1) + text.slice(first.length)
}

/** "How does X differ from Y?" */
export function comparisonCards(fact: Fact): Proposal[] {
  return [
    {
      kind: 'basic',
      slot: '',
      front: `How ${does(fact.spoken)} ${fact.spoken} differ from ${fact.slot}?`,
      back: answer(fact.statement),
      score: 8,
    },
  ]
}
