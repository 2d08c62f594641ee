import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../shared/basics/refusal.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { LibraryRows } from '../db/library-writes.ts'
import { openReader } from '../db/sqlite/connections.ts'
import type { LibraryPlan, PlanHooks, Progress } from './library-plan.ts'
import { planLibrary } from './plan-library.ts'
import type { PlanMessage, PlanTask } from './planner.ts'
import { cancelled } from './reading-state.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const say = (message: PlanMessage): void => parentPort?.postMessage(message)
const rowsAtOnce = 100
const reportEveryMs = 100

/** The thread that reads: it opens the database for reading, makes one plan, hands it over in small parts, and ends. */
async function run({ file, request, steer }: PlanTask): Promise<void> {
  const db = openReader(file)
  try {
    handOver(await planLibrary(db.reader, request, hooksOf(steer)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say({ kind: 'refused', code: error.code, sentence: error.message })
  } finally {
    await db.close()
  }
}

function hooksOf(steer: Int32Array): PlanHooks {
  let reported = 0
  let latest: Progress | null = null
  return {
    report: (progress) => {
      latest = progress
      const now = performance.now()
      if (now - reported < reportEveryMs && progress.done < progress.of) return
      reported = now
      say({ kind: 'progress', progress: latest })
    },
    gate: async () => {
      while (Atomics.load(steer, 0) === 1) Atomics.wait(steer, 0, 1)
      if (Atomics.load(steer, 0) === 2) throw cancelled()
    },
  }
}

function handOver(plan: LibraryPlan): void {
  const kept: Partial<Record<keyof LibraryRows, unknown>> = {}
  for (const [table, rows] of Object.entries(plan.rows) as [keyof LibraryRows, readonly unknown[] | null][]) {
    kept[table] = rows === null ? null : []
    for (const part of inChunks(rows ?? [], rowsAtOnce)) say({ kind: 'rows', table, rows: part })
  }
  const { request: _known, ...rest } = plan
  say({ kind: 'plan', plan: { ...rest, rows: kept as unknown as LibraryRows } })
}

// There, a priority belongs to a thread: answers come before reading. Elsewhere it would slow the whole server.
if (process.platform === 'linux') setPriority(10)
await run(workerData as PlanTask)
