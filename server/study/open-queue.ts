import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { type Day, type EpochMs, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type DueStanding, type QueuedCard, buildQueue, mostUrgent } from '../../shared/queue/build-queue.ts'
import type { Grade, LearnerId } from '../../shared/schedule/review-event.ts'
import { type CardState, drillPassGrade, newCardState } from '../../shared/schedule/schedule.ts'
import { planDueOn, previewGrades } from '../../shared/schedule/scheduler.ts'
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
import { shownText, toSources } from '../library/card-view.ts'
import { renderAnswer, renderPrompt } from '../library/render-markdown.ts'
import { readSettings, todayFor } from './learner-settings.ts'

export interface QueueRequest {
  readonly limit: number
  readonly zone: string | undefined
  readonly conceptId: string | undefined
}
type Plan = Pick<QueueReply, 'counts' | 'answeredToday'> & { readonly queue: readonly QueuedCard[] }

/** What is to be asked today, with all that a sitting needs: rendered cards, their states and what each key would do. */
export async function openQueue(
  db: Reader,
  learnerId: LearnerId,
  request: QueueRequest,
  now: EpochMs,
  epoch: string,
): Promise<QueueReply> {
  const settings = await readSettings(db, learnerId)
  const { today, zone } = todayFor(settings, request.zone, now)
  const plan = await planQueue(db, learnerId, settings, today, request.conceptId)
  const next = await findNextDueDay(db, learnerId, today)
  return {
    today,
    zone,
    now,
    counts: plan.counts,
    secondsPerCard: await secondsPerCard(db, learnerId),
    answeredToday: plan.answeredToday,
    next: next === null ? null : { on: next.day, count: next.count },
    tomorrow: next !== null && next.day === addDays(today, 1) ? next.count : 0,
    cards: await dealCards(db, learnerId, plan.queue.slice(0, request.limit), settings, today),
    settings,
    epoch,
  }
}

async function planQueue(
  db: Reader,
  learnerId: LearnerId,
  settings: Settings,
  today: Day,
  conceptId: string | undefined,
): Promise<Plan> {
  const answered = await findAnsweredToday(db, learnerId, today)
  const day = await findStudyDay(db, learnerId, today)
  const introducedToday = day?.new_cards ?? 0
  const reviewedToday = day?.review_cards ?? 0
  const own = conceptId === undefined ? null : new Set(await findConceptCards(db, learnerId, conceptId))
  const isAsked = (id: string) => own === null || own.has(id)
  const due = mostUrgent(
    (await findDueCards(db, learnerId, today)).filter((row) => isAsked(row.id)).map(toDue),
    // A fact has at most three cards, so three times the room holds enough of them whatever siblings wait.
    Math.max(0, settings.reviewsPerDay - reviewedToday) * 3,
    today,
  )
  const newRoom = Math.max(0, settings.newPerDay - introducedToday)
  const fresh = await takeNew(db, learnerId, today, own, (newRoom + answered.length) * 3)
  const groups = new Map(
    (await findGroups(db, learnerId, [...due.map((card) => card.id), ...fresh])).map((row) => [row.id, row]),
  )
  const grouped = (id: CardId) => {
    const row = groups.get(id)
    if (row === undefined) throw new Error(`Inconsistent: card ${id} has a schedule and is not stored`)
    return { id, factKey: row.fact_key, conceptId: row.concept_id }
  }
  const queue = buildQueue(
    {
      drill: answered
        .filter((row) => isOpenDrill(row, today) && isAsked(row.id))
        .map((row) => ({
          id: row.id as CardId,
          factKey: row.fact_key,
          conceptId: row.concept_id,
          answeredAt: row.last_answer_at,
        })),
      due: due.map((card) => ({ ...card, ...grouped(card.id) })),
      fresh: fresh.map(grouped),
      factsAnsweredToday: new Set(answered.map((row) => row.fact_key)),
      introducedToday,
      reviewedToday,
    },
    settings,
    today,
  )
  const count = (reason: QueuedCard['reason']) => queue.filter((card) => card.reason === reason).length
  return {
    queue,
    counts: { drill: count('drill'), review: count('review'), new: count('new'), total: queue.length },
    answeredToday: introducedToday + reviewedToday,
  }
}

function toDue(row: DueRow): DueStanding {
  return {
    id: row.id as CardId,
    repeatedOn: row.repeated_on as Day,
    intervalDays: row.interval_days,
    repetitions: row.repetitions,
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

async function dealCards(
  db: Reader,
  learnerId: LearnerId,
  queue: readonly QueuedCard[],
  settings: Settings,
  today: Day,
): Promise<QueueCard[]> {
  const ids = queue.map((card) => card.id)
  const rows = new Map((await findCards(db, learnerId, ids)).map((row) => [row.id, row]))
  const states = new Map(
    (await findSchedules(db, learnerId, ids)).map((row) => [row.card_id, toCardState(row)]),
  )
  return queue.map(({ id, reason }): QueueCard => {
    const row = rows.get(id)
    if (row === undefined) throw new Error(`Inconsistent: card ${id} is queued and not stored`)
    const state = states.get(id) ?? newCardState
    const { front, back } = shownText(row)
    return {
      id,
      kind: row.kind,
      factKey: row.fact_key,
      conceptId: row.concept_id,
      concept: row.term,
      promptHtml: renderPrompt(front),
      answerHtml: renderAnswer(back, row.kind),
      sources: toSources(row.sources),
      reason,
      state,
      previews: previewKeys(state, id, today, settings),
    }
  })
}

/** The four keys again, hard, good, easy. */
const keyGrades: readonly Grade[] = [2, 3, 4, 5]

function previewKeys(state: CardState, id: CardId, today: Day, settings: Settings): QueueCard['previews'] {
  return previewGrades(state, id, keyGrades, today, settings).map((preview) => {
    const plannedDueOn = planDueOn(state, id, preview.grade, today, settings)
    return { ...preview, ...(plannedDueOn === undefined ? {} : { plannedDueOn }) }
  })
}

const defaultSecondsPerCard = 15

async function secondsPerCard(db: Reader, learnerId: LearnerId): Promise<number> {
  const durations = (await listLastDurations(db, learnerId, 200)).sort((a, b) => a - b)
  const median = durations[Math.floor(durations.length / 2)]
  return median === undefined ? defaultSecondsPerCard : Math.max(2, Math.round(median / 1000))
}
