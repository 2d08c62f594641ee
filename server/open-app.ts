import { mkdir } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { defaultSettings } from '../shared/queue/settings.ts'
import type { LearnerId } from '../shared/schedule/review-event.ts'
import type { Accounts } from './accounts/accounts.ts'
import { askerOf } from './accounts/asker-of.ts'
import { prepareFirstAccount } from './accounts/first-account.ts'
import { Passwords } from './accounts/passwords.ts'
import { type AppOptions, buildApp } from './app.ts'
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
import { foldersOf, learnersFolder } from './library/learner-folders.ts'
import { openLibraries, refuseDataAmongNotes } from './library/library.ts'
import { planHere, planInThread } from './library/planner.ts'
import { AnswerTurn } from './study/answer-turn.ts'
import { runHere, runInThread } from './study/memory-runner.ts'
import { matchHere, matchInThread } from './study/pattern-matcher.ts'
import { runQuizHere, runQuizInThread } from './study/quiz-runner.ts'
import { followProfile, followScopes } from './study/refold.ts'
import { Schedulers } from './study/schedulers.ts'
import { Backups } from './upkeep/backups.ts'
import { doHere, doInThread } from './upkeep/upkeep-runner.ts'

/** Everything that answers, before anybody can reach it. */
export interface OpenApp {
  readonly app: App
  /** Whose library it is. */
  readonly local: Learner
  /** Everybody else, and where their folders of notes lie; null without accounts. */
  readonly others: { readonly folder: string; readonly list: () => Promise<Learner[]> } | null
  /** By which the first account is made; null where there is one, or none is needed. */
  readonly setUpKey: string | null
  /** Breaks off what goes on by itself, so that nothing is begun any more. */
  readonly quiet: () => Promise<void>
  readonly backups: Backups
}

/** Whoever can reach the server, or only the program that it runs in, which has the files anyway. */
export interface AskedBy {
  readonly asked: 'by all' | 'from here'
  /** Left out for stdout; a program that speaks a protocol there keeps the log away. */
  readonly logTo?: AppOptions['logTo']
  /** Opens everything again on what a restore put in place. */
  readonly beginAnew?: () => void
}

/** Puts the use cases together on an open database. What is still unread is for the caller to read, and to close. */
export async function openApp(
  config: Config,
  built: Built,
  clock: Clock,
  db: Database,
  { asked, logTo, beginAnew }: AskedBy = { asked: 'by all' },
): Promise<OpenApp> {
  const localLearner = await ensureLearner(db, clock)
  const { threads } = built
  const planner = threads === null ? planHere(db) : planInThread(db, threads.reading)
  const schedulers = new Schedulers()
  const { libraryOf, opened } = openLibraries(
    planner,
    (id) => foldersOf(id, localLearner, config),
    (id) => followScopes({ id, db }, schedulers),
  )
  const library = libraryOf(localLearner)
  const toLearner = (id: LearnerId): Learner => ({ id, db, clock, zone: undefined, library: libraryOf(id) })
  const welcome = async (id: LearnerId) => makeFolders(libraryOf(id).folders)
  await mkdir(library.folders.uploadFolder, { recursive: true })
  const accounts = asked === 'by all' ? await accountsOf(config, clock, db, localLearner, welcome) : null
  const setUpKey = accounts === null ? null : await prepareFirstAccount(accounts, config.accounts.admin)
  for (const id of await listLearners(db.reader)) await followProfile({ id, db }, schedulers)
  const backups = new Backups({
    dataDir: config.dataDir,
    file: db.file,
    clock,
    run: threads === null ? doHere : doInThread(threads.upkeep),
  })
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
      backups,
      beginAnew: beginAnew ?? null,
    },
    {
      logLevel: config.logLevel,
      logTo,
      doors: { onLoopback: isLoopback(config.host), baseUrl: config.baseUrl },
      trustedNetworks: config.accounts.trustedNetworks,
      clientDir: built.clientDir,
    },
  )
  return {
    app,
    backups,
    setUpKey,
    local: toLearner(localLearner),
    others:
      accounts === null
        ? null
        : {
            folder: learnersFolder(config),
            list: async () =>
              (await listLearners(db.reader)).filter((id) => id !== localLearner).map(toLearner),
          },
    quiet: async () => {
      for (const { reading } of opened()) reading.cancel()
      await drafting.stop()
      await backups.stop()
    },
  }
}

/** What could send anything anywhere is not even loaded where no model is named. */
async function modelOf({ model }: Config): Promise<Model | null> {
  if (model === null) return null
  const { openModel } = await import('./draft/ask-model.ts')
  return openModel(model)
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
  await refuseDataAmongNotes(config.learningsDir, config.dataDir)
  await mkdir(learnersFolder(config), { recursive: true })
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
