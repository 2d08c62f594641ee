import { expect, test } from 'vitest'
import { abilities, decideConcepts } from '../../support/quiz-world.ts'

/** A concept is known to whoever would recall at least half of its facts at that moment, asked or not. */
const known = 0.5

test('“until sure” decides rightly of at least 85 in 100 concepts, with six questions at most', () => {
  for (const seed of ['harbour', 'mill', 'forge']) {
    const decided = (Object.keys(abilities) as (keyof typeof abilities)[]).flatMap((ability) =>
      decideConcepts(seed, ability, 200),
    )
    const right = decided.filter(({ saidKnown, recall }) => saidKnown === recall >= known).length
    expect(right / decided.length).toBeGreaterThanOrEqual(0.85)
    expect(Math.max(...decided.map(({ asked }) => asked))).toBeLessThanOrEqual(6)
    // Neither answer alone would do as well: the world holds enough of both.
    const share = decided.filter(({ recall }) => recall >= known).length / decided.length
    expect(Math.max(share, 1 - share)).toBeLessThan(0.8)
  }
})
