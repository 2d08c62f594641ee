import { drillPassGrade } from '../schedule/schedule.ts'
import { type FsrsRating, ratingOf } from '../schedule/fsrs.ts'
import type { PerRating } from './study-habits.ts'

/** The ratings of a card's answers on one study day: the first, and the drill until it is recalled. */
export type DayRatings = readonly [first: FsrsRating, ...drill: FsrsRating[]]

/** How likely each rating is after Again and after Hard, on a card's first day and on later ones (the defaults of fsrs-rs' simulator, from many Anki users). */
const afterRating: Readonly<Record<'firstDay' | 'laterDay', readonly [again: PerRating, hard: PerRating]>> = {
  firstDay: [
    [0.3687, 0.0628, 0.5108, 0.0577],
    [0.0441, 0.4553, 0.4457, 0.0549],
  ],
  laterDay: [
    [0.2157, 0.0643, 0.6595, 0.0605],
    [0.05, 0.4638, 0.4475, 0.0387],
  ],
}

const passRating = ratingOf(drillPassGrade)
/** Nobody goes on for ever. */
const mostDrill = 10

/** A study day that began with `first`: as the product drills, until Good or better. */
export function drawDay(
  first: FsrsRating,
  which: keyof typeof afterRating,
  random: (drill: number) => number,
): DayRatings {
  if (first >= passRating) return alone[first] as DayRatings
  const ratings: [FsrsRating, ...FsrsRating[]] = [first]
  for (let last = first; last < passRating && ratings.length <= mostDrill;) {
    last = pickRating(afterRating[which][last === 1 ? 0 : 1], random(ratings.length))
    ratings.push(last)
  }
  return ratings
}

// Most days are a single answer: a simulated year has a hundred thousand of them.
const alone: Readonly<Partial<Record<FsrsRating, DayRatings>>> = { 3: [3], 4: [4] }

/** The rating on which an even draw falls. */
export function pickRating(chances: PerRating, draw: number): FsrsRating {
  let left = draw
  for (const rating of [1, 2, 3] as const) {
    left -= chances[rating - 1] as number
    if (left < 0) return rating
  }
  return 4
}
