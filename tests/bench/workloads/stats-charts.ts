import { monitorEventLoopDelay } from 'node:perf_hooks'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase } from '../../../server/db/open-database.ts'
import { runInThread } from '../../../server/study/memory-runner.ts'
import { openStatsCharts } from '../../../server/study/open-stats-charts.ts'
import { asLearner } from '../bench-learner.ts'
import { benchNow, collection } from '../collection.ts'
import { type BenchOptions, type Finding, figure, timed } from '../measure.ts'
import { copyCollection } from '../work-folder.ts'

/** Ten years of a busy learner. */
const size = { cards: 20_000, reviews: 200_000 }

/** All charts of Stats over ten years: how long one waits for them, and how long the server answers nobody else. */
export async function measureStatsCharts({ quick, dist }: BenchOptions): Promise<Finding[]> {
  const folder = copyCollection(await collection(size), 'stats-charts')
  const db = await openDatabase(folder, benchNow)
  const run = runInThread(db, pathToFileURL(join(dist, 'server', 'memory-thread.js')))
  const learner = asLearner(db, folder, folder)
  const waited: number[] = []
  const held: number[] = []
  try {
    for (let round = 0; round < (quick ? 2 : 5); round++) {
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      waited.push(await timed(() => openStatsCharts(learner, run, { range: 'all' })))
      delay.disable()
      held.push(delay.max / 1e6)
    }
  } finally {
    await db.close()
  }
  return [
    figure('charts of 200 000 reviews, in a thread', 'ms', waited, null),
    figure('the event loop held meanwhile', 'ms', held, { of: 'figure', is: 'at most', value: 200 }),
  ]
}
