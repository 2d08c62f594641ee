import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LogReply } from '../../../shared/api/reviews.ts'
import { listZip } from '../../../server/library/list-zip.ts'
import { zipStream } from '../../../server/upkeep/zip-stream.ts'
import { get, queue, record, reviewOf, send } from '../../support/api.ts'
import { openAccountApp } from '../../support/account-app.ts'
import { type TestApp, buildTestApp, someNotes } from '../../support/build-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, 'Übung/été.md': '# Été\n\n- **Juin**: a month.\n' })
})
afterEach(() => app.close())

async function filesOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const files = await listZip(bytes)
  const read = await Promise.all(
    files.map(async ({ name, read }) => [name, (await read()).toString()] as const),
  )
  return new Map(read)
}

const parsed = (files: Map<string, string>, name: string) => JSON.parse(files.get(name) ?? 'null') as unknown

/** The cells of a CSV, by RFC 4180. */
function cellsOf(csv: string): string[][] {
  const cells = [...csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

test('the export holds every note, card and event, the settings, and what was said of concepts', async () => {
  const { cards } = await queue(app, 3)
  for (const card of cards) await record(app, reviewOf(app, card, 4))
  await send(app, 'PATCH', `/cards/${cards[0]?.id}`, { front: 'A question, with a "comma"\nand a line?' })
  await send(app, 'PUT', '/settings', { newPerDay: 7 })
  await send(app, 'POST', '/notes', { path: 'own.md', text: '# Own\n\n- **Mulch**: a layer on the soil.\n' })
  const response = await app.app.inject({ url: '/api/v1/export' })
  expect(response.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="recollect-2026-03-02.zip"',
  })
  const files = await filesOf(response.rawPayload)
  expect([...files.keys()]).toEqual([
    'README.txt',
    'notes/caching.md',
    'notes/Übung/été.md',
    'uploads/own.md',
    'cards.csv',
    'cards.json',
    'events.jsonl',
    'settings.json',
    'concepts-by-hand.json',
    'manifest.json',
  ])
  expect(files.get('notes/caching.md')).toBe(someNotes)
  const kept = parsed(files, 'cards.json') as { id: string; ownFront: string | null }[]
  const [head, ...rows] = cellsOf(files.get('cards.csv') ?? '')
  expect(head?.slice(0, 3)).toEqual(['id', 'question', 'answer'])
  expect(rows.map(([id]) => id)).toEqual(kept.map(({ id }) => id))
  expect(rows.every((row) => row.length === head?.length)).toBe(true)
  expect(rows.find(([id]) => id === cards[0]?.id)?.[1]).toBe('A question, with a "comma"\nand a line?')
  const events = (files.get('events.jsonl') ?? '').trimEnd().split('\n')
  expect(events.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(Array(3).fill('reviewed'))
  expect(parsed(files, 'settings.json')).toMatchObject({ settings: { newPerDay: 7 } })
  const { log } = await get<LogReply>(app, '/reviews?limit=1')
  expect(parsed(files, 'manifest.json')).toMatchObject({
    version: 1,
    notes: 3,
    cards: kept.length,
    events: log,
  })
})

test('everybody takes what is theirs, and backups are the owner’s alone', async () => {
  const accounts = await openAccountApp()
  try {
    const owner = await accounts.owner()
    const guest = await accounts.guest(owner)
    await guest.ask('POST', '/notes', {
      path: 'gardens.md',
      text: '# Gardens\n\n- **Mulch**: a layer on the soil.\n',
    })
    const { secret } = (
      await owner.ask<{ secret: string }>('POST', '/tokens', {
        name: 'All',
        scopes: ['read', 'review', 'write', 'import'],
        days: 1,
      })
    ).body
    const made = await owner.ask<{ id: string }>('POST', '/backups', {})
    expect(made.status).toBe(201)
    const byToken = { authorization: `Bearer ${secret}` }
    for (const [method, path, body] of [
      ['GET', '/backups', undefined],
      ['POST', '/backups', {}],
      ['POST', `/backups/${made.body.id}/checks`, {}],
      ['POST', '/restorations', { backup: made.body.id }],
    ] as const) {
      expect((await guest.ask(method, path, body)).status).toBe(403)
      expect((await accounts.browser().ask(method, path, body, byToken)).status).toBe(403)
      expect((await accounts.browser().ask(method, path, body)).status).toBe(401)
    }
    expect((await owner.ask('POST', `/backups/${made.body.id}/checks`, {})).status).toBe(201)
    const cookie = [...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await accounts.open.app.inject({
      url: '/api/v1/export',
      headers: { host: 'cards.example', cookie },
    })
    const files = await filesOf(response.rawPayload)
    expect([...files.keys()].filter((name) => name.endsWith('.md'))).toHaveLength(1)
    expect([...files.values()].join()).not.toContain('Stampede')
  } finally {
    await accounts.close()
  }
})

test('an archive holds more files than a plain one can count, each as it was', async () => {
  const count = 66_000
  async function* entries() {
    for (let number = 0; number < count; number++)
      yield {
        path: `${number}.txt`,
        content: async function* () {
          yield String(number)
        },
      }
  }
  const parts: Buffer[] = []
  for await (const part of zipStream(entries(), app.now)) parts.push(part)
  const files = await listZip(Buffer.concat(parts))
  expect(files).toHaveLength(count)
  expect((await files[65_999]?.read())?.toString()).toBe('65999')
})
