import { rm, stat, statfs } from 'node:fs/promises'
import { Refusal } from '../../shared/basics/refusal.ts'
import { backupEveryMs, keepBackups } from '../../shared/upkeep/keep-backups.ts'
import type { Clock } from '../clock.ts'
import { type BackupReason, type KeptFile, backupFolder, listBackups } from '../db/sqlite/backup-folder.ts'
import type { CheckedBackup } from '../db/sqlite/check-backup.ts'
import type { StagedRestore } from '../db/sqlite/stage-restore.ts'
import { BackupFailure } from '../db/start-failure.ts'
import type { UpkeepRunner } from './upkeep-runner.ts'

/** Where backups come from and go to, and who does the work. */
export interface BackupsDeps {
  readonly dataDir: string
  /** The database. */
  readonly file: string
  readonly clock: Clock
  readonly run: UpkeepRunner
}

/** Why the last backup was not made, and when that was. */
export interface FailedBackup {
  readonly at: number
  readonly sentence: string
}

/** After a failure, the next try waits so long. */
const tryAgainMs = 10 * 60_000
/** The backups made by themselves take no more than this share of what their disk has left for them. */
const shareOfDisk = 4
/** Of the ones made before an update or a repair, so many stay. */
const mostBefore = 5

/** The backups of a running server: they are made one after the other, and thinned. */
export class Backups {
  readonly #deps: BackupsDeps
  readonly dataDir: string
  readonly folder: string
  readonly #stopping = new AbortController()
  #turn: Promise<unknown> = Promise.resolve()
  #failed: FailedBackup | null = null
  /** The last one that was made, and how the database looked then. */
  #made: { readonly id: string; readonly of: string } | null = null

  constructor(deps: BackupsDeps) {
    this.#deps = deps
    this.dataDir = deps.dataDir
    this.folder = backupFolder(deps.dataDir)
  }

  /** Newest first. */
  list(): KeptFile[] {
    return listBackups(this.folder)
  }

  /** Null when the last one was made. */
  get failed(): FailedBackup | null {
    return this.#failed
  }

  /** When the next one is due, if anything changes. */
  dueAt(): number {
    const now = this.#deps.clock()
    const newest = this.list()[0]?.at ?? -Infinity
    // One of a clock that ran ahead says nothing about when the last was.
    const due = newest > now ? now : Math.max(newest + backupEveryMs, now)
    return this.#failed === null ? due : Math.max(due, this.#failed.at + tryAgainMs)
  }

  /** Makes one, unless nothing changed since the last by hand, and thins the others. Throws a `BackupFailure`, which is kept to be shown, where that cannot be. */
  make(reason: BackupReason): Promise<KeptFile> {
    return this.#inTurn(async () => {
      const { dataDir, file, clock } = this.#deps
      const present = await this.#looks()
      const same = this.list().find(({ id }) => id === this.#made?.id && this.#made.of === present)
      if (same !== undefined && reason === 'by-hand' && same.reason === reason) return same
      try {
        await this.#thin()
        const wish = { file, dataDir, folder: this.folder, reason, now: clock() }
        const made = await this.#deps.run({ kind: 'backUp', wish }, this.#stopping.signal)
        this.#failed = null
        this.#made = { id: made.id, of: present }
        await this.#thin()
        return made
      } catch (error) {
        const sentence = error instanceof BackupFailure ? error.message : 'The log of the server says why.'
        this.#failed = { at: clock(), sentence }
        throw error
      }
    })
  }

  /** Makes one if it is due and something changed since the last; says whether it did. */
  async makeIfDue(): Promise<KeptFile | null> {
    if (this.#stopping.signal.aborted || this.dueAt() > this.#deps.clock()) return null
    return (await this.#hasChanged()) ? this.make('by-itself') : null
  }

  /** Opens one again, and reads all of it. */
  check(id: string): Promise<CheckedBackup> {
    return this.#inTurn(() =>
      this.#deps.run({ kind: 'check', file: this.#named(id).file }, this.#stopping.signal),
    )
  }

  /** Makes everything ready to be set back to it when the server starts next. */
  stage(id: string): Promise<StagedRestore> {
    const { dataDir, clock, run } = this.#deps
    return this.#inTurn(() =>
      run({ kind: 'stage', file: this.#named(id).file, dataDir, now: clock() }, this.#stopping.signal),
    )
  }

  /** Breaks off what is being done: what has no name yet does not count. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#turn
  }

  #named(id: string): KeptFile {
    const found = this.list().find((backup) => backup.id === id)
    if (found !== undefined) return found
    throw new Refusal('not_found', 'There is no such backup. It may have been thinned out meanwhile.')
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** Whether anything was written since the newest backup was begun. */
  async #hasChanged(): Promise<boolean> {
    const [newest] = this.list()
    if (newest === undefined) return true
    if (newest.id === this.#made?.id) return (await this.#looks()) !== this.#made.of
    if (newest.at > this.#deps.clock()) return true
    const written = (await this.#stats()).map(({ mtimeMs }) => mtimeMs)
    return Math.max(...written) >= newest.at
  }

  /** Changes with every write. */
  async #looks(): Promise<string> {
    return JSON.stringify((await this.#stats()).map(({ mtimeMs, size }) => [mtimeMs, size]))
  }

  #stats(): Promise<{ readonly mtimeMs: number; readonly size: number }[]> {
    return Promise.all([this.#deps.file, `${this.#deps.file}-wal`].map(statOf))
  }

  async #thin(): Promise<void> {
    const all = this.list()
    const own = all.filter(({ reason }) => reason === 'by-itself')
    const before = all.filter(({ reason }) => reason.startsWith('before'))
    const stays = new Set([
      ...all.filter(({ reason }) => reason === 'by-hand'),
      ...before.slice(0, mostBefore),
      ...keepBackups(own, this.#deps.clock(), await this.#room(own)),
    ])
    for (const { file } of all.filter((backup) => !stays.has(backup))) await rm(file, { force: true })
  }

  async #room(own: readonly KeptFile[]): Promise<number> {
    const taken = own.reduce((sum, { bytes }) => sum + bytes, 0)
    const { bavail, bsize } = await statfs(this.#deps.dataDir)
    return (bavail * bsize + taken) / shareOfDisk
  }
}

const nothing = { mtimeMs: -Infinity, size: 0 }

/** An empty log is made by whoever only reads. */
const statOf = (file: string) =>
  stat(file).then(
    ({ mtimeMs, size }) => (size === 0 ? nothing : { mtimeMs, size }),
    () => nothing,
  )
