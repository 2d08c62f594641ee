import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Clock } from '../clock.ts'
import { listNoteStates } from '../db/notes.ts'
import type { Database } from '../db/open-database.ts'
import { StartFailure } from '../db/start-failure.ts'
import { WriteTurns } from '../db/write-turns.ts'
import { applyPlan } from './apply-plan.ts'
import type { UnreadableNote } from './decode-note.ts'
import { type NoteFolders, isLibraryAsRead, listLibrary } from './gather-notes.ts'
import { changeSentence } from './import-reply.ts'
import type { LibraryPlan, PlanRequest } from './library-plan.ts'
import { type Planner, planHere } from './planner.ts'
import { ReadingState } from './reading-state.ts'

/** What a use case says about its reading; the rest follows from the library. */
export type Asked = Pick<PlanRequest, 'kind'> &
  Partial<Pick<PlanRequest, 'from' | 'extra' | 'without' | 'decided' | 'restore' | 'words'>>

/** What a use case says about the record of its change. */
export interface StoreWords {
  readonly id?: string
  readonly sentence?: string
  /** The change that this one takes back. */
  readonly undoes?: string
}

/** The learner's notes: the folder they keep, and the files they brought in, in the data folder. */
export class Library {
  readonly db: Database
  readonly learnerId: LearnerId
  readonly clock: Clock
  readonly folders: NoteFolders
  readonly reading = new ReadingState()
  readonly #planner: Planner
  // A plan holds only while nothing else changes the library, so changes wait for each other.
  readonly #turns = new WriteTurns()
  #unreadable: readonly UnreadableNote[] = []

  constructor(
    db: Database,
    learnerId: LearnerId,
    clock: Clock,
    folder: string,
    dataDir: string,
    planner: Planner = planHere(db),
  ) {
    this.db = db
    this.learnerId = learnerId
    this.clock = clock
    this.folders = { folder, uploadFolder: join(dataDir, 'notes') }
    this.#planner = planner
  }

  /** What the last reading passed over, and why. */
  get unreadable(): readonly UnreadableNote[] {
    return this.#unreadable
  }

  /** Runs `work` when no other change of the library is under way. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(work)
  }

  /** What a reading would change. Only inside `alone`. */
  async plan(asked: Asked): Promise<LibraryPlan> {
    const request: PlanRequest = {
      learnerId: this.learnerId,
      now: this.clock(),
      folders: this.folders,
      from: 'disk',
      extra: [],
      without: [],
      decided: [],
      restore: null,
      words: [],
      ...asked,
    }
    try {
      const plan = await this.#planner(request, this.reading)
      // The learner's word may have come when the thread was already past its last look.
      await this.reading.gate()
      if (request.from === 'disk') this.#unreadable = plan.unreadable
      return plan
    } finally {
      this.reading.end()
    }
  }

  /** Stores a plan and its record. Only inside `alone`, and only the plan made last. */
  async store(plan: LibraryPlan, said: StoreWords = {}): Promise<ImportReply> {
    const { kind, now, learnerId, words } = plan.request
    const isWorthARecord = said.undoes === undefined && (plan.changes || words.length > 0)
    const record = {
      learner_id: learnerId,
      id: said.id ?? uuidv7(),
      kind,
      at: now,
      sentence: said.sentence ?? changeSentence(plan.reply),
      before: plan.before === null ? null : JSON.stringify(plan.before),
      undone_at: null,
    }
    this.reading.store()
    try {
      await applyPlan(this.db, plan, {
        record: isWorthARecord ? record : null,
        undoes: said.undoes ?? null,
      })
    } finally {
      this.reading.end()
    }
    return { ...plan.reply, applied: true, changeId: isWorthARecord ? record.id : null }
  }

  /** Reads the folder again: new, format and wording changes are taken over, the others wait in the Inbox. */
  sync(): Promise<ImportReply> {
    return this.alone(async () => this.store(await this.plan({ kind: 'folder' })))
  }

  /** Reads the folder again when a file is new, changed or gone. */
  syncIfChanged(): Promise<void> {
    return this.alone(async () => {
      const { files, unreadable } = await listLibrary(this.folders)
      const known = await listNoteStates(this.db.reader, this.learnerId)
      this.#unreadable = unreadable
      if (!isLibraryAsRead(files, known)) await this.store(await this.plan({ kind: 'folder' }))
    })
  }
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
