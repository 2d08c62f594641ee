import { Worker } from 'node:worker_threads'
import type { Database } from '../db/open-database.ts'
import type { MemoryResult, MemoryTask } from './memory-task.ts'

/** Does long arithmetic, wherever it is done. */
export type MemoryRunner = <Task extends MemoryTask>(task: Task) => Promise<MemoryResult[Task['kind']]>

/** In this thread: for tests, and for a source tree that runs unbuilt. */
export function runHere(db: Database): MemoryRunner {
  return async (task) => {
    const { doMemoryTask } = await import('./memory-task.ts')
    return doMemoryTask(db.reader, task)
  }
}

/** In a thread of its own, with a connection of its own: answers never wait for it. */
export function runInThread(db: Database, program: URL): MemoryRunner {
  return <Task extends MemoryTask>(task: Task) =>
    new Promise<MemoryResult[Task['kind']]>((resolve, reject) => {
      const thread = new Worker(program, { workerData: { file: db.file, task }, execArgv: [] })
      thread.on('message', resolve)
      thread.on('error', reject)
      thread.on('exit', (code) => reject(new Error(`The thread ended early (${code}).`)))
    })
}
