import { expect, test } from 'vitest'
import { ReadingState } from '../../../server/library/reading-state.ts'

test('the last word that a reading hears is that it is cancelled, also when it was paused', () => {
  for (const isPaused of [false, true]) {
    const words: string[] = []
    const state = new ReadingState()
    state.begin((word) => words.push(word))
    if (isPaused) state.pause()
    state.cancel()
    expect(words.at(-1)).toBe('cancel')
  }
})

test('a paused reading that is cancelled waits no longer, and is refused', async () => {
  const state = new ReadingState()
  state.begin()
  state.pause()
  const waiting = state.gate()
  state.cancel()
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
})
