import { hash64 } from '../../shared/basics/hash.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { todayFor } from './learner-settings.ts'
import type { CardId } from '../../shared/card/card.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import {
  type QuizEffect,
  type QuizEffectSetting,
  type QuizEvent,
  quizEffects,
} from '../../shared/quiz/quiz-effects.ts'
import { secondLookIds } from '../../shared/quiz/until-sure.ts'
import { foldCard, standingEvents } from '../../shared/schedule/fold-reviews.ts'
import { type EventId, foldTime } from '../../shared/schedule/review-event.ts'
import { planDueOn } from '../../shared/schedule/scheduler.ts'
import { type CardState, newCardState } from '../../shared/schedule/schedule.ts'
import type { AnswerCommit } from '../db/answer-store.ts'
import type { StoredAnswer, StoredEffect, StoredQuiz } from '../db/stored-quiz.ts'
import type { Learner } from '../learner.ts'
import type { AnswerTurn, RecordBatch } from './answer-turn.ts'
import type { Schedulers } from './schedulers.ts'

/** Where answers are written, and what schedules them. */
export interface AnswerMeans {
  readonly answers: AnswerTurn
  readonly schedulers: Pick<Schedulers, 'of'>
}

/** What it takes to write the events of answers, inside one commit. */
export interface AnswerEvents {
  readonly learner: Learner
  readonly commit: AnswerCommit
  readonly record: RecordBatch
  readonly schedulers: Pick<Schedulers, 'of'>
}

/** Events as the log takes them, and what they do to each card. */
export interface MadeEvents {
  readonly events: readonly { readonly id: EventId; readonly body: object }[]
  readonly effects: readonly StoredEffect[]
}

/**
 * The events of an answer by the core's rules, as of the moment of the answer: a card that was reviewed since is taken as it
 * stood then. `nextId` gives each event its name; without it they follow from the answer's own, so that a resend gives the
 * same. `setting` in the place of the quiz's own leaves schedules as they are.
 */
export async function eventsOfAnswer(
  { learner, commit, schedulers }: AnswerEvents,
  quiz: StoredQuiz,
  question: QuizQuestion,
  answer: StoredAnswer,
  nextId: (index: number) => EventId = (index) => eventIdOf(answer.eventId, index),
  setting: QuizEffectSetting = quiz.setup.effect,
): Promise<MadeEvents> {
  const { settings, profile } = await commit.readLearner(learner.id)
  const all = { ...defaultSettings, ...settings }
  const { today, zone } = todayFor(all, answer.zone, answer.at)
  const states = new Map<CardId, CardState>()
  for (const { cardId } of answer.judged.cards)
    states.set(cardId, await stateBefore(learner, commit, schedulers, profile, cardId, answer))
  const stateOf = (cardId: CardId) => states.get(cardId) ?? newCardState
  const median = quiz.secondsPer[question.kind]
  const decided = quizEffects(
    {
      question,
      judged: answer.judged,
      confidence: answer.confidence,
      unknown: answer.given.kind === 'unknown',
      durationMs: answer.durationMs,
      medianMs: median === undefined ? null : median * 1000,
      isFirstTry: !secondLookIds(quiz.paper).has(question.id),
    },
    stateOf,
    setting,
    today,
  )
  const base = { deviceId: answer.deviceId, at: answer.at, zone, studyDay: today }
  const scheduler = schedulers.of(profile)
  const planned = (event: Extract<QuizEvent, { kind: 'reviewed' }>) =>
    event.effect === 'none'
      ? undefined
      : planDueOn(stateOf(event.cardId), event.cardId, event.grade, today, { fuzz: all.fuzz, scheduler })
  const events: { id: EventId; body: object }[] = []
  const effects = decided.map((effect): StoredEffect => {
    const ids = effect.events.map((event): EventId => {
      const id = nextId(events.length)
      const plannedDueOn = event.kind === 'reviewed' ? planned(event) : undefined
      const own =
        event.kind === 'reviewed' ? { profile, ...(plannedDueOn === undefined ? {} : { plannedDueOn }) } : {}
      events.push({ id, body: { ...base, ...event, ...own, id } })
      return id
    })
    return toStoredEffect(effect, ids)
  })
  return { events, effects }
}

/** Writes all of these events, or none: the first says whether the log takes what was sent. */
export async function recordAll(
  { learner, record }: AnswerEvents,
  events: MadeEvents['events'],
): Promise<Refusal | null> {
  const receivedAt = learner.clock()
  const [first, ...others] = events
  if (first === undefined) return null
  const opening = await record({ learnerId: learner.id, events: [first.body], receivedAt })
  const [verdict] = opening.verdicts
  if (verdict?.verdict === 'rejected') return toRefusal(verdict.code, verdict.sentence)
  if (others.length === 0) return null
  const { verdicts } = await record({
    learnerId: learner.id,
    events: others.map(({ body }) => body),
    receivedAt,
  })
  const rejected = verdicts.find((one) => one.verdict === 'rejected')
  // The commit is given up as a whole: an answer is never in the log by half.
  if (rejected !== undefined)
    throw new Error(`Inconsistent: a part of an answer was refused (${rejected.code})`)
  return null
}

/** How a card stood before the answer: its log up to that moment, without what the answer itself wrote. */
async function stateBefore(
  { id: learnerId }: Learner,
  commit: AnswerCommit,
  schedulers: Pick<Schedulers, 'of'>,
  profile: string,
  cardId: CardId,
  answer: StoredAnswer,
): Promise<CardState> {
  const own = new Set(answer.effects.flatMap(({ eventIds }) => eventIds))
  const known = await commit.findState(learnerId, cardId)
  if (known === null) return newCardState
  if (own.size === 0 && known.newestTime <= answer.at) return known.state
  const log = await commit.readCardLog(learnerId, cardId)
  const before = standingEvents(log).filter(
    (logged) => !own.has(logged.event.id) && foldTime(logged) <= answer.at,
  )
  return foldCard(before, schedulers.of(profile))
}

/** The name of a further event of an answer: as old as the answer, and always the same. */
export function eventIdOf(answerId: EventId, index: number): EventId {
  if (index === 0) return answerId
  const tail = hash64(`${answerId} ${index}`)
  return `${answerId.slice(0, 19)}${tail.slice(0, 4)}-${tail.slice(4)}`.slice(0, 36) as EventId
}

function toStoredEffect({ cardId, change, words }: QuizEffect, eventIds: readonly EventId[]): StoredEffect {
  return { cardId, change, words, eventIds, undone: false }
}

function toRefusal(code: string | undefined, sentence = 'The answer was refused.'): Refusal {
  const known: readonly Refusal['code'][] = [
    'id_conflict',
    'invalid_zone',
    'invalid_time',
    'unknown_card',
    'unstorable_text',
  ]
  return new Refusal(known.find((one) => one === code) ?? 'invalid_request', sentence)
}
