import { expect, test } from 'vitest'
import { createAnswerTimer, longestAnswerMs } from '../../../client/state/answer-timer.ts'

test('hidden time is not answering time, and nobody thinks for more than a minute', () => {
  let clock = 1000
  const timer = createAnswerTimer(() => clock)
  timer.start()
  clock += 4000
  timer.pause()
  clock += 60_000
  timer.resume()
  clock += 1000
  expect(timer.read()).toBe(5000)
  clock += 600_000
  expect(timer.read()).toBe(longestAnswerMs)
  timer.start()
  expect(timer.read()).toBe(0)
})

test('a clock that is set back never makes an answer negative', () => {
  let clock = 1000
  const timer = createAnswerTimer(() => clock)
  timer.start()
  clock = 0
  expect(timer.read()).toBe(0)
})
