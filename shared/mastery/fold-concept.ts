import { type Day, type EpochMs, addDays, dayNumber, daysBetween } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import type { FactKey } from '../fact/fact.ts'
import { applyEvent, standingEvents } from '../schedule/fold-reviews.ts'
import type { Scheduler } from '../schedule/memory-model.ts'
import type { RecallFit } from '../schedule/predicted-recall.ts'
import { type LoggedEvent, compareLogged, foldTime } from '../schedule/review-event.ts'
import { type CardState, newCardState } from '../schedule/schedule.ts'
import { type CardStanding, memoryOf, newCardStanding } from './card-standing.ts'
import { nextEvidence, noEvidence } from './fact-evidence.ts'
import { isMissed, isProven, keptLevel, nextLevel } from './held-level.ts'
import { type Level, graceDays, levelRules, returnsAfterDays } from './levels.ts'
import { type FactStanding, type MasterySums, lastingRecall, sumFacts } from './mastery-sums.ts'

/** Why a level moved. */
export type LevelCause =
  | { readonly kind: 'started' }
  /** So many facts were recalled that day. */
  | { readonly kind: 'recalled'; readonly facts: number }
  | { readonly kind: 'failed'; readonly facts: number }
  /** Nothing was reviewed for so long that the predicted recall sank under what the level bears. */
  | { readonly kind: 'faded'; readonly recall: number }
  /** More facts are asked about, of which nothing is shown yet. */
  | { readonly kind: 'more_asked' }

/** A level as it is held. */
export interface HeldLevel {
  readonly level: Level
  /** Since when it is not proven in full any more; null while it is. */
  readonly missedSince: Day | null
}

/** One step in the history of a concept's level. */
export interface LevelChange {
  readonly on: Day
  readonly from: Level
  readonly to: Level
  readonly why: LevelCause
}

/**
 * How a concept stands after the last event of its log: what is kept of it, so that one more answer is one step. It does
 * not hang on today: `conceptMastery` says what it amounts to on a day.
 */
export interface ConceptStanding {
  readonly facts: readonly FactStanding[]
  /** The last study day of its log; null before the first event. */
  readonly day: Day | null
  /** The level at the beginning of that day, and after its answers so far. */
  readonly before: HeldLevel
  readonly held: HeldLevel
  /** How the level moved before that day. */
  readonly history: readonly LevelChange[]
  /** The place of its newest event in the order of the fold. */
  readonly newest: { readonly time: number; readonly id: string } | null
}

/** What the standing is folded with. */
export interface MasteryRules {
  readonly scheduler: Scheduler
  readonly fit: RecallFit
}

/** A fact with the logs of the cards that ask for it. */
export interface LoggedFact {
  readonly key: FactKey
  /** When the fact came in; null where nobody knows. */
  readonly madeAt: EpochMs | null
  readonly cards: readonly { readonly id: CardId; readonly log: readonly LoggedEvent[] }[]
}

/** One event of a card, with the state that the card's own fold comes to by it. */
export interface CardStep {
  /** The place of its fact and of the card among the cards of that fact. */
  readonly fact: number
  readonly card: number
  readonly logged: LoggedEvent
  readonly state: CardState
}

/** The standing of a concept from its whole log. Law: the same as one step after another. */
export function foldConcept(facts: readonly LoggedFact[], rules: MasteryRules): ConceptStanding {
  const draft = startDraft({ ...untouched, facts: facts.map(newFact) })
  const states = facts.map(({ cards }) => cards.map((): CardState => newCardState))
  for (const { fact, card, logged, counts } of eventsInOrder(facts)) {
    const own = states[fact] as CardState[]
    const state = applyEvent(own[card] as CardState, logged, rules.scheduler)
    own[card] = state
    if (counts) takeStep(draft, { fact, card, logged, state }, rules)
  }
  return finish(draft)
}

/** The standing after one more event: only where `howToTake` says that it is one step. */
export function stepConcept(standing: ConceptStanding, step: CardStep, rules: MasteryRules): ConceptStanding {
  const draft = startDraft(standing)
  takeStep(draft, step, rules)
  return finish(draft)
}

/** How an event that joined the log is taken into a standing: one step, or the whole log anew where it changes the past. */
export function howToTake({ newest }: ConceptStanding, logged: LoggedEvent): 'nothing' | 'step' | 'anew' {
  const { kind, id } = logged.event
  if (kind === 'undone' || kind === 'reset') return 'anew'
  if (!concernsMastery(logged)) return 'nothing'
  const time = foldTime(logged)
  const isNewest = newest === null || time > newest.time || (time === newest.time && id > newest.id)
  return isNewest ? 'step' : 'anew'
}

/** How the level moved, up to `today`: also by what nobody did. `sums` are those of its facts on `today`. */
export function levelHistory(
  standing: ConceptStanding,
  today: Day,
  sums: MasterySums = sumFacts(standing.facts, today),
): readonly LevelChange[] {
  const { day, held, history, facts } = standing
  if (day === null) return history
  const answered = [...history, ...changeOf(standing)]
  if (levelLeft(held, sums, today) === held.level) return answered
  const { changes, held: left } = untilDay(facts.filter(isThere), held, day, today)
  const kept = levelLeft(left, sums, today)
  const grown: LevelChange[] =
    kept < left.level
      ? [{ on: cameInOn(facts, today), from: left.level, to: kept, why: { kind: 'more_asked' } }]
      : []
  return [...answered, ...changes, ...grown]
}

/** What is left of a level on a day without a further answer. */
export function levelLeft({ level, missedSince }: HeldLevel, sums: MasterySums, day: Day): Level {
  return keptLevel(level, sums, missedSince !== null && isInGrace(missedSince, day))
}

/** A standing in the making: only here it is changed in place. */
interface Draft {
  readonly facts: FactStanding[]
  day: Day | null
  before: HeldLevel
  /** Null until it is asked for: a whole log asks once a day, not once an answer. */
  held: HeldLevel | null
  readonly history: LevelChange[]
  newest: ConceptStanding['newest']
}

/** A concept without facts, of which nothing was answered. */
export const untouched: ConceptStanding = {
  facts: [],
  day: null,
  before: { level: 0, missedSince: null },
  held: { level: 0, missedSince: null },
  history: [],
  newest: null,
}

function newFact({ key, madeAt, cards }: LoggedFact): FactStanding {
  return { key, since: madeAt, evidence: noEvidence, cards: cards.map(() => newCardStanding) }
}

type OrderedEvent = Omit<CardStep, 'state'> & { readonly counts: boolean }

/** What stands of all cards' logs, in order, and whether it counts: a reset begins the history of its card anew. */
function eventsInOrder(facts: readonly LoggedFact[]): OrderedEvent[] {
  const all = facts.flatMap(({ cards }, fact) =>
    cards.flatMap(({ log }, card) => {
      const standing = standingEvents(log).sort(compareLogged)
      const reset = standing.findLastIndex(({ event }) => event.kind === 'reset')
      return standing.map((logged, at): OrderedEvent => {
        const isForgotten = at < reset && logged.event.kind === 'reviewed'
        return { fact, card, logged, counts: concernsMastery(logged) && !isForgotten }
      })
    }),
  )
  return all.sort((a, b) => compareLogged(a.logged, b.logged))
}

function concernsMastery({ event: { kind } }: LoggedEvent): boolean {
  return kind === 'reviewed' || kind === 'suspended' || kind === 'resumed'
}

function startDraft(standing: ConceptStanding): Draft {
  return { ...standing, facts: [...standing.facts], history: [...standing.history] }
}

function finish(draft: Draft): ConceptStanding {
  return { ...draft, held: heldIn(draft) }
}

function takeStep(draft: Draft, { fact: place, card, logged, state }: CardStep, rules: MasteryRules): void {
  const { event } = logged
  const fact = draft.facts[place]
  const known = fact?.cards[card]
  if (fact === undefined || known === undefined)
    throw new Error(`Inconsistent: event ${event.id} is of a card that the concept has not`)
  // An answer from a zone that jumped back counts on the day that was begun: days only go on.
  const day = dayNumber(beginDay(draft, logged.countedOn))
  settleNewcomers(draft, foldTime(logged))
  const isAnswer = event.kind === 'reviewed'
  const after: CardStanding = {
    isActive: !state.suspended,
    answeredOn: isAnswer ? day : known.answeredOn,
    memory: isAnswer && event.effect === 'schedule' ? memoryOf(state, rules.fit) : known.memory,
  }
  draft.facts[place] = {
    key: fact.key,
    since: null,
    evidence: isAnswer ? nextEvidence(fact.evidence, event, day, known.answeredOn) : fact.evidence,
    cards: fact.cards.with(card, after),
  }
  draft.held = null
  draft.newest = { time: foldTime(logged), id: event.id }
}

/** The day that goes on. A later one closes it: its change, and what faded until the new one. */
function beginDay(draft: Draft, day: Day): Day {
  if (draft.day !== null && day <= draft.day) return draft.day
  if (draft.day !== null) {
    const held = heldIn(draft)
    draft.history.push(...changeOf({ ...draft, held }))
    const until = untilDay(draft.facts.filter(isThere), held, draft.day, addDays(day, -1))
    draft.history.push(...until.changes)
    draft.before = until.held
  }
  draft.day = day
  draft.held = null
  return day
}

function settleNewcomers(draft: Draft, time: number): void {
  draft.facts.forEach((fact, place) => {
    if (fact.since !== null && fact.since <= time) draft.facts[place] = { ...fact, since: null }
  })
}

const isThere = ({ since }: FactStanding): boolean => since === null

function heldIn(draft: Draft): HeldLevel {
  if (draft.held !== null) return draft.held
  if (draft.day === null) return draft.before
  const facts = draft.facts.filter(isThere)
  const sums = sumFacts(facts, draft.day)
  const { level: before, missedSince } = draft.before
  // Grace is for a failure. What is asked about anew takes the level at once.
  const isGraced = missedSince === null ? hasFailedOn(facts, draft.day) : isInGrace(missedSince, draft.day)
  const level = nextLevel(before, sums, isGraced, mostOn(draft, draft.day))
  draft.held = asHeld(level, missedSince, sums, draft.day)
  return draft.held
}

/** Whether a level that is not proven in full since a day is in its days of grace. */
function isInGrace(missedSince: Day, day: Day): boolean {
  return day < addDays(missedSince, graceDays)
}

function hasFailedOn(facts: readonly FactStanding[], on: Day): boolean {
  const day = dayNumber(on)
  return facts.some(({ evidence }) => evidence.failedOn === day)
}

function asHeld(level: Level, missedSince: Day | null, sums: MasterySums, day: Day): HeldLevel {
  return { level, missedSince: isMissed(level, sums) ? (missedSince ?? day) : null }
}

/** How far the level may rise on a day: choosing among options raises none past Started, and what failed lately has to wait. */
function mostOn({ facts, history }: Draft, on: Day): Level {
  const day = dayNumber(on)
  if (!facts.some(({ evidence }) => evidence.recalledOn === day)) return 1
  const fall = history.findLast(isFailed)
  return fall !== undefined && on < addDays(fall.on, returnsAfterDays) ? fall.to : 5
}

const isFailed = ({ from, to, why }: LevelChange): boolean => to < from && why.kind === 'failed'

/** The day on which a level that was lost by a failure may come back, as long as that lies ahead. */
export function returnsOn(history: readonly LevelChange[], level: Level, today: Day): Day | null {
  const fall = history.findLast(isFailed)
  const on = fall === undefined ? today : addDays(fall.on, returnsAfterDays)
  return fall !== undefined && fall.to === level && on > today ? on : null
}

/** The change of the standing's last day, if its level moved on it. */
function changeOf({
  day,
  held: { level },
  before: { level: from },
  facts,
}: Pick<ConceptStanding, 'day' | 'held' | 'before' | 'facts'>): LevelChange[] {
  if (day === null || level === from) return []
  return [{ on: day, from, to: level, why: causeOf(facts.filter(isThere), from, level, day) }]
}

function causeOf(facts: readonly FactStanding[], from: Level, to: Level, on: Day): LevelCause {
  const day = dayNumber(on)
  if (to === 1 && from === 0) return { kind: 'started' }
  if (to > from)
    return { kind: 'recalled', facts: facts.filter(({ evidence }) => evidence.recalledOn === day).length }
  const failed = facts.filter(({ evidence }) => evidence.failedOn === day).length
  if (failed > 0) return { kind: 'failed', facts: failed }
  const sums = sumFacts(facts, on)
  const lost = levelRules.find((rule) => rule.level === to + 1)
  return lost === undefined || isProven(sums, lost)
    ? { kind: 'faded', recall: lastingRecall(sums) }
    : { kind: 'more_asked' }
}

/** What becomes of a level after `from`, up to and with `until`, without a further answer. */
function untilDay(
  facts: readonly FactStanding[],
  start: HeldLevel,
  from: Day,
  until: Day,
): { readonly changes: readonly LevelChange[]; readonly held: HeldLevel } {
  const changes: LevelChange[] = []
  let held = start
  let at = from
  while (at < until) {
    const graceEnds = held.missedSince === null ? at : addDays(held.missedSince, graceDays)
    const endsWithGrace = graceEnds > at && graceEnds <= until
    const stretchEnds = endsWithGrace ? graceEnds : until
    const fadedOn = firstFaded(facts, held, at, endsWithGrace ? addDays(stretchEnds, -1) : stretchEnds)
    const on = fadedOn ?? stretchEnds
    const sums = sumFacts(facts, on)
    const to = levelLeft(held, sums, on)
    if (to < held.level) {
      const failed = fadedOn === null ? countFailedSince(facts, held.missedSince) : 0
      const why: LevelCause =
        failed > 0 ? { kind: 'failed', facts: failed } : { kind: 'faded', recall: lastingRecall(sums) }
      changes.push({ on, from: held.level, to, why })
    }
    held = asHeld(to, held.missedSince, sums, on)
    at = on
  }
  return { changes, held }
}

/** The first day after `from`, up to `until`, on which recall has sunk under what the level bears: it only sinks, so by halving. */
function firstFaded(facts: readonly FactStanding[], held: HeldLevel, from: Day, until: Day): Day | null {
  const isFaded = (day: Day) => levelLeft(held, sumFacts(facts, day), day) < held.level
  if (until <= from || !isFaded(until)) return null
  let [low, high] = [0, daysBetween(from, until)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isFaded(addDays(from, middle))) high = middle
    else low = middle
  }
  return addDays(from, high)
}

function countFailedSince(facts: readonly FactStanding[], since: Day | null): number {
  const day = since === null ? 0 : dayNumber(since)
  return facts.filter(({ evidence }) => (evidence.failedOn ?? 0) >= day).length
}

/** The day on which the newest fact came in: days are the learner's, so that of UTC is near enough and never after today. */
function cameInOn(facts: readonly FactStanding[], today: Day): Day {
  const since = Math.max(0, ...facts.map((fact) => fact.since ?? 0))
  const on = addDays('1970-01-01' as Day, Math.floor(since / dayMs))
  return since === 0 || on > today ? today : on
}
const dayMs = 86_400_000
