import { type Day, daysBetween } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { acceptedDueOn } from './accepted-due-on.ts'
import { fuzzInterval, fuzzReachDays } from './fuzz-interval.ts'
import type { Grade, Reviewed } from './review-event.ts'
import { type ScheduledAnswer, type Scheduler, sm2Scheduler } from './memory-model.ts'
import { type CardState, type Schedule, type Scheduled, dueAfter, drillPassGrade } from './schedule.ts'
import { nextStoredSm2, sm2Start } from './sm2.ts'

/** What decides the day a card returns. */
export interface SchedulerSettings {
  readonly fuzz: boolean
  /** SM-2 where it is not said. */
  readonly scheduler?: Scheduler
  /** Picks a day of the fuzz window by the load of the days; without it chance picks. */
  readonly chooseDay?: ChooseDay
}

/** Picks one of the `days` of a fuzz window, the day that chance would pick first among them. */
export type ChooseDay = (days: readonly Day[], card: CardId) => Day

/** What an answer means for the schedule, decided by the card's state and the day. */
type AnswerRole = 'repetition' | 'early_pass' | 'drill'

/** What one of the keys would do. Recording that grade yields exactly this. */
export interface GradePreview {
  readonly grade: Grade
  /** The day the card is due after it. */
  readonly dueOn: Day
  /** Days from today to `dueOn`. */
  readonly intervalDays: number
  /** Whether the card returns today first. */
  readonly drill: boolean
  /** Goes into the event, so that the label comes true; absent where the nominal day counts. */
  readonly plannedDueOn?: Day
}

/**
 * The state after one counted answer on study day `day`. Pure; a practice answer (`effect: none`) never reaches it.
 * One repetition per card and study day: later answers of the day are drill. Drill moves no due day; FSRS takes it into
 * memory. Under SM-2 an early pass changes nothing and an early failure restarts the item; FSRS takes early and late as they
 * are, by the days elapsed.
 */
export function applyAnswer(
  state: CardState,
  answer: ScheduledAnswer & Pick<Reviewed, 'at'>,
  day: Day,
  scheduler: Scheduler = sm2Scheduler,
): CardState {
  const role = answerRole(state, answer.grade, day, scheduler)
  const last = state.lastAnswer
  // Written out: copying by spread costs half of a fold, which does this for every answer ever given.
  return {
    schedule: scheduleAfter(role, state.schedule, answer, day, scheduler),
    suspended: state.suspended,
    buriedUntil: state.buriedUntil,
    // A zone that jumped back would open the day to another repetition: the latest day stays.
    lastAnswer: { on: last !== null && last.on > day ? last.on : day, at: answer.at, grade: answer.grade },
    answers: state.answers + 1,
    missedDays: state.missedDays + (isMissedDay(role, state.schedule, answer.grade) ? 1 : 0),
    firstAnsweredOn: state.firstAnsweredOn ?? day,
  }
}

/** The first guess at a new card is no miss, and neither is what drill forgets. */
function isMissedDay(role: AnswerRole, { kind }: Schedule, grade: Grade): boolean {
  return kind !== 'new' && role !== 'drill' && grade < 3
}

/** The four (or six) possible futures of a card, for the labels of the keys. */
export function previewGrades(
  state: CardState,
  cardId: CardId,
  grades: readonly Grade[],
  today: Day,
  settings: SchedulerSettings,
): GradePreview[] {
  const scheduler = settings.scheduler ?? sm2Scheduler
  return grades.map((grade) => {
    const plannedDueOn = planDueOn(state, cardId, grade, today, settings)
    const role = answerRole(state, grade, today, scheduler)
    const answer = { grade, plannedDueOn, cardId }
    const { dueOn } = scheduleAfter(role, state.schedule, answer, today, scheduler)
    return {
      grade,
      dueOn,
      intervalDays: Math.max(0, daysBetween(today, dueOn)),
      drill: grade < drillPassGrade,
      ...(plannedDueOn === undefined ? {} : { plannedDueOn }),
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
  const scheduler = settings.scheduler ?? sm2Scheduler
  const role = answerRole(state, grade, today, scheduler)
  if (!settings.fuzz || role !== 'repetition') return undefined
  let nominal = today
  let planned = today
  // The worse grades first: no key may give a later day than the better one beside it.
  for (let each = Math.min(grade, worstKeys); each <= grade; each++) {
    const answer = { grade: each as Grade, plannedDueOn: undefined, cardId }
    const next = nextSchedule(state.schedule, answer, today, scheduler)
    const fuzzed = fuzzInterval(next.intervalDays, cardId, next.repetitions)
    const chance = dueAfter(today, fuzzed)
    const chosen =
      settings.chooseDay?.([chance, ...daysAround(fuzzed, next.intervalDays, today)], cardId) ?? chance
    nominal = next.dueOn
    if (chosen > planned) planned = chosen
  }
  return planned === nominal ? undefined : planned
}

/** Of the grades up to this one, which all say that a card was forgotten, each gives the same day. */
const worstKeys = 2

/** How far from the day that chance picked the load of others is looked at: months beyond even out by themselves. */
const mostDaysAside = 30

/** The days of the fuzz window around the one that chance picked. */
function daysAround(fuzzed: number, intervalDays: number, today: Day): Day[] {
  const reach = fuzzReachDays(intervalDays)
  const first = Math.max(1, intervalDays - reach, fuzzed - mostDaysAside)
  const last = Math.min(intervalDays + reach, fuzzed + mostDaysAside)
  return Array.from({ length: last - first + 1 }, (_, i) => dueAfter(today, first + i))
}

function answerRole(
  { schedule, lastAnswer }: Pick<CardState, 'schedule' | 'lastAnswer'>,
  grade: Grade,
  day: Day,
  scheduler: Scheduler,
): AnswerRole {
  if (schedule.kind === 'new') return 'repetition'
  // The first answer of a day is the one that counts, an early pass too. An earlier day is a zone that jumped back.
  if (lastAnswer !== null && day <= lastAnswer.on) return 'drill'
  // Under SM-2 an early failure restarts the item.
  return scheduler.kind === 'fsrs' || schedule.dueOn <= day || grade < 3 ? 'repetition' : 'early_pass'
}

function scheduleAfter(
  role: AnswerRole,
  schedule: Schedule,
  answer: ScheduledAnswer,
  day: Day,
  scheduler: Scheduler,
): Scheduled {
  if (schedule.kind === 'new' || role === 'repetition') return nextSchedule(schedule, answer, day, scheduler)
  return role === 'drill' && scheduler.kind === 'fsrs' ? scheduler.drill(schedule, answer) : schedule
}

function nextSchedule(
  schedule: Schedule,
  answer: ScheduledAnswer,
  day: Day,
  scheduler: Scheduler,
): Scheduled {
  const before = schedule.kind === 'new' ? { repetitions: 0, lapses: 0 } : schedule
  const lapses = before.lapses + (answer.grade < 3 && before.repetitions >= 2 ? 1 : 0)
  if (scheduler.kind === 'fsrs') return scheduler.repeat(schedule, answer, day, lapses)
  // A fold never mixes schedulers: what is not SM-2's own has not begun.
  const next = nextStoredSm2(schedule.kind === 'sm2' ? schedule : sm2Start, answer.grade)
  return {
    kind: 'sm2',
    repetitions: next.repetitions,
    intervalDays: next.intervalDays,
    easeHundredths: next.easeHundredths,
    lapses,
    dueOn: acceptedDueOn(next.intervalDays, answer.plannedDueOn, day),
    repeatedOn: day,
  }
}
