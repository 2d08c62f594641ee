import { now } from './clock.ts'

let lastMs = 0
let count = 0

/**
 * A UUID of version 7. Those of one page are in the order they were made, also within a millisecond and when the clock is
 * set back: an answer sorts before what takes it back. Plain HTTP has no `crypto.randomUUID`, so it is made by hand.
 */
export function newId(): string {
  const ms = Math.max(now(), lastMs)
  count = ms === lastMs ? count + 1 : crypto.getRandomValues(new Uint8Array(1))[0]!
  lastMs = count > 0xfff ? ms + 1 : ms
  count &= 0xfff
  const random = crypto.getRandomValues(new Uint8Array(8))
  random[0] = (random[0]! & 0x3f) | 0x80
  const hex = [
    lastMs.toString(16).padStart(12, '0'),
    `7${count.toString(16).padStart(3, '0')}`,
    ...[...random].map((byte) => byte.toString(16).padStart(2, '0')),
  ].join('')
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-')
}
