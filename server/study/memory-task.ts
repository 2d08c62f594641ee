import { type ExamPlan, planExam } from '../../shared/insight/plan-exam.ts'
import { type Steering, steerNewCards } from '../../shared/insight/steer-new-cards.ts'
import type { Calibration } from '../../shared/insight/calibration.ts'
import { type SimulatedDay, simulate } from '../../shared/insight/simulate.ts'
import type { SimulatedCollection, SimulationSettings } from '../../shared/insight/simulation.ts'
import { estimateHabits } from '../../shared/insight/study-habits.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type CardHistory, cardHistories } from '../../shared/schedule/card-history.ts'
import { fitFsrs, fitScope } from '../../shared/schedule/fit/fit-fsrs.ts'
import type { Fit } from '../../shared/schedule/fit/fit-on-earlier.ts'
import { fitSm2Recall } from '../../shared/schedule/fit/fit-sm2-recall.ts'
import type { FsrsParameters } from '../../shared/schedule/fsrs.ts'
import type { StabilityPerInterval } from '../../shared/schedule/predicted-recall.ts'
import type { LearnerId, LoggedEvent } from '../../shared/schedule/review-event.ts'
import type { Scope } from '../../shared/schedule/scope.ts'
import { listActiveCards } from '../db/active-cards.ts'
import { listLogParts } from '../db/doctor.ts'
import type { Reader } from '../db/tables.ts'
import {
  type GatheredStats,
  type ReadingsAsked,
  type StatsAsked,
  gatherCalibration,
  gatherStats,
} from './gather-stats.ts'
import { type GatheredWeek, type WeekAsked, gatherWeek } from './gather-week.ts'
import { readScopeMembers } from './scope-members.ts'

/** Long arithmetic over the learner's log. Plain data, so that a thread can take it. */
export type MemoryTask =
  | { readonly kind: 'fitFsrs'; readonly learnerId: LearnerId; readonly current: FsrsParameters }
  | {
      readonly kind: 'fitScope'
      readonly learnerId: LearnerId
      readonly scope: Scope
      readonly current: FsrsParameters
      readonly own: FsrsParameters
    }
  | { readonly kind: 'fitSm2'; readonly learnerId: LearnerId; readonly current: StabilityPerInterval }
  | ({ readonly kind: 'simulate'; readonly days: number } & SimulationBasis)
  | ({ readonly kind: 'steer'; readonly minutes: number } & SimulationBasis)
  | ({
      readonly kind: 'planExam'
      readonly scope: Scope
      readonly days: number
      readonly limit: number
    } & SimulationBasis)
  | ({ readonly kind: 'gatherStats' } & StatsAsked)
  | ({ readonly kind: 'calibrate' } & ReadingsAsked)
  | ({ readonly kind: 'gatherWeek' } & WeekAsked)

/** What a simulation starts from. */
export interface SimulationBasis {
  readonly learnerId: LearnerId
  /** As `dayNumber` counts. */
  readonly today: number
  readonly settings: SimulationSettings
  /** What describes the learner's memory, whatever scheduler asks. */
  readonly memory: FsrsParameters
}

/** What comes of each task. */
export interface MemoryResult {
  readonly fitFsrs: Fit<FsrsParameters>
  readonly fitScope: Fit<FsrsParameters>
  readonly fitSm2: Fit<StabilityPerInterval>
  readonly simulate: SimulatedDay[]
  readonly steer: Steering
  readonly planExam: ExamPlan
  readonly gatherStats: GatheredStats
  readonly calibrate: Calibration
  readonly gatherWeek: GatheredWeek
}

/** Reads the log and does the task. */
export async function doMemoryTask<Task extends MemoryTask>(
  db: Reader,
  task: Task,
): Promise<MemoryResult[Task['kind']]> {
  return (await resultOf(db, task)) as MemoryResult[Task['kind']]
}

async function resultOf(db: Reader, task: MemoryTask): Promise<MemoryResult[keyof MemoryResult]> {
  if (task.kind === 'gatherStats') return gatherStats(db, task)
  if (task.kind === 'calibrate') return gatherCalibration(db, task)
  if (task.kind === 'gatherWeek') return gatherWeek(db, task)
  const histories = await readHistories(db, task.learnerId)
  if (task.kind === 'fitFsrs') return fitFsrs([...histories.values()], task.current)
  if (task.kind === 'fitScope') {
    const members = await readScopeMembers(db, task.learnerId, [task.scope])
    const own = [...histories].filter(([card]) => members.has(card)).map(([, history]) => history)
    return fitScope(own, task.current, task.own)
  }
  if (task.kind === 'fitSm2') return fitSm2Recall([...histories.values()], task.current)
  if (task.kind === 'planExam') {
    const members = await readScopeMembers(db, task.learnerId, [task.scope])
    const collection = await collect(db, task, histories, (card) => members.has(card))
    return planExam(collection, task.settings, task)
  }
  const collection = await collect(db, task, histories, () => true)
  return task.kind === 'steer'
    ? steerNewCards(collection, task.settings, task.minutes)
    : simulate(collection, task.settings, task.days)
}

/** The active cards that are wanted, as a simulation takes them; habits are those of all answers. */
async function collect(
  db: Reader,
  { learnerId, today, memory }: SimulationBasis,
  histories: ReadonlyMap<CardId, CardHistory>,
  isWanted: (card: CardId) => boolean,
): Promise<SimulatedCollection> {
  const active = (await listActiveCards(db, learnerId)).filter(isWanted)
  return {
    histories: active.flatMap((card) => {
      const history = histories.get(card)
      return history === undefined ? [] : [history]
    }),
    newCards: active.length - active.filter((card) => histories.has(card)).length,
    today,
    memory,
    habits: estimateHabits([...histories.values()]),
  }
}

async function readHistories(db: Reader, learnerId: LearnerId): Promise<Map<CardId, CardHistory>> {
  const log: LoggedEvent[] = []
  for await (const part of listLogParts(db, learnerId)) log.push(...part)
  return cardHistories(log)
}
