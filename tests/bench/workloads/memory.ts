import { type MemoryFigures, evaluateMemory } from '../../../shared/insight/evaluate-memory.ts'
import { simulate } from '../../../shared/insight/simulate.ts'
import type { SchedulerChoice } from '../../../shared/insight/simulated-scheduler.ts'
import { everyDay } from '../../../shared/insight/simulation.ts'
import { estimateHabits } from '../../../shared/insight/study-habits.ts'
import { syntheticLog } from '../../../shared/insight/synthetic-log.ts'
import type { CardHistory } from '../../../shared/schedule/card-history.ts'
import { fitFsrs } from '../../../shared/schedule/fit/fit-fsrs.ts'
import type { Fit } from '../../../shared/schedule/fit/fit-on-earlier.ts'
import { fitSm2Recall } from '../../../shared/schedule/fit/fit-sm2-recall.ts'
import { defaultFsrsParameters } from '../../../shared/schedule/fsrs.ts'
import { defaultStabilityPerInterval } from '../../../shared/schedule/predicted-recall.ts'
import {
  type BenchOptions,
  type Finding,
  type WorkloadReport,
  figure,
  interleaved,
  timed,
} from '../measure.ts'
import { readDataFolder, readLogFile } from '../read-review-log.ts'
import { showNumber } from '../report.ts'
import { Unreadable } from '../unreadable.ts'

/** Whose memory is predicted: the made-up log's, unless a file or a data folder is named. */
export interface MemoryOptions extends BenchOptions {
  /** A CSV of reviews. */
  readonly log: string | null
  /** A learner's data folder. */
  readonly data: string | null
}

/** The little benchmark: how well each predictor predicts a log, what fitting costs and wins, and a simulated year. */
export async function measureMemory(options: MemoryOptions): Promise<WorkloadReport> {
  const { histories, name } = logOf(options)
  const evaluation = evaluateMemory(histories)
  if (evaluation === null)
    throw new Unreadable(`${name} has fewer than six reviews a day or more after the one before.`)
  const fit = fitFsrs(histories, defaultFsrsParameters)
  return {
    findings: [...(await timeFit()), ...(await timeYears())],
    notes: [
      `${name}: ${showNumber(histories.length)} cards, ${showNumber(evaluation.scored)} scored reviews, ` +
        `${showNumber(evaluation.tested)} of them predicted, ${(evaluation.recalled * 100).toFixed(1)} % recalled`,
      ...table(evaluation.figures),
      'published means over 9 999 Anki users, log loss: FSRS-6 fitted 0.346, default 0.366, AVG 0.395, SM-2 as 0.9^(Δ/I) 0.547',
      `FSRS-6 on this log: ${showFit(fit)}`,
      `SM-2’s power curve on this log: ${showFit(fitSm2Recall(histories, defaultStabilityPerInterval))}`,
    ],
  }
}

function logOf({ log, data, quick }: MemoryOptions): { histories: CardHistory[]; name: string } {
  if (log !== null) return { histories: readLogFile(log), name: log }
  if (data !== null) return { histories: readDataFolder(data), name: data }
  return {
    histories: syntheticLog('bench', { cards: quick ? 300 : 1200, days: 600 }),
    name: 'the made-up log',
  }
}

async function timeFit(): Promise<Finding[]> {
  const histories = syntheticLog('bench', { cards: 1200, days: 600 })
  const { ours } = await interleaved({ ours: () => timed(() => fitFsrs(histories, defaultFsrsParameters)) })
  const what = `fit FSRS-6 to ${showNumber(histories.reduce((sum, { length }) => sum + length, 0))} reviews`
  return [figure(what, 'ms', ours, { of: 'figure', is: 'at most', value: 350 })]
}

/** A run of a simulated year with 2 000 cards, half of them new, under each scheduler: a fifth of five runs. */
async function timeYears(): Promise<Finding[]> {
  const histories = syntheticLog('bench', { cards: 1000, days: 400 })
  const collection = {
    histories,
    newCards: 1000,
    today: Math.max(...histories.map((history) => history.at(-1)?.day ?? 0)) + 1,
    memory: defaultFsrsParameters,
    habits: estimateHabits(histories),
  }
  const plan = { ...everyDay, newPerDay: 20, reviewsPerDay: 200 }
  const seeds = [1, 2, 3, 4, 5]
  const year = (scheduler: SchedulerChoice) => async () =>
    (await timed(() => simulate(collection, { ...plan, scheduler }, 365, seeds))) / seeds.length
  const measured = await interleaved({
    'SM-2': year({ kind: 'sm2' }),
    'FSRS-6': year({ kind: 'fsrs', parameters: defaultFsrsParameters, retention: 0.9 }),
  })
  return Object.entries(measured).map(([name, ms]) =>
    figure(`simulate a year of 2 000 cards once, ${name}`, 'ms', ms, {
      of: 'figure',
      is: 'at most',
      value: 100,
    }),
  )
}

function table(figures: readonly MemoryFigures[]): string[] {
  const row = (name: string, ...cells: string[]) =>
    name.padEnd(36) + cells.map((cell) => cell.padStart(10)).join('')
  return [
    row('', 'log loss', 'RMSE bins', 'AUC'),
    ...figures.map(({ predictor, logLoss, rmseBins, auc }) =>
      row(predictor, logLoss.toFixed(4), rmseBins.toFixed(4), auc === null ? '–' : auc.toFixed(4)),
    ),
  ]
}

function showFit({ before, after, margin = 0, adopted, trainedOn, heldOut }: Fit<unknown>): string {
  if (before === null || after === null) return 'too few reviews to fit'
  return (
    `default ${before.toFixed(4)}, fitted ${after.toFixed(4)} on the last ${showNumber(heldOut)} reviews ` +
    `(trained on ${showNumber(trainedOn)}), wanted a win of ${margin.toFixed(4)}: ${adopted ? 'adopted' : 'not adopted'}`
  )
}
