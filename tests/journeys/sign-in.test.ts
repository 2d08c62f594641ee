import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SessionsReply, TokenMade, TokensReply } from '../../shared/api/accounts.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import {
  type AccountApp,
  type TestBrowser,
  guestsPassword,
  openAccountApp,
  ownersPassword,
} from '../support/account-app.ts'
import { expectNoSecretIn } from '../support/secrets-in-database.ts'

let app: AccountApp
beforeEach(async () => {
  app = await openAccountApp()
})
afterEach(() => app.close())

const minute = 60_000
const day = 86_400_000

test('a server that others reach answers nobody before somebody signed in', async () => {
  const stranger = app.browser()
  for (const path of ['/queue', '/notes', '/settings', '/sessions', '/accounts'])
    expect(await stranger.ask('GET', path)).toMatchObject({ status: 401, body: { code: 'sign_in' } })
  expect(await stranger.ask('POST', '/reviews', { events: [] })).toMatchObject({ status: 401 })
  expect((await stranger.ask('GET', '/session')).body).toEqual({
    state: 'signed_out',
    isNew: true,
    hasPasswords: true,
    provider: null,
  })
})

test('the set-up link makes one admin, who has the notes that were there, and works once', async () => {
  const key = app.open.setUpKey ?? ''
  const stranger = app.browser()
  expect((await stranger.ask('POST', '/link-checks', { key })).body).toEqual({ kind: 'set_up', name: null })
  const owner = await app.owner()
  expect((await owner.ask('GET', '/session')).body).toMatchObject({
    state: 'signed_in',
    name: 'Ada',
    role: 'admin',
  })
  const { notes } = (await owner.ask<NotesReply>('GET', '/notes')).body
  expect(notes.map(({ path }) => path)).toEqual(['caching.md'])
  const again = await stranger.ask('POST', '/joins', { key, name: 'Eve', password: guestsPassword })
  expect(again).toMatchObject({ status: 410, body: { code: 'link_expired' } })
  await app.restart()
  expect(app.open.setUpKey).toBeNull()
})

test('a set-up link is replaced by the next start and too old after a day', async () => {
  const first = app.open.setUpKey ?? ''
  await app.restart()
  const stranger = app.browser()
  const joining = { name: 'Eve', password: guestsPassword }
  expect(await stranger.ask('POST', '/joins', { key: first, ...joining })).toMatchObject({ status: 410 })
  app.now += day + 1
  const late = await stranger.ask('POST', '/joins', { key: app.open.setUpKey ?? '', ...joining })
  expect(late).toMatchObject({ status: 410, body: { detail: 'This link is too old. Ask for a new one.' } })
})

test('an invitation makes a learner with notes of their own, and only an admin can give one', async () => {
  const owner = await app.owner()
  const guest = await app.guest(owner)
  const { body } = await guest.ask<NotesReply>('GET', '/notes')
  expect(body.notes).toEqual([])
  expect(body.folder).toBe(join(app.folder, 'data', 'learners', guest.learnerId ?? '', 'notes'))
  expect(await guest.ask('POST', '/links', {})).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
  expect(await guest.ask('GET', '/accounts')).toMatchObject({ status: 403 })
  expect((await owner.ask('GET', '/accounts')).body).toMatchObject({
    accounts: [
      { name: 'Ada', role: 'admin' },
      { name: 'Grace', role: 'learner' },
    ],
  })
})

test('a link that was taken back, used or made up lets nobody in, and a taken name is said', async () => {
  const owner = await app.owner()
  const made = (await owner.ask<{ key: string; link: { id: string } }>('POST', '/links', {})).body
  const joining = { key: made.key, password: guestsPassword }
  const stranger = app.browser()
  expect(await stranger.ask('POST', '/joins', { ...joining, name: ' ADA ' })).toMatchObject({
    status: 409,
    body: { code: 'account_taken' },
  })
  expect(await stranger.ask('POST', '/joins', { ...joining, name: 'Bo', password: 'short' })).toMatchObject({
    status: 422,
    body: { code: 'weak_password' },
  })
  expect(await owner.ask('DELETE', `/links/${made.link.id}`)).toMatchObject({ status: 204 })
  expect(await stranger.ask('POST', '/joins', { ...joining, name: 'Bo' })).toMatchObject({ status: 410 })
  expect(await owner.ask('DELETE', `/links/${made.link.id}`)).toMatchObject({ status: 404 })
})

test('signing in needs name and password, and says the same whichever is wrong', async () => {
  await app.owner()
  const browser = app.browser()
  const wrong = [
    await browser.signIn('Ada', 'not the password'),
    await browser.signIn('Nobody', ownersPassword),
  ]
  for (const { status, body } of wrong)
    expect({ status, detail: body.detail }).toEqual({ status: 403, detail: 'Name or password is wrong.' })
  expect(await browser.signIn('  ada', ownersPassword)).toMatchObject({ status: 200 })
  expect((await browser.ask<QueueReply>('GET', '/queue')).body.counts.new).toBeGreaterThan(0)
})

test('signing out ends the session, here and for whoever kept its cookie', async () => {
  const owner = await app.owner()
  const kept = new Map(owner.cookies)
  expect(await owner.ask('DELETE', '/session')).toMatchObject({ status: 204 })
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 401 })
  for (const [name, value] of kept) owner.cookies.set(name, value)
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 401 })
})

async function secondBrowser(name: string, password: string): Promise<TestBrowser> {
  const browser = app.browser('198.51.100.4')
  await browser.signIn(name, password)
  return browser
}

test('sessions are listed by their browser and can be ended one by one, or all others at once', async () => {
  const owner = await app.owner()
  const other = await secondBrowser('Ada', ownersPassword)
  const { sessions } = (await owner.ask<SessionsReply>('GET', '/sessions')).body
  expect(sessions.map(({ device }) => device)).toEqual(['Firefox on Linux', 'Firefox on Linux'])
  expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
  const theirs = sessions.find(({ isThis }) => !isThis)
  expect(await owner.ask('DELETE', `/sessions/${theirs?.id ?? ''}`)).toMatchObject({ status: 204 })
  expect(await other.ask('GET', '/queue')).toMatchObject({ status: 401 })
  const third = await secondBrowser('Ada', ownersPassword)
  await owner.ask('DELETE', '/sessions')
  expect(await third.ask('GET', '/queue')).toMatchObject({ status: 401 })
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 200 })
})

test('a new password signs every other browser out, and the old one is good no more', async () => {
  const owner = await app.owner()
  const other = await secondBrowser('Ada', ownersPassword)
  const next = 'eleven blue kites'
  expect(await owner.ask('PUT', '/password', { current: 'wrong one here', next })).toMatchObject({
    status: 403,
  })
  expect(await owner.ask('PUT', '/password', { current: ownersPassword, next: 'password12' })).toMatchObject({
    status: 422,
  })
  expect(await owner.ask('PUT', '/password', { current: ownersPassword, next })).toMatchObject({
    status: 204,
  })
  expect(await other.ask('GET', '/queue')).toMatchObject({ status: 401 })
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 200 })
  expect(await app.browser().signIn('Ada', ownersPassword)).toMatchObject({ status: 403 })
  expect(await app.browser().signIn('Ada', next)).toMatchObject({ status: 200 })
})

test('an admin’s link lets a learner who forgot their password set a new one', async () => {
  const owner = await app.owner()
  const guest = await app.guest(owner)
  const { key } = (await owner.ask<{ key: string }>('POST', '/links', { learnerId: guest.learnerId })).body
  const browser = app.browser()
  expect((await browser.ask('POST', '/link-checks', { key })).body).toEqual({
    kind: 'new_password',
    name: 'Grace',
  })
  const password = 'four slow badgers'
  expect(await browser.ask('POST', '/joins', { key, name: '', password })).toMatchObject({
    status: 201,
    body: { name: 'Grace', learnerId: guest.learnerId },
  })
  expect(await guest.ask('GET', '/queue')).toMatchObject({ status: 401 })
  expect(await app.browser().signIn('Grace', password)).toMatchObject({ status: 200 })
})

test('the secret of a session changes every day; the old one is good until the new one was used', async () => {
  const owner = await app.owner()
  const name = '__Host-recollect-session'
  const old = owner.cookies.get(name) ?? ''
  app.now += day
  // The answer with the new secret is lost: the browser goes on with the old one.
  await owner.ask('GET', '/queue')
  expect(owner.cookies.get(name)).not.toBe(old)
  owner.cookies.set(name, old)
  app.now += 2 * 60_000
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 200 })
  const fresh = owner.cookies.get(name) ?? ''
  expect(fresh).not.toBe(old)
  await owner.ask('GET', '/queue')
  // Now the new one is known to have arrived. Whoever comes with the old one a while later stole it: the session ends for both.
  app.now += 2 * 60_000
  const thief = app.browser()
  thief.learnerId = owner.learnerId
  thief.cookies.set(name, old)
  expect(await thief.ask('GET', '/queue')).toMatchObject({ status: 401 })
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 401 })
})

test('a session ends 30 days after it was used last', async () => {
  const owner = await app.owner()
  for (let used = 0; used < 3; used++) {
    app.now += 29 * day
    expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 200 })
  }
  app.now += 30 * day + 1
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 401 })
})

test('a token does what it was made for, until it is too old or revoked, and never touches the account', async () => {
  const owner = await app.owner()
  const make = async (scopes: readonly string[], days: number | null) =>
    (await owner.ask<TokenMade>('POST', '/tokens', { name: 'Shelf', scopes, days })).body
  const [reading, writing] = [await make(['read'], 1), await make(['read', 'write'], null)]
  const program = app.browser()
  const asking = (method: 'GET' | 'PUT' | 'POST', path: string, { secret }: TokenMade, body?: object) =>
    program.ask(method, path, body, { authorization: `Bearer ${secret}` })
  expect(reading.secret).toMatch(/^recollect_[\w-]{43}$/)
  expect(await asking('GET', '/queue', reading)).toMatchObject({ status: 200 })
  expect(await asking('PUT', '/settings', reading, { newPerDay: 3 })).toMatchObject({ status: 403 })
  expect(await asking('PUT', '/settings', writing, { newPerDay: 3 })).toMatchObject({ status: 200 })
  expect(await asking('POST', '/reviews', writing, { events: [] })).toMatchObject({ status: 403 })
  for (const path of ['/tokens', '/sessions', '/accounts'])
    expect(await asking('GET', path, writing)).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
  const { tokens } = (await owner.ask<TokensReply>('GET', '/tokens')).body
  expect(tokens.map(({ name, usedAt }) => [name, usedAt])).toEqual([
    ['Shelf', app.now],
    ['Shelf', app.now],
  ])
  app.now += day
  expect(await asking('GET', '/queue', reading)).toMatchObject({ status: 401 })
  await owner.ask('DELETE', `/tokens/${writing.token.id}`)
  expect(await asking('GET', '/queue', writing)).toMatchObject({ status: 401 })
  expect(await asking('GET', '/queue', { ...reading, secret: 'recollect_made-up' })).toMatchObject({
    status: 401,
  })
})

test('sessions, tokens and tries outlive a restart, and no secret stands in the database', async () => {
  const owner = await app.owner()
  const { secret } = (
    await owner.ask<TokenMade>('POST', '/tokens', { name: 'Shelf', scopes: ['read'], days: null })
  ).body
  const { key } = (await owner.ask<{ key: string }>('POST', '/links', {})).body
  await app.restart()
  expect(await owner.ask('GET', '/queue')).toMatchObject({ status: 200 })
  await expectNoSecretIn(app.db, [secret, key, ownersPassword, ...owner.cookies.values()])
})

test('a page that still holds another learner’s answers cannot send them as whoever signed in after them', async () => {
  const owner = await app.owner()
  const guest = await app.guest(owner)
  guest.learnerId = owner.learnerId
  expect(await guest.ask('POST', '/reviews', { events: [] })).toMatchObject({
    status: 401,
    body: { code: 'other_learner' },
  })
})

test('a change with the cookie must come from our own page', async () => {
  const owner = await app.owner()
  const change = (headers: Readonly<Record<string, string>>) =>
    owner.ask('PUT', '/settings', { newPerDay: 3 }, headers)
  for (const headers of [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://other.cards.example', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ])
    expect(await change(headers)).toMatchObject({ status: 403, body: { code: 'foreign_origin' } })
  expect(await change({})).toMatchObject({ status: 200 })
})

test('a server answers to the name in BASE_URL, its port said or not, and to a listed proxy that says it for a browser', async () => {
  const listed = await openAccountApp({ TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/8' })
  try {
    const asked = (ip: string, headers: Readonly<Record<string, string>>) =>
      listed.browser(ip).ask('GET', '/session', undefined, headers)
    for (const host of ['cards.example', 'cards.example:443', 'localhost:4747'])
      expect(await asked('203.0.113.7', { host })).toMatchObject({ status: 200 })
    expect(await asked('203.0.113.7', { host: 'evil.example' })).toMatchObject({
      status: 403,
      body: { code: 'foreign_origin', detail: expect.stringContaining('answers to cards.example') as string },
    })
    const forwarded = { host: 'recollect:4747', 'x-forwarded-host': 'cards.example' }
    expect(await asked('10.1.2.3', forwarded)).toMatchObject({ status: 200 })
    expect(await asked('203.0.113.7', forwarded)).toMatchObject({ status: 403 })
  } finally {
    await listed.close()
  }
})

test('guesses are counted by the address that a listed proxy names, and by nobody else’s word', async () => {
  const listed = await openAccountApp({ TRUSTED_REVERSE_PROXY_NETWORKS: '10.0.0.0/8' })
  try {
    const tenth = async (ip: string, from: (guess: number) => string) => {
      let status = 0
      for (let guess = 0; guess < 11; guess++) {
        const headers = { 'x-forwarded-for': from(guess) }
        const body = { name: ip, password: 'some long guess' }
        status = (await listed.browser(ip).ask('POST', '/session', body, headers)).status
      }
      return status
    }
    expect(await tenth('10.1.2.3', (guess) => `198.51.100.${guess}`)).toBe(403)
    expect(await tenth('203.0.113.7', (guess) => `198.51.100.${guess}`)).toBe(429)
  } finally {
    await listed.close()
  }
})

test('a server without accounts says so, and lets nobody in whom a proxy passed on', async () => {
  const local = await openAccountApp({ BASE_URL: '' })
  try {
    const browser = local.browser()
    const asked = (path: string, headers: Readonly<Record<string, string>> = {}) =>
      browser.ask('GET', path, undefined, { host: 'localhost:4747', ...headers })
    expect((await asked('/session')).body).toEqual({ state: 'open' })
    expect(await asked('/queue')).toMatchObject({ status: 200 })
    expect(await asked('/sessions')).toMatchObject({ status: 409, body: { code: 'no_accounts' } })
    expect(await asked('/queue', { 'x-forwarded-for': '203.0.113.7' })).toMatchObject({
      status: 403,
      body: { code: 'foreign_origin' },
    })
  } finally {
    await local.close()
  }
})

test('the environment can name the first account, and a second start makes no other', async () => {
  const named = await openAccountApp({
    CREATE_ADMIN: '1',
    ADMIN_USERNAME: 'Root',
    ADMIN_PASSWORD: ownersPassword,
  })
  try {
    expect(named.open.setUpKey).toBeNull()
    await named.restart()
    const browser = named.browser()
    expect(await browser.signIn('root', ownersPassword)).toMatchObject({ status: 200 })
    expect((await browser.ask('GET', '/accounts')).body).toMatchObject({
      accounts: [{ name: 'Root', role: 'admin' }],
    })
  } finally {
    await named.close()
  }
})

test('of two who use a link at the same moment one comes in', async () => {
  const owner = await app.owner()
  const { key } = (await owner.ask<{ key: string }>('POST', '/links', {})).body
  const joining = ['Bo', 'Cy'].map((name) =>
    app.browser().ask('POST', '/joins', { key, name, password: guestsPassword }),
  )
  expect((await Promise.all(joining)).map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 410])
  expect((await owner.ask<{ accounts: object[] }>('GET', '/accounts')).body.accounts).toHaveLength(2)
})

test('of many requests at once one changes the secret of the session, and none signs the browser out', async () => {
  const owner = await app.owner()
  app.now += day + 1
  const crowd = await Promise.all(Array.from({ length: 12 }, () => owner.ask('GET', '/settings')))
  expect(crowd.map(({ status }) => status)).toEqual(crowd.map(() => 200))
  expect(crowd.filter(({ headers }) => headers['set-cookie'] !== undefined)).toHaveLength(1)
  app.now += minute * 5
  expect(await owner.ask('GET', '/settings')).toMatchObject({ status: 200 })
})

test('a new password gives this browser a new secret, so that a copy of the old one is good no more', async () => {
  const owner = await app.owner()
  const thief = app.browser()
  for (const [name, value] of owner.cookies) thief.cookies.set(name, value)
  const next = 'eleven grey plovers'
  expect(await owner.ask('PUT', '/password', { current: ownersPassword, next })).toMatchObject({
    status: 204,
  })
  expect(await owner.ask('GET', '/settings')).toMatchObject({ status: 200 })
  expect((await thief.ask('GET', '/session')).body).toMatchObject({ state: 'signed_out' })
})

test('signing in ends the session that the browser held before, and signing out ends it whoever the page is for', async () => {
  const owner = await app.owner()
  const before = new Map(owner.cookies)
  await owner.signIn('Ada', ownersPassword)
  expect((await owner.ask<SessionsReply>('GET', '/sessions')).body.sessions).toHaveLength(1)
  const kept = app.browser()
  for (const [name, value] of before) kept.cookies.set(name, value)
  expect((await kept.ask('GET', '/session')).body).toMatchObject({ state: 'signed_out' })
  owner.learnerId = null
  for (const [name, value] of owner.cookies) kept.cookies.set(name, value)
  expect((await kept.ask('GET', '/session')).body).toMatchObject({ state: 'signed_in', name: 'Ada' })
  await owner.ask('DELETE', '/session')
  expect((await kept.ask('GET', '/session')).body).toMatchObject({ state: 'signed_out' })
})

test('what is one learner’s is stored by nothing on its way, and a proxy’s own password is none of ours', async () => {
  const owner = await app.owner()
  const headers = { authorization: 'Basic YWRhOnNlY3JldA==' }
  const answered = await owner.ask('GET', '/notes', undefined, headers)
  expect(answered).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
})
