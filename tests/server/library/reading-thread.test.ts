import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CardsReply } from '../../../shared/api/cards.ts'
import type { ImportReply } from '../../../shared/api/imports.ts'
import type { ReadingReply } from '../../../shared/api/reading.ts'
import { type ServerProcess, startProcess } from '../../support/server-process.ts'

let folder: string
let notes: string
let server: ServerProcess
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-thread-'))
  notes = await mkdtemp(join(tmpdir(), 'recollect-thread-notes-'))
  await writeFile(
    join(notes, 'locks.md'),
    '# Locks\n\n- **Mutex**: a lock that one thread holds at a time.\n',
  )
  server = startProcess({ DATA_DIR: folder, LEARNINGS_DIR: notes })
  // The server answers while its notes are being read.
  await vi.waitFor(async () => {
    expect(await countCards()).toBeGreaterThan(0)
    expect((await reading()).state).toBe('idle')
  }, patience)
})
afterEach(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  await rm(folder, { recursive: true, force: true })
  await rm(notes, { recursive: true, force: true })
})

async function api<Reply>(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Reply }> {
  const response = await fetch(`${await server.url}/api/v1${path}`, {
    method,
    headers: { 'x-recollect': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Reply }
}
const reading = async () => (await api<ReadingReply>('GET', '/reading')).body
const countCards = async () => (await api<CardsReply>('GET', '/cards?limit=200')).body.cards.length
const patience = { timeout: 120_000, interval: 50 }

/** Notes with facts that no other one states, enough of them that reading takes a while. */
const manyNotes = (count: number) =>
  Array.from({ length: count }, (_, note) => ({
    path: `many/${note}.md`,
    text: Array.from(
      { length: 60 },
      (_line, line) => `- **Gadget ${note} ${line}**: a device that turns part ${line} of machine ${note}.`,
    ).join('\n'),
  }))

test('a note written into the watched folder becomes cards by itself', async () => {
  const before = await countCards()
  expect(before).toBeGreaterThan(0)
  await writeFile(
    join(notes, 'points.md'),
    '# Points\n\n- **Barrier**: a point where threads wait for each other.\n',
  )
  await vi.waitFor(async () => expect(await countCards()).toBeGreaterThan(before), patience)
})

test('a reading says how far it is, can be paused, and cancelled leaves everything as it was', async () => {
  const before = await countCards()
  const files = manyNotes(400)
  const importing = api<ImportReply & { code: string }>('POST', '/imports', { files })
  await vi.waitFor(async () => expect(await reading()).toMatchObject({ state: 'reading', of: 400 }), {
    timeout: 120_000,
    interval: 5,
  })
  expect((await api<ReadingReply>('PATCH', '/reading', { paused: true })).body.state).toBe('paused')
  await vi.waitFor(async () => {
    const first = (await reading()).done
    await api('GET', '/cards')
    expect((await reading()).done).toBe(first)
  }, patience)
  // Answers go on while the reading waits.
  expect(await countCards()).toBe(before)
  await api('DELETE', '/reading')
  expect(await importing).toMatchObject({ status: 409, body: { code: 'cancelled' } })
  expect(await countCards()).toBe(before)
  expect((await reading()).state).toBe('idle')
})
