import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Built } from './built.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { listNoteStates } from './db/notes.ts'
import { type Database, openDatabase } from './db/open-database.ts'
import { FolderInUse, StartFailure } from './db/start-failure.ts'
import type { App } from './deps.ts'
import { readFolder, readFolderIfChanged } from './library/change-library.ts'
import { checkLearningsFolder } from './library/library.ts'
import { isLoopbackAddress } from './loopback.ts'
import { settleStaged } from './library/staged-notes.ts'
import type { NoteWatch } from './library/watch-notes.ts'
import { openApp } from './open-app.ts'
import { noteServed, readServed } from './served-library.ts'
import { keepBackedUp } from './upkeep/automatic-backups.ts'
import { codeOf } from './db/code-of.ts'

/** A server that listens. */
export interface RunningServer {
  readonly url: string
  readonly app: App
  /** Settles when the notes on the disk have been read once. */
  readonly firstReading: Promise<void>
  /** By which the first account is made; null where there is one, or none is needed. */
  readonly setUpKey: string | null
  stop(): Promise<void>
}

/** Opens the data folder, reads the notes and listens. Everything that can refuse does so before anything is changed. */
export async function startServer(
  config: Config,
  built: Built,
  clock: Clock = systemClock,
  beginAnew?: () => void,
): Promise<RunningServer> {
  await checkLearningsFolder(config.learningsDir)
  const db = await openWhenFree(config.dataDir, clock)
  try {
    return await serve(config, built, clock, db, beginAnew)
  } catch (error) {
    await db.close()
    throw error
  }
}

/** How long another program than a server, which soon lets go of the folder, is waited for: so many times a tenth of a second. */
const mostTries = 100

/** Who asks the library without a server holds it for a moment. A server keeps it, and says where it answers. */
async function openWhenFree(dataDir: string, clock: Clock): Promise<Database> {
  for (let tries = 1; ; tries++) {
    try {
      return await openDatabase(dataDir, clock())
    } catch (error) {
      if (!(error instanceof FolderInUse) || tries === mostTries) throw error
      if ((readServed(dataDir)?.server ?? null) !== null) throw error
      await delay(100)
    }
  }
}

async function serve(
  config: Config,
  built: Built,
  clock: Clock,
  db: Database,
  beginAnew?: () => void,
): Promise<RunningServer> {
  const { app, local, quiet, setUpKey, others, backups } = await openApp(config, built, clock, db, {
    asked: 'by all',
    ...(beginAnew === undefined ? {} : { beginAnew }),
  })
  for (const learner of [local, ...((await others?.list()) ?? [])])
    await learner.library.alone(() => settleStaged(learner))
  // The first reading is waited for, so that the page does not open empty; a long one, and later ones, go on beside answers.
  const isFirstStart = (await listNoteStates(db.reader, local.id)).length === 0
  const first = isFirstStart ? readFolder(local) : null
  if (first !== null) await Promise.race([first, patience(firstReadingMs)])
  const url = await listen(app, config)
  if (others === null) await refuseOpenAddress(app)
  const { dataDir, learningsDir: notes } = config
  noteServed(dataDir, { server: { url: localUrl(app), epoch: db.epoch }, notes })
  const orLog = (reading: Promise<unknown>): Promise<void> =>
    reading.then(
      () => undefined,
      (error: unknown) => app.log.error({ err: error }, 'the notes could not be read'),
    )
  const readAgain = () => orLog(readFolderIfChanged(local))
  const readOthers = async () => {
    for (const other of (await others?.list()) ?? []) await orLog(readFolderIfChanged(other))
  }
  const firstReading = first === null ? readAgain() : orLog(first)
  const rest = keepBackedUp(backups, app.log)
  const watching = watchLater(config.learningsDir, readAgain)
  const watchingOthers = others === null ? null : watchLater(others.folder, readOthers)
  return {
    url,
    app,
    firstReading,
    setUpKey,
    stop: async () => {
      noteServed(dataDir, { server: null, notes })
      rest()
      await quiet()
      await (await watching).close()
      await (await watchingOthers)?.close()
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

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw readableListenError(error, host, port)
  }
  const address = app.server.address() as AddressInfo
  return urlOf(host === '0.0.0.0' || host === '::' ? 'localhost' : host, address.port)
}

/** A name of loopback's may have come to mean another address. A server without accounts never answers on one. */
async function refuseOpenAddress(app: App): Promise<void> {
  const open = (app.addresses() as AddressInfo[]).find(({ address }) => !isLoopbackAddress(address))
  if (open === undefined) return
  await app.close()
  throw new StartFailure(
    `“localhost” means ${open.address} on this machine, which others can reach. Set HOST=127.0.0.1, or HOST=0.0.0.0 to let them sign in.`,
  )
}

/** Where this machine itself reaches the server, by number: a name may come to mean another address. */
function localUrl(app: App): string {
  const { address, port } = app.server.address() as AddressInfo
  return urlOf(address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address, port)
}

const urlOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

function readableListenError(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error)
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
