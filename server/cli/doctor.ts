import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { findLocalLearner } from '../db/learners.ts'
import { refuseOtherSchema } from '../db/migrate.ts'
import { openDatabase } from '../db/open-database.ts'
import { openReader } from '../db/sqlite/connections.ts'
import { BackupFailure } from '../db/start-failure.ts'
import { Schedulers } from '../study/schedulers.ts'
import { backUp } from '../db/sqlite/back-up.ts'
import { backupFolder, listBackups } from '../db/sqlite/backup-folder.ts'
import { checkBackup } from '../db/sqlite/check-backup.ts'
import { type Fault, examine } from '../upkeep/doctor.ts'
import { repair } from '../upkeep/repair.ts'
import { refuse, withSentences } from './with-sentences.ts'

/** `doctor [--repair]`: folds the whole log and says what in the database differs from it; exit code 1 when something does. */
export async function runDoctor(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--repair')
  if (unknown !== undefined)
    return refuse(`There is no option ${unknown}. Write: npm run doctor [-- --repair]`)
  return withSentences(async () => {
    const { dataDir } = readConfig(env, [])
    const file = join(dataDir, 'recollect.db')
    if (!existsSync(file))
      return refuse(`There is no database in ${dataDir}. Name the folder: DATA_DIR=… npm run doctor`)
    const damaged = reportBackups(dataDir)
    const faults = await report(file)
    if (!args.includes('--repair') || faults === 0) return faults + damaged === 0 ? 0 : 1
    return (await mend(dataDir, file)) + damaged === 0 ? 0 : 1
  })
}

/** Opens every backup and reads all of it, so that a damaged one is known before it is needed. */
function reportBackups(dataDir: string): number {
  const backups = listBackups(backupFolder(dataDir))
  const damaged = backups.filter(({ file }) => {
    try {
      checkBackup(file)
      return false
    } catch (error) {
      if (!(error instanceof BackupFailure)) throw error
      console.log(error.message)
      return true
    }
  })
  if (backups.length > 0)
    console.log(
      damaged.length === 0
        ? `Of the backups, all ${backups.length} open and hold what they were made with.`
        : `${damaged.length} of ${backups.length} backups cannot be used. Make another: npm run backup`,
    )
  return damaged.length
}

const shown = 20

async function report(file: string): Promise<number> {
  const { reader, ...connection } = openReader(file)
  try {
    await refuseOtherSchema(reader)
    const learnerId = await findLocalLearner(reader)
    if (learnerId === null) return say('The database holds no learner yet.', 0)
    const counts = new Map<Fault['what'], number>()
    for await (const { what, sentence } of examine(reader, learnerId, new Schedulers())) {
      const count = (counts.get(what) ?? 0) + 1
      counts.set(what, count)
      if (count <= shown) console.log(sentence)
      if (count === shown + 1) console.log('… and more of this kind.')
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    return total === 0
      ? say('Everything is as the log says.', 0)
      : say(
          `${total} ${total === 1 ? 'thing differs' : 'things differ'} from the log. Mend them: npm run doctor -- --repair`,
          total,
        )
  } finally {
    await connection.close()
  }
}

/** The caches are made anew from the log, after a copy that was opened and checked. */
async function mend(dataDir: string, file: string): Promise<number> {
  const now = systemClock()
  const db = await openDatabase(dataDir, now)
  try {
    const folder = backupFolder(dataDir)
    const made = backUp({ file, dataDir, folder, reason: 'before-repair', now })
    console.log(`Backed up to ${made.file}`)
    const learnerId = await findLocalLearner(db.reader)
    if (learnerId !== null) await repair(db, learnerId, new Schedulers())
  } finally {
    await db.close()
  }
  return report(file)
}

function say(sentence: string, faults: number): number {
  console.log(sentence)
  return faults
}
