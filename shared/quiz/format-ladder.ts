import type { QuestionKind } from './question.ts'
import type { QuizFact } from './quiz-facts.ts'

/** How far a fact has come: recognised at most, brought forth at least once, or typed right in a quiz. */
export type LadderStep = 'first' | 'recalled' | 'typed'

/** How much each form is wanted on each step; the forms of a quiz are mixed by it. */
const wanted: Readonly<Record<LadderStep, Readonly<Record<QuestionKind, number>>>> = {
  first: {
    multiple_choice: 1,
    own_choice: 1.2,
    problem: 0.9,
    true_false: 0.8,
    match: 0.8,
    confusable: 0.75,
    order: 0.5,
    typed: 0.4,
  },
  recalled: {
    typed: 1,
    order: 1.1,
    problem: 1.1,
    own_choice: 0.9,
    true_false: 0.7,
    confusable: 0.7,
    match: 0.55,
    multiple_choice: 0.45,
  },
  typed: {
    order: 1.2,
    problem: 1.2,
    own_choice: 1,
    true_false: 0.8,
    confusable: 0.8,
    match: 0.75,
    typed: 0.7,
    multiple_choice: 0.5,
  },
}
/** What a form that was never asked of the fact is wanted more. */
const newFormBonus = 0.25
/** What each share of the quiz that already has the form takes away. */
const usedPenalty = 0.9

const recallKinds: ReadonlySet<QuestionKind> = new Set(['typed', 'problem', 'order'])

/** Options or statements until one success, then typed, then new forms. */
export function ladderStep({ answers, past }: Pick<QuizFact, 'answers' | 'past'>): LadderStep {
  const successes = past.filter(({ verdict }) => verdict !== 'wrong')
  if (successes.some(({ kind }) => recallKinds.has(kind))) return 'typed'
  return answers > 0 || successes.length > 0 ? 'recalled' : 'first'
}

/** The kinds in the order in which a fact should be asked in them, as the quiz stands. */
export function kindsInOrder(
  fact: Pick<QuizFact, 'answers' | 'past'>,
  kinds: readonly QuestionKind[],
  used: readonly QuestionKind[],
  chanceFor: (kind: QuestionKind) => number,
): QuestionKind[] {
  const step = ladderStep(fact)
  const asked = new Set(fact.past.map(({ kind }) => kind))
  const share = (kind: QuestionKind) =>
    used.filter((other) => other === kind).length / Math.max(4, used.length)
  const worth = (kind: QuestionKind) =>
    wanted[step][kind] +
    (asked.has(kind) ? 0 : newFormBonus) -
    usedPenalty * share(kind) +
    0.15 * chanceFor(kind)
  return kinds
    .map((kind) => ({ kind, worth: worth(kind) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ kind }) => kind)
}
