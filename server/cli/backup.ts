import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { backUp } from '../db/sqlite/back-up.ts'
import { backupFolder } from '../db/sqlite/backup-folder.ts'
import { checkBackup } from '../db/sqlite/check-backup.ts'
import { refuse, withSentences } from './with-sentences.ts'

/** `backup [FOLDER]`: a checked copy of everything, whether a server runs or not; exit code 2 when none was made. */
export function runBackup(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  return withSentences(() => {
    if (args.length > 1 || args[0]?.startsWith('-') === true)
      return refuse(
        'Write: npm run backup, and behind it the folder to put it in, if it is another than usual.',
      )
    const { dataDir } = readConfig(env, [])
    const file = join(dataDir, 'recollect.db')
    if (!existsSync(file))
      return refuse(`There is no database in ${dataDir}. Name the folder: DATA_DIR=… npm run backup`)
    const folder = args[0] ?? backupFolder(dataDir)
    const made = backUp({ file, dataDir, folder, reason: 'by-hand', now: systemClock() })
    const { log, files } = checkBackup(made.file)
    console.log(
      `${made.file}\n${(made.bytes / 1e6).toFixed(1)} MB, opened and checked: ${log.count} answers and ${files ?? 0} notes that were brought in. ` +
        'Your own folder of notes is yours to copy.',
    )
    return 0
  })
}
