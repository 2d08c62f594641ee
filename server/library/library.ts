import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { StartFailure } from '../db/start-failure.ts'
import { WriteTurns } from '../db/write-turns.ts'
import type { UnreadableNote } from './decode-note.ts'
import type { NoteFolders } from './gather-notes.ts'
import type { Planner } from './planner.ts'
import { ReadingState } from './reading-state.ts'
import { codeOf } from '../db/code-of.ts'

/** A learner's notes between two changes: where they lie, what is being read, and whose turn it is to change them. */
export class Library {
  readonly folders: NoteFolders
  readonly planner: Planner
  readonly reading = new ReadingState()
  /** What the last reading passed over, and why. */
  unreadable: readonly UnreadableNote[] = []
  // A plan holds only while nothing else changes the library, so changes wait for each other.
  readonly #turns = new WriteTurns()

  readonly #afterwards: () => Promise<void>

  constructor(folders: NoteFolders, planner: Planner, afterwards: () => Promise<void> = async () => {}) {
    this.folders = folders
    this.planner = planner
    this.#afterwards = afterwards
  }

  /** Runs `work` when no other change of the library is under way, and then what has to follow every change. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(async () => {
      const result = await work()
      await this.#afterwards()
      return result
    })
  }
}

/** Every learner's library, opened when it is first asked for; `afterwards` follows every change of one. */
export function openLibraries(
  planner: Planner,
  foldersOf: (learner: LearnerId) => NoteFolders,
  afterwards: (learner: LearnerId) => Promise<void> = async () => {},
): Libraries {
  const opened = new Map<LearnerId, Library>()
  const libraryOf = (learner: LearnerId): Library => {
    const known = opened.get(learner)
    if (known !== undefined) return known
    const library = new Library(foldersOf(learner), planner, () => afterwards(learner))
    opened.set(learner, library)
    return library
  }
  return { libraryOf, opened: () => opened.values() }
}

interface Libraries {
  readonly libraryOf: (learner: LearnerId) => Library
  /** Those that somebody has asked for so far. */
  readonly opened: () => Iterable<Library>
}

/** Refuses a folder of notes with the data folder in it: the notes of every other learner would be the first one's, too. */
export async function refuseDataAmongNotes(learningsDir: string, dataDir: string): Promise<void> {
  const [notes, data] = await Promise.all([realpath(learningsDir), realpath(dataDir)])
  if (data !== notes && !data.startsWith(notes.endsWith(sep) ? notes : notes + sep)) return
  throw new StartFailure(
    `DATA_DIR (${data}) lies in LEARNINGS_DIR (${notes}), so notes of others would be read as yours. Move one of them.`,
  )
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
    const code = codeOf(error)
    throw new StartFailure(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `The folder of notes ${folder} does not exist. Create it, or name another: npm start -- PATH (or LEARNINGS_DIR=PATH).`
        : `The folder of notes ${folder} cannot be read (${code}). Check its permissions, or name another: npm start -- PATH.`,
    )
  }
}
