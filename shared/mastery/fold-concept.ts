import { type Day, addDays, dayNumber } from '../basics/time.ts'
import { applyEvent, standingEvents } from '../schedule/fold-reviews.ts'
import { type LoggedEvent, compareLogged, foldTime } from '../schedule/review-event.ts'
import { type CardState, newCardState } from '../schedule/schedule.ts'
import { type CardStanding, memoryOf, newCardStanding } from './card-standing.ts'
import {
  type CardStep,
  type ConceptStanding,
  type HeldLevel,
  type LevelChange,
  type LoggedFact,
  type MasteryRules,
  type TrendPoint,
  untouched,
} from './concept-standing.ts'
import { showsOptions } from './answer-evidence.ts'
import { nextEvidence, noEvidence } from './fact-evidence.ts'
import { nextLevel } from './held-level.ts'
import { asHeld, changeOf, isFailed, isInGrace, isThere, untilDay } from './level-history.ts'
import { type Level, returnsAfterDays } from './levels.ts'
import { type FactStanding, sumFacts } from './mastery-sums.ts'
import { pointsFrom, recentPoints } from './recall-trend.ts'

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

/** A standing in the making: only here it is changed in place. */
interface Draft {
  readonly facts: FactStanding[]
  day: Day | null
  before: HeldLevel
  /** Null until it is asked for: a whole log asks once a day, not once an answer. */
  held: HeldLevel | null
  readonly history: LevelChange[]
  trend: readonly TrendPoint[]
  newest: ConceptStanding['newest']
}

function newFact({ key, madeAt, cards }: LoggedFact): FactStanding {
  const standings = cards.map(({ kind }) => newCardStanding(showsOptions(kind)))
  return { key, since: madeAt, evidence: noEvidence, cards: standings }
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
    showsOptions: known.showsOptions,
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

/** The day that goes on. A later one closes it: its change, its recall, and what faded until the new one. */
function beginDay(draft: Draft, day: Day): Day {
  if (draft.day !== null && day <= draft.day) return draft.day
  if (draft.day !== null) {
    const held = heldIn(draft)
    draft.history.push(...changeOf({ ...draft, held }))
    const until = untilDay(draft.facts.filter(isThere), held, draft.day, addDays(day, -1))
    draft.history.push(...until.changes)
    draft.before = until.held
    const points = pointsFrom(draft.facts, draft.day, addDays(day, -1))
    draft.trend = recentPoints([...draft.trend, ...points], day)
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

function hasFailedOn(facts: readonly FactStanding[], on: Day): boolean {
  const day = dayNumber(on)
  return facts.some(({ evidence }) => evidence.failedOn === day)
}

/** How far the level may rise on a day: choosing among options raises none past Started, and what failed lately has to wait. */
function mostOn({ facts, history }: Draft, on: Day): Level {
  const day = dayNumber(on)
  if (!facts.some(({ evidence }) => evidence.recalledOn === day)) return 1
  const fall = history.findLast(isFailed)
  return fall !== undefined && on < addDays(fall.on, returnsAfterDays) ? fall.to : 5
}
