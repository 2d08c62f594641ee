import { existsSync, mkdirSync } from 'node:fs'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { backupFolder, listBackups } from '../db/sqlite/backup-folder.ts'
import { finishRestore } from '../db/sqlite/finish-restore.ts'
import { type FolderLock, lockDataFolder } from '../db/sqlite/lock-data-folder.ts'
import { stageRestore } from '../db/sqlite/stage-restore.ts'
import { FolderInUse, StartFailure } from '../db/start-failure.ts'
import { refuse, withSentences } from './with-sentences.ts'

/** `restore FILE`: checks a backup and puts it in the place of the data, which is kept beside it; exit code 2 when it was not. */
export function runRestore(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  return withSentences(async () => {
    const { dataDir } = readConfig(env, [])
    const [file, ...more] = args
    if (file === undefined || file.startsWith('-') || more.length > 0) return refuse(usage(dataDir))
    mkdirSync(dataDir, { recursive: true })
    const lock = lockForRestore(dataDir)
    try {
      // One that was cut off is ended first, so that what is kept aside is whole.
      finishRestore(dataDir)
      const { backup } = await stageRestore(file, dataDir, systemClock())
      const kept = finishRestore(dataDir)
      console.log(
        `Restored ${backup.log.count} answers${backup.files === null ? '' : ` and ${backup.files} notes`} from ${file}.`,
      )
      if (kept !== null && existsSync(kept)) console.log(`What was there before lies in ${kept}.`)
      console.log('Start the server: devices send again what the backup lacks, as far as they still keep it.')
      return 0
    } finally {
      lock.release()
    }
  })
}

function lockForRestore(dataDir: string): FolderLock {
  try {
    return lockDataFolder(dataDir)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    throw new StartFailure(
      `A Recollect server is using ${dataDir}. Nothing was changed. Stop it first, or restore in Settings › Data.`,
    )
  }
}

function usage(dataDir: string): string {
  const [newest] = listBackups(backupFolder(dataDir))
  const example = newest === undefined ? 'FILE' : newest.file
  return `Write which backup: npm run restore ${example}`
}
