import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { ReviewsReply } from '../../shared/api/reviews.ts'
import { openDatabase } from '../../server/db/open-database.ts'
import { someNotes } from '../support/build-test-app.ts'
import { eventually } from '../support/eventually.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { noon } from '../support/factories.ts'
import { type Home, aHome } from '../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'

let home: Home
const started: ServerProcess[] = []
beforeEach(async () => {
  home = await aHome({ 'caching.md': someNotes })
})
afterEach(async () => {
  for (const server of started.splice(0)) server.child.kill('SIGKILL')
  await home.remove()
})

function start(env: Record<string, string> = {}, ...args: string[]): ServerProcess {
  const server = startProcess({ DATA_DIR: home.data, LEARNINGS_DIR: home.notes, ...env }, ...args)
  started.push(server)
  return server
}

/** The server answers while its notes are being read. */
const queueOf = async (url: string) =>
  (await (await fetch(`${url}/api/v1/queue?zone=UTC`)).json()) as QueueReply

test('a folder given on the command line goes before the environment, and SIGTERM ends the server in order', async () => {
  const server = start({ LEARNINGS_DIR: join(home.folder, 'not-there') }, home.notes)
  const url = await server.url
  await eventually(async () => (await queueOf(url)).counts.new).toBeGreaterThan(5)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('the built program lays the database down as the source does: words and patterns are found', async () => {
  const server = start()
  const url = await server.url
  const search = async (q: string) => {
    const response = await fetch(`${url}/api/v1/cards/search?zone=UTC&q=${encodeURIComponent(q)}`)
    return { status: response.status, ...((await response.json()) as { total?: number }) }
  }
  for (const q of ['redis', 're:"^what"']) expect(await search(q)).toMatchObject({ status: 200 })
  server.child.kill('SIGTERM')
  await server.ended
  const db = await openDatabase(home.data, noon)
  const loose = await sql<{ name: string }>`select name from pragma_table_list
    where type = 'table' and strict = 0 and schema = 'main' and name in ('cards', 'events', 'schedules', 'notes')`.execute(
    db.reader,
  )
  await db.close()
  expect(loose.rows).toEqual([])
})

test('a server that others reach prints a link to the first account, and a half said admin does not start it', async () => {
  const server = start({ HOST: '0.0.0.0' })
  const url = await server.url
  expect((await fetch(`${url}/api/v1/queue`)).status).toBe(401)
  const key = /\/join#([\w-]{43})\n/.exec(server.output())?.[1]
  const joining = { key, name: 'Ada', password: 'nine green herons' }
  const joined = await fetch(`${url}/api/v1/joins`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(joining),
  })
  expect(joined.status).toBe(201)
  expect(server.output()).not.toContain(joining.password)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  const half = start({ CREATE_ADMIN: '1', ADMIN_USERNAME: 'Ada' })
  expect(await half.ended).toBe(1)
  expect(half.output()).toContain('ADMIN_PASSWORD is not')
  // Now that there is an account, loopback asks for it, too.
  const local = start()
  expect((await fetch(`${await local.url}/api/v1/queue`)).status).toBe(401)
  expect(local.output()).not.toContain('/join#')
})

test('a connection on which nothing is asked does not keep the server from ending', async () => {
  const server = start()
  const { hostname, port } = new URL(await server.url)
  const silent = connect(Number(port), hostname)
  await once(silent, 'connect')
  const closed = once(silent, 'close')
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  await closed
})

test('what prevents the start is one clear sentence and an exit code, and nothing is made', async () => {
  const file = join(home.folder, 'a-file')
  writeFileSync(file, 'text')
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const cases: [Record<string, string>, RegExp][] = [
    [
      { LEARNINGS_DIR: join(home.folder, 'not-there') },
      /not-there does not exist\. Create it, or name another/,
    ],
    [{ LEARNINGS_DIR: file }, /a-file is a file, not a folder of notes/],
    [{ PORT: 'many' }, /PORT is “many”/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is “loud”/],
    [{ PORT: port }, new RegExp(`Port ${port} is taken`)],
    [{ DATA_DIR: join(file, 'below') }, /below cannot be created/],
  ]
  for (const [env, sentence] of cases) {
    const server = start(env)
    expect(await server.ended).toBe(1)
    expect(server.output()).toMatch(sentence)
    expect(server.output().trim().split('\n')).toHaveLength(1)
  }
  taken.close()
})

test('a second server on the same data refuses in under two seconds of waiting, and the first goes on', async () => {
  const first = start()
  const url = await first.url
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.output()).toMatch(/Another Recollect server is already using the data folder/)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('kill −9 among answers loses none that was acknowledged, and leaves none half recorded', async () => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < 3; round++) {
    const server = start()
    const url = await server.url
    await eventually(async () => (await queueOf(url)).cards.length).toBeGreaterThan(0)
    const { cards, today } = await queueOf(url)
    const answer = async (cardId: string, number: number) => {
      const event = {
        kind: 'reviewed',
        id: uuidv7(),
        deviceId: 'test-device',
        at: Date.now(),
        zone: 'UTC',
        studyDay: today,
        cardId,
        grade: number % 6,
        durationMs: 1000,
        via: 'review',
        effect: 'schedule',
        kindShown: 'basic',
        profile: 'sm2',
      }
      const response = await fetch(`${url}/api/v1/reviews`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ events: [event] }),
      })
      const { verdicts } = (await response.json()) as ReviewsReply
      if (verdicts[0]?.verdict === 'recorded') acknowledged.add(event.id)
      // Shot in the middle of the others, once some have been acknowledged.
      if (acknowledged.size >= (round + 1) * 25) server.child.kill('SIGKILL')
    }
    const answers = Array.from({ length: 80 }, (_, number) =>
      answer(cards[number % cards.length]?.id ?? '', number),
    )
    await Promise.allSettled(answers)
    server.child.kill('SIGKILL')
    expect(await server.ended).toBe('SIGKILL')
  }
  const db = await openDatabase(home.data, noon)
  const stored = await db.reader.selectFrom('events').select('id').execute()
  const ids = new Set<string>(stored.map((row) => row.id))
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
  expect(acknowledged.size).toBeGreaterThanOrEqual(75)
  await expectCacheIsFold({ deps: { db } })
  await db.close()
})
