import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftingReply } from '../../shared/api/drafting.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import { someNotes } from '../support/build-test-app.ts'
import { eventually } from '../support/eventually.ts'
import { type ModelServer, replies, saysCards, startModelServer } from '../support/model-server.ts'
import { type Home, aHome } from '../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'
import { type WatchedSockets, watchSockets } from '../support/watched-sockets.ts'

let home: Home
let watched: WatchedSockets
let model: ModelServer
let elsewhere: ModelServer
let server: ServerProcess | undefined
beforeEach(async () => {
  home = await aHome({
    'caching.md': `${someNotes}\n[A link](https://example.com/x) ![p](http://example.com/p.png)\n`,
  })
  watched = watchSockets(home.folder)
  writeFileSync(join(home.folder, 'key'), 'sk-secret-key\n')
  model = await startModelServer()
  elsewhere = await startModelServer()
})
afterEach(async () => {
  server?.child.kill('SIGKILL')
  await model.close()
  await elsewhere.close()
  await home.remove()
})

const sockets = (): string[] => watched.seen().filter((line) => !isOwnName(line))

/** The name of the address that the server itself listens on is looked up before it listens. */
const isOwnName = (line: string): boolean => line.startsWith('lookup localhost ')

/** The real program, watched from before its first line. */
async function start(env: Record<string, string> = {}): Promise<string> {
  server = startProcess({
    DATA_DIR: home.data,
    LEARNINGS_DIR: home.notes,
    LOG_LEVEL: 'trace',
    ...watched.env,
    ...env,
  })
  return server.url
}

async function ask<Reply>(url: string, method = 'GET', body?: object): Promise<Reply> {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return (await response.json()) as Reply
}

/** What a learner does on a day: reads, answers, saves, edits, asks for a simulation. */
async function useEverything(api: string): Promise<string> {
  // The server answers while its notes are being read.
  await eventually(async () => (await ask<NotesReply>(`${api}/notes`)).notes.length).toBe(1)
  const { notes } = await ask<NotesReply>(`${api}/notes`)
  const noteId = notes[0]?.id ?? ''
  for (const path of ['queue', 'stats', 'concepts', 'cards', 'skim', 'inbox', 'drafting', `notes/${noteId}`])
    await ask(`${api}/${path}`)
  await ask(`${api}/cards/search?q=${encodeURIComponent('re:"^What"')}`)
  await ask(`${api}/notes`, 'POST', { path: 'new.md', text: '# New\n\n[x](https://example.com)\n' })
  await ask(`${api}/scheduler/fit`, 'POST')
  await ask(`${api}/drafting`, 'POST', { noteId, dryRun: true })
  return noteId
}

test('without MODEL_URL the program opens not one connection, whatever is asked of it', async () => {
  const api = `${await start()}/api/v1`
  const noteId = await useEverything(api)
  expect(await ask(`${api}/drafting`, 'POST', { noteId })).toMatchObject({ code: 'model_off' })
  expect(sockets()).toEqual([])
})

test('with it a connection goes to that host alone, only after the start of a drafting, and is not led on', async () => {
  const host = new URL(model.url).host
  const api = `${await start({
    MODEL_URL: model.url,
    MODEL_NAME: 'little',
    MODEL_KEY_FILE: join(home.folder, 'key'),
    // What other programs obey; ours sends to the named address and nowhere else.
    HTTP_PROXY: elsewhere.url,
    http_proxy: elsewhere.url,
  })}/api/v1`
  const noteId = await useEverything(api)
  expect(sockets()).toEqual([])
  const card = {
    kind: 'basic',
    question: 'In caching, what are old entries removed for?',
    answer: 'To make room in a full store',
    quote: 'the removal of old entries when a store is full',
    lines: [4, 4],
  }
  model.behave(saysCards([card]))
  expect(await ask(`${api}/drafting`, 'POST', { noteId })).toMatchObject({ of: 1 })
  await eventually(async () => (await ask<DraftingReply>(`${api}/drafting`)).state).toBe('done')
  expect(model.questions).toHaveLength(1)
  model.behave(replies(302, { location: `${elsewhere.url}/chat/completions` }))
  await ask(`${api}/drafting`, 'POST', { noteId, again: true })
  await eventually(async () => (await ask<DraftingReply>(`${api}/drafting`)).state).toBe('stopped')
  expect(elsewhere.questions).toEqual([])
  expect(new Set(sockets())).toEqual(new Set([`connect ${host}`]))
  // Even where everything is logged, the log holds no key, no prompt and no card.
  const log = server?.output() ?? ''
  expect(log).toContain('/api/v1/drafting')
  expect(log).not.toMatch(/sk-secret-key|flash cards|old entries/)
})
