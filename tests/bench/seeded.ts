import type { Grade } from '../../shared/schedule/review-event.ts'

/** Numbers from 0 to below 1, the same for the same seed on every machine (Marsaglia’s xorshift). */
export function seededRandom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

/** About normally distributed around 0 with deviation 1: a sum of twelve even draws. */
export function bellDraw(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}

/** A learner’s key: again 10, hard 15, good 60, easy 15 in a hundred. */
export function drawGrade(random: () => number): Grade {
  const draw = random()
  if (draw < 0.1) return 2
  if (draw < 0.25) return 3
  return draw < 0.85 ? 4 : 5
}

/** The grades of `count` answers. */
export function drawGrades(count: number): Uint8Array {
  const random = seededRandom(42)
  return Uint8Array.from({ length: count }, () => drawGrade(random))
}
