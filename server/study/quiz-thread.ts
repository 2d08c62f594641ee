import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../db/sqlite/connections.ts'
import { QuizLibraries } from './quiz-libraries.ts'
import type { QuizMessage, QuizOrder } from './quiz-runner.ts'
import { doQuizTask } from './quiz-task.ts'

/** The thread that plans and makes quizzes. It keeps the library that was asked for last, and ends when it is told to. */
const { file } = workerData as { readonly file: string }
// There, a priority belongs to a thread: answers come before plans.
if (process.platform === 'linux') setPriority(5)
const db = openReader(file)
const libraries = new QuizLibraries()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const say = (message: QuizMessage): void => parentPort?.postMessage(message)

// One after the other: each is arithmetic, and the first may read what the next one needs.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', ({ turn, task }: QuizOrder) => {
  last = last.then(async () => {
    try {
      say({ turn, kind: 'done', result: await doQuizTask(db.reader, libraries, task) })
    } catch (error) {
      say({ turn, kind: 'failed', error })
    }
  })
})
