import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../db/sqlite/connections.ts'
import { type MemoryTask, doMemoryTask } from './memory-task.ts'

/** The thread for long arithmetic: it reads the log, does one task, and ends. */
const { file, task } = workerData as { readonly file: string; readonly task: MemoryTask }
// There, a priority belongs to a thread: answers come before arithmetic.
if (process.platform === 'linux') setPriority(10)
const db = openReader(file)
try {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(await doMemoryTask(db.reader, task))
} finally {
  await db.close()
}
