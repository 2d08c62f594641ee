import fc from 'fast-check'
import type { CardHistory } from '../../shared/schedule/card-history.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'

/** A card's history from pairs of days since the answer before (the first: since day 20 000) and grade. */
export function aHistory(...answers: readonly (readonly [gap: number, grade: number])[]): CardHistory {
  let day = 20_000
  return answers.map(([gap, grade]) => {
    day += gap
    return { day, grade: grade as Grade, durationMs: 8000 }
  })
}

/** Random histories with gaps from a day to years. */
export const randomHistory: fc.Arbitrary<CardHistory> = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4000 })),
      fc.integer({ min: 0, max: 5 }),
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((answers) => aHistory(...answers))
