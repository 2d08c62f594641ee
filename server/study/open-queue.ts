import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { type Day, type EpochMs, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { lightestDay } from '../../shared/queue/balance-load.ts'
import { type DueStanding, type QueuedCard, buildQueue, mostUrgent } from '../../shared/queue/build-queue.ts'
import { comebackDaysLeft, comebackShare } from '../../shared/queue/plan-comeback.ts'
import type { Scheduler } from '../../shared/schedule/memory-model.ts'
import type { Grade, LearnerId } from '../../shared/schedule/review-event.ts'
import { type CardState, drillPassGrade, isLeech, newCardState } from '../../shared/schedule/schedule.ts'
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
import { shownText, shownTyped, toSources } from '../view/card-view.ts'
import { renderAnswer, renderPrompt } from '../view/render-markdown.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { type PracticeFilter, planPractice } from './open-practice.ts'
import type { QueuePlan } from './queue-plan.ts'
import { readLoads } from './read-loads.ts'

export interface QueueRequest {
  readonly limit: number
  readonly zone: string | undefined
  readonly conceptId: string | undefined
  /** A search whose cards are practised; null for the day's queue. */
  readonly practice: PracticeFilter | null
}

/** What is to be asked today, with all that a sitting needs: rendered cards, their states and what each key would do. */
export async function openQueue(
  db: Reader,
  learnerId: LearnerId,
  request: QueueRequest,
  now: EpochMs,
  { epoch, scheduler }: { readonly epoch: string; readonly scheduler: Scheduler },
): Promise<QueueReply> {
  const settings = await readSettings(db, learnerId)
  const { today, zone } = todayFor(settings, request.zone, now)
  const plan =
    request.practice === null
      ? await planQueue(db, learnerId, settings, today, request.conceptId)
      : await planPractice(db, learnerId, request.practice, today)
  const next = await findNextDueDay(db, learnerId, today)
  const deal = plan.queue.slice(0, request.limit)
  return {
    today,
    zone,
    now,
    counts: plan.counts,
    secondsPerCard: await secondsPerCard(db, learnerId),
    answeredToday: plan.answeredToday,
    next: next === null ? null : { on: next.day, count: next.count },
    tomorrow: next !== null && next.day === addDays(today, 1) ? next.count : 0,
    cards: await dealCards(db, learnerId, deal, settings, scheduler, today),
    breakUntil: breakUntil(settings, today),
    comebackDaysLeft: comebackDaysLeft(settings.comeback, today),
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
): Promise<QueuePlan> {
  const answered = await findAnsweredToday(db, learnerId, today)
  const day = await findStudyDay(db, learnerId, today)
  const introducedToday = day?.new_cards ?? 0
  const reviewedToday = day?.review_cards ?? 0
  const own = conceptId === undefined ? null : new Set(await findConceptCards(db, learnerId, conceptId))
  const isAsked = (id: string) => own === null || own.has(id)
  if (breakUntil(settings, today) !== null) return restingPlan(introducedToday + reviewedToday)
  const limits = limitsOn(today, settings)
  const daysLeft = comebackDaysLeft(settings.comeback, today)
  const allDue = (await findDueCards(db, learnerId, today)).filter((row) => isAsked(row.id))
  const share = daysLeft === 0 ? null : comebackShare(allDue.length, reviewedToday, daysLeft)
  const reviewsPerDay = share === null ? limits.reviewsPerDay : reviewedToday + share
  const newPerDay = share === null ? limits.newPerDay : 0
  const due = mostUrgent(
    allDue.map(toDue),
    // A fact has at most three cards, so three times the room holds enough of them whatever siblings wait.
    Math.max(0, reviewsPerDay - reviewedToday) * 3,
    today,
  )
  const newRoom = Math.max(0, newPerDay - introducedToday)
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
    { newPerDay, reviewsPerDay, burySiblings: settings.burySiblings },
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
    stability: row.stability,
  }
}

/** The limits of a day: its own where the learner gave it some. */
function limitsOn(today: Day, { todayOnly, newPerDay, reviewsPerDay }: Settings) {
  return todayOnly?.day === today ? todayOnly : { newPerDay, reviewsPerDay }
}

/** The last day of the break that today lies in, or null. */
function breakUntil({ breaks }: Settings, today: Day): Day | null {
  return breaks.find(({ from, until }) => from <= today && today <= until)?.until ?? null
}

function restingPlan(answeredToday: number): QueuePlan {
  return { queue: [], counts: { drill: 0, review: 0, new: 0, total: 0 }, answeredToday }
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
  scheduler: Scheduler,
  today: Day,
): Promise<QueueCard[]> {
  const ids = queue.map((card) => card.id)
  const keys = await keysOf(db, learnerId, ids, settings, scheduler, today)
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
      typed: shownTyped(row),
      sources: toSources(row.sources),
      reason,
      flag: row.flag,
      state,
      isLeech: isLeech(state, settings.leechLapses),
      previews: keys(state, id),
    }
  })
}

/** What the keys show: again and good; again, hard, good, easy; or all six grades. */
const gradesOfKeys: Readonly<Record<Settings['gradeKeys'], readonly Grade[]>> = {
  2: [2, 4],
  4: [2, 3, 4, 5],
  6: [0, 1, 2, 3, 4, 5],
}

type Keys = (state: CardState, id: CardId) => QueueCard['previews']

/** What each key would do. With fuzz, each card that is dealt adds to the load of the day that Good gives it. */
async function keysOf(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly CardId[],
  settings: Settings,
  scheduler: Scheduler,
  today: Day,
): Promise<Keys> {
  const loads = settings.fuzz ? await readLoads(db, learnerId, ids, settings, today) : null
  const chooseDay = loads === null ? {} : { chooseDay: lightestDay(loads) }
  const rules = { fuzz: settings.fuzz, scheduler, ...chooseDay }
  return (state, id) => {
    const previews = previewGrades(state, id, gradesOfKeys[settings.gradeKeys], today, rules).map(
      (preview) => {
        const plannedDueOn = planDueOn(state, id, preview.grade, today, rules)
        return { ...preview, ...(plannedDueOn === undefined ? {} : { plannedDueOn }) }
      },
    )
    // Counted when all keys of the card have their days: the load may not move a day that is shown already.
    const good = previews.find(({ grade }) => grade === 4)?.dueOn
    if (good !== undefined) loads?.due.set(good, (loads.due.get(good) ?? 0) + 1)
    return previews
  }
}

const defaultSecondsPerCard = 15

async function secondsPerCard(db: Reader, learnerId: LearnerId): Promise<number> {
  const durations = (await listLastDurations(db, learnerId, 200)).sort((a, b) => a - b)
  const median = durations[Math.floor(durations.length / 2)]
  return median === undefined ? defaultSecondsPerCard : Math.max(2, Math.round(median / 1000))
}
