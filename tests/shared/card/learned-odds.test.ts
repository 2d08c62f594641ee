import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decided, learnOdds, learnedChance } from '../../../shared/card/learned-odds.ts'
import type { Worth } from '../../../shared/card/worth.ts'

const worth = (form: Worth['traits']['form'], chance = 0.8): Worth => ({
  chance,
  traits: { form, layout: 'prose', genre: 'study' },
  doubt: '',
})
const decided = (form: Worth['traits']['form'], kept: number, times: number): Decided[] =>
  Array.from({ length: times }, () => ({ worth: worth(form), kept }))

describe('what decisions teach', () => {
  test('nothing decided moves nothing', () => {
    expect(learnedChance(learnOdds([]))(worth('why'))).toBe(0.8)
  })

  test('dropping moves a form more than what it shares with other forms', () => {
    const chance = learnedChance(learnOdds(decided('why', 0, 12)))
    expect(chance(worth('why'))).toBeLessThan(0.3)
    expect(chance(worth('stands for'))).toBeGreaterThan(0.5)
  })

  test('decisions that are as foretold move hardly anything', () => {
    const chance = learnedChance(learnOdds([...decided('why', 1, 8), ...decided('why', 0, 2)]))
    expect(chance(worth('why'))).toBeCloseTo(0.8, 5)
  })

  test('the more is kept the higher the chance, and it stays a chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (kept, dropped) => {
        const chanceAt = (k: number): number =>
          learnedChance(learnOdds([...decided('why', 1, k), ...decided('why', 0, dropped)]))(worth('why'))
        const chance = chanceAt(kept)
        expect(chance).toBeGreaterThan(0)
        expect(chance).toBeLessThan(1)
        expect(chanceAt(kept + 1)).toBeGreaterThanOrEqual(chance - 1e-9)
      }),
    )
  })

  test('what an author wrote as a card neither teaches nor moves', () => {
    const written: Worth = {
      ...worth('cue', 1),
      traits: { form: 'cue', layout: 'written as a card', genre: 'study' },
    }
    const learned = learnOdds(Array.from({ length: 20 }, () => ({ worth: written, kept: 0 })))
    expect(learned).toEqual([])
    expect(learnedChance(learnOdds(decided('cue', 0, 20)))(written)).toBe(1)
  })
})
