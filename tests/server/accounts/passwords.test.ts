import { expect, test } from 'vitest'
import { Passwords } from '../../../server/accounts/passwords.ts'
import { Refusal } from '../../../shared/basics/refusal.ts'

test('a name that nobody has costs as much work as any other, and never fits', async () => {
  const passwords = new Passwords('light')
  expect(await passwords.matches(null, 'nobody has this password', 'stranger')).toBe(false)
  const hash = await passwords.hash('nine green herons')
  expect(await passwords.matches(hash, 'nine green herons', 'stranger')).toBe(true)
  expect(passwords.isOutdated(hash)).toBe(false)
  expect(new Passwords('strong').isOutdated(hash)).toBe(true)
})

test('a crowd of strangers is told to come back, and one whose browser is known goes before those who wait', async () => {
  const passwords = new Passwords('light')
  const order: string[] = []
  const crowd = Array.from({ length: 60 }, () =>
    passwords.matches(null, 'a guess', 'stranger').then(
      () => order.push('stranger'),
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    ),
  )
  const owner = passwords.matches(null, 'a slip', 'known').then(() => order.push('known'))
  await owner
  // Two were being looked at already.
  expect(order.indexOf('known')).toBeLessThanOrEqual(3)
  const outcomes = await Promise.all(crowd)
  expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(60 - 2 - 32)
  // What was refused left nothing behind: the next one is let in.
  expect(await passwords.matches(null, 'later', 'stranger')).toBe(false)
})
