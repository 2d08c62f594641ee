import fc from 'fast-check'
import { type AConcept, type Happened, range } from './a-concept.ts'

/** Forms in which the right answer stands there, and proves nothing. */
export const chosenForms = ['multiple_choice', 'multiple_choice:3', 'match:4', 'true_false:2'] as const

const anAnswer: fc.Arbitrary<Omit<Happened, 'day' | 'fact' | 'card'>> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ grade: fc.constantFrom(4, 4, 4, 3, 5, 2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      grade: fc.constantFrom(4, 4, 2),
      via: fc.constant('quiz' as const),
      effect: fc.constantFrom('none' as const, 'schedule' as const),
      kindShown: fc.constantFrom('typed', 'order:24', 'order:6', ...chosenForms),
      confidence: fc.constantFrom('guess' as const, 'sure' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('suspended' as const, 'resumed' as const, 'reset' as const),
    }),
  },
)

/** Any concept with any past. */
export const aPast: fc.Arbitrary<{ readonly concept: AConcept; readonly story: readonly Happened[] }> = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 9 })
  .chain((cards) =>
    fc
      .array(
        fc.record({
          after: fc.constantFrom(0, 0, 0, 1, 1, 2, 6, 7, 9, 22, 30, 95),
          place: fc.nat(),
          what: anAnswer,
          daysWest: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
        }),
        { maxLength: 60 },
      )
      .chain((steps) =>
        fc.record({
          steps: fc.constant(steps),
          madeOn: fc.array(fc.nat({ max: 300 }), { maxLength: cards.length }),
          chosen: fc.oneof(fc.constant([]), fc.array(fc.nat({ max: cards.length - 1 }), { maxLength: 3 })),
        }),
      )
      .map(({ steps, madeOn, chosen }) => {
        const asked = cards.flatMap((count, fact) => range(count).map((card) => ({ fact, card })))
        let day = 0
        const story = steps.flatMap(({ after, place, what, daysWest }): Happened[] => {
          day += after
          const on = asked[place % Math.max(1, asked.length)]
          return on === undefined ? [] : [{ day, daysWest, ...on, ...what }]
        })
        // Some facts came in later than others; one that was answered before was there.
        const came = Object.fromEntries(madeOn.map((on, fact) => [fact, on]))
        return { concept: { cards, madeOn: came, chosen }, story }
      }),
  )
