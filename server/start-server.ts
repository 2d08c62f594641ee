import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { defaultSettings } from '../shared/queue/settings.ts'
import type { LearnerId } from '../shared/schedule/review-event.ts'
import { buildApp } from './app.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { findLocalLearner, insertLearner } from './db/learners.ts'
import { listNoteStates } from './db/notes.ts'
import { type Database, openDatabase, writing } from './db/open-database.ts'
import { StartFailure } from './db/start-failure.ts'
import type { App } from './deps.ts'
import { isLoopback } from './foreign-requests.ts'
import { Library, checkLearningsFolder } from './library/library.ts'
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
  const learnerId = await ensureLearner(db, clock)
  const { threads } = built
  const planner = threads === null ? planHere(db) : planInThread(db, threads.reading)
  const runMemory = threads === null ? runHere(db) : runInThread(db, threads.memory)
  const matchPattern =
    threads === null ? matchHere(db, learnerId) : matchInThread(db, learnerId, threads.pattern)
  const library = new Library(db, learnerId, clock, config.learningsDir, config.dataDir, planner)
  await mkdir(library.folders.uploadFolder, { recursive: true })
  // The first reading is waited for, so that the page does not open empty; a long one, and later ones, go on beside answers.
  const isFirstStart = (await listNoteStates(db.reader, learnerId)).length === 0
  const first = isFirstStart ? library.sync() : null
  if (first !== null) await Promise.race([first, patience(firstReadingMs)])
  const schedulers = new Schedulers()
  await followProfile(db, learnerId, schedulers)
  const app = await buildApp(
    {
      db,
      learnerId,
      clock,
      library,
      schedulers,
      runMemory,
      matchPattern,
      answers: new AnswerTurn(db, schedulers),
    },
    { logLevel: config.logLevel, onLoopback: isLoopback(config.host), clientDir: built.clientDir },
  )
  const url = await listen(app, config)
  const orLog = (reading: Promise<unknown>): Promise<void> =>
    reading.then(
      () => undefined,
      (error: unknown) => app.log.error({ err: error }, 'the notes could not be read'),
    )
  const readAgain = () => orLog(library.syncIfChanged())
  const firstReading = first === null ? readAgain() : orLog(first)
  const watching = watchLater(config.learningsDir, readAgain)
  return {
    url,
    app,
    firstReading,
    stop: async () => {
      library.reading.cancel()
      await (await watching).close()
      await closeSoon(app)
      await firstReading
      await db.close()
    },
  }
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
      `HOST is “${host}”, which is no address of this machine. Use localhost, or 0.0.0.0 for every network.`,
    )
  }
  return error
}
