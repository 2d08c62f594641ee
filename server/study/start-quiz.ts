import { v7 as uuidv7 } from 'uuid'
import type { QuizBody, QuizReply, QuizSetup } from '../../shared/api/quizzes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import { makePaper } from '../../shared/quiz/make-paper.ts'
import { indexTerms, nearTerms } from '../../shared/quiz/near-terms.ts'
import { planQuiz } from '../../shared/quiz/plan-quiz.ts'
import { questionKinds } from '../../shared/quiz/question.ts'
import type { QuizPlan, QuizScope } from '../../shared/quiz/quiz-request.ts'
import { findConcept } from '../db/concepts.ts'
import { writing } from '../db/open-database.ts'
import { insertQuiz } from '../db/quizzes.ts'
import type { Learner } from '../learner.ts'
import { openQuiz } from './open-quiz.ts'
import type { QuizLibraries } from './quiz-libraries.ts'
import { gatherQuizLearner } from './quiz-learner.ts'

/** Ten mixed questions over all notes, with confidence. */
const usualSetup: QuizSetup = {
  scope: { kind: 'library' },
  focus: 'mixed',
  length: { kind: 'count', count: 10 },
  kinds: questionKinds,
  mode: { kind: 'practice' },
  asksConfidence: true,
  effect: 'balanced',
}

/** A plan is made anew with every change of a choice: of a large library a sample must do. */
const lookedAtForPlan = 60

/** What a quiz as asked for would be, before it starts. Nothing is stored. */
export async function planOneQuiz(
  learner: Learner,
  libraries: QuizLibraries,
  body: QuizBody,
): Promise<QuizPlan> {
  const { setup } = toSetup(body)
  await checkScope(learner, setup.scope)
  const prepared = await libraries.of(learner)
  const seed = uuidv7()
  const asker = await gatherQuizLearner(learner, prepared)
  return planQuiz(prepared.library, { ...setup, seed }, asker, lookedAtForPlan)
}

/** Makes a quiz and stores its questions, so that a reload, and another device, ask the same. */
export async function startQuiz(
  learner: Learner,
  libraries: QuizLibraries,
  body: QuizBody,
): Promise<QuizReply> {
  const { setup, name } = toSetup(body)
  await checkScope(learner, setup.scope)
  const prepared = await libraries.of(learner)
  const id = uuidv7()
  const request = { ...setup, seed: id }
  const asker = await gatherQuizLearner(learner, prepared)
  const paper = makePaper(prepared.library, request, asker)
  if (paper.questions.length === 0) {
    const { shortfall } = planQuiz(prepared.library, request, asker)
    throw new Refusal(
      'not_enough_facts',
      shortfall?.sentence ?? 'No question of these kinds can be made here. Choose more kinds, or more notes.',
    )
  }
  const index = indexTerms(prepared.terms)
  const terms = Object.fromEntries(
    paper.questions.flatMap((question) => {
      const near = nearTerms(question, index)
      return near.length === 0 ? [] : [[question.id, near] as const]
    }),
  )
  const quiz = { id, name: name ?? nameOfScope(setup.scope), createdAt: learner.clock() }
  await writing(learner.db, (trx) =>
    insertQuiz(trx, learner.id, { ...quiz, setup, paper, terms, secondsPer: asker.secondsPer, end: null }),
  )
  return openQuiz(learner, id)
}

function toSetup({ name, ...body }: QuizBody): {
  readonly setup: QuizSetup
  readonly name: string | undefined
} {
  return { setup: { ...usualSetup, ...body }, name: name === '' ? undefined : name }
}

/** A concept that is not there is a mistake of the address, not a quiz without questions. */
async function checkScope({ id: learnerId, db }: Learner, scope: QuizScope): Promise<void> {
  if (scope.kind !== 'concepts') return
  for (const id of scope.conceptIds)
    if ((await findConcept(db.reader, learnerId, id as ConceptId)) === undefined)
      throw new Refusal('not_found', `There is no concept ${id}.`)
}

/** What a quiz is called by what it asks about; a single concept is called as it is called when the quiz is looked at. */
function nameOfScope(scope: QuizScope): string {
  switch (scope.kind) {
    case 'library':
      return 'All notes'
    case 'concepts':
      return scope.conceptIds.length === 1 ? '' : `${scope.conceptIds.length} concepts`
    case 'topic':
      return scope.path.at(-1) ?? ''
    case 'note':
      return /([^/]+?)(?:\.md)?\/?$/.exec(scope.path)?.[1] ?? scope.path
    case 'tag':
      return `#${scope.tag.replace(/^#/, '')}`
    case 'cards':
      return scope.cardIds.length === 1 ? 'One card' : `${scope.cardIds.length} cards`
  }
}
