import { type SuperMemoGrade, type SuperMemoItem, supermemo } from 'supermemo'
import { type Card, createEmptyCard, fsrs } from 'ts-fsrs'
import { type Day, type EpochMs, formatDay } from '../../../shared/basics/time.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { type CardState, newCardState } from '../../../shared/schedule/schedule.ts'
import { applyAnswer } from '../../../shared/schedule/scheduler.ts'
import { type Sm2State, nextSm2, sm2Start } from '../../../shared/schedule/sm2.ts'
import { drawGrades } from '../seeded.ts'

/** What a run prints. `sum` is the sum of all intervals: contenders with the same arithmetic must agree on it. */
export interface ScheduleSteps {
  readonly perSecond: number
  readonly sum: number
}

/** Answer i goes to card i modulo the number of cards, each card answered exactly when it is due, all in memory. */
type Contender = (
  grades: Uint8Array,
  cards: number,
) => { readonly run: () => void; readonly sum: () => number }

const contenders: Readonly<Record<string, Contender>> = {
  nextSm2: (grades, cards) => {
    const states = Array.from({ length: cards }, (): Sm2State => sm2Start)
    const run = () => {
      for (let i = 0; i < grades.length; i++) {
        const card = i % cards
        states[card] = nextSm2(states[card] as Sm2State, grades[i] as Grade)
      }
    }
    return { run, sum: () => states.reduce((sum, state) => sum + state.intervalDays, 0) }
  },
  applyAnswer: (grades, cards) => {
    const states = Array.from({ length: cards }, (): CardState => newCardState)
    const firstDay = formatDay(20_000)
    const run = () => {
      for (let i = 0; i < grades.length; i++) {
        const card = i % cards
        const state = states[card] as CardState
        const day: Day = state.schedule.kind === 'new' ? firstDay : state.schedule.dueOn
        states[card] = applyAnswer(state, { grade: grades[i] as Grade, at: i as EpochMs }, day)
      }
    }
    return {
      run,
      sum: () =>
        states.reduce((sum, { schedule }) => sum + (schedule.kind === 'new' ? 0 : schedule.intervalDays), 0),
    }
  },
  // The limit: the same arithmetic with nothing created, each card changed where it lies.
  inPlace: (grades, cards) => {
    const states = Array.from({ length: cards }, () => ({
      repetitions: 0,
      intervalDays: 0,
      easeHundredths: 250,
    }))
    const easeSteps = [-80, -54, -32, -14, 0, 10]
    const run = () => {
      for (let i = 0; i < grades.length; i++) {
        const state = states[i % cards] as {
          repetitions: number
          intervalDays: number
          easeHundredths: number
        }
        const grade = grades[i] as number
        const ease = state.easeHundredths
        const eased = ease + (easeSteps[grade] as number)
        state.easeHundredths = eased < 130 ? 130 : eased
        if (grade < 3) {
          state.repetitions = 0
          state.intervalDays = 1
          continue
        }
        const done = state.repetitions++
        state.intervalDays =
          done === 0 ? 1 : done === 1 ? 6 : Math.floor((state.intervalDays * ease + 50) / 100)
      }
    }
    return { run, sum: () => states.reduce((sum, state) => sum + state.intervalDays, 0) }
  },
  supermemo: (grades, cards) => {
    const items = Array.from({ length: cards }, (): SuperMemoItem => ({
      interval: 0,
      repetition: 0,
      efactor: 2.5,
    }))
    const run = () => {
      for (let i = 0; i < grades.length; i++) {
        const card = i % cards
        items[card] = supermemo(items[card] as SuperMemoItem, grades[i] as SuperMemoGrade)
      }
    }
    return { run, sum: () => items.reduce((sum, item) => sum + item.interval, 0) }
  },
  'ts-fsrs next': (grades, cards) => {
    const scheduler = fsrs()
    const start = new Date(Date.UTC(2026, 0, 1))
    const states = Array.from({ length: cards }, (): Card => createEmptyCard(start))
    const run = () => {
      for (let i = 0; i < grades.length; i++) {
        const card = i % cards
        const state = states[card] as Card
        states[card] = scheduler.next(state, state.due, (grades[i] as number) - 1).card
      }
    }
    return { run, sum: () => states.reduce((sum, state) => sum + state.scheduled_days, 0) }
  },
}

const [name = '', answers = '0', cards = '1'] = process.argv.slice(2)
const contender = contenders[name]
if (contender === undefined) throw new Error(`Inconsistent: no contender ${name}`)
const grades = drawGrades(Number(answers))
// The work once before, on cards of its own, so that the compiler has done its part.
contender(grades, Number(cards)).run()
const { run, sum } = contender(grades, Number(cards))
const start = performance.now()
run()
const seconds = (performance.now() - start) / 1000
console.log(JSON.stringify({ perSecond: grades.length / seconds, sum: sum() } satisfies ScheduleSteps))
