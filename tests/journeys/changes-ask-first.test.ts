import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChangesReply } from '../../shared/api/changes.ts'
import type { CardReply, CardsReply, CardView } from '../../shared/api/cards.ts'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { DecisionsReply, InboxReply } from '../../shared/api/inbox.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes })
})
afterEach(() => app.close())

const cards = async () => (await get<CardsReply>(app, '/cards?limit=200')).cards
const cardAbout = async (words: string): Promise<CardView> => {
  const found = (await cards()).find((card) => card.back.includes(words))
  if (found === undefined) throw new Error(`no card about ${words}`)
  return found
}
const answered = async (words: string): Promise<CardView> => {
  const found = await cardAbout(words)
  await record(app, reviewOf(app, found, 4))
  return found
}
const card = (id: string) => get<CardReply>(app, `/cards/${id}`)
const inbox = () => get<InboxReply>(app, '/inbox')
const decide = (body: object) =>
  send<DecisionsReply>(app, 'POST', '/inbox/decisions', body).then((reply) => reply.body)
const undo = (id: string | null) => send(app, 'DELETE', `/changes/${id ?? ''}`)
const lastChange = async () => (await get<ChangesReply>(app, '/changes')).changes[0]
/** Everything a learner can see of the cards, to tell whether an undo brought all of it back. */
const shown = (all: readonly CardView[]) => JSON.stringify(all.map((one) => ({ ...one, sources: [] })))
const everything = async () => shown(await cards())
const allActive = async () => shown((await cards()).filter(({ status }) => status !== 'retired'))
const withoutEviction = someNotes.replace(/^.*Eviction.*\n/m, '')
const otherEviction = someNotes.replace(
  'the removal of old entries when a store is full',
  'a court order that makes a tenant leave the flat',
)

test('a vanished line asks first; until then its card is asked as before', async () => {
  const eviction = await answered('removal of old entries')
  await app.writeNote('caching.md', withoutEviction)
  const { items } = await inbox()
  expect(items.map(({ cardId }) => cardId)).toContain(eviction.id)
  expect(items.every(({ waiting }) => waiting === 'gone')).toBe(true)
  expect((await card(eviction.id)).status).toBe('ready')
  const waiting = new Set(items.map(({ cardId }) => cardId))
  app.now += 86_400_000
  expect((await queue(app, 100)).cards.some(({ id }) => waiting.has(id))).toBe(true)
})

test('a card kept although its line is gone stays, whatever is read later', async () => {
  const eviction = await answered('removal of old entries')
  await app.writeNote('caching.md', withoutEviction)
  await decide({ all: { waiting: 'gone', decision: 'keep' } })
  await app.writeNote('other.md', '- **Mutex**: a lock that one thread holds at a time.\n')
  expect((await card(eviction.id)).status).toBe('ready')
  expect((await inbox()).items).toEqual([])
})

test('another meaning asks first: taking it over keeps the history, starting anew resets the schedule', async () => {
  const eviction = await answered('removal of old entries')
  await app.writeNote('caching.md', otherEviction)
  const item = (await inbox()).items.find(({ cardId }) => cardId === eviction.id)
  expect(item).toMatchObject({ cardId: eviction.id, waiting: 'meaning', clean: true, answers: 1 })
  expect(item?.proposed?.back).toContain('court order')
  expect((await card(eviction.id)).back).toContain('old entries')
  const { changeId } = await decide({ decisions: [{ cardId: eviction.id, decision: 'accept' }] })
  expect(await card(eviction.id)).toMatchObject({ back: item?.proposed?.back, state: { answers: 1 } })
  await undo(changeId)
  expect((await inbox()).items).toContainEqual(item)
  await decide({ decisions: [{ cardId: eviction.id, decision: 'accept', startAnew: true }] })
  expect((await card(eviction.id)).state.schedule).toEqual({ kind: 'new' })
  await expectCacheIsFold(app)
})

test('keeping the old meaning keeps the old words as the learner’s own', async () => {
  const eviction = await answered('removal of old entries')
  await app.writeNote('caching.md', otherEviction)
  await decide({ all: { waiting: 'meaning', decision: 'keep' } })
  expect(await card(eviction.id)).toMatchObject({ back: eviction.back, edited: true })
  await app.writeNote(
    'caching.md',
    `${otherEviction}\n- **Mutex**: a lock that one thread holds at a time.\n`,
  )
  expect((await inbox()).items).toEqual([])
})

test('a meaning that the note takes back waits no more', async () => {
  await answered('removal of old entries')
  await app.writeNote('caching.md', otherEviction)
  expect((await inbox()).counts.meaning).toBeGreaterThan(0)
  await app.writeNote('caching.md', someNotes)
  expect((await inbox()).counts).toEqual({ doubtful: 0, meaning: 0, gone: 0, clean: 0 })
})

test('“never from this line” is remembered wherever the line goes, and can be taken back', async () => {
  await app.writeNote('people.md', `# Locks\n\n- **Mutex**: this is a lock that my team likes\n`)
  const item = (await inbox()).items.find(({ waiting }) => waiting === 'doubtful')
  if (item === undefined) throw new Error('no card waits')
  const { changeId } = await decide({ decisions: [{ cardId: item.cardId, decision: 'never' }] })
  await app.writeNote(
    'moved.md',
    `# Moved\n\nA first line.\n\n- **Mutex**: this is a lock that my team likes\n`,
  )
  await rm(join(app.folder, 'learnings', 'people.md'))
  await readFolder(app.learner)
  expect((await inbox()).items).toEqual([])
  await undo(changeId)
  expect((await inbox()).counts.doubtful).toBe(1)
})

test('a reading of the folder is one undo, and what it took back stays away until the file changes again', async () => {
  const before = await everything()
  await app.writeNote(
    'caching.md',
    someNotes.replace('the removal of old entries when', 'the removal of the oldest entries when') +
      '- **Mutex**: a lock that one thread holds at a time.\n',
  )
  expect(await everything()).not.toBe(before)
  const change = await lastChange()
  expect(change).toMatchObject({ kind: 'folder', undone: false, blocked: null })
  await undo(change?.id ?? '')
  expect(await allActive()).toBe(before)
  await readFolder(app.learner)
  expect(await allActive()).toBe(before)
  await app.writeNote(
    'caching.md',
    `${someNotes}\nA plain line.\n- **Barrier**: a point where threads wait for each other.\n`,
  )
  expect((await cards()).some(({ back }) => back.includes('threads wait'))).toBe(true)
})

test('an import is one undo: the file goes, its cards rest, reviews stay', async () => {
  const before = await everything()
  const { body } = await send<ImportReply>(app, 'POST', '/imports', {
    files: [{ path: 'locks.md', text: '# Locks\n\n- **Mutex**: a lock that one thread holds at a time.\n' }],
  })
  expect(body.counts.added).toBeGreaterThan(0)
  const mutex = await cardAbout('one thread holds')
  await record(app, reviewOf(app, mutex, 4))
  expect((await undo(body.changeId)).status).toBe(200)
  expect(await allActive()).toBe(before)
  expect((await card(mutex.id)).history).toHaveLength(1)
  expect((await undo(body.changeId)).status).toBe(409)
  await app.restart()
  expect((await card(mutex.id)).status).toBe('retired')
  await expectCacheIsFold(app)
})

test('an older change of a note that changed again is not undone over the newer one', async () => {
  await app.writeNote('caching.md', `${someNotes}- **Mutex**: a lock that one thread holds at a time.\n`)
  const first = await lastChange()
  app.now += 1000
  await app.writeNote('caching.md', `${someNotes}- **Barrier**: a point where threads wait for each other.\n`)
  const { status, body } = await undo(first?.id ?? '')
  expect(status).toBe(409)
  expect(body).toMatchObject({ code: 'not_undoable' })
})
