import type { AnswerStore } from '../../server/db/answer-store.ts'
import { toEventRow } from '../../server/db/event-rows.ts'
import type { SqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { standingColumns, toStandingColumns } from '../../server/db/standing-rows.ts'
import { newFoldColumns, toFoldColumns } from '../../server/db/state-rows.ts'
import type { EventBody } from '../../shared/api/reviews.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { countAnswer } from '../../shared/insight/count-day.ts'
import type { ConceptStanding } from '../../shared/mastery/concept-standing.ts'
import { stepConcept } from '../../shared/mastery/fold-concept.ts'
import { applyEvent } from '../../shared/schedule/fold-reviews.ts'
import { sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import { defaultRecallFit } from '../../shared/schedule/predicted-recall.ts'
import { type Reviewed, addToDigest, foldTime } from '../../shared/schedule/review-event.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import { benchCardId, benchEventId, benchLearner, benchNow, benchToday } from './collection.ts'
import { drawGrades, seededRandom } from './seeded.ts'

const rules = { scheduler: sm2Scheduler, fit: defaultRecallFit }

/** Ids of planned events lie above those of the generated log. */
const firstEvent = 2 ** 32

/** Every planned answer is to another card of a collection of this size. */
export const answeredCards = 10_000

/** An answer as a client sends it, to a card of its own, one millisecond after the one before. */
export type PlannedAnswer = Extract<EventBody, { kind: 'reviewed' }>

/** The rows that an answer leaves, ready to be written by prepared statements. */
export interface AnswerRows {
  readonly event: readonly unknown[]
  readonly state: readonly unknown[]
  readonly day: readonly unknown[]
  readonly digest: readonly unknown[]
  readonly standing: readonly unknown[]
}

/** The first `count` answers, to cards in an order that jumps through the file as a real queue does. */
export function planAnswers(count: number): PlannedAnswer[] {
  const random = seededRandom(5)
  const order = Array.from({ length: answeredCards }, (_, index) => index + 1)
  for (let i = answeredCards - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[other] ?? 0
    order[other] = kept
  }
  const grades = drawGrades(count)
  return order.slice(0, count).map((card, index): PlannedAnswer => ({
    id: benchEventId(firstEvent + index),
    deviceId: 'device-a',
    at: benchNow + index,
    zone: 'UTC',
    studyDay: benchToday,
    kind: 'reviewed',
    cardId: benchCardId(card),
    grade: grades[index],
    durationMs: 4000,
    via: 'review',
    effect: 'schedule',
    kindShown: 'basic',
    profile: 'sm2',
  }))
}

/** What each answer will have written, computed by the app’s own functions from the states before. */
export async function foreseeRows(
  store: AnswerStore,
  answers: readonly PlannedAnswer[],
  receivedAt: EpochMs,
): Promise<AnswerRows[]> {
  return store.inOneCommit(async (commit) => {
    let { log } = await commit.readLearner(benchLearner)
    const rows: AnswerRows[] = []
    const standings = new Map<string, ConceptStanding>()
    for (const answer of answers) {
      const event = { ...answer, learnerId: benchLearner } as unknown as Reviewed
      const cardId = answer.cardId as CardId
      const stored = { event, receivedAt, countedOn: benchToday, cardId }
      const before = (await commit.findState(benchLearner, cardId))?.state ?? newCardState
      const state = applyEvent(before, stored)
      log = addToDigest(log, event)
      const place = await commit.findConceptPlace(benchLearner, cardId)
      if (place === null) throw new Error(`Inconsistent: card ${cardId} has no concept`)
      const { conceptId, factKey, card } = place
      const known = standings.get(conceptId) ?? (await commit.findStanding(benchLearner, conceptId))
      if (known === null) throw new Error(`Inconsistent: nothing is kept of concept ${conceptId}`)
      const fact = known.facts.findIndex(({ key }) => key === factKey)
      const standing = stepConcept(known, { fact, card, logged: stored, state }, rules)
      standings.set(conceptId, standing)
      rows.push({
        standing: [...Object.values(toStandingColumns(standing)), benchLearner, conceptId],
        event: Object.values(toEventRow(stored)),
        state: [
          ...Object.values(toFoldColumns({ state, newestTime: foldTime(stored), newestId: event.id })),
          benchLearner,
          cardId,
        ],
        day: [benchLearner, benchToday, ...Object.values(countAnswer(before, event, benchToday))],
        digest: [log.count, log.digest, benchLearner],
      })
    }
    return rows
  })
}

/** The least that an answer can cost: the same rows by statements prepared once. Runs in the caller’s transaction. */
export function bareWriter(file: SqliteFile): (rows: AnswerRows) => void {
  const insertEvent = file.prepare(`insert into events values (${'?, '.repeat(19)}?)`)
  const columns = Object.keys(newFoldColumns).map((column) => `${column} = ?`)
  const saveState = file.prepare(
    `update schedules set ${columns.join(', ')} where learner_id = ? and card_id = ?`,
  )
  const addToDay = file.prepare(
    `insert into study_days (learner_id, day, answers, passed, new_cards, review_cards, review_passed, duration_ms)
     values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (learner_id, day) do update set answers = answers + excluded.answers, passed = passed + excluded.passed,
       new_cards = new_cards + excluded.new_cards, review_cards = review_cards + excluded.review_cards,
       review_passed = review_passed + excluded.review_passed, duration_ms = duration_ms + excluded.duration_ms`,
  )
  const standing = standingColumns.map((column) => `${column} = ?`)
  const saveStanding = file.prepare(
    `update concept_standings set ${standing.join(', ')} where learner_id = ? and concept_id = ?`,
  )
  const saveDigest = file.prepare('update learners set event_count = ?, event_digest = ? where id = ?')
  return ({ event, state, day, digest, standing: kept }) => {
    insertEvent.run(event)
    saveState.run(state)
    addToDay.run(day)
    saveStanding.run(kept)
    saveDigest.run(digest)
  }
}
