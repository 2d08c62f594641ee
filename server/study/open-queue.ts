import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { type Day, type EpochMs, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type QueuedCard, buildQueue } from '../../shared/queue/build-queue.ts'
import type { Grade, LearnerId } from '../../shared/schedule/review-event.ts'
import { type CardState, drillPassGrade, newCardState } from '../../shared/schedule/schedule.ts'
import { planDueOn, previewGrades } from '../../shared/schedule/scheduler.ts'
import { findCards, findSchedules } from '../db/cards.ts'
import { type AnsweredRow, countDueByDay, findAnsweredToday, findDueCards, findNewCards } from '../db/queue.ts'
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
  const days = await countDueByDay(db, learnerId, today, addDays(today, 365))
  const next = days[0]
  return {
    today,
    zone,
    now,
    counts: plan.counts,
    secondsPerCard: await secondsPerCard(db, learnerId),
    answeredToday: plan.answeredToday,
    next: next === undefined ? null : { on: next.day, count: next.count },
    tomorrow: days.find((row) => row.day === addDays(today, 1))?.count ?? 0,
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
  const due = await findDueCards(db, learnerId, today, conceptId)
  // Siblings of what is asked today are passed over, so a few more than the limit are looked at.
  const newRoom = Math.max(0, settings.newPerDay - introducedToday)
  const fresh = newRoom === 0 ? [] : await findNewCards(db, learnerId, today, newRoom * 4 + answered.length * 3, conceptId)
  const queue = buildQueue(
    {
      drill: answered
        .filter((row) => isOpenDrill(row, today) && (conceptId === undefined || row.concept_id === conceptId))
        .map((row) => ({ ...toCandidate(row), answeredAt: row.last_answer_at })),
      due: due.map((row) => ({
        ...toCandidate(row),
        repeatedOn: row.repeated_on as Day,
        intervalDays: row.interval_days,
        repetitions: row.repetitions,
      })),
      fresh: fresh.map(toCandidate),
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

function toCandidate(row: { id: string; fact_key: string; concept_id: string }) {
  return { id: row.id as CardId, factKey: row.fact_key, conceptId: row.concept_id }
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
  const states = new Map((await findSchedules(db, learnerId, ids)).map((row) => [row.card_id, toCardState(row)]))
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
