import { v7 as uuidv7 } from 'uuid'
import type { QuizBody, QuizReply, QuizSetup } from '../../shared/api/quizzes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { withFreeAccents } from '../../shared/quiz/free-accents.ts'
import { questionKinds } from '../../shared/quiz/question.ts'
import type { QuizPaper } from '../../shared/quiz/quiz-paper.ts'
import type { QuizPlan, QuizScope } from '../../shared/quiz/quiz-request.ts'
import { findConcept } from '../db/concepts.ts'
import { writing } from '../db/open-database.ts'
import { insertQuiz } from '../db/quizzes.ts'
import type { Learner } from '../learner.ts'
import { readSettings } from './learner-settings.ts'
import { openQuiz } from './open-quiz.ts'
import { type QuizRunner, askerOf } from './quiz-runner.ts'

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

/** What a quiz as asked for would be, before it starts. Nothing is stored. */
export async function planOneQuiz(learner: Learner, runQuiz: QuizRunner, body: QuizBody): Promise<QuizPlan> {
  const { setup } = toSetup(body)
  await checkScope(learner, setup.scope)
  return runQuiz({ kind: 'plan', asker: askerOf(learner), setup })
}

/** Makes a quiz and stores its questions, so that a reload, and another device, ask the same. */
export async function startQuiz(learner: Learner, runQuiz: QuizRunner, body: QuizBody): Promise<QuizReply> {
  const { setup, name } = toSetup(body)
  await checkScope(learner, setup.scope)
  const id = uuidv7()
  const request = { ...setup, seed: id }
  const { missing, paper, ...made } = await runQuiz({ kind: 'paper', asker: askerOf(learner), request })
  if (paper.questions.length === 0)
    throw new Refusal(
      'not_enough_facts',
      missing?.sentence ?? 'No question of these kinds can be made here. Choose more kinds, or more notes.',
    )
  const quiz = { id, name: name ?? nameOfScope(setup.scope), createdAt: learner.clock() }
  const asked = typedFreely(paper, await readSettings(learner.db.reader, learner.id))
  await writing(learner.db, (trx) =>
    insertQuiz(trx, learner.id, { ...quiz, setup, ...made, paper: asked, end: null }),
  )
  return openQuiz(learner, id)
}

/** A learner who may leave accents out may do so in every question that is typed. */
function typedFreely(paper: QuizPaper, { freeAccents }: Settings): QuizPaper {
  return freeAccents ? { ...paper, questions: paper.questions.map(withFreeAccents) } : paper
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
