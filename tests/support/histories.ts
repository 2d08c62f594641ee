import fc from 'fast-check'
import type { CardHistory } from '../../shared/schedule/card-history.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'

/** A card's history by its days: days since the one before (the first: since day 20 000), the grade, and those of its drill. */
export function aHistory(
  ...answers: readonly (readonly [gap: number, grade: number, ...drill: number[]])[]
): CardHistory {
  let day = 20_000
  return answers.map(([gap, grade, ...drill]) => {
    day += gap
    const later = drill.length === 0 ? {} : { drill: drill as Grade[] }
    return { day, grade: grade as Grade, ...later, durationMs: 8000 }
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

/** The same with later answers on some of the days. */
export const drilledHistory: fc.Arbitrary<CardHistory> = fc
  .tuple(
    randomHistory,
    fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), { maxLength: 20 }),
  )
  .map(([history, drills]) =>
    history.map((answer, at) => {
      const drill = drills[at] ?? []
      return drill.length === 0 ? answer : { ...answer, drill: drill as Grade[] }
    }),
  )
