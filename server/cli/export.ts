import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { nameKey } from '../../shared/account/account.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { listAccounts } from '../db/accounts.ts'
import { findLocalLearner } from '../db/learners.ts'
import { refuseOtherSchema } from '../db/migrate.ts'
import { openReader } from '../db/sqlite/connections.ts'
import { StartFailure } from '../db/start-failure.ts'
import type { Reader } from '../db/tables.ts'
import { foldersOf } from '../library/learner-folders.ts'
import { readServed } from '../served-library.ts'
import { exportAll, exportName } from '../upkeep/export-all.ts'
import { refuse, withSentences } from './with-sentences.ts'
import { codeOf } from '../db/code-of.ts'

/** `export [FILE] [--learner=NAME]`: everything of one learner as a .zip, whether a server runs or not. */
export function runExport(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  return withSentences(async () => {
    const names = args.flatMap((arg) => /^--learner=(.+)$/.exec(arg)?.[1] ?? [])
    const paths = args.filter((arg) => !arg.startsWith('-'))
    if (paths.length > 1 || names.length > 1 || paths.length + names.length < args.length)
      return refuse(
        'Write: npm run export, and behind it the file, and -- --learner=NAME where there are accounts.',
      )
    const config = readConfig(env, [])
    const file = join(config.dataDir, 'recollect.db')
    if (!existsSync(file))
      return refuse(`There is no database in ${config.dataDir}. Name the folder: DATA_DIR=… npm run export`)
    const now = systemClock()
    const target = targetOf(paths[0] ?? exportName(now), now)
    const { reader, close } = openReader(file)
    try {
      await refuseOtherSchema(reader)
      const first = await findLocalLearner(reader)
      if (first === null) return refuse('The database holds no learner yet.')
      const learnerId = await namedLearner(reader, names[0], first)
      // The folder that the server was started with, unless another one is named here.
      const learningsDir =
        env.LEARNINGS_DIR === undefined
          ? (readServed(config.dataDir)?.notes ?? config.learningsDir)
          : config.learningsDir
      const folders = foldersOf(learnerId, first, { dataDir: config.dataDir, learningsDir })
      await writeWhole(target, exportAll({ db: reader, learnerId, folders, now }))
    } finally {
      await close()
    }
    console.log(`${target} (${(statSync(target).size / 1e6).toFixed(1)} MB)`)
    return 0
  })
}

const targetOf = (path: string, now: number): string =>
  existsSync(path) && statSync(path).isDirectory() ? join(path, exportName(now)) : resolve(path)

async function namedLearner(db: Reader, name: string | undefined, first: LearnerId): Promise<LearnerId> {
  if (name === undefined) return first
  const account = (await listAccounts(db)).find((known) => nameKey(known.name) === nameKey(name))
  if (account !== undefined) return account.learnerId
  throw new StartFailure(`There is no account called “${name}”.`)
}

/** Under its name only when it is whole. */
async function writeWhole(target: string, archive: AsyncGenerator<Buffer>): Promise<void> {
  const part = `${target}.part`
  try {
    await pipeline(Readable.from(archive), createWriteStream(part, { flush: true }))
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    const code = codeOf(error)
    if (/^E(?:NOSPC|ACCES|PERM|ROFS|NOENT|NOTDIR|ISDIR)$/.test(code))
      throw new StartFailure(
        `${target} could not be written (${code}). Nothing was left there. Name another place.`,
      )
    throw error
  }
}
