import type { QuizScopeChoice, QuizSetupReply } from '../../shared/api/quizzes.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import { conceptMastery } from '../../shared/mastery/mastery.ts'
import { listQuizAnswers, listQuizzes } from '../db/quizzes.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { openForMs, toSummary } from './open-quiz.ts'
import { type QuizRunner, askerOf } from './quiz-runner.ts'
import type { Schedulers } from './schedulers.ts'
import { readStandings } from './standings.ts'

/** What making quizzes works with. */
export interface QuizDesk {
  readonly runQuiz: QuizRunner
  readonly schedulers: Schedulers
}

/** What stands on the page where a quiz is set up: presets with what they would ask, weak concepts, quizzes to go on with. */
export async function openQuizSetup(learner: Learner, desk: QuizDesk): Promise<QuizSetupReply> {
  const since = (learner.clock() - openForMs) as EpochMs
  const recent: QuizSetupReply['recent'] = []
  for (const quiz of await listQuizzes(learner.db.reader, learner.id, since))
    recent.push(await toSummary(learner, quiz, await listQuizAnswers(learner.db.reader, learner.id, quiz)))
  const { presets, weakest } = await desk.runQuiz({ kind: 'setup', asker: askerOf(learner) })
  return { presets, weakest: await withLevels(learner, desk, weakest), recent }
}

/** What a quiz can be about, by a part of its name; without one the largest topics, notes and tags. */
export async function findQuizScopes(
  learner: Learner,
  desk: QuizDesk,
  q: string,
): Promise<QuizScopeChoice[]> {
  return withLevels(learner, desk, await desk.runQuiz({ kind: 'scopes', asker: askerOf(learner), q }))
}

/** A concept says how well it is held, too. */
async function withLevels(
  { id, db, clock, zone }: Learner,
  { schedulers }: QuizDesk,
  choices: readonly QuizScopeChoice[],
): Promise<QuizScopeChoice[]> {
  const { today } = todayFor(await readSettings(db.reader, id), zone, clock())
  const standings = await readStandings(db.reader, id, choices.flatMap(conceptsOf), schedulers)
  return choices.map((choice) => {
    const [conceptId] = conceptsOf(choice)
    const standing = conceptId === undefined ? undefined : standings.get(conceptId)
    if (standing === undefined) return choice
    const { level, thin } = conceptMastery(standing, today)
    return { ...choice, level: { level, thin } }
  })
}

function conceptsOf({ scope }: QuizScopeChoice): ConceptId[] {
  return scope.kind === 'concepts' ? (scope.conceptIds as ConceptId[]) : []
}
