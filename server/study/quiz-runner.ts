import { Worker } from 'node:worker_threads'
import type { Database } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import type { QuizLibraries } from './quiz-libraries.ts'
import type { QuizAsker } from './quiz-learner.ts'
import type { QuizTask, QuizTaskResult } from './quiz-task.ts'

/** Does what takes a whole library, wherever it is done. */
export type QuizRunner = <Task extends QuizTask>(task: Task) => Promise<QuizTaskResult[Task['kind']]>

/** What the thread is told and says; `turn` tells the tasks apart. */
export interface QuizOrder {
  readonly turn: number
  readonly task: QuizTask
}
export type QuizMessage = { readonly turn: number } & (
  | { readonly kind: 'done'; readonly result: QuizTaskResult[keyof QuizTaskResult] }
  | { readonly kind: 'failed'; readonly error: unknown }
)

/** Who asks, as a thread is told. */
export const askerOf = ({ id, clock, zone }: Learner): QuizAsker => ({ learnerId: id, now: clock(), zone })

/** In this thread, which stands still meanwhile: for tests, and for a source tree that runs unbuilt. */
export function runQuizHere(db: Database): QuizRunner {
  let libraries: Promise<QuizLibraries> | undefined
  return async (task) => {
    libraries ??= import('./quiz-libraries.ts').then((made) => new made.QuizLibraries())
    const { doQuizTask } = await import('./quiz-task.ts')
    return doQuizTask(db.reader, await libraries, task)
  }
}

/** So long a library is kept ready for the next task. */
const idleMs = 10 * 60_000

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/**
 * In a thread with a connection of its own, that begins with the first task and ends some minutes after the last one: a
 * large library takes seconds to read and tenths of one to plan with, and no answer waits for that.
 */
export function runQuizInThread(db: Database, program: URL): QuizRunner {
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let turn = 0
  const waiting = new Map<number, Waiting>()

  const end = (error: unknown) => {
    thread = null
    clearTimeout(idle)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const begin = (): Worker => {
    const begun = new Worker(program, { workerData: { file: db.file }, execArgv: [] })
    begun.unref()
    begun.on('message', (message: QuizMessage) => {
      const asked = waiting.get(message.turn)
      waiting.delete(message.turn)
      if (waiting.size === 0) idle = setTimeout(() => void begun.terminate(), idleMs).unref()
      if (message.kind === 'done') asked?.resolve(message.result as never)
      else asked?.reject(message.error)
    })
    begun.on('error', (error) => thread === begun && end(error))
    begun.on('exit', (code) => thread === begun && end(new Error(`The quiz thread ended early (${code}).`)))
    return begun
  }

  return (task) =>
    new Promise((resolve, reject) => {
      thread ??= begin()
      clearTimeout(idle)
      turn++
      waiting.set(turn, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage({ turn, task } satisfies QuizOrder)
    })
}
