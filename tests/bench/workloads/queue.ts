import { collection } from '../collection.ts'
import {
  type BenchOptions,
  type Finding,
  type WorkloadReport,
  compare,
  figure,
  interleaved,
  spreadOf,
} from '../measure.ts'
import { runProgram } from '../programs.ts'
import type { OpenedQueue } from '../programs/open-queue.ts'
import { showNumber } from '../report.ts'

/** From the start of open to today’s counts and the first question, for small and large collections. */
export async function measureQueue({ quick }: BenchOptions): Promise<WorkloadReport> {
  const findings: Finding[] = []
  const notes: string[] = []
  for (const cards of quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]) {
    const folder = await collection({ cards })
    const { ours, bare } = await interleaved({
      ours: () => runProgram<OpenedQueue>('open-queue', 'ours', folder),
      bare: () => runProgram<OpenedQueue>('open-queue', 'bare', folder),
    })
    const size = `${showNumber(cards)} cards`
    const extraMb = ours.map((sample, round) => sample.peakMb - (bare[round]?.peakMb ?? 0))
    findings.push(
      compare(
        size,
        'ms',
        ours.map((sample) => sample.ms),
        { name: 'bare better-sqlite3', figures: bare.map((sample) => sample.ms) },
        { of: 'ratio', is: 'at most', value: 2.5 },
      ),
      figure(`${size}, extra memory`, 'MB', extraMb, { of: 'figure', is: 'at most', value: 50 }),
    )
    const openMs = spreadOf(ours.map((sample) => sample.openMs)).median
    const queueMs = spreadOf(ours.map((sample) => sample.ms - sample.openMs)).median
    notes.push(
      `${size}: opening ${showNumber(openMs)} ms, queue ${showNumber(queueMs)} ms, peak ` +
        `${showNumber(spreadOf(ours.map((sample) => sample.peakMb)).median)} MB; ${ours[0]?.cards} queued of ${bare[0]?.cards} due`,
    )
  }
  return {
    findings,
    notes: [
      ...notes,
      'the bare one opens, counts the due ones and reads the first card by due day, on the same file',
    ],
  }
}
