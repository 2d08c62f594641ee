import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedAddress, waitBeforeTry } from '../../../shared/account/sign-in-limits.ts'

const limit = { most: 3, withinMs: 1000 }

test('a try waits until fewer than the allowed number of tries are recent', () => {
  expect(waitBeforeTry([], limit, 5000)).toBe(0)
  expect(waitBeforeTry([4800, 4900], limit, 5000)).toBe(0)
  expect(waitBeforeTry([4800, 4900, 4950], limit, 5000)).toBe(800)
  expect(waitBeforeTry([4000, 4900, 4950], limit, 5000)).toBe(0)
  expect(waitBeforeTry([4700, 4800, 4900, 4950], limit, 5000)).toBe(800)
})

test('whoever tries whenever it is allowed gets through no more often than the limit says', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 60 }), (pauses) => {
      const taken: number[] = []
      let now = 10_000
      for (const pause of pauses) {
        now += pause
        if (waitBeforeTry(taken, limit, now) === 0) taken.push(now)
      }
      for (const from of taken)
        expect(taken.filter((at) => at >= from && at < from + limit.withinMs).length).toBeLessThanOrEqual(3)
    }),
  )
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, counted) => {
  expect(countedAddress(address)).toBe(counted)
})
