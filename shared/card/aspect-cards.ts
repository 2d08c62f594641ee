import { capitalise } from '../basics/text.ts'
import { assertNever } from '../basics/brand.ts'
import { inSeries } from '../english/enumeration.ts'
import { firstWord } from '../english/phrase.ts'
import { relationAsked } from '../english/relations.ts'
import { shapeOf } from '../english/shape.ts'
import { thirdPersonBase, toGerundForm } from '../english/verbs.ts'
import type { FactOf } from '../fact/fact.ts'
import { columnQuestion, comparedQuestion, isNounPhrase } from './column-question.ts'
import { basic } from './kinds/basic.ts'
import { reason } from './lint-rule.ts'
import { inTool, placed } from './place-of-term.ts'
import type { Proposal } from './proposal.ts'
import { bareSpoken } from './term-cards.ts'
import { answer, be, does, inner } from './wording.ts'

/** "What is a benefit of X?" and what else is told of a term in one respect. */
export function aspectCards(fact: FactOf<'aspect'>): Proposal[] {
  const { respect } = fact
  if (respect.kind === 'tool' || respect.kind === 'tools') return toolCards(fact)
  const told =
    respect.kind === 'named' && judged.test(respect.name) && shapeOf(fact.statement) === 'third'
      ? (thirdToGerund(fact.statement) ?? fact.statement)
      : fact.statement
  const words = respect.kind === 'asked' ? respect.words : respect.kind === 'named' ? respect.name : ''
  // "What is the scope of a thread?" has an answer in each tool.
  const place = /^what is the /i.test(words) ? inTool(fact) : ''
  return [
    {
      content: basic(placed(place, aspectQuestion(fact)), answer(told)),
      accepted: fact.variants.map(answer),
      score: 8,
      ...(fact.waits === undefined ? {} : { doubt: waiting[fact.waits] }),
    },
  ]
}

const waiting = {
  further: reason('further_cell', 'It asks one more cell of a table whose main columns are asked already.'),
  bare: reason('bare_cell', 'Away from its table, the question hardly tells what it is about.'),
}

/** Respects of which there may be several: each is one of them. */
const judged = /^(?:benefit|strength|drawback|risk|trade-off)$/

function aspectQuestion(fact: FactOf<'aspect'>): string {
  const { term, spoken, respect } = fact
  switch (respect.kind) {
    case 'importance':
      return `Why ${does(spoken)} ${spoken} matter?`
    case 'example':
      return `Give an example of ${spoken} in use.`
    case 'coverage':
      return `What ${be(spoken)} ${spoken} used for?`
    case 'asked':
      return `${capitalise(respect.words)}?`
    case 'compared':
      return comparedQuestion(respect, spoken)
    case 'named': {
      const asked =
        respect.row === null && respect.asks === undefined ? relationAsked(respect.name, spoken) : undefined
      if (asked !== undefined && !judged.test(respect.name)) return `${capitalise(asked)}?`
      return respect.asks === undefined &&
        judged.test(respect.name) &&
        (respect.row === null || isNounPhrase(term))
        ? `What is a ${respect.name} of ${spoken}?`
        : columnQuestion(respect, fact)
    }
    case 'tool':
    case 'tools':
      throw new Error('Inconsistent: tools are asked for by their names')
    default:
      return assertNever(respect)
  }
}

/** "What is X used for?": a task may have other tools, but the tool has its task. */
function toolCards({ term, spoken, respect, statement }: FactOf<'aspect'>): Proposal[] {
  const task = spoken === term ? inner(term) : bareSpoken(spoken)
  const names = respect.kind === 'tools' ? respect.names : []
  const tools = names.length > 1 ? inSeries(names) : statement
  const question = `What ${names.length > 1 ? 'are' : be(tools)} ${tools} used for?`
  return [{ content: basic(question, answer(task)), slot: 'use', score: 8 }]
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
export function comparisonCards({ spoken, other, statement }: FactOf<'comparison'>): Proposal[] {
  const question = `How ${does(spoken)} ${spoken} differ from ${other}?`
  return [{ content: basic(question, answer(statement)), score: 8 }]
}
