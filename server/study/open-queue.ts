import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import {
  type DrillCandidate,
  type DueStanding,
  type QueueCandidate,
  type QueuedCard,
  mostUrgent,
} from '../../shared/queue/build-queue.ts'
import { labelDeal } from '../../shared/queue/label-deal.ts'
import { comebackDaysLeft } from '../../shared/queue/plan-comeback.ts'
import { breakUntil, candidatesFor, planDay, roomOn } from '../../shared/queue/plan-day.ts'
import type { Scheduler } from '../../shared/schedule/memory-model.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type CardState, drillPassGrade, isLeech, newCardState } from '../../shared/schedule/schedule.ts'
import { findCards, findSchedules } from '../db/cards.ts'
import {
  type AnsweredRow,
  type DueRow,
  findAnsweredToday,
  findConceptCards,
  findDueCards,
  findGroups,
  findNewCards,
  findNextDueDay,
} from '../db/queue.ts'
import { toCardState } from '../db/state-rows.ts'
import { findStudyDay, listLastDurations } from '../db/study-days.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { shownContent, shownTyped, toSources } from '../view/card-view.ts'
import { renderSides } from '../view/render-side.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { type PracticeFilter, planPractice } from './open-practice.ts'
import type { QueuePlan } from './queue-plan.ts'
import { readLoads } from './read-loads.ts'

export interface QueueRequest {
  readonly limit: number
  readonly conceptId: string | undefined
  /** A search whose cards are practised; null for the day's queue. */
  readonly practice: PracticeFilter | null
}

/** What is to be asked today, with all that a session needs: rendered cards, their states and what each key would do. */
export async function openQueue(
  learner: Learner,
  request: QueueRequest,
  scheduler: Scheduler,
): Promise<QueueReply> {
  const { id: learnerId, clock } = learner
  const db = learner.db.reader
  const now = clock()
  const settings = await readSettings(db, learnerId)
  const { today, zone } = todayFor(settings, learner.zone, now)
  const plan =
    request.practice === null
      ? await planQueue(db, learnerId, settings, today, request.conceptId)
      : await planPractice(db, learnerId, request.practice, today)
  const next = await findNextDueDay(db, learnerId, today)
  const deal = await dealCards(db, learnerId, plan.queue.slice(0, request.limit), settings)
  return {
    today,
    zone,
    now,
    counts: plan.counts,
    secondsPerCard: await secondsPerCard(db, learnerId),
    answeredToday: plan.answeredToday,
    next: next === null ? null : { on: next.day, count: next.count },
    tomorrow: next !== null && next.day === addDays(today, 1) ? next.count : 0,
    cards: await labelled(db, learnerId, deal, settings, scheduler, today),
    breakUntil: breakUntil(settings, today),
    comebackDaysLeft: comebackDaysLeft(settings.comeback, today),
    settings,
    epoch: learner.db.epoch,
  }
}

/** The day as the core plans it. It is given the first candidates, and more of them when these leave room. */
async function planQueue(
  db: Reader,
  learnerId: LearnerId,
  settings: Settings,
  today: Day,
  conceptId: string | undefined,
): Promise<QueuePlan> {
  const answered = await findAnsweredToday(db, learnerId, today)
  const day = await findStudyDay(db, learnerId, today)
  const own = conceptId === undefined ? null : new Set(await findConceptCards(db, learnerId, conceptId))
  const isAsked = (id: string) => own === null || own.has(id)
  // On a day of a break nothing is asked, so nothing is looked for.
  const isBreak = breakUntil(settings, today) !== null
  const allDue = isBreak
    ? []
    : (await findDueCards(db, learnerId, today)).filter((row) => isAsked(row.id)).map(toDue)
  const standing = {
    dueNow: allDue.length,
    introducedToday: day?.new_cards ?? 0,
    reviewedToday: day?.review_cards ?? 0,
  }
  const drill = answered.filter((row) => isOpenDrill(row, today) && isAsked(row.id)).map(toDrill)
  const factsAnsweredToday = new Set(answered.map((row) => row.fact_key))
  const wanted = candidatesFor(roomOn(standing, settings, today), answered.length)
  for (let reach = 1; ; reach *= 4) {
    const due = mostUrgent(allDue, wanted.due * reach, today)
    const fresh = await takeNew(db, learnerId, today, own, wanted.fresh * reach)
    const groupOf = await readGroups(db, learnerId, [...due.map((card) => card.id), ...fresh])
    const plan = planDay(
      {
        ...standing,
        drill,
        due: due.map((card) => ({ ...card, ...groupOf(card.id) })),
        fresh: fresh.map(groupOf),
        factsAnsweredToday,
      },
      settings,
      today,
    )
    const couldReviewMore = plan.unfilled.reviews > 0 && due.length < allDue.length
    const couldLearnMore =
      plan.unfilled.fresh > 0 && fresh.length > 0 && fresh.length === wanted.fresh * reach
    if (!couldReviewMore && !couldLearnMore) return plan
  }
}

async function readGroups(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly CardId[],
): Promise<(id: CardId) => QueueCandidate> {
  const groups = new Map((await findGroups(db, learnerId, ids)).map((row) => [row.id, row]))
  return (id) => {
    const row = groups.get(id)
    if (row === undefined) throw new Error(`Inconsistent: card ${id} has a schedule and is not stored`)
    return { id, factKey: row.fact_key, conceptId: row.concept_id }
  }
}

function toDrill(row: AnsweredRow): DrillCandidate {
  return {
    id: row.id as CardId,
    factKey: row.fact_key,
    conceptId: row.concept_id,
    answeredAt: row.last_answer_at,
  }
}

/** What the urgency of a row depends on. */
export function toDue(row: DueRow): DueStanding {
  return {
    id: row.id as CardId,
    repeatedOn: row.repeated_on as Day,
    intervalDays: row.interval_days,
    repetitions: row.repetitions,
    stability: row.stability,
  }
}

/** New cards in order; those of a concept are picked out of the whole, which is walked only then. */
async function takeNew(
  db: Reader,
  learnerId: LearnerId,
  today: Day,
  own: ReadonlySet<string> | null,
  limit: number,
): Promise<CardId[]> {
  if (limit === 0) return []
  const found = await findNewCards(db, learnerId, today, own === null ? limit : 1_000_000)
  return (own === null ? found : found.filter((id) => own.has(id)).slice(0, limit)) as CardId[]
}

function isOpenDrill(row: AnsweredRow, today: Day): boolean {
  if (row.last_answer_grade >= drillPassGrade || row.suspended === 1) return false
  return row.buried_until === null || row.buried_until <= today
}

/** What these cards show and how they stand; their keys are labelled by the day they are asked on. */
export async function dealCards(
  db: Reader,
  learnerId: LearnerId,
  queue: readonly QueuedCard[],
  settings: Settings,
): Promise<DealtCard[]> {
  const ids = queue.map((card) => card.id)
  const rows = new Map((await findCards(db, learnerId, ids)).map((row) => [row.id, row]))
  const states = new Map(
    (await findSchedules(db, learnerId, ids)).map((row) => [row.card_id, toCardState(row)]),
  )
  return queue.map(({ id, reason }): DealtCard => {
    const row = rows.get(id)
    if (row === undefined) throw new Error(`Inconsistent: card ${id} is queued and not stored`)
    const state = states.get(id) ?? newCardState
    return {
      id,
      kind: row.kind,
      factKey: row.fact_key,
      conceptId: row.concept_id,
      concept: row.term,
      ...renderSides(shownContent(row)),
      typed: shownTyped(row),
      sources: toSources(row.sources),
      reason,
      flag: row.flag,
      state,
      isLeech: isLeech(state, settings.leechLapses),
      previews: [],
    }
  })
}

/** A card of a deal, whose id and state are those of the core. */
type DealtCard = QueueCard & { readonly id: CardId; readonly state: CardState }

/** The cards with what each key would do. */
async function labelled(
  db: Reader,
  learnerId: LearnerId,
  cards: readonly DealtCard[],
  settings: Settings,
  scheduler: Scheduler,
  today: Day,
): Promise<QueueCard[]> {
  const ids = cards.map(({ id }) => id)
  const loads = settings.fuzz ? await readLoads(db, learnerId, ids, settings, today) : null
  const labels = labelDeal(cards, { today, gradeKeys: settings.gradeKeys, scheduler, loads })
  return cards.map((card, i) => ({ ...card, previews: labels[i] ?? [] }))
}

const defaultSecondsPerCard = 15

async function secondsPerCard(db: Reader, learnerId: LearnerId): Promise<number> {
  const durations = (await listLastDurations(db, learnerId, 200)).sort((a, b) => a - b)
  const median = durations[Math.floor(durations.length / 2)]
  return median === undefined ? defaultSecondsPerCard : Math.max(2, Math.round(median / 1000))
}
