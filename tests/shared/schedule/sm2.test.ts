import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { type Sm2State, minEaseHundredths, nextSm2, sm2Start } from '../../../shared/schedule/sm2.ts'
import { hasSharedFolder, inSharedFolder } from '../../support/shared-folder.ts'

interface Vector {
  readonly id: string
  readonly grades: readonly Grade[]
  readonly delphi: readonly (readonly [interval: number, repetitions: number, ease: number])[]
}
const vectors: readonly Vector[] = hasSharedFolder
  ? (JSON.parse(readFileSync(inSharedFolder('vectors/sm2.json'), 'utf8')) as { vectors: Vector[] }).vectors
  : []

describe.skipIf(!hasSharedFolder)('the canonical vectors', () => {
  test('there are 45 of them with 239 steps', () => {
    expect(vectors).toHaveLength(45)
    expect(vectors.reduce((steps, vector) => steps + vector.grades.length, 0)).toBe(239)
  })

  test.each(vectors)('$id holds at every step', ({ grades, delphi }) => {
    let state = sm2Start
    const steps = grades.map((grade) => {
      state = nextSm2(state, grade)
      return [state.intervalDays, state.repetitions, state.easeHundredths]
    })
    expect(steps).toEqual(delphi)
  })
})

test.each([
  { grades: [2, 1, 3], ease: 150, interval: 1 },
  { grades: [2, 1, 3, 4, 4, 4], ease: 150, interval: 14 },
  { grades: [4, 4, 4], ease: 250, interval: 15 },
  { grades: [5, 5, 5, 5], ease: 290, interval: 45 },
  { grades: [4, 4, 0, 4], ease: 170, interval: 1 },
] as const)(
  'after $grades the ease is $ease hundredths and the interval $interval days',
  ({ grades, ease, interval }) => {
    const state = grades.reduce<Sm2State>((before, grade) => nextSm2(before, grade), sm2Start)
    expect([state.easeHundredths, state.intervalDays]).toEqual([ease, interval])
  },
)

test('no grade takes the ease factor below 1.30', () => {
  let state = sm2Start
  for (let answer = 0; answer < 50; answer++) state = nextSm2(state, (answer % 3) as Grade)
  expect(state.easeHundredths).toBe(minEaseHundredths)
})

test('a failure never lengthens the interval', () => {
  for (const grade of [0, 1, 2] as const) {
    for (const intervalDays of [1, 6, 15, 400]) {
      expect(
        nextSm2({ repetitions: 5, intervalDays, easeHundredths: 250 }, grade).intervalDays,
      ).toBeLessThanOrEqual(intervalDays)
    }
  }
})

/** The same arithmetic written anew, in another shape: a table walk over exact fractions. */
function reference(grades: readonly number[]): [number, number, number] {
  const change = new Map([
    [0, -80],
    [1, -54],
    [2, -32],
    [3, -14],
    [4, 0],
    [5, 10],
  ])
  let [n, interval, ease] = [0, 0, 250]
  for (const grade of grades) {
    if (grade < 3) [n, interval] = [0, 1]
    else {
      const product = interval * ease
      const remainder = product % 100
      const rounded = (product - remainder) / 100 + (remainder >= 50 ? 1 : 0)
      interval = n === 0 ? 1 : n === 1 ? 6 : rounded
      n += 1
    }
    ease = Math.max(130, ease + (change.get(grade) ?? 0))
  }
  return [interval, n, ease]
}

test('every sequence of up to five grades agrees with an independent reference', () => {
  let different = 0
  const walk = (grades: number[], state: Sm2State): void => {
    const [interval, n, ease] = reference(grades)
    if (state.intervalDays !== interval || state.repetitions !== n || state.easeHundredths !== ease)
      different++
    if (grades.length === 6) return
    for (let grade = 0; grade <= 5; grade++) walk([...grades, grade], nextSm2(state, grade as Grade))
  }
  walk([], sm2Start)
  expect(different).toBe(0)
})
