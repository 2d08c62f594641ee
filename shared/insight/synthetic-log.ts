import { randomFrom } from '../basics/random.ts'
import { type CardHistory, type CountedAnswer } from '../schedule/card-history.ts'
import { fsrsModel, sameDayStability } from '../schedule/fit/fsrs-model.ts'
import { type FsrsRating, defaultFsrsParameters, gradeOf, ratingOf } from '../schedule/fsrs.ts'
import type { Grade } from '../schedule/review-event.ts'
import { drawDay } from './same-day-answers.ts'
import { type Sm2State, nextSm2, sm2Start } from '../schedule/sm2.ts'

/** How large a made-up log is. */
export interface SyntheticLogSize {
  readonly cards: number
  readonly days: number
}

/** The first study day of the made-up log: 2024-01-01. */
export const syntheticStart = 19_723

/** The hidden truth of one card. No scheduler reads it, and from day to day it is no scheduler's model. */
interface HiddenMemory {
  /** Days until recall falls to 80 %. */
  strength: number
  /** How much of a success stays; it differs from card to card and never changes. */
  readonly gain: number
}

/**
 * A learner's log that never was: cards introduced evenly over the first two thirds of the days, asked by SM-2, answered
 * early, on time or late, and recalled as a hidden memory has it that is none of our models. What was not recalled at once is
 * drilled as people do, and the drill moves the memory as FSRS-6 found it to do for everybody: by its published numbers,
 * which are not chosen for this log. The same seed gives the same log. A model that is right about it may still be wrong
 * about a person: it checks the tools, not the claims.
 */
export function syntheticLog(seed: string, { cards, days }: SyntheticLogSize): CardHistory[] {
  return Array.from({ length: cards }, (_, card) => {
    const random = randomFrom(`${seed}/${card}`)
    const firstDay = Math.floor((card / cards) * days * 0.66)
    return cardHistory(random, syntheticStart + firstDay, syntheticStart + days)
  })
}

function cardHistory(random: () => number, firstDay: number, end: number): CardHistory {
  const memory: HiddenMemory = {
    strength: 2.5 * Math.exp(1.1 * bell(random)),
    gain: 1.6 * Math.exp(0.5 * bell(random)),
  }
  const history: CountedAnswer[] = []
  let schedule: Sm2State = sm2Start
  // The note was read some days before its card was asked for the first time.
  let before = firstDay - 3
  for (let day = firstDay; day < end;) {
    const recall = hiddenRecall(memory, day - before)
    const grade = drawGrade(random, recall, memory.gain)
    const [, ...later] = drawDay(ratingOf(grade), history.length === 0 ? 'firstDay' : 'laterDay', random)
    const durationMs = Math.round(3000 + 9000 * (1 - recall) + 6000 * random()) + 5000 * later.length
    const drill = later.length === 0 ? {} : { drill: later.map(gradeOf) }
    history.push({ day, grade, ...drill, durationMs })
    remember(memory, grade, recall)
    for (const rating of later) drillMemory(memory, rating)
    schedule = nextSm2(schedule, grade)
    before = day
    day += drawGap(random, schedule.intervalDays)
  }
  return history
}

/** A power law, with a learner who now and then is not attending (two in a hundred, either way). */
function hiddenRecall({ strength }: HiddenMemory, elapsedDays: number): number {
  const held = (1 + (elapsedDays / strength) * 1.1) ** -0.3
  return 0.01 + 0.97 * held
}

/** A success adds more the nearer it came to failing, and less to what is already strong; a failure keeps a part. */
function remember(memory: HiddenMemory, grade: Grade, recall: number): void {
  memory.strength =
    grade < 3
      ? Math.max(0.4, Math.min(memory.strength, 0.9 * memory.strength ** 0.55))
      : memory.strength * (1 + memory.gain * memory.strength ** -0.12 * (0.15 + 3.2 * (1 - recall)))
}

/** FSRS-6's short-term step with its published numbers; it speaks of the days until recall falls to 90 %. */
function drillMemory(memory: HiddenMemory, rating: FsrsRating): void {
  const days = memory.strength * daysTo90
  memory.strength = sameDayStability(everybody, days, rating) / daysTo90
}

const everybody = fsrsModel(defaultFsrsParameters)
/** Where `hiddenRecall` is 0.9 of what it starts from, in strengths. */
const daysTo90 = (0.9 ** (-1 / 0.3) - 1) / 1.1

function drawGrade(random: () => number, recall: number, gain: number): Grade {
  if (random() > recall) return random() < 0.15 ? 1 : 2
  const ease = recall + 0.15 * Math.log(gain) + 0.15 * bell(random)
  return ease < 0.65 ? 3 : ease < 1.12 ? 4 : 5
}

/** Seven in ten on the day, one in ten ahead of it, the rest late by some days or some of the interval. */
function drawGap(random: () => number, intervalDays: number): number {
  const draw = random()
  if (draw < 0.1) return Math.max(1, Math.round(intervalDays * (0.5 + 0.5 * random())))
  if (draw < 0.8) return intervalDays
  return intervalDays + Math.ceil(-Math.log(1 - random()) * (1 + 0.2 * intervalDays))
}

/** About normally distributed around 0 with deviation 1: a sum of twelve even draws. */
function bell(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}
