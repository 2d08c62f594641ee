import type { Built } from '../built.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../db/open-database.ts'
import { readFolderIfChanged } from '../library/change-library.ts'
import { checkLearningsFolder } from '../library/library.ts'
import { openApp } from '../open-app.ts'
import type { Ask } from './ask.ts'

/** The library, opened in this program. */
export interface OwnLibrary {
  readonly ask: Ask
  close(): Promise<void>
}

/**
 * Opens the library without a server, by the use cases that a server would serve, and reads what changed in the notes. As
 * long as it is open nobody else can use it. Throws `FolderInUse` when somebody does.
 */
export async function openOwnLibrary(
  config: Config,
  threads: Built['threads'],
  clock: Clock = systemClock,
): Promise<OwnLibrary> {
  await checkLearningsFolder(config.learningsDir)
  const db = await openDatabase(config.dataDir, clock())
  try {
    const { app, local, quiet } = await openApp(config, { clientDir: null, threads }, clock, db, {
      asked: 'from here',
      logTo: process.stderr,
    })
    await readFolderIfChanged(local)
    return {
      ask: async ({ method, path, body }) => {
        const reply = await app.inject({
          method,
          url: `/api/v1${path}`,
          ...(body === undefined ? {} : { payload: body }),
        })
        return { status: reply.statusCode, body: reply.json<unknown>() }
      },
      close: async () => {
        await quiet()
        await app.close()
        await db.close()
      },
    }
  } catch (error) {
    await db.close()
    throw error
  }
}
