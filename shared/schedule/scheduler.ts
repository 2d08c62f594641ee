import { type Day, addDays, daysBetween } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { fuzzInterval, fuzzReachDays } from './fuzz-interval.ts'
import type { Grade, Reviewed } from './review-event.ts'
import { type CardState, type Schedule, dueAfter, drillPassGrade } from './schedule.ts'
import { type Sm2State, nextSm2, sm2Start } from './sm2.ts'

/** What a learner may set about scheduling. */
export interface SchedulerSettings {
  readonly fuzz: boolean
}

/** What an answer means for the schedule, decided by the card's state and the day. */
type AnswerRole = 'repetition' | 'restart' | 'early_pass' | 'drill'

/** What one of the keys would do. Recording that grade yields exactly this. */
export interface GradePreview {
  readonly grade: Grade
  /** The day the card is due after it. */
  readonly dueOn: Day
  /** Days from today to `dueOn`. */
  readonly intervalDays: number
  /** Whether the card returns today first. */
  readonly drill: boolean
}

/**
 * The state after one counted answer on study day `day`. Pure; a practice answer (`effect: none`) never reaches it.
 * One repetition per card and study day: later answers of the day are drill and change neither n, interval nor ease.
 */
export function applyAnswer(
  state: CardState,
  answer: Pick<Reviewed, 'grade' | 'at' | 'plannedDueOn'>,
  day: Day,
): CardState {
  const role = answerRole(state.schedule, answer.grade, day)
  const schedule =
    role === 'repetition' || role === 'restart' ? nextSchedule(state.schedule, answer, day) : state.schedule
  return {
    ...state,
    schedule,
    lastAnswer: { on: day, at: answer.at, grade: answer.grade },
    answers: state.answers + 1,
    firstAnsweredOn: state.firstAnsweredOn ?? day,
    longestGapDays: role === 'drill' ? state.longestGapDays : longestGap(state, answer.grade, day),
  }
}

/** The four (or six) possible futures of a card, for the labels of the keys. */
export function previewGrades(
  state: CardState,
  cardId: CardId,
  grades: readonly Grade[],
  today: Day,
  settings: SchedulerSettings,
): GradePreview[] {
  return grades.map((grade) => {
    const plannedDueOn = planDueOn(state, cardId, grade, today, settings)
    const after = applyAnswer(state, { grade, at: 0 as Reviewed['at'], plannedDueOn }, today).schedule
    if (after.kind === 'new') throw new Error(`Inconsistent: card ${cardId} is still new after an answer`)
    return {
      grade,
      dueOn: after.dueOn,
      intervalDays: Math.max(0, daysBetween(today, after.dueOn)),
      drill: grade < drillPassGrade,
    }
  })
}

/** The due day that goes into the event's `plannedDueOn`; undefined where the answer moves nothing or fuzz has no room. */
export function planDueOn(
  state: CardState,
  cardId: CardId,
  grade: Grade,
  today: Day,
  settings: SchedulerSettings,
): Day | undefined {
  const role = answerRole(state.schedule, grade, today)
  if (!settings.fuzz || role === 'drill' || role === 'early_pass') return undefined
  const next = nextSm2(sm2Of(state.schedule), grade)
  const fuzzed = fuzzInterval(next.intervalDays, cardId, next.repetitions)
  return fuzzed === next.intervalDays ? undefined : dueAfter(today, fuzzed)
}

function answerRole(schedule: Schedule, grade: Grade, day: Day): AnswerRole {
  if (schedule.kind === 'new') return 'repetition'
  // A day at or before the last repetition is the same sitting, or a zone that jumped back.
  if (day <= schedule.repeatedOn) return 'drill'
  if (schedule.dueOn <= day) return 'repetition'
  return grade < 3 ? 'restart' : 'early_pass'
}

function nextSchedule(
  schedule: Schedule,
  answer: Pick<Reviewed, 'grade' | 'plannedDueOn'>,
  day: Day,
): Schedule {
  const before = sm2Of(schedule)
  const next = nextSm2(before, answer.grade)
  const lapses = schedule.kind === 'new' ? 0 : schedule.lapses
  return {
    kind: 'sm2',
    ...next,
    lapses: lapses + (answer.grade < 3 && before.repetitions >= 2 ? 1 : 0),
    dueOn: acceptedDueOn(next.intervalDays, answer.plannedDueOn, day),
    repeatedOn: day,
  }
}

/** The planned day where it lies inside the fuzz window, else the nominal one: a log from elsewhere cannot bend the schedule. */
function acceptedDueOn(intervalDays: number, plannedDueOn: Day | undefined, day: Day): Day {
  const nominal = dueAfter(day, intervalDays)
  if (plannedDueOn === undefined || plannedDueOn <= day) return nominal
  const reach = fuzzReachDays(intervalDays)
  const inWindow = plannedDueOn >= addDays(nominal, -reach) && plannedDueOn <= addDays(nominal, reach)
  return inWindow ? plannedDueOn : nominal
}

function sm2Of(schedule: Schedule): Sm2State {
  return schedule.kind === 'new' ? sm2Start : schedule
}

function longestGap(state: CardState, grade: Grade, day: Day): number {
  if (grade < 3) return 0
  if (state.lastAnswer === null) return 0
  return Math.max(state.longestGapDays, daysBetween(state.lastAnswer.on, day))
}
