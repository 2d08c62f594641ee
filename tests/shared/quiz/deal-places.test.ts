import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dealPlaces } from '../../../shared/quiz/deal-places.ts'
import { aChoice, anOrder, aTyped } from './a-question.ts'

test('only the order of options changes, the key stays the key, and every place comes equally often', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
      const questions = Array.from({ length: count }, (_, i) => aChoice(`q${i}`, i % 3))
      const dealt = dealPlaces(questions, seed)
      const places = [0, 0, 0]
      dealt.forEach(({ control }, i) => {
        const before = questions[i]!.control
        expect([...control.options].sort((a, b) => (a.text < b.text ? -1 : 1))).toEqual(before.options)
        expect(control.options[control.keyIndex]).toEqual(before.options[before.keyIndex])
        places[control.keyIndex]!++
      })
      expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(1)
      expect(dealPlaces(questions, seed)).toEqual(dealt)
    }),
  )
})

test('what has no options stays as it is', () => {
  const questions = [aTyped('a'), anOrder('b')]
  expect(dealPlaces(questions, 's')).toEqual(questions)
})
