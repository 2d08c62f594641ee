import type { Day } from '../../shared/basics/time.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { type CardState, type Schedule, newCardState } from '../../shared/schedule/schedule.ts'
import { sm2Start } from '../../shared/schedule/sm2.ts'
import type { StoredState } from './answer-store.ts'
import type { SchedulesTable } from './tables.ts'

/** The columns that are folded from the log. */
export type FoldColumns = Omit<SchedulesTable, 'learner_id' | 'card_id' | 'asked' | 'position'>

/** A row of the cache as the state it caches. The inverse of `toFoldColumns`, but for its place in the log. */
export function toCardState(row: FoldColumns): CardState {
  return {
    schedule: toSchedule(row),
    suspended: row.suspended === 1,
    buriedUntil: row.buried_until,
    lastAnswer:
      row.last_answer_on === null
        ? null
        : {
            on: row.last_answer_on,
            at: row.last_answer_at ?? 0,
            grade: row.last_answer_grade as Grade,
          },
    answers: row.answers,
    missedDays: row.missed_days,
    firstAnsweredOn: row.first_answered_on,
  }
}

/** A state as columns of `schedules`. */
export function toFoldColumns(stored: StoredState): FoldColumns {
  const { state } = stored
  const schedule = state.schedule.kind === 'new' ? null : state.schedule
  const memory = schedule?.kind === 'fsrs' ? schedule : null
  return {
    kind: state.schedule.kind,
    repetitions: schedule?.repetitions ?? 0,
    interval_days: schedule?.intervalDays ?? 0,
    ease_hundredths: schedule?.kind === 'sm2' ? schedule.easeHundredths : sm2Start.easeHundredths,
    lapses: schedule?.lapses ?? 0,
    due_on: schedule?.dueOn ?? null,
    repeated_on: schedule?.repeatedOn ?? null,
    suspended: state.suspended ? 1 : 0,
    buried_until: state.buriedUntil,
    last_answer_on: state.lastAnswer?.on ?? null,
    last_answer_at: state.lastAnswer?.at ?? null,
    last_answer_grade: state.lastAnswer?.grade ?? null,
    answers: state.answers,
    missed_days: state.missedDays,
    first_answered_on: state.firstAnsweredOn,
    newest_time: stored.newestTime,
    newest_id: stored.newestId,
    stability: memory?.stability ?? null,
    difficulty: memory?.difficulty ?? null,
  }
}

/** The columns that make a schedule. */
type ScheduleColumns = Pick<
  FoldColumns,
  | 'kind'
  | 'repetitions'
  | 'interval_days'
  | 'ease_hundredths'
  | 'lapses'
  | 'due_on'
  | 'repeated_on'
  | 'stability'
  | 'difficulty'
>

/** What a row says of when its card is asked again. */
export function toSchedule(row: ScheduleColumns): Schedule {
  if (row.kind === 'new') return { kind: 'new' }
  const common = {
    repetitions: row.repetitions,
    intervalDays: row.interval_days,
    lapses: row.lapses,
    dueOn: row.due_on as Day,
    repeatedOn: row.repeated_on as Day,
  }
  return row.kind === 'sm2'
    ? { kind: 'sm2', easeHundredths: row.ease_hundredths, ...common }
    : { kind: 'fsrs', stability: row.stability ?? 0, difficulty: row.difficulty ?? 0, ...common }
}

/** A card that has no event yet. */
export const newFoldColumns: FoldColumns = toFoldColumns({ state: newCardState, newestTime: 0, newestId: '' })
