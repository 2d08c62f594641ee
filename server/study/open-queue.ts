import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import {
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
import { siblingKeys } from '../../shared/queue/siblings.ts'
import { isLeech } from '../../shared/schedule/leech.ts'
import { type CardState, drillPassGrade, newCardState } from '../../shared/schedule/schedule.ts'
import { listAcceptedAnswers } from '../db/accepted-answers.ts'
import { countFresh } from '../db/active-cards.ts'
import { findCards, findStates } from '../db/cards.ts'
import {
  type AnsweredCard,
  findAnsweredToday,
  findConceptCards,
  findDueCards,
  findGroups,
  findNextDueDay,
  findRecognised,
} from '../db/queue.ts'
import { findStudyDay } from '../db/study-days.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { shownContent, shownLanguages, shownTyped } from '../view/card-view.ts'
import { renderSides } from '../view/render-side.ts'
import { quotedSources } from '../view/source-view.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { newCardOrder } from './new-card-order.ts'
import type { PartFilter } from './name-part.ts'
import type { PatternMatcher } from './pattern-matcher.ts'
import { planChosen } from './plan-chosen.ts'
import type { QueuePlan } from './queue-plan.ts'
import { readLoads } from './read-loads.ts'
import { readRecallFit } from './read-recall-fit.ts'
import { readSecondsPerCard } from './read-seconds-per-card.ts'

export interface QueueRequest {
  readonly limit: number
  readonly conceptId: ConceptId | undefined
  /** A part of the library that was chosen; null for the day's queue. */
  readonly part: PartFilter | null
}

/** What is to be asked today, with all that a session needs: rendered cards, their states and what each key would do. */
export async function openQueue(
  learner: Learner,
  request: QueueRequest,
  scheduler: Scheduler,
  matchPattern: PatternMatcher,
): Promise<QueueReply> {
  const { id: learnerId, clock } = learner
  const db = learner.db.reader
  // Asked first: when the reading was over by now, all its cards are in the plan.
  const isReading = learner.library.reading.now.state !== 'idle'
  const now = clock()
  const settings = await readSettings(db, learnerId)
  const { today, zone } = todayFor(settings, learner.zone, now)
  const plan =
    request.part === null
      ? await planQueue(db, learnerId, settings, today, request.conceptId)
      : await planChosen({ learner, settings, today, matchPattern }, request.part)
  const next = await findNextDueDay(db, learnerId, today)
  const deal = await dealCards(db, learnerId, plan.queue.slice(0, request.limit), settings, scheduler)
  return {
    today,
    zone,
    now,
    counts: plan.counts,
    secondsPerCard: await readSecondsPerCard(db, learnerId),
    answeredToday: plan.answeredToday,
    next: next === null ? null : { on: next.day, count: next.count },
    tomorrow: next !== null && next.day === addDays(today, 1) ? next.count : 0,
    cards: await labelled(db, learnerId, deal, settings, scheduler, today),
    breakUntil: breakUntil(settings, today),
    comebackDaysLeft: comebackDaysLeft(settings.comeback, today),
    isReading,
    recallFit: await readRecallFit(db, learnerId),
    part: plan.part ?? null,
    moreNew: plan.newLimit == null ? null : await moreNew(db, learnerId, plan.newLimit, plan.counts.new),
    settings,
    epoch: learner.db.epoch,
  }
}

/** How many new cards wait behind those of today. */
async function moreNew(db: Reader, learnerId: LearnerId, limit: number, today: number) {
  const waiting = (await countFresh(db, learnerId)) - today
  return waiting > 0 ? { limit, waiting } : null
}

/** The day as the core plans it. It is given the first candidates, and more of them when these leave room. */
async function planQueue(
  db: Reader,
  learnerId: LearnerId,
  settings: Settings,
  today: Day,
  conceptId: ConceptId | undefined,
): Promise<QueuePlan> {
  const answered = await findAnsweredToday(db, learnerId, today)
  const day = await findStudyDay(db, learnerId, today)
  const own = conceptId === undefined ? null : new Set(await findConceptCards(db, learnerId, conceptId))
  const isWanted = (id: CardId) => own === null || own.has(id)
  // On a day of a break nothing is asked, so nothing is looked for.
  const isBreak = breakUntil(settings, today) !== null
  const allDue = isBreak ? [] : (await listDue(db, learnerId, today)).filter((card) => isWanted(card.id))
  const standing = {
    dueNow: allDue.length,
    introducedToday: day?.newCards ?? 0,
    reviewedToday: day?.reviewCards ?? 0,
  }
  const drill = answered.filter((card) => isOpenDrill(card, today) && isWanted(card.id))
  const siblingsOfToday = new Set(answered.flatMap(siblingKeys))
  const wanted = candidatesFor(roomOn(standing, settings, today), answered.length)
  const inOrder = await newCardOrder(db, learnerId, wanted.fresh === 0 ? { exams: [] } : settings, today)
  const groups = new Map<CardId, QueueCandidate>()
  for (let reach = 1; ; reach *= 4) {
    const due = mostUrgent(allDue, wanted.due * reach, today)
    const fresh = await takeNew(inOrder, own, wanted.fresh * reach)
    await readGroups(db, learnerId, [...due.map((card) => card.id), ...fresh], groups)
    const groupOf = (id: CardId) => groupIn(groups, id)
    const plan = planDay(
      {
        ...standing,
        drill,
        due: due.map((card) => ({ ...card, ...groupOf(card.id) })),
        fresh: fresh.map(groupOf),
        siblingsOfToday,
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

/** The due cards; what was recognised in a quiz today is still in the ear and comes after the others. */
async function listDue(db: Reader, learnerId: LearnerId, today: Day): Promise<DueStanding[]> {
  const due = await findDueCards(db, learnerId, today)
  const recognised = await findRecognised(db, learnerId, today)
  // As if repeated today: nothing is less urgent.
  return due.map((card) => (recognised.has(card.id) ? { ...card, repeatedOn: today } : card))
}

/** Adds the groups of these cards to those already read. */
async function readGroups(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly CardId[],
  groups: Map<CardId, QueueCandidate>,
): Promise<void> {
  const unread = ids.filter((id) => !groups.has(id))
  for (const group of await findGroups(db, learnerId, unread)) groups.set(group.id, group)
}

function groupIn(groups: ReadonlyMap<CardId, QueueCandidate>, id: CardId): QueueCandidate {
  const group = groups.get(id)
  if (group === undefined) throw new Error(`Inconsistent: card ${id} has a schedule and is not stored`)
  return group
}

/** New cards in order; those of a concept are picked out of the whole, which is walked only then. */
async function takeNew(
  inOrder: Awaited<ReturnType<typeof newCardOrder>>,
  own: ReadonlySet<CardId> | null,
  limit: number,
): Promise<readonly CardId[]> {
  if (limit === 0) return []
  const found = await inOrder(own === null ? limit : 1_000_000)
  return own === null ? found : found.filter((id) => own.has(id)).slice(0, limit)
}

function isOpenDrill({ grade, suspended, buriedUntil }: AnsweredCard, today: Day): boolean {
  if (grade >= drillPassGrade || suspended) return false
  return buriedUntil === null || buriedUntil <= today
}

/** What these cards show and how they stand; their keys are labelled by the day they are asked on. */
export async function dealCards(
  db: Reader,
  learnerId: LearnerId,
  queue: readonly QueuedCard[],
  settings: Settings,
  scheduler: Scheduler,
): Promise<DealtCard[]> {
  const ids = queue.map((card) => card.id)
  const cards = new Map((await findCards(db, learnerId, ids)).map((card) => [card.id, card]))
  const states = await findStates(db, learnerId, ids)
  const alsoAccepted = await listAcceptedAnswers(db, learnerId, ids)
  return queue.map(({ id, reason }): DealtCard => {
    const card = cards.get(id)
    if (card === undefined) throw new Error(`Inconsistent: card ${id} is queued and not stored`)
    const state = states.get(id) ?? newCardState
    const scope = scheduler.kind === 'fsrs' ? scheduler.scopeOf(id) : undefined
    return {
      id,
      kind: card.kind,
      factKey: card.factKey,
      conceptId: card.conceptId,
      concept: card.concept,
      ...renderSides(shownContent(card), shownLanguages(card)),
      typed: shownTyped({ ...card, accepted: [...card.accepted, ...(alsoAccepted.get(id) ?? [])] }),
      sources: quotedSources(card.sources),
      reason,
      flag: card.flag,
      ...(scope === undefined ? {} : { scope }),
      state,
      isLeech: isLeech(state, settings.leechLapses),
      previews: [],
    }
  })
}

/** A card of a deal, whose id and state are those of the core. */
export type DealtCard = QueueCard & { readonly id: CardId; readonly state: CardState }

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
