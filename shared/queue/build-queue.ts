import { type Day, dayNumber } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { relativeOverdueness } from '../schedule/predicted-recall.ts'
import { interleave } from './interleave.ts'
import { type SiblingOf, siblingKeys } from './siblings.ts'

/** A card that could be asked today, with just what its place in the queue depends on. */
export interface QueueCandidate extends SiblingOf {
  readonly id: CardId
  readonly conceptId: string
}
/** What the urgency of a due card depends on. */
export interface DueStanding {
  readonly id: CardId
  readonly repeatedOn: Day
  readonly intervalDays: number
  readonly repetitions: number
  /** FSRS's days until recall falls to 90 %; null under SM-2. */
  readonly stability: number | null
}
export interface DueCandidate extends QueueCandidate, DueStanding {}
export interface DrillCandidate extends QueueCandidate {
  readonly answeredAt: number
}

export interface QueueInput {
  readonly drill: readonly DrillCandidate[]
  readonly due: readonly DueCandidate[]
  /** In the order in which they are to be introduced. */
  readonly fresh: readonly QueueCandidate[]
  /** What the cards answered today share with their siblings (`siblingKeys`), which they give away. */
  readonly siblingsOfToday: ReadonlySet<string>
  /** Cards answered today for the first time, and on an earlier start. */
  readonly introducedToday: number
  readonly reviewedToday: number
}
export interface QueueLimits {
  readonly newPerDay: number
  readonly reviewsPerDay: number
  readonly burySiblings: boolean
}
/** Why a card is asked. What is asked ahead of its day counts; practice is logged and never moves the schedule. */
export type QueueReason = 'drill' | 'review' | 'new' | 'ahead' | 'practice'
export interface QueuedCard {
  readonly id: CardId
  readonly reason: QueueReason
}

/**
 * Today's cards in the order they are asked: open drills, then reviews, lowest predicted recall first, with the new ones
 * spread evenly among them. Siblings wait for another day, new cards wait when the reviews fill the day, and no concept
 * is asked more than twice in a row while another waits.
 */
export function buildQueue(input: QueueInput, limits: QueueLimits, today: Day): QueuedCard[] {
  const claimed = new Set(limits.burySiblings ? input.siblingsOfToday : [])
  const claimSiblings = (card: QueueCandidate) => {
    if (!limits.burySiblings) return true
    const keys = siblingKeys(card)
    if (keys.some((key) => claimed.has(key))) return false
    for (const key of keys) claimed.add(key)
    return true
  }
  const reviewRoom = Math.max(0, limits.reviewsPerDay - input.reviewedToday)
  const reviews = takeWhere(mostUrgent(input.due, input.due.length, today), reviewRoom, claimSiblings)
  const newRoom = isFullOfReviews(reviews.length, input, limits)
    ? 0
    : Math.max(0, limits.newPerDay - input.introducedToday)
  const fresh = takeWhere(input.fresh, newRoom, claimSiblings)
  const drill = input.drill.toSorted((a, b) => a.answeredAt - b.answeredAt)
  return [
    ...drill.map((card): QueuedCard => ({ id: card.id, reason: 'drill' })),
    ...interleave(spread(asQueued(reviews, 'review'), asQueued(fresh, 'new')), (card) => card.conceptId).map(
      ({ id, reason }): QueuedCard => ({ id, reason }),
    ),
  ]
}

/** True when reviews take the whole day, so that nothing new is asked. Who wants no reviews at all does not wait for them. */
export function isFullOfReviews(
  reviews: number,
  { due, reviewedToday }: Pick<QueueInput, 'due' | 'reviewedToday'>,
  { reviewsPerDay }: Pick<QueueLimits, 'reviewsPerDay'>,
): boolean {
  return reviewsPerDay > 0 && due.length > 0 && reviews >= Math.max(0, reviewsPerDay - reviewedToday)
}

/** The `count` cards of lowest predicted recall, the lowest first; ties in order of id. */
export function mostUrgent<Card extends DueStanding>(
  due: readonly Card[],
  count: number,
  today: Day,
): Card[] {
  const todayNumber = dayNumber(today)
  return due
    .map((card) => {
      const elapsed = todayNumber - dayNumber(card.repeatedOn)
      const urgency =
        card.stability === null
          ? relativeOverdueness(elapsed, card.intervalDays, card.repetitions)
          : elapsed / card.stability
      return { card, urgency }
    })
    .sort((a, b) => b.urgency - a.urgency || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0))
    .slice(0, count)
    .map(({ card }) => card)
}

function takeWhere<Card>(cards: readonly Card[], room: number, claim: (card: Card) => boolean): Card[] {
  const taken: Card[] = []
  for (const card of cards) {
    if (taken.length >= room) break
    if (claim(card)) taken.push(card)
  }
  return taken
}

interface Queued extends QueuedCard {
  readonly conceptId: string
}

function asQueued(cards: readonly QueueCandidate[], reason: QueueReason): Queued[] {
  return cards.map(({ id, conceptId }) => ({ id, conceptId, reason }))
}

/** Places the second list evenly into the first: each card keeps its own order. */
function spread(reviews: readonly Queued[], fresh: readonly Queued[]): Queued[] {
  const total = reviews.length + fresh.length
  const placed: Queued[] = []
  let taken = 0
  for (let place = 0; place < total; place++) {
    // After place + 1 cards, the new ones among them are their share of the whole, rounded down.
    const wanted = Math.floor(((place + 1) * fresh.length) / total)
    const nextNew = fresh[taken]
    const nextReview = reviews[place - taken]
    if (nextNew !== undefined && (taken < wanted || nextReview === undefined)) {
      placed.push(nextNew)
      taken++
    } else if (nextReview !== undefined) placed.push(nextReview)
  }
  return placed
}
