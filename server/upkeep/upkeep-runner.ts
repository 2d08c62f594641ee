import { Worker } from 'node:worker_threads'
import { BackupFailure } from '../db/start-failure.ts'
import type { UpkeepResult, UpkeepTask } from './upkeep-task.ts'

/** Does work on whole files, wherever it is done, until it is told to stop. */
export type UpkeepRunner = <Task extends UpkeepTask>(
  task: Task,
  stop?: AbortSignal,
) => Promise<UpkeepResult[Task['kind']]>

/** What the thread says when it is done. */
export type UpkeepMessage =
  | { readonly kind: 'done'; readonly result: UpkeepResult[UpkeepTask['kind']] }
  | { readonly kind: 'refused'; readonly why: BackupFailure['why']; readonly sentence: string }

/** In this thread: for tests, and for a source tree that runs unbuilt. */
export const doHere: UpkeepRunner = async (task) => {
  const { doUpkeepTask } = await import('./upkeep-task.ts')
  return doUpkeepTask(task)
}

/** In a thread of its own: answers never wait for it. What it leaves when it is stopped, the next backup takes away. */
export function doInThread(program: URL): UpkeepRunner {
  return <Task extends UpkeepTask>(task: Task, stop?: AbortSignal) =>
    new Promise<UpkeepResult[Task['kind']]>((resolve, reject) => {
      const thread = new Worker(program, { workerData: task, execArgv: [] })
      stop?.addEventListener('abort', () => void thread.terminate(), { once: true })
      thread.on('message', (message: UpkeepMessage) => {
        if (message.kind === 'refused') reject(new BackupFailure(message.why, message.sentence))
        else resolve(message.result as UpkeepResult[Task['kind']])
      })
      thread.on('error', reject)
      thread.on('exit', () =>
        reject(
          new BackupFailure('notWritten', 'It was broken off, because the server ends. Nothing was changed.'),
        ),
      )
    })
}
