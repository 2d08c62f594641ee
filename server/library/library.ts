import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/open-database.ts'
import { StartFailure } from '../db/start-failure.ts'
import { WriteTurns } from '../db/write-turns.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type UnreadableNote, readNotes } from './read-notes.ts'
import { type LibrarySource, isUnchanged } from './library-source.ts'
import type { LibraryPlan } from './sync-library.ts'

/** The path under which uploaded notes appear, so that they never clash with a file of the folder. */
export const uploadPrefix = 'uploads/'

/** The learner's notes: the folder they keep, and the files they uploaded into the data folder. */
export class Library {
  readonly #db: Database
  readonly #learnerId: LearnerId
  readonly #clock: Clock
  // A plan holds only while nothing else changes the library, so readings wait for each other.
  readonly #turns = new WriteTurns()
  readonly folder: string
  readonly uploadFolder: string
  #unreadable: readonly UnreadableNote[] = []

  constructor(db: Database, learnerId: LearnerId, clock: Clock, folder: string, dataDir: string) {
    this.#db = db
    this.#learnerId = learnerId
    this.#clock = clock
    this.folder = folder
    this.uploadFolder = join(dataDir, 'notes')
  }

  /** What the last reading passed over, and why. */
  get unreadable(): readonly UnreadableNote[] {
    return this.#unreadable
  }

  /** All notes as they are on the disk now, with `extra` in place of files of the same path. */
  async #gather(extra: readonly LibrarySource[] = []): Promise<LibrarySource[]> {
    const kept = await readNotes(this.folder)
    const uploaded = (await exists(this.uploadFolder))
      ? await readNotes(this.uploadFolder)
      : { sources: [], unreadable: [] }
    const replaced = new Set(extra.map((source) => source.path))
    const sources = [
      ...kept.sources.map((source): LibrarySource => ({ ...source, origin: 'folder' })),
      ...uploaded.sources.map((source): LibrarySource => ({
        text: source.text,
        path: uploadPrefix + source.path,
        origin: 'upload',
      })),
    ].filter((source) => !replaced.has(source.path))
    this.#unreadable = [
      ...kept.unreadable,
      ...uploaded.unreadable.map((note) => ({ ...note, path: uploadPrefix + note.path })),
    ]
    return [...sources, ...extra]
  }

  /** What reading the notes again would change, with `extra` notes among them. */
  async plan(extra: readonly LibrarySource[] = []): Promise<LibraryPlan> {
    const sources = await this.#gather(extra)
    const { planLibrary } = await loadRiver()
    return planLibrary(this.#db.reader, this.#learnerId, sources, this.#clock())
  }

  /** Reads the notes again when any file changed since the last reading. */
  syncIfChanged(): Promise<void> {
    return this.#turns.take(async () => {
      const sources = await this.#gather()
      if (await isUnchanged(this.#db.reader, this.#learnerId, sources)) return
      await this.#read(sources)
    })
  }

  /** Reads the notes again, with `extra` among them, and stores what changed. */
  sync(extra: readonly LibrarySource[] = []): Promise<LibraryPlan> {
    return this.#turns.take(async () => this.#read(await this.#gather(extra)))
  }

  async #read(sources: readonly LibrarySource[]): Promise<LibraryPlan> {
    const { applyLibrary, planLibrary } = await loadRiver()
    const plan = await planLibrary(this.#db.reader, this.#learnerId, sources, this.#clock())
    await applyLibrary(this.#db, this.#learnerId, plan, this.#clock())
    return plan
  }
}

/** The rules of reading are loaded when there is something to read: most starts find the notes unchanged. */
function loadRiver() {
  return import('./sync-library.ts')
}

/** Refuses a folder of notes that is not there or cannot be read, before anything else is touched. */
export async function checkLearningsFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new StartFailure(`${folder} is a file, not a folder of notes. Give the folder that holds it.`)
    }
    await access(folder, constants.R_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof StartFailure) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new StartFailure(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `The folder of notes ${folder} does not exist. Create it, or name another: npm start -- PATH (or LEARNINGS_DIR=PATH).`
        : `The folder of notes ${folder} cannot be read (${String(code)}). Check its permissions, or name another: npm start -- PATH.`,
    )
  }
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  )
}
