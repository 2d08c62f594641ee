import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { defaultSettings } from '../shared/queue/settings.ts'
import type { LearnerId } from '../shared/schedule/review-event.ts'
import { buildApp } from './app.ts'
import type { Built } from './built.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { findLocalLearner, insertLearner, listLearners } from './db/learners.ts'
import { type Database, writing } from './db/open-database.ts'
import type { App } from './deps.ts'
import type { Model } from './draft/ask-model.ts'
import { Drafting } from './draft/drafting.ts'
import { isLoopback } from './foreign-requests.ts'
import type { Learner } from './learner.ts'
import type { NoteFolders } from './library/gather-notes.ts'
import { openLibraries } from './library/library.ts'
import { planHere, planInThread } from './library/planner.ts'
import { AnswerTurn } from './study/answer-turn.ts'
import { runHere, runInThread } from './study/memory-runner.ts'
import { matchHere, matchInThread } from './study/pattern-matcher.ts'
import { runQuizHere, runQuizInThread } from './study/quiz-runner.ts'
import { followProfile, followScopes } from './study/refold.ts'
import { Schedulers } from './study/schedulers.ts'

/** Everything that answers, before anybody can reach it. */
export interface OpenApp {
  readonly app: App
  /** Whose library it is. */
  readonly local: Learner
  /** Breaks off what goes on by itself, so that nothing is begun any more. */
  readonly quiet: () => Promise<void>
}

/** Puts the use cases together on an open database. What is still unread is for the caller to read, and to close. */
export async function openApp(
  config: Config,
  built: Built,
  clock: Clock,
  db: Database,
  logTo: 'stdout' | 'stderr' = 'stdout',
): Promise<OpenApp> {
  const localLearner = await ensureLearner(db, clock)
  const { threads } = built
  const planner = threads === null ? planHere(db) : planInThread(db, threads.reading)
  const schedulers = new Schedulers()
  const libraryOf = openLibraries(
    planner,
    (id) => foldersOf(id, localLearner, config),
    (id) => followScopes({ id, db }, schedulers),
  )
  const library = libraryOf(localLearner)
  await mkdir(library.folders.uploadFolder, { recursive: true })
  for (const id of await listLearners(db.reader)) await followProfile({ id, db }, schedulers)
  const drafting = new Drafting(await modelOf(config))
  const app = await buildApp(
    {
      db,
      clock,
      whoAsks: () => localLearner,
      libraryOf,
      schedulers,
      runMemory: threads === null ? runHere(db) : runInThread(db, threads.memory),
      matchPattern: threads === null ? matchHere(db) : matchInThread(db, threads.pattern),
      drafting,
      runQuiz: threads === null ? runQuizHere(db) : runQuizInThread(db, threads.quiz),
      answers: new AnswerTurn(db.answers, schedulers),
    },
    { logLevel: config.logLevel, logTo, onLoopback: isLoopback(config.host), clientDir: built.clientDir },
  )
  return {
    app,
    local: { id: localLearner, db, clock, zone: undefined, library },
    quiet: async () => {
      library.reading.cancel()
      await drafting.stop()
    },
  }
}

/** What could send anything anywhere is not even loaded where no model is named. */
async function modelOf({ model }: Config): Promise<Model | null> {
  if (model === null) return null
  const { openModel } = await import('./draft/ask-model.ts')
  return openModel(model)
}

/** The local learner keeps the folder that the server was started with. Nobody else has one until there is a sign-in. */
function foldersOf(id: LearnerId, localLearner: LearnerId, config: Config): NoteFolders {
  if (id !== localLearner) throw new Error(`Inconsistent: learner ${id} has no folder of notes`)
  return { folder: config.learningsDir, uploadFolder: join(config.dataDir, 'notes') }
}

async function ensureLearner(db: Database, clock: Clock): Promise<LearnerId> {
  const known = await findLocalLearner(db.reader)
  if (known !== null) return known
  const id = uuidv7() as LearnerId
  await writing(db, (trx) => insertLearner(trx, id, 'Learner', defaultSettings, clock()))
  return id
}
