import type { QuizScopeChoice, QuizSetupReply } from '../../shared/api/quizzes.ts'
import { makePaper } from '../../shared/quiz/make-paper.ts'
import { indexTerms, nearTerms } from '../../shared/quiz/near-terms.ts'
import { planQuiz } from '../../shared/quiz/plan-quiz.ts'
import type { QuizPaper } from '../../shared/quiz/quiz-paper.ts'
import type { QuizLearner, QuizPlan, QuizRequest } from '../../shared/quiz/quiz-request.ts'
import type { Reader } from '../db/tables.ts'
import type { StoredQuiz } from '../db/stored-quiz.ts'
import { findChoices, offerChoices, planSeed } from './quiz-choices.ts'
import type { PreparedLibrary, QuizLibraries } from './quiz-libraries.ts'
import { type QuizAsker, gatherQuizLearner } from './quiz-learner.ts'

/** What is asked of a whole library: long work. Plain data, so that a thread can take it. */
export type QuizTask =
  | { readonly kind: 'setup'; readonly asker: QuizAsker }
  | { readonly kind: 'scopes'; readonly asker: QuizAsker; readonly q: string }
  | { readonly kind: 'plan'; readonly asker: QuizAsker; readonly setup: Omit<QuizRequest, 'seed'> }
  | { readonly kind: 'paper'; readonly asker: QuizAsker; readonly request: QuizRequest }

/** A paper with what is stored beside it. */
export interface MadePaper extends Pick<StoredQuiz, 'terms' | 'secondsPer'> {
  readonly paper: QuizPaper
  /** Why it has no question; null where it has some. */
  readonly missing: QuizPlan['shortfall']
}

/** What comes of each task. */
export interface QuizTaskResult {
  readonly setup: Pick<QuizSetupReply, 'presets' | 'weakest'>
  readonly scopes: QuizScopeChoice[]
  readonly plan: QuizPlan
  readonly paper: MadePaper
}

/** A plan is made anew with every change of a choice: of a large library a sample must do. */
const lookedAtForPlan = 60

/** Reads what the learner has, or what is kept of it, and does the task. */
export async function doQuizTask<Task extends QuizTask>(
  db: Reader,
  libraries: QuizLibraries,
  task: Task,
): Promise<QuizTaskResult[Task['kind']]> {
  const prepared = await libraries.of(db, task.asker.learnerId)
  const learner = await gatherQuizLearner(db, task.asker, prepared)
  return resultOf(task, prepared, learner) as QuizTaskResult[Task['kind']]
}

function resultOf(
  task: QuizTask,
  prepared: PreparedLibrary,
  learner: QuizLearner,
): QuizTaskResult[keyof QuizTaskResult] {
  switch (task.kind) {
    case 'setup':
      return offerChoices(prepared, learner)
    case 'scopes':
      return findChoices(prepared, learner, task.q)
    case 'plan':
      return planQuiz(prepared.library, { ...task.setup, seed: planSeed }, learner, lookedAtForPlan)
    case 'paper':
      return paperFor(prepared, task.request, learner)
  }
}

function paperFor(
  { library, terms }: PreparedLibrary,
  request: QuizRequest,
  learner: QuizLearner,
): MadePaper {
  const paper = makePaper(library, request, learner)
  const index = indexTerms(terms)
  const near = paper.questions.flatMap((question) => {
    const found = nearTerms(question, index)
    return found.length === 0 ? [] : [[question.id, found] as const]
  })
  return {
    paper,
    terms: Object.fromEntries(near),
    secondsPer: learner.secondsPer,
    missing: paper.questions.length > 0 ? null : planQuiz(library, request, learner).shortfall,
  }
}
