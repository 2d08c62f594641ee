import type { FactKey } from '../fact/fact.ts'
import { askIn } from './forms/question-forms.ts'
import { kindsInOrder } from './format-ladder.ts'
import { type LearnerAsking, withoutAnswersOf } from './learner-asking.ts'
import { type Pick, cardsFor, formKey } from './pick-questions.ts'
import type { QuizQuestion } from './question.ts'
import { chanceOf } from './chance-of.ts'
import type { QuizLibrary } from './quiz-library.ts'
import type { QuizRequest } from './quiz-request.ts'

/**
 * The same questions, but what one asks for is no option of another: who meets the two could tell the one by the other.
 * Where a fact has no other options it is asked in another form; where it has no other form it stays as it is.
 */
export function keptApart(
  picks: readonly Pick[],
  request: QuizRequest,
  asking: LearnerAsking,
): readonly Pick[] {
  const asked = new Set(picks.flatMap(({ question }) => factsIn(question)))
  const apart = withoutAnswersOf(asking, asked)
  const kept: Pick[] = []
  for (const [i, pick] of picks.entries()) {
    const others = [...kept, ...picks.slice(i + 1)]
    const isLeaking = givesAway(pick.question, asked, asking.library)
    kept.push((isLeaking ? askedApart(pick, others, request, apart) : undefined) ?? pick)
  }
  return kept
}

const factsIn = (question: QuizQuestion): readonly FactKey[] =>
  question.kind === 'match' ? question.pairs.map(({ factKey }) => factKey) : [question.factKey]

function givesAway(question: QuizQuestion, asked: ReadonlySet<FactKey>, library: QuizLibrary): boolean {
  // Whose answer a false statement gives is not kept: it is drawn anew.
  if (question.kind === 'true_false') return !question.truth
  if (!('control' in question) || question.control.kind !== 'options') return false
  return question.control.options.some(({ origin }) => {
    const fact = origin === null ? undefined : library.cardOf(origin)?.factKey
    return fact !== undefined && fact !== question.factKey && asked.has(fact)
  })
}

function askedApart(
  pick: Pick,
  others: readonly Pick[],
  request: QuizRequest,
  apart: LearnerAsking,
): Pick | undefined {
  const { fact, question } = pick
  const taken = new Set(others.map((other) => formKey(other.question)))
  const used = others.map((other) => other.question.kind)
  const inOrder = kindsInOrder(fact, request.kinds, used, (kind) =>
    chanceOf(`${request.seed} ${fact.factKey}`, kind),
  )
  // Pairs take other facts along, which are asked already.
  const kinds = [question.kind, ...inOrder.filter((kind) => kind !== question.kind && kind !== 'match')]
  for (const kind of kinds) {
    for (const card of cardsFor(fact, kind, apart)) {
      const found = askIn(kind, card, apart)
      if (found === null || taken.has(formKey(found))) continue
      return {
        fact,
        question: found,
        instead: pick.instead ?? (kind === question.kind ? null : question.kind),
      }
    }
  }
  return undefined
}
