import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import type { CardsReply } from '../../shared/api/cards.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { QuizReply } from '../../shared/api/quizzes.ts'
import { studyDayOf, type EpochMs } from '../../shared/basics/time.ts'
import { type AccountApp, type TestBrowser, openAccountApp } from '../support/account-app.ts'
import {
  type DocumentedOperation,
  type DocumentedSchema,
  documentedOperations,
} from '../support/documented.ts'

let app: AccountApp
let owner: TestBrowser
let guest: TestBrowser

const guestNotes = `# Gardens

- **Compost**: decayed plants that feed the soil of a garden.
- **Mulch**: a layer on the soil that keeps water in it.
- **Pruning**: the cutting of branches so that a plant grows better.
- **Grafting**: the joining of two plants so that they grow as one.
- **Espalier**: a tree that is trained to grow flat against a wall.
`

beforeAll(async () => {
  app = await openAccountApp()
  owner = await app.owner()
  guest = await app.guest(owner)
  await guest.ask('POST', '/notes', { path: 'gardens.md', text: guestNotes })
  for (const browser of [owner, guest]) await live(browser)
})
afterAll(() => app.close())

/** A learner's day that leaves a row in nearly every table. */
async function live(browser: TestBrowser): Promise<void> {
  const must = async <Body>(...asked: Parameters<TestBrowser['ask']>) => {
    const { status, body } = await browser.ask<Body>(...asked)
    if (status >= 300) throw new Error(`${asked[0]} ${asked[1]}: ${status} ${JSON.stringify(body)}`)
    return body
  }
  const { cards } = await must<QueueReply>('GET', '/queue?zone=UTC')
  const events = cards.slice(0, 3).map(({ id }) => ({
    kind: 'reviewed',
    id: uuidv7(),
    deviceId: 'test-device',
    at: app.now,
    zone: 'UTC',
    studyDay: studyDayOf(app.now as EpochMs, 'UTC', 4),
    cardId: id,
    grade: 4,
    durationMs: 5000,
    via: 'review',
    effect: 'schedule',
    kindShown: 'basic',
    profile: 'sm2',
  }))
  await must('POST', '/reviews', { events })
  const quiz = await must<QuizReply>('POST', '/quizzes', {})
  expect(quiz.id).toBeTypeOf('string')
  const all = (await must<CardsReply>('GET', '/cards')).cards
  await must('PATCH', `/cards/${all[3]?.id ?? ''}`, { flag: 'wrong' }).catch(() => undefined)
  await must('PUT', `/cards/${all[3]?.id ?? ''}/suspension`, {})
  const { notes } = await must<NotesReply>('GET', '/notes')
  const draft = {
    kind: 'basic',
    question: 'What is named first in this note?',
    answer: 'The first thing',
    quote:
      notes[0]?.path === 'gardens.md'
        ? 'decayed plants that feed the soil'
        : 'a fast store that keeps copies',
  }
  await must('POST', `/notes/${notes[0]?.id ?? ''}/drafts`, { drafts: [draft] }).catch(() => undefined)
  await must('POST', '/tokens', { name: 'Shelf', scopes: ['read'], days: null })
}

/** Everything that is a learner's, table by table. */
async function holdingsOf(learnerId: string): Promise<Record<string, Record<string, unknown>[]>> {
  const { reader } = app.db
  const { rows: tables } = await sql<{
    name: string
  }>`select m.name from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and c.name = 'learner_id' order by m.name`.execute(reader)
  const held: Record<string, Record<string, unknown>[]> = {}
  for (const { name } of [...tables, { name: 'learners' }]) {
    const key = name === 'learners' ? 'id' : 'learner_id'
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}
      where ${sql.ref(key)} = ${learnerId}`.execute(reader)
    held[name] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return held
}

/** Ids and keys of a learner: a few of every column that names something. */
function namesIn(held: Record<string, Record<string, unknown>[]>): string[] {
  const names = new Set<string>()
  for (const [table, rows] of Object.entries(held))
    for (const column of Object.keys(rows[0] ?? {})) {
      if (
        !/(?:^|_)(?:id|key)$/.test(column) ||
        column === 'learner_id' ||
        column === 'name_key' ||
        table === 'learners'
      )
        continue
      for (const row of rows.slice(0, 4)) if (typeof row[column] === 'string') names.add(row[column])
    }
  // Drafting says by itself for whom it is, and a device names itself.
  for (const common of ['test-device', 'sm2']) names.delete(common)
  return [...names].filter((name) => name.length >= 8)
}

/** What is put into a request: a name that is another's wherever something is named, and words of the asker's own elsewhere. */
interface Filling {
  readonly name: string
  readonly own: string
}

/** A value that a schema allows. */
function filled(schema: DocumentedSchema, filling: Filling, field = ''): unknown {
  if ('const' in schema) return schema.const
  if (schema.anyOf !== undefined) return filled(schema.anyOf[0] ?? {}, filling, field)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, filled(inner, filling, key)]),
      )
    case 'array':
      return [filled(schema.items ?? {}, filling, field)]
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return false
    case 'null':
      return null
    case undefined:
    default: {
      const names = /(?:id|ids|key|keys|concepts|cards|target|into|from)$/i.test(field)
      const fits = schema.pattern === undefined || new RegExp(schema.pattern).test(filling.name)
      if (!fits) return '2026-12-01'
      return names || schema.pattern !== undefined ? filling.name : filling.own
    }
  }
}

/** What would sign the asker themselves out, or change how they sign in. */
const ownDoors = new Set(['DELETE /api/v1/session', 'DELETE /api/v1/sessions', 'PUT /api/v1/password'])

function requestsFor(
  path: string,
  operation: DocumentedOperation,
  filling: Filling,
): { url: string; body?: object }[] {
  const url = path.replace(/^\/api\/v1/, '').replaceAll(/\{\w+\}/g, encodeURIComponent(filling.name))
  const queries = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => `?${parameter.name}=${encodeURIComponent(filling.name)}`)
  const schema = operation.requestBody?.content['application/json']?.schema
  if (schema === undefined) return ['', ...queries].map((query) => ({ url: `${url}${query}` }))
  const bodies = (schema.anyOf ?? [schema]).map((one) => filled(one, filling) as object)
  return bodies.map((body) => ({ url, body }))
}

test.each([
  ['a guest', 'the admin'],
  ['the admin', 'a guest'],
] as const)(
  'whatever %s asks with the names of what is %s’s, nothing of it comes back and nothing of it changes',
  { timeout: 120_000 },
  async (by, _of) => {
    const [asker, other] = by === 'a guest' ? [guest, owner] : [owner, guest]
    const before = await holdingsOf(other.learnerId ?? '')
    const names = namesIn(before)
    // What they say themselves must differ: a key is made of words, and the same words make the same key.
    const own = `words of ${by} alone`
    const theirWords = by === 'a guest' ? ['Stampede', 'caching.md'] : ['Espalier', 'gardens.md']
    expect(Object.entries(before).filter(([, rows]) => rows.length > 0).length).toBeGreaterThan(14)
    expect(names.length).toBeGreaterThan(30)
    let calls = 0
    const leaks: string[] = []
    for (const { path, method, operation } of await documentedOperations(app.open.app)) {
      if (!path.startsWith('/api/') || ownDoors.has(`${method} ${path}`)) continue
      const isNamed = /\{/.test(path) || operation.requestBody !== undefined
      for (const name of isNamed ? names : names.slice(0, 3))
        for (const { url, body } of requestsFor(path, operation, { name, own })) {
          const reply = await asker.ask(method as 'GET', url, body)
          calls++
          const text = JSON.stringify(reply.body ?? '').replaceAll(name, '')
          if (reply.status >= 500 || [...names, ...theirWords].some((word) => text.includes(word)))
            leaks.push(`${method} ${url} ${reply.status} ${JSON.stringify(body)} ${text.slice(0, 200)}`)
        }
    }
    expect(leaks).toEqual([])
    expect(calls).toBeGreaterThan(2000)
    expect(await holdingsOf(other.learnerId ?? '')).toEqual(before)
    // Their own names do find it: what was asked is what opens it for them.
    const { notes } = (await other.ask<NotesReply>('GET', '/notes')).body
    expect(await other.ask('GET', `/notes/${notes[0]?.id ?? ''}`)).toMatchObject({ status: 200 })
  },
)
