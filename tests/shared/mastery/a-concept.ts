import { type Day, type EpochMs, addDays, dayNumber } from '../../../shared/basics/time.ts'
import type { CardId } from '../../../shared/card/card.ts'
import type { FactKey } from '../../../shared/fact/fact.ts'
import type { ConceptStanding, LoggedFact, MasteryRules } from '../../../shared/mastery/concept-standing.ts'
import { foldConcept } from '../../../shared/mastery/fold-concept.ts'
import { type ConceptMastery, conceptMastery } from '../../../shared/mastery/mastery.ts'
import { sm2Scheduler } from '../../../shared/schedule/memory-model.ts'
import { defaultRecallFit } from '../../../shared/schedule/predicted-recall.ts'
import type {
  EventId,
  Grade,
  LoggedEvent,
  ReviewEvent,
  Reviewed,
} from '../../../shared/schedule/review-event.ts'
import { aReview, dayMs, logged } from '../../support/factories.ts'

export const sm2Rules: MasteryRules = { scheduler: sm2Scheduler, fit: defaultRecallFit }
export const firstDay = '2026-01-05' as Day

/** What happened to a card: on which day of the story, and what. */
export interface Happened extends Partial<Pick<Reviewed, 'via' | 'effect' | 'kindShown' | 'confidence'>> {
  readonly day: number
  readonly fact: number
  readonly card?: number
  readonly grade?: number
  readonly kind?: 'suspended' | 'resumed' | 'reset'
  /** In a zone so far to the west that it counts so many days earlier. */
  readonly daysWest?: number
}

/** Facts with their cards, by how many cards each has. */
export interface AConcept {
  readonly cards: readonly number[]
  /** The day on which a fact came in, where that is said. */
  readonly madeOn?: Readonly<Record<number, number>>
  /** The facts whose cards show options, as their author wrote them. */
  readonly chosen?: readonly number[]
}

export const cardIdOf = (fact: number, card = 0): CardId => `card-${fact}-${card}` as CardId

/** A story as the log tells it; what comes first in it comes first on its day. */
export function logOf(story: readonly Happened[]): LoggedEvent[] {
  return story.map((happened, at) =>
    logged(eventOf(happened, at), dayOf(happened.day - (happened.daysWest ?? 0))),
  )
}

/** The facts of a concept with what the log holds of each card. */
export function factsOf(
  { cards, madeOn = {}, chosen = [] }: AConcept,
  log: readonly LoggedEvent[],
): LoggedFact[] {
  return cards.map((count, fact) => ({
    key: `fact-${fact}` as FactKey,
    madeAt: madeOn[fact] === undefined ? null : momentOf(madeOn[fact], -dayMs / 4),
    cards: Array.from({ length: count }, (_, card) => ({
      id: cardIdOf(fact, card),
      kind: chosen.includes(fact) ? 'choice' : 'basic',
      log: log.filter(({ event }) => 'cardId' in event && event.cardId === cardIdOf(fact, card)),
    })),
  }))
}

export function standingOf(
  concept: AConcept,
  story: readonly Happened[],
  rules: MasteryRules = sm2Rules,
): ConceptStanding {
  return foldConcept(factsOf(concept, logOf(story)), rules)
}

/** Mastery on a day of the story: the last one, unless told otherwise. */
export function masteryOf(concept: AConcept, story: readonly Happened[], day?: number): ConceptMastery {
  return conceptMastery(standingOf(concept, story), dayOf(day ?? Math.max(0, ...story.map((one) => one.day))))
}

export const dayOf = (day: number): Day => addDays(firstDay, day)

/** So many facts with one card each. */
export const factsWithACard = (facts: number): AConcept => ({ cards: Array<number>(facts).fill(1) })

/** The same of each of these facts. */
export function each(facts: readonly number[], what: Omit<Happened, 'fact'>): Happened[] {
  return facts.map((fact) => ({ ...what, fact }))
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

function eventOf(
  { day, fact, card = 0, grade = 4, kind, daysWest: _, ...how }: Happened,
  at: number,
): ReviewEvent {
  const base = {
    id: `01890000-0000-7000-9000-${(day * 10_000 + at).toString(16).padStart(12, '0')}` as EventId,
    at: momentOf(day, at * 1000),
    studyDay: dayOf(day),
    cardId: cardIdOf(fact, card),
  }
  const review = aReview({ ...base, grade: grade as Grade, ...how })
  if (kind === undefined) return review
  const { learnerId, deviceId, zone } = review
  return { ...base, learnerId, deviceId, zone, kind }
}

function momentOf(day: number, ms: number): EpochMs {
  return ((dayNumber(firstDay) + day) * dayMs + dayMs / 2 + ms) as EpochMs
}
