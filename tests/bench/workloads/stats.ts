import { join } from 'node:path'
import { openDatabase } from '../../../server/db/open-database.ts'
import { toStoredEvent } from '../../../server/db/event-rows.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import type { EventsTable } from '../../../server/db/tables.ts'
import { openStats } from '../../../server/study/open-stats.ts'
import type { StatsReply } from '../../../shared/api/stats.ts'
import { foldReviews } from '../../../shared/schedule/fold-reviews.ts'
import { benchLearner, benchNow, collection } from '../collection.ts'
import { asLearner } from '../bench-learner.ts'
import { type BenchOptions, type WorkloadReport, compare, figure, interleaved, timed } from '../measure.ts'
import { showNumber } from '../report.ts'
import { copyCollection } from '../work-folder.ts'
import { measureStatsCharts } from './stats-charts.ts'

type DayRow = readonly [day: string, answers: number, passed: number, durationMs: number]

/** The statistics page from the rows kept by day, against counting the whole log again; and the fold of the log itself. */
export async function measureStats(options: BenchOptions): Promise<WorkloadReport> {
  const { quick } = options
  const size = quick ? { cards: 10_000, reviews: 100_000 } : { cards: 100_000, reviews: 1_000_000 }
  const folder = copyCollection(await collection(size), 'stats')
  const db = await openDatabase(folder, benchNow)
  const file = openSqliteFile(join(folder, 'recollect.db'))
  const groupByDay = file
    .prepare(
      'select counted_on, count(*), sum(grade >= 3), sum(duration_ms) from events where learner_id = ? group by counted_on',
    )
    .raw()
  let page: StatsReply | null = null
  let counted: DayRow[] = []
  try {
    const { ours, bare } = await interleaved({
      ours: () => timed(async () => (page = await openStats(asLearner(db, folder, folder)))),
      bare: () => timed(() => (counted = groupByDay.all(benchLearner) as DayRow[])),
    })
    refuseOtherDays(page, counted)
    const readMs: number[] = []
    const foldMs: number[] = []
    for (let round = 0; round < (quick ? 3 : 2); round++) {
      const refold = await refoldLog(file)
      readMs.push(refold.readMs)
      foldMs.push(refold.foldMs)
    }
    return {
      findings: [
        compare(
          'page from the day rows',
          'ms',
          ours,
          { name: 'GROUP BY over the log', figures: bare },
          { of: 'figure', is: 'at most', value: 20 },
        ),
        figure('refold of the log in memory', 'ms', foldMs, { of: 'figure', is: 'at most', value: 1000 }),
        ...(await measureStatsCharts(options)),
      ],
      notes: [
        `${showNumber(size.reviews)} reviews of ${showNumber(size.cards)} cards on ${counted.length} days; the page equals the full count`,
        `the bare read of the rows for the refold, with events made of them: ${readMs.map(showNumber).join(', ')} ms`,
      ],
    }
  } finally {
    file.close()
    await db.close()
  }
}

async function refoldLog(
  file: ReturnType<typeof openSqliteFile>,
): Promise<{ readMs: number; foldMs: number }> {
  let events: ReturnType<typeof toStoredEvent>[] = []
  const rows = file.prepare('select * from events where learner_id = ?')
  const readMs = await timed(() => (events = (rows.all(benchLearner) as EventsTable[]).map(toStoredEvent)))
  const foldMs = await timed(() => foldReviews(events))
  return { readMs, foldMs }
}

/** The page says what a full count of the log says, or its speed is worth nothing. */
function refuseOtherDays(page: StatsReply | null, counted: readonly DayRow[]): void {
  const shown = page?.days.map((day): DayRow => [day.day, day.answers, day.passed, day.durationMs])
  if (JSON.stringify(shown) !== JSON.stringify(counted))
    throw new Error('Inconsistent: the page differs from a full count')
}
