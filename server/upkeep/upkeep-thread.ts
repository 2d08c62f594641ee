import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { BackupFailure } from '../db/start-failure.ts'
import type { UpkeepMessage } from './upkeep-runner.ts'
import { type UpkeepTask, doUpkeepTask } from './upkeep-task.ts'

/** The thread for work on whole files: it does one task and ends. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const say = (message: UpkeepMessage): void => parentPort?.postMessage(message)
// There, a priority belongs to a thread: answers come before backups.
if (process.platform === 'linux') setPriority(10)
try {
  say({ kind: 'done', result: await doUpkeepTask(workerData as UpkeepTask) })
} catch (error) {
  if (!(error instanceof BackupFailure)) throw error
  say({ kind: 'refused', why: error.why, sentence: error.message })
}
