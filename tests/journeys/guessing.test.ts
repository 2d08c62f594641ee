import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountApp, type TestBrowser, openAccountApp, ownersPassword } from '../support/account-app.ts'

let app: AccountApp
let owner: TestBrowser
beforeAll(async () => {
  app = await openAccountApp()
  owner = await app.owner()
})
afterAll(() => app.close())

const minute = 60_000

// The tests go on from each other: one attack, and who is still let in.

test('of 10 000 wrong passwords from a thousand addresses a hundred an hour are looked at, and each refusal says when', async () => {
  const counts = new Map<number, number>()
  for (let guess = 0; guess < 10_000; guess++) {
    const thief = app.browser(`198.51.${Math.trunc((guess % 1000) / 250)}.${(guess % 250) + 1}`)
    const { status, headers } = await thief.signIn('Ada', `guess number ${guess}`)
    counts.set(status, (counts.get(status) ?? 0) + 1)
    if (status === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  }
  expect(counts).toEqual(
    new Map([
      [403, 100],
      [429, 9900],
    ]),
  )
})

test('every one of them is in the log, with the address and without the password', () => {
  const lines = app.log.filter((line) => line.includes('sign-in'))
  expect(lines.length).toBe(10_000)
  expect(lines.every((line) => line.includes('"ip":"198.51.'))).toBe(true)
  expect(lines.filter((line) => line.includes('guess number'))).toEqual([])
})

test('meanwhile the owner is let in by the browser that the account knows, after a sign-out and a restart, too', async () => {
  await owner.ask('DELETE', '/session')
  await app.restart()
  expect(await owner.signIn('Ada', ownersPassword)).toMatchObject({ status: 200 })
  expect(await app.browser('198.51.0.9').signIn('Ada', ownersPassword)).toMatchObject({ status: 429 })
})

test('a known browser is slowed by its own failures, and let in again after a quarter of an hour', async () => {
  await owner.ask('DELETE', '/session')
  const statuses: number[] = []
  for (let guess = 0; guess < 12; guess++)
    statuses.push((await owner.signIn('Ada', `slip number ${guess}`)).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429])
  app.now += 15 * minute + 1
  expect(await owner.signIn('Ada', ownersPassword)).toMatchObject({ status: 200 })
})

test('a crowd of tries at once gets no further than as many in a row', async () => {
  app.now += 60 * minute
  const crowd = Array.from({ length: 60 }, (_, guess) =>
    app.browser('192.0.2.1').signIn('Ada', `crowd number ${guess}`),
  )
  const statuses = (await Promise.all(crowd)).map(({ status }) => status)
  expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(10)
})

test('names that nobody has are slowed alike, and guesses at links by address', async () => {
  const thief = app.browser('192.0.2.77')
  const names: number[] = []
  for (let guess = 0; guess < 11; guess++)
    names.push((await thief.signIn('Nobody', 'some long guess')).status)
  expect(names.at(-2)).toBe(403)
  expect(names.at(-1)).toBe(429)
  const links: number[] = []
  for (let guess = 0; guess < 21; guess++)
    links.push((await thief.ask('POST', '/link-checks', { key: `key ${guess}` })).status)
  expect(links.at(-2)).toBe(410)
  expect(links.at(-1)).toBe(429)
})

test('tries that were counted while the clock was a year ahead keep nobody out when it is set back', async () => {
  const year = 365 * 24 * 60 * minute
  app.now += year
  const browser = app.browser('192.0.2.55')
  for (let guess = 0; guess < 11; guess++) await browser.signIn('Ada', `later number ${guess}`)
  expect(await browser.signIn('Ada', ownersPassword)).toMatchObject({ status: 429 })
  app.now -= year
  expect(await browser.signIn('Ada', ownersPassword)).toMatchObject({ status: 200 })
})
