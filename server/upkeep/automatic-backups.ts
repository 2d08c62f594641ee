import { BackupFailure } from '../db/start-failure.ts'
import type { Backups } from './backups.ts'

/** How often it is asked whether a backup is due; asking costs a look at a folder. */
const lookEveryMs = 60_000

/** Starts a timer that does not keep the program alive, and returns how to stop it. */
export type Every = (run: () => void, everyMs: number) => () => void

const everySoOften: Every = (run, everyMs) => {
  const timer = setInterval(run, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Makes backups by itself while the server runs. What goes wrong is said in the log; the page asks `Backups` itself. */
export function keepBackedUp(
  backups: Backups,
  log: { error(what: object, sentence: string): void },
  every: Every = everySoOften,
): () => void {
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    try {
      await backups.makeIfDue()
    } catch (error) {
      if (error instanceof BackupFailure)
        log.error({ why: error.why }, `no backup was made: ${error.message}`)
      else log.error({ err: error }, 'no backup was made')
    } finally {
      isLooking = false
    }
  }
  return every(() => void look(), lookEveryMs)
}
