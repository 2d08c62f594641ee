import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../../shared/basics/refusal.ts'
import type { Database } from '../db/open-database.ts'
import type { LibraryRows } from '../db/library-writes.ts'
import type { LibraryPlan, PlanRequest, Progress } from './library-plan.ts'
import type { ReadingState } from './reading-state.ts'

/** Makes a plan, wherever it is made. */
export type Planner = (request: PlanRequest, state: ReadingState) => Promise<LibraryPlan>

/** Plans in this thread: for tests, and for a source tree that runs unbuilt. */
export function planHere(db: Database): Planner {
  return async (request, state) => {
    // The rules of reading are loaded when there is something to read: most starts find the notes unchanged.
    const { planLibrary } = await import('./plan-library.ts')
    state.begin()
    return planLibrary(db.reader, request, state)
  }
}

/** What the thread is started with. `steer` holds the learner's latest word: 0 go on, 1 wait, 2 stop. */
export interface PlanTask {
  readonly file: string
  readonly request: PlanRequest
  readonly steer: Int32Array
}

/** What the thread says. Rows come in small parts, so that taking them in never holds up an answer. */
export type PlanMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'rows'; readonly table: keyof LibraryRows; readonly rows: readonly unknown[] }
  | { readonly kind: 'plan'; readonly plan: Omit<LibraryPlan, 'request'> }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly sentence: string }

/** Plans in a thread of its own, with a connection of its own: reading thousands of notes never blocks an answer. */
export function planInThread(db: Database, program: URL): Planner {
  return (request, state) =>
    new Promise((resolve, reject) => {
      const steer = new Int32Array(new SharedArrayBuffer(4))
      const task: PlanTask = { file: db.file, request, steer }
      const thread = new Worker(program, { workerData: task, execArgv: [] })
      const parts = new Map<keyof LibraryRows, unknown[]>()
      state.begin((word) => {
        Atomics.store(steer, 0, word === 'pause' ? 1 : word === 'cancel' ? 2 : 0)
        Atomics.notify(steer, 0)
      })
      thread.on('message', (message: PlanMessage) => {
        if (message.kind === 'progress') state.report(message.progress)
        else if (message.kind === 'rows') {
          const known = parts.get(message.table) ?? []
          known.push(...message.rows)
          parts.set(message.table, known)
        } else if (message.kind === 'refused') reject(new Refusal(message.code, message.sentence))
        else {
          const rows = { ...message.plan.rows, ...Object.fromEntries(parts) }
          resolve({ ...message.plan, request, rows })
        }
      })
      thread.on('error', reject)
      thread.on('exit', (code) => reject(new Error(`The reading thread ended early (${code}).`)))
    })
}
