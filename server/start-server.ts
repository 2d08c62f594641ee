import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { defaultSettings } from '../shared/queue/settings.ts'
import type { LearnerId } from '../shared/schedule/review-event.ts'
import { buildApp } from './app.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { findLocalLearner, insertLearner, listLearners } from './db/learners.ts'
import { listNoteStates } from './db/notes.ts'
import { type Database, openDatabase, writing } from './db/open-database.ts'
import { StartFailure } from './db/start-failure.ts'
import type { App } from './deps.ts'
import type { Model } from './draft/ask-model.ts'
import { Drafting } from './draft/drafting.ts'
import { isLoopback } from './foreign-requests.ts'
import { type Learner } from './learner.ts'
import { readFolder, readFolderIfChanged } from './library/change-library.ts'
import type { NoteFolders } from './library/gather-notes.ts'
import { checkLearningsFolder, openLibraries } from './library/library.ts'
import { planHere, planInThread } from './library/planner.ts'
import type { NoteWatch } from './library/watch-notes.ts'
import { AnswerTurn } from './study/answer-turn.ts'
import { runHere, runInThread } from './study/memory-runner.ts'
import { matchHere, matchInThread } from './study/pattern-matcher.ts'
import { followProfile } from './study/refold.ts'
import { Schedulers } from './study/schedulers.ts'

/** A server that listens. */
export interface RunningServer {
  readonly url: string
  readonly app: App
  /** Settles when the notes on the disk have been read once. */
  readonly firstReading: Promise<void>
  stop(): Promise<void>
}

/** What the build made beside the server; null where the source tree runs as it is. */
export interface Built {
  readonly clientDir: string | null
  /** The programs of the threads: one reads notes, one does long arithmetic over the log, one tries patterns. */
  readonly threads: { readonly reading: URL; readonly memory: URL; readonly pattern: URL } | null
}

/** Opens the data folder, reads the notes and listens. Everything that can refuse does so before anything is changed. */
export async function startServer(
  config: Config,
  built: Built,
  clock: Clock = systemClock,
): Promise<RunningServer> {
  await checkLearningsFolder(config.learningsDir)
  const db = await openDatabase(config.dataDir, clock())
  try {
    return await serve(config, built, clock, db)
  } catch (error) {
    await db.close()
    throw error
  }
}

async function serve(config: Config, built: Built, clock: Clock, db: Database): Promise<RunningServer> {
  const localLearner = await ensureLearner(db, clock)
  const { threads } = built
  const planner = threads === null ? planHere(db) : planInThread(db, threads.reading)
  const runMemory = threads === null ? runHere(db) : runInThread(db, threads.memory)
  const matchPattern = threads === null ? matchHere(db) : matchInThread(db, threads.pattern)
  const libraryOf = openLibraries(planner, (id) => foldersOf(id, localLearner, config))
  const library = libraryOf(localLearner)
  const local: Learner = { id: localLearner, db, clock, zone: undefined, library }
  await mkdir(library.folders.uploadFolder, { recursive: true })
  // The first reading is waited for, so that the page does not open empty; a long one, and later ones, go on beside answers.
  const isFirstStart = (await listNoteStates(db.reader, localLearner)).length === 0
  const first = isFirstStart ? readFolder(local) : null
  if (first !== null) await Promise.race([first, patience(firstReadingMs)])
  const schedulers = new Schedulers()
  for (const id of await listLearners(db.reader)) await followProfile({ id, db }, schedulers)
  const drafting = new Drafting(await modelOf(config))
  const app = await buildApp(
    {
      db,
      clock,
      whoAsks: () => localLearner,
      libraryOf,
      schedulers,
      runMemory,
      matchPattern,
      drafting,
      answers: new AnswerTurn(db.answers, schedulers),
    },
    { logLevel: config.logLevel, onLoopback: isLoopback(config.host), clientDir: built.clientDir },
  )
  const url = await listen(app, config)
  const orLog = (reading: Promise<unknown>): Promise<void> =>
    reading.then(
      () => undefined,
      (error: unknown) => app.log.error({ err: error }, 'the notes could not be read'),
    )
  const readAgain = () => orLog(readFolderIfChanged(local))
  const firstReading = first === null ? readAgain() : orLog(first)
  const watching = watchLater(config.learningsDir, readAgain)
  return {
    url,
    app,
    firstReading,
    stop: async () => {
      library.reading.cancel()
      await drafting.stop()
      await (await watching).close()
      await closeSoon(app)
      await firstReading
      await db.close()
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

const firstReadingMs = 3000

/** Settles after so many milliseconds, and never keeps the program alive. */
const patience = (ms: number) => delay(ms, undefined, { ref: false })

const closingMs = 3000

/** Lets requests end, and then hangs up: a browser may hold a connection open on which it asks nothing. */
async function closeSoon(app: App): Promise<void> {
  const hangUp = setTimeout(() => app.server.closeAllConnections(), closingMs)
  await app.close()
  clearTimeout(hangUp)
}

/** The watcher is loaded when the server answers already: nobody waits for it. */
async function watchLater(folder: string, onChange: () => Promise<void>): Promise<NoteWatch> {
  const { watchNotes } = await import('./library/watch-notes.ts')
  return watchNotes(folder, onChange)
}

async function ensureLearner(db: Database, clock: Clock): Promise<LearnerId> {
  const known = await findLocalLearner(db.reader)
  if (known !== null) return known
  const id = uuidv7() as LearnerId
  await writing(db, (trx) => insertLearner(trx, id, 'Learner', defaultSettings, clock()))
  return id
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw readableListenError(error, host, port)
  }
  const address = app.server.address() as AddressInfo
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${address.port}`
}

function readableListenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') {
    return new StartFailure(
      `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES')
    return new StartFailure(
      `Port ${port} may not be used without special rights. Choose one above 1023: PORT=4747 npm start`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartFailure(
      `HOST is “${host}”, which is not an address of this machine. Use localhost, or 0.0.0.0 for every network.`,
    )
  }
  return error
}
