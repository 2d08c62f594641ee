import type { Day } from '../basics/time.ts'
import { type QueueInput, type QueuedCard, buildQueue, isFullOfReviews } from './build-queue.ts'
import { type ComebackPlan, comebackDaysLeft, comebackShare } from './plan-comeback.ts'
import type { TodayOnly } from './settings.ts'

/** The settings that decide what is asked on a day. */
export interface DaySettings {
  readonly newPerDay: number
  readonly reviewsPerDay: number
  readonly burySiblings: boolean
  readonly breaks: readonly { readonly from: Day; readonly until: Day }[]
  readonly comeback: ComebackPlan | null
  readonly todayOnly: TodayOnly | null
}

/** How far the day has come: what is due and waits, and what was answered already. */
export interface DayStanding {
  readonly dueNow: number
  readonly introducedToday: number
  readonly reviewedToday: number
}

/** What could be asked; of the due and the new cards perhaps only the first, see `candidatesFor`. */
export interface DayAtHand extends QueueInput, DayStanding {}

/** How many more cards a day takes. */
export interface DayRoom {
  readonly reviews: number
  readonly fresh: number
}

/** What is asked on a day, and why it is no more. */
export interface DayPlan {
  readonly queue: readonly QueuedCard[]
  readonly counts: {
    readonly drill: number
    readonly review: number
    readonly new: number
    readonly total: number
  }
  /** Cards answered today, drill not counted. */
  readonly answeredToday: number
  /** The last day of the break that the day lies in, or null. */
  readonly breakUntil: Day | null
  readonly comebackDaysLeft: number
  /**
   * The limit of new cards that the day has come to: with a higher one it takes as many more. Null where it takes none
   * whatever the limit: in a break, while a backlog is worked off, when reviews fill the day, and when nothing is left
   * that a higher limit would let in.
   */
  readonly newLimit: number | null
  /** The room that stayed empty: cards that were not at hand could take it. */
  readonly unfilled: DayRoom
}

/**
 * All of a day: nothing in a break, a share of the backlog and nothing new while a plan works it off, else as much as the
 * limits of the day allow. Its law: whoever has the same cards at hand plans the same day, server or device.
 */
export function planDay(atHand: DayAtHand, settings: DaySettings, today: Day): DayPlan {
  const until = breakUntil(settings, today)
  const room = roomOn(atHand, settings, today)
  const limits = { ...limitsOn(atHand, settings, today), burySiblings: settings.burySiblings }
  const queue = until === null ? buildQueue(atHand, limits, today) : []
  const count = (reason: QueuedCard['reason']) => queue.filter((card) => card.reason === reason).length
  const counts = { drill: count('drill'), review: count('review'), new: count('new'), total: queue.length }
  const isFull = isFullOfReviews(counts.review, atHand, limits)
  const freshRoom = isFull ? 0 : room.fresh - counts.new
  const isHeldByLimit = !isFull && freshRoom === 0 && until === null
  const isOpenToNew = isHeldByLimit && comebackDaysLeft(settings.comeback, today) === 0
  return {
    queue,
    counts,
    answeredToday: atHand.introducedToday + atHand.reviewedToday,
    breakUntil: until,
    comebackDaysLeft: comebackDaysLeft(settings.comeback, today),
    newLimit: isOpenToNew ? Math.max(limits.newPerDay, atHand.introducedToday) : null,
    unfilled: {
      reviews: room.reviews - counts.review,
      fresh: freshRoom,
    },
  }
}

/** How many reviews and new cards a day still takes. */
export function roomOn(standing: DayStanding, settings: DaySettings, today: Day): DayRoom {
  if (breakUntil(settings, today) !== null) return { reviews: 0, fresh: 0 }
  const { newPerDay, reviewsPerDay } = limitsOn(standing, settings, today)
  return {
    reviews: Math.max(0, reviewsPerDay - standing.reviewedToday),
    fresh: Math.max(0, newPerDay - standing.introducedToday),
  }
}

/** The limits of a day: those of a plan that works off a backlog, else its own where the learner gave it some. */
function limitsOn(
  { dueNow, reviewedToday }: DayStanding,
  settings: DaySettings,
  today: Day,
): Pick<TodayOnly, 'newPerDay' | 'reviewsPerDay'> {
  const daysLeft = comebackDaysLeft(settings.comeback, today)
  if (daysLeft === 0) return settings.todayOnly?.day === today ? settings.todayOnly : settings
  return { newPerDay: 0, reviewsPerDay: reviewedToday + comebackShare(dueNow, reviewedToday, daysLeft) }
}

/** The last day of the break that `today` lies in, or null. */
export function breakUntil({ breaks }: Pick<DaySettings, 'breaks'>, today: Day): Day | null {
  return breaks.find(({ from, until }) => from <= today && today <= until)?.until ?? null
}

/**
 * How many candidates usually fill the room: a fact seldom has more than three cards, and of each fact that is asked or was
 * answered today only one counts. One due card is always wanted: that there is one decides whether new cards wait.
 */
export function candidatesFor(room: DayRoom, answeredToday: number): { due: number; fresh: number } {
  return {
    due: Math.max(1, (room.reviews + answeredToday) * 3),
    fresh: room.fresh === 0 ? 0 : (room.fresh + answeredToday) * 3,
  }
}
