import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { FolderInUse, StartFailure } from '../db/start-failure.ts'
import type { Built } from '../built.ts'
import { noteServed, readServed } from '../served-library.ts'
import { type Ask, ToolRefusal } from './ask.ts'
import { ServerGone, reachServer } from './ask-server.ts'
import type { OwnLibrary } from './own-library.ts'

/** Where the library lies, and what the person said of it. */
export interface LibraryPlace {
  readonly config: Config
  /** Whether the folder of notes was named, or is only the usual one. */
  readonly isFolderNamed: boolean
  readonly threads: Built['threads']
  /** What a server with accounts knows its learner by. */
  readonly token: string | null
}

/** Does a piece of work with the library, whoever has it open just now. */
export type WithLibrary = <Result>(work: (ask: Ask) => Promise<Result>) => Promise<Result>

/**
 * Reaches the library anew for each piece of work: through the server, when one runs, else by opening it for that long. So a
 * server may be started or stopped at any time.
 */
export function reachLibrary(place: LibraryPlace): WithLibrary {
  const own = sharedLibrary(place)
  return async (work) => {
    for (let tries = 1; ; tries++) {
      try {
        const ask = await serverOf(place)
        return await (ask === null ? own(work) : work(ask))
      } catch (error) {
        // The server went away under a question, or somebody else has the folder for a moment: look again.
        const mayPass = error instanceof ServerGone || error instanceof FolderInUse
        if (!mayPass) throw readable(error)
        if (tries === mostTries) throw new ToolRefusal(inUse(place.config.dataDir))
        await delay(betweenTriesMs)
      }
    }
  }
}

const betweenTriesMs = 100
const mostTries = 150

const inUse = (dataDir: string): string =>
  `Another program uses the data folder ${dataDir} and does not say where it answers. If it is a Recollect server, stop it and start it again.`

const readable = (error: unknown): unknown =>
  error instanceof StartFailure ? new ToolRefusal(error.message) : error

/** How to ask the server that has the data folder; null when none runs. */
function serverOf({ config, token }: LibraryPlace): Promise<Ask | null> {
  const server = readServed(config.dataDir)?.server ?? null
  return server === null ? Promise.resolve(null) : reachServer(server, token)
}

/** The library opened in this program, once for all who work with it at the same time. */
function sharedLibrary(place: LibraryPlace): WithLibrary {
  let users = 0
  let opened: Promise<OwnLibrary> | null = null
  let closing: Promise<void> = Promise.resolve()
  return async (work) => {
    users++
    try {
      opened ??= closing.catch(() => undefined).then(() => openOwn(place))
      return await work((await opened).ask)
    } finally {
      users--
      if (users === 0 && opened !== null) {
        const last = opened
        opened = null
        closing = last.then(
          (library) => library.close(),
          () => undefined,
        )
        await closing
      }
    }
  }
}

async function openOwn({ config, isFolderNamed, threads }: LibraryPlace): Promise<OwnLibrary> {
  const { dataDir } = config
  if (!existsSync(join(dataDir, 'recollect.db'))) {
    throw new StartFailure(
      `There is no library in ${dataDir} yet. Start Recollect once (npm start), or set DATA_DIR to the folder that it uses.`,
    )
  }
  const served = readServed(dataDir)
  const learningsDir = folderOf(config, served?.notes ?? null, isFolderNamed)
  const { openOwnLibrary } = await import('./own-library.ts')
  const library = await openOwnLibrary({ ...config, learningsDir }, threads)
  // Who has the folder knows that no server does.
  if (served !== null && served.server !== null) noteServed(dataDir, { ...served, server: null })
  return library
}

/** The folder that the library was read from. Another one would be taken for it with all its notes gone. */
function folderOf({ learningsDir, dataDir }: Config, known: string | null, isNamed: boolean): string {
  if (known === null) {
    if (isNamed) return learningsDir
    throw new StartFailure(
      `It is not known where the notes of ${dataDir} lie. Start Recollect once (npm start), or set LEARNINGS_DIR.`,
    )
  }
  if (isNamed && learningsDir !== known) {
    throw new StartFailure(
      `The library in ${dataDir} holds the notes of ${known}, not of ${learningsDir}. Name that folder or none; ` +
        'to change it, start Recollect with the other one.',
    )
  }
  return known
}
