import { readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { ReadingReply } from '../../shared/api/reading.ts'
import { openDatabase } from '../../server/db/open-database.ts'
import { someNotes } from '../support/build-test-app.ts'
import { eventually } from '../support/eventually.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { noon } from '../support/factories.ts'
import { type Home, aHome } from '../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'

/** `KILLS=50` for the figure; three show the law. */
const rounds = Number(process.env.KILLS ?? 3)
const perImport = 60

let home: Home
const started: ServerProcess[] = []
beforeEach(async () => {
  home = await aHome({ 'caching.md': someNotes })
})
afterEach(async () => {
  for (const server of started.splice(0)) server.child.kill('SIGKILL')
  await home.remove()
})

function start(): ServerProcess {
  const server = startProcess({ DATA_DIR: home.data, LEARNINGS_DIR: home.notes })
  started.push(server)
  return server
}

test('nothing of an import that kill −9 cut off comes in later, and what is stored is whole, files and all', async () => {
  const whole: number[] = []
  const cut: number[] = []
  for (let round = 0; round < rounds; round++) {
    const server = start()
    const url = await server.url
    await idle(url)
    // Somewhere between the first file that is written and the answer.
    const importing = bringIn(url, round)
    await killAt(server, round, importing)
    const acknowledged = await importing
    const stored = await countStored(round)
    expect([0, perImport]).toContain(stored)
    if (acknowledged) expect(stored).toBe(perImport)
    const again = start()
    const { notes } = await idle(await again.url)
    // Exactly what was committed when it died: nothing more came in, and no file of it is missing.
    const present = notes.filter(({ path, missing }) => path.startsWith(`uploads/r${round}-`) && !missing)
    expect(present).toHaveLength(stored)
    expect(await filesOf(round)).toHaveLength(stored)
    expect((await readdir(join(home.data, 'notes'))).filter((name) => name.startsWith('.'))).toEqual([])
    ;(stored === perImport ? whole : cut).push(round)
    again.child.kill('SIGKILL')
    await again.ended
  }
  if (rounds > 3) console.log(`imports cut off: ${cut.length}, whole: ${whole.length}`)
  expect(cut.length).toBeGreaterThan(0)
  const db = await openDatabase(home.data, noon)
  await expectCacheIsFold({ deps: { db } })
  await db.close()
}, 3_600_000)

/** Sends an import; resolves to whether it was acknowledged. */
async function bringIn(url: string, round: number): Promise<boolean> {
  const files = Array.from({ length: perImport }, (_, i) => ({
    path: `r${round}-n${i}.md`,
    text: `# Lock ${round} ${i}\n\n- **Mutex ${round} ${i}**: a lock that thread ${i} holds at a time.\n`,
  }))
  try {
    const response = await fetch(`${url}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ files }),
    })
    return response.ok && (await response.json()) !== null
  } catch {
    return false
  }
}

/** Kills the server when so many files of the import lie on the disk, staged or in place, and some turns later. */
async function killAt(server: ServerProcess, round: number, importing: Promise<boolean>): Promise<void> {
  const folder = join(home.data, 'notes')
  const wanted = Math.round((perImport * Math.min(round, rounds - 2)) / Math.max(1, rounds - 2))
  const answer = { came: false }
  void importing.then(() => (answer.came = true))
  while (!answer.came && countOf(folder, round) + countOf(join(folder, '.incoming'), round) < wanted)
    await nextTurn()
  for (let turns = (round * 37) % 50; turns > 0 && !answer.came; turns--) await nextTurn()
  // The last round is let through, so that a whole one is seen as well.
  if (round === rounds - 1) await importing
  server.child.kill('SIGKILL')
  await server.ended
}

function countOf(folder: string, round: number): number {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(`r${round}-`)).length
  } catch {
    return 0
  }
}

const filesOf = async (round: number): Promise<string[]> =>
  (await readdir(join(home.data, 'notes'), { recursive: true })).filter((name) => name.includes(`r${round}-`))

/** What the library holds once nothing is being read any more. */
async function idle(url: string): Promise<NotesReply> {
  const ask = async <Reply>(path: string) => (await (await fetch(`${url}/api/v1${path}`)).json()) as Reply
  await eventually(async () => (await ask<NotesReply>('/notes')).notes.length).toBeGreaterThan(0)
  // A reading that is asked for waits for the one that goes on.
  await fetch(`${url}/api/v1/imports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"files": []}',
  })
  await eventually(async () => (await ask<ReadingReply>('/reading')).state).toBe('idle')
  return ask<NotesReply>('/notes')
}

/** How many notes of the import the database held when the server died. */
async function countStored(round: number): Promise<number> {
  const db = await openDatabase(home.data, noon)
  const rows = await db.reader
    .selectFrom('notes')
    .select('path')
    .where('path', 'like', `uploads/r${round}-%`)
    .where('missing', '=', 0)
    .execute()
  await db.close()
  return rows.length
}
