import type { Settings } from '../../../shared/api/settings.ts'
import type { CardId } from '../../../shared/card/card.ts'
import { sm2Profile } from '../../../shared/schedule/profile.ts'
import type { Day } from '../../../shared/basics/time.ts'
import type { DayCounts } from '../../../shared/insight/count-day.ts'
import type { LearnerId } from '../../../shared/schedule/review-event.ts'
import type { AnswerCommit, AnswerStore, MaybePromise, StoredEvent, StoredState } from '../answer-store.ts'
import { toEventRow, toStoredEvent } from '../event-rows.ts'
import { type FoldColumns, newFoldColumns, toCardState, toFoldColumns } from '../state-rows.ts'
import { toAnswerColumns, toStoredAnswer } from '../quiz-rows.ts'
import { type FittedColumns, toFittedRecall } from '../learner-rows.ts'
import { type StandingColumns, standingColumns, toStanding, toStandingColumns } from '../standing-rows.ts'
import type { CardsTable, EventsTable, LearnersTable, QuizAnswersTable } from '../tables.ts'
import type { WriteTurns } from '../write-turns.ts'
import type { SqliteFile } from './sqlite-driver.ts'

const eventColumns =
  'learner_id, id, device_id, at, zone, study_day, kind, card_id, grade, duration_ms, via, effect, planned_due_on, ' +
  'kind_shown, confidence, profile, target_id, day, received_at, counted_on'
// In the order of the object that is bound to them.
const foldColumns = Object.keys(newFoldColumns)
const dayColumns = 'learner_id, day, answers, passed, new_cards, review_cards, review_passed, duration_ms'

type LearnerColumns = Pick<LearnersTable, 'event_count' | 'event_digest' | 'settings' | 'profile'> &
  FittedColumns

/**
 * The answer path on SQLite. Its statements give their rows at once, and a commit takes its turn among the writers of the
 * connection, so that nothing else is written between its first statement and its last, however long its work waits.
 */
export function openSqliteAnswerStore(connection: SqliteFile, turns: WriteTurns): AnswerStore {
  const commit = prepareAnswers(connection)
  const begin = connection.prepare('begin immediate')
  const end = connection.prepare('commit')
  const rollBack = connection.prepare('rollback')
  const inOneCommit = async <Result>(
    work: (commit: AnswerCommit) => MaybePromise<Result>,
  ): Promise<Result> => {
    begin.run()
    try {
      const result = await work(commit)
      end.run()
      return result
    } catch (error) {
      // A full disk may have taken the transaction back already.
      if (connection.inTransaction) rollBack.run()
      throw error
    }
  }
  return { inOneCommit: (work) => turns.take(() => inOneCommit(work)) }
}

/** Statements of the driver, prepared on first use and kept: through a query builder an answer costs twice as much. */
function prepareAnswers(connection: SqliteFile): AnswerCommit {
  const prepared = new Map<string, ReturnType<SqliteFile['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = connection.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const insertEvent = (stored: StoredEvent) => {
    const row = toEventRow(stored)
    statement(
      `insert into events (${eventColumns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(Object.values(row))
  }
  const saveState = (learnerId: LearnerId, cardId: CardId, stored: StoredState) => {
    const { changes } = statement(
      `update schedules set ${foldColumns.map((column) => `${column} = ?`).join(', ')} where learner_id = ? and card_id = ?`,
    ).run(...Object.values(toFoldColumns(stored)), learnerId, cardId)
    if (changes !== 1) throw new Error(`Inconsistent: card ${cardId} has no row in schedules`)
  }
  const addToDay = (learnerId: LearnerId, day: Day, counts: DayCounts) => {
    statement(
      `insert into study_days (${dayColumns}) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (learner_id, day) do update set answers = answers + excluded.answers, passed = passed + excluded.passed,
         new_cards = new_cards + excluded.new_cards, review_cards = review_cards + excluded.review_cards,
         review_passed = review_passed + excluded.review_passed, duration_ms = duration_ms + excluded.duration_ms`,
    ).run(learnerId, day, ...Object.values(counts))
  }
  return {
    findEvent: (learnerId, id) => {
      const row = statement(`select ${eventColumns} from events where learner_id = ? and id = ?`).get(
        learnerId,
        id,
      )
      return row === undefined ? null : toStoredEvent(row as EventsTable)
    },
    findState: (learnerId, cardId) => {
      const row = statement(
        `select ${foldColumns.join(', ')} from schedules where learner_id = ? and card_id = ?`,
      ).get(learnerId, cardId) as FoldColumns | undefined
      if (row === undefined) return null
      return { state: toCardState(row), newestTime: row.newest_time, newestId: row.newest_id }
    },
    readCardLog: (learnerId, cardId) =>
      (
        statement(`select ${eventColumns} from events where learner_id = ? and card_id = ?`).all(
          learnerId,
          cardId,
        ) as EventsTable[]
      ).map(toStoredEvent),
    cardsAnsweredOn: (learnerId, day) =>
      (
        statement(
          "select distinct card_id from events where learner_id = ? and counted_on = ? and kind = 'reviewed'",
        ).all(learnerId, day) as { card_id: CardId }[]
      ).map((row) => row.card_id),
    insertNewest: (stored, state, counts) => {
      const { learnerId } = stored.event
      insertEvent(stored)
      saveState(learnerId, stored.cardId, state)
      if (counts !== null) addToDay(learnerId, stored.countedOn, counts)
    },
    insertEvent,
    saveState,
    replaceDay: (learnerId, day, counts) => {
      statement(`insert or replace into study_days (${dayColumns}) values (?, ?, ?, ?, ?, ?, ?, ?)`).run(
        learnerId,
        day,
        ...Object.values(counts),
      )
    },
    readLearner: (learnerId) => {
      const row = statement(
        `select event_count, event_digest, settings, profile, sm2_recall, parameters from learners
         left join profiles on profiles.learner_id = learners.id and profiles.id = learners.profile where learners.id = ?`,
      ).get(learnerId) as LearnerColumns
      return {
        log: { count: row.event_count, digest: row.event_digest },
        settings: JSON.parse(row.settings) as Partial<Settings>,
        profile: row.profile,
        fitted: toFittedRecall(row),
      }
    },
    hasProfile: (learnerId, profile) =>
      profile === sm2Profile ||
      statement('select 1 from profiles where learner_id = ? and id = ?').get(learnerId, profile) !==
        undefined,
    readSchedulerLog: (learnerId) =>
      (
        statement(
          `select ${eventColumns} from events where learner_id = ? and card_id is null and kind in ('schedulerChanged', 'undone')`,
        ).all(learnerId) as EventsTable[]
      ).map(toStoredEvent),
    saveDigest: (learnerId, { count, digest }) => {
      statement('update learners set event_count = ?, event_digest = ? where id = ?').run(
        count,
        digest,
        learnerId,
      )
    },
    readQuizProgress: (learnerId, { id, paper }) => {
      const ended = statement(
        'select 1 from quizzes where learner_id = ? and id = ? and ended_at is not null',
      ).get(learnerId, id)
      const questions = new Map(paper.questions.map((question) => [question.id, question]))
      const rows = statement(
        'select * from quiz_answers where learner_id = ? and quiz_id = ? order by answered_at, event_id',
      ).all(learnerId, id) as QuizAnswersTable[]
      return {
        isEnded: ended !== undefined,
        answers: rows.map((row) => toStoredAnswer(row, questions.get(row.question_id))),
      }
    },
    findConceptPlace: (learnerId, cardId) => {
      const rows = statement(
        `select siblings.id, cards.fact_key, coalesce(facts.concept_id, cards.concept_id) as concept_id
         from cards
         left join facts on facts.learner_id = cards.learner_id and facts.fact_key = cards.fact_key
         join cards as siblings on siblings.learner_id = cards.learner_id and siblings.fact_key = cards.fact_key
           and (facts.fact_key is not null or siblings.concept_id = cards.concept_id)
         join schedules on schedules.learner_id = siblings.learner_id and schedules.card_id = siblings.id
           and schedules.asked = 1
         where cards.learner_id = ? and cards.id = ?`,
      ).all(learnerId, cardId) as Pick<CardsTable, 'id' | 'fact_key' | 'concept_id'>[]
      const own = rows.find((row) => row.id === cardId)
      // Counted here: to bring them into an order, the engine would walk along the wrong index.
      const card = rows.filter((row) => row.id < cardId).length
      return own === undefined ? null : { conceptId: own.concept_id, factKey: own.fact_key, card }
    },
    findStanding: (learnerId, conceptId) => {
      const row = statement(
        `select ${standingColumns.join(', ')} from concept_standings where learner_id = ? and concept_id = ?`,
      ).get(learnerId, conceptId) as StandingColumns | undefined
      return row === undefined ? null : toStanding(row)
    },
    saveStanding: (learnerId, conceptId, standing) => {
      statement(
        `update concept_standings set ${standingColumns.map((column) => `${column} = ?`).join(', ')} where learner_id = ? and concept_id = ?`,
      ).run(...Object.values(toStandingColumns(standing)), learnerId, conceptId)
    },
    dropStanding: (learnerId, conceptId) => {
      statement('delete from concept_standings where learner_id = ? and concept_id = ?').run(
        learnerId,
        conceptId,
      )
    },
    insertQuizAnswer: (learnerId, quizId, answer) => {
      const columns = toAnswerColumns(answer)
      const names = Object.keys(columns).join(', ')
      statement(
        `insert into quiz_answers (learner_id, quiz_id, ${names}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(learnerId, quizId, ...Object.values(columns))
    },
    updateQuizAnswer: (learnerId, quizId, answer) => {
      const { verdict, answer: said, question_id } = toAnswerColumns(answer)
      statement(
        'update quiz_answers set verdict = ?, answer = ? where learner_id = ? and quiz_id = ? and question_id = ?',
      ).run(verdict, said, learnerId, quizId, question_id)
    },
    countOption: (learnerId, cardId, option, picked) => {
      statement(
        `insert into quiz_options (learner_id, card_id, option, shown, picked, reported) values (?, ?, ?, 1, ?, 0)
         on conflict (learner_id, card_id, option) do update set shown = shown + 1, picked = picked + excluded.picked`,
      ).run(learnerId, cardId, option, picked ? 1 : 0)
    },
    acceptAnswer: (learnerId, cardId, answer, at) => {
      statement(
        'insert or ignore into accepted_answers (learner_id, card_id, answer, accepted_at) values (?, ?, ?, ?)',
      ).run(learnerId, cardId, answer, at)
    },
    withdrawAnswer: (learnerId, cardId, answer) => {
      statement('delete from accepted_answers where learner_id = ? and card_id = ? and answer = ?').run(
        learnerId,
        cardId,
        answer,
      )
    },
  }
}
