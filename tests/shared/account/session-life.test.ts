import { expect, test } from 'vitest'
import { judgeSession } from '../../../shared/account/session-life.ts'

const day = 86_400_000
const minute = 60_000
const now = 400 * day
const fresh = { createdAt: now, seenAt: now, rotatedAt: now, confirmedAt: now }

test.each([
  ['not used for 30 days', { ...fresh, createdAt: now - 40 * day, seenAt: now - 30 * day - 1 }, 'ended'],
  ['older than 180 days', { ...fresh, createdAt: now - 180 * day - 1 }, 'ended'],
  ['used a moment ago', fresh, 'good'],
] as const)('a session %s: %s', (_, session, kind) => {
  expect(judgeSession(session, 'present', now).kind).toBe(kind)
})

test('a secret of yesterday is changed, and what was seen lately is not written again', () => {
  const old = { ...fresh, rotatedAt: now - day, seenAt: now - 9 * minute }
  expect(judgeSession(old, 'present', now)).toEqual({
    kind: 'good',
    rotates: true,
    confirms: false,
    isSeen: false,
  })
})

test('the secret from before is good for tabs on their way, again after a lost answer, and stolen later', () => {
  const of = (rotatedAt: number, confirmedAt: number | null) =>
    judgeSession({ ...fresh, rotatedAt, confirmedAt }, 'previous', now)
  expect(of(now - minute, now - minute)).toMatchObject({ kind: 'good', rotates: false })
  expect(of(now - minute, null)).toMatchObject({ kind: 'good', rotates: false })
  expect(of(now - day, null)).toMatchObject({ kind: 'good', rotates: true })
  expect(of(now - 2 * minute, now - minute - 1)).toEqual({ kind: 'stolen' })
})
