import type { Asking } from './forms/asking.ts'
import { askIn } from './forms/question-forms.ts'
import type { LearnerAsking } from './learner-asking.ts'
import { type Pick, cardsFor } from './pick-questions.ts'
import type { QuestionKind, QuizQuestion } from './question.ts'
import type { QuizFact } from './quiz-facts.ts'
import type { QuizPaper } from './quiz-paper.ts'
import type { QuizRequest } from './quiz-request.ts'

/** What a quiz holds ready beside its planned questions. */
export interface Reserve {
  readonly questions: readonly QuizQuestion[]
  readonly secondLooks: QuizPaper['secondLooks']
  readonly easier: QuizPaper['easier']
}
export const noReserve: Reserve = { questions: [], secondLooks: [], easier: [] }

/** For each planned question one for a second look, and an easier one where it must be brought forth. */
export function reserveFor(planned: readonly Pick[], request: QuizRequest, asking: LearnerAsking): Reserve {
  const known = new Set(planned.map(({ question }) => question.id))
  const questions: QuizQuestion[] = []
  const add = (question: QuizQuestion | null): QuizQuestion | null => {
    if (question === null || known.has(question.id)) return null
    known.add(question.id)
    questions.push(question)
    return question
  }
  const secondLooks: { first: string; again: string }[] = []
  const easier: { planned: string; easier: string }[] = []
  for (const { fact, question } of planned) {
    if (question.evidence === 'recall') {
      const found = add(easierFor(fact, question, request, asking))
      if (found !== null) easier.push({ planned: question.id, easier: found.id })
    }
    const again = add(againFor(fact, question, asking))
    if (again !== null) secondLooks.push({ first: question.id, again: again.id })
    const afterEasier = easier.at(-1)
    // An easier question that is missed with certainty gets its second look, too.
    if (again !== null && afterEasier?.planned === question.id)
      secondLooks.push({ first: afterEasier.easier, again: again.id })
  }
  return { questions, secondLooks, easier }
}

const easierKinds: readonly QuestionKind[] = [
  'own_choice',
  'multiple_choice',
  'problem',
  'confusable',
  'true_false',
]

function easierFor(
  fact: QuizFact,
  { kind }: QuizQuestion,
  request: QuizRequest,
  asking: LearnerAsking,
): QuizQuestion | null {
  const unmet: Asking = { ...asking, isMet: () => false, round: 'easier' }
  for (const easier of easierKinds) {
    if (!request.kinds.includes(easier) || (easier === kind && kind !== 'problem')) continue
    for (const card of cardsFor(fact, easier, asking)) {
      const question = askIn(easier, card, unmet)
      if (question !== null && question.evidence === 'recognition') return question
    }
  }
  return null
}

/** The same card in the same form, with everything that is left to chance drawn anew. */
function againFor(fact: QuizFact, { kind, cardId }: QuizQuestion, asking: Asking): QuizQuestion | null {
  const card = fact.cards.find((one) => one.cardId === cardId)
  if (card === undefined) return null
  return askIn(kind, card, { ...asking, round: 'again' })
}
