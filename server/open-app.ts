import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { defaultSettings } from '../shared/queue/settings.ts'
import type { LearnerId } from '../shared/schedule/review-event.ts'
import type { Accounts } from './accounts/accounts.ts'
import { askerOf } from './accounts/asker-of.ts'
import { prepareFirstAccount } from './accounts/first-account.ts'
import { Passwords } from './accounts/passwords.ts'
import { buildApp } from './app.ts'
import type { Built } from './built.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { hasAccounts } from './db/accounts.ts'
import { findLocalLearner, insertLearner, listLearners } from './db/learners.ts'
import { type Database, writing } from './db/open-database.ts'
import type { App } from './deps.ts'
import type { Model } from './draft/ask-model.ts'
import { Drafting } from './draft/drafting.ts'
import { isLoopback } from './loopback.ts'
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
  /** By which the first account is made; null where there is one, or none is needed. */
  readonly setUpKey: string | null
  /** Breaks off what goes on by itself, so that nothing is begun any more. */
  readonly quiet: () => Promise<void>
}

/** Puts the use cases together on an open database. What is still unread is for the caller to read, and to close. */
export async function openApp(
  config: Config,
  built: Built,
  clock: Clock,
  db: Database,
  asked: 'by all' | 'from here' = 'by all',
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
  const welcome = async (id: LearnerId) => makeFolders(libraryOf(id).folders)
  await mkdir(library.folders.uploadFolder, { recursive: true })
  const accounts = asked === 'by all' ? await accountsOf(config, clock, db, localLearner, welcome) : null
  const setUpKey = accounts === null ? null : await prepareFirstAccount(accounts, config.accounts.admin)
  for (const id of await listLearners(db.reader)) await followProfile({ id, db }, schedulers)
  const drafting = new Drafting(await modelOf(config))
  const app = await buildApp(
    {
      db,
      clock,
      accounts,
      whoAsks:
        accounts === null
          ? () => ({ kind: 'local', learnerId: localLearner })
          : (request, reply) => askerOf(accounts, request, reply),
      libraryOf,
      schedulers,
      runMemory: threads === null ? runHere(db) : runInThread(db, threads.memory),
      matchPattern: threads === null ? matchHere(db) : matchInThread(db, threads.pattern),
      drafting,
      runQuiz: threads === null ? runQuizHere(db) : runQuizInThread(db, threads.quiz),
      answers: new AnswerTurn(db.answers, schedulers),
    },
    {
      logLevel: config.logLevel,
      // A program that asks from here may speak a protocol on stdout.
      logTo: asked === 'by all' ? 'stdout' : 'stderr',
      doors: { onLoopback: isLoopback(config.host), baseUrl: config.baseUrl },
      trustedNetworks: config.accounts.trustedNetworks,
      clientDir: built.clientDir,
    },
  )
  return {
    app,
    setUpKey,
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

/** The first learner keeps the folder that the server was started with; the others have one in the data folder. */
function foldersOf(id: LearnerId, localLearner: LearnerId, config: Config): NoteFolders {
  if (id === localLearner) return { folder: config.learningsDir, uploadFolder: join(config.dataDir, 'notes') }
  const own = join(config.dataDir, 'learners', id)
  return { folder: join(own, 'notes'), uploadFolder: join(own, 'uploads') }
}

async function makeFolders({ folder, uploadFolder }: NoteFolders): Promise<void> {
  await mkdir(folder, { recursive: true })
  await mkdir(uploadFolder, { recursive: true })
}

/** What signing in works with, where anybody has to: once there is an account, on loopback too. */
async function accountsOf(
  config: Config,
  clock: Clock,
  db: Database,
  firstLearner: LearnerId,
  welcome: Accounts['welcome'],
): Promise<Accounts | null> {
  if (!config.accounts.areRequired && !(await hasAccounts(db.reader))) return null
  const passwords = new Passwords(config.accounts.hashing)
  return { db, clock, passwords, baseUrl: config.baseUrl, firstLearner, welcome }
}

async function ensureLearner(db: Database, clock: Clock): Promise<LearnerId> {
  const known = await findLocalLearner(db.reader)
  if (known !== null) return known
  const id = uuidv7() as LearnerId
  await writing(db, (trx) => insertLearner(trx, id, 'Learner', defaultSettings, clock()))
  return id
}
