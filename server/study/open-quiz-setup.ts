import type { QuizScopeChoice, QuizSetupReply } from '../../shared/api/quizzes.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { listQuizAnswers, listQuizzes } from '../db/quizzes.ts'
import type { Learner } from '../learner.ts'
import { openForMs, toSummary } from './open-quiz.ts'
import { type QuizRunner, askerOf } from './quiz-runner.ts'

/** What stands on the page where a quiz is set up: presets with what they would ask, weak concepts, quizzes to go on with. */
export async function openQuizSetup(learner: Learner, runQuiz: QuizRunner): Promise<QuizSetupReply> {
  const since = (learner.clock() - openForMs) as EpochMs
  const recent: QuizSetupReply['recent'] = []
  for (const quiz of await listQuizzes(learner.db.reader, learner.id, since))
    recent.push(await toSummary(learner, quiz, await listQuizAnswers(learner.db.reader, learner.id, quiz)))
  return { ...(await runQuiz({ kind: 'setup', asker: askerOf(learner) })), recent }
}

/** What a quiz can be about, by a part of its name; without one the largest topics, notes and tags. */
export const findQuizScopes = (
  learner: Learner,
  runQuiz: QuizRunner,
  q: string,
): Promise<QuizScopeChoice[]> => runQuiz({ kind: 'scopes', asker: askerOf(learner), q })
