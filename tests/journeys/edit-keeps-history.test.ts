import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writing } from '../../server/db/open-database.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardEdited, CardPatch, CardReply, CardsReply } from '../../shared/api/cards.ts'
import type { ChangesReply } from '../../shared/api/changes.ts'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes })
})
afterEach(() => app.close())

async function answeredCard(about: string): Promise<CardReply> {
  const found = (await get<CardsReply>(app, '/cards?limit=200')).cards.find((card) =>
    card.back.includes(about),
  )
  if (found === undefined) throw new Error(`no card about ${about}`)
  await record(app, reviewOf(app, found, 4))
  return get<CardReply>(app, `/cards/${found.id}`)
}

const edit = async (id: string, patch: CardPatch) =>
  (await send<CardEdited>(app, 'PATCH', `/cards/${id}`, patch)).body
const changes = async () => (await get<ChangesReply>(app, '/changes')).changes
const undoOfChange = (id: string | null) => send(app, 'DELETE', `/changes/${id ?? ''}`)

test('editing an answer keeps the card and its history', async () => {
  const before = await answeredCard('removal of old entries')
  await app.writeNote(
    'caching.md',
    someNotes.replace('the removal of old entries when', 'the removal of the oldest entries when'),
  )
  const after = await get<CardReply>(app, `/cards/${before.id}`)
  expect(after.back).toContain('oldest')
  expect(after.state).toEqual(before.state)
  expect(after.history).toHaveLength(1)
})

test('moving a note, turning its line ends and reordering its lines keep every card', async () => {
  const ids = async () =>
    (await get<CardsReply>(app, '/cards?limit=200')).cards
      .filter((card) => card.status !== 'retired')
      .map((card) => card.id)
      .sort()
  const before = await ids()
  const [title, ...bullets] = someNotes.trim().split(/\n\n|\n(?=- )/)
  await rm(join(app.folder, 'learnings', 'caching.md'))
  await app.writeNote('stores/cache.md', [title, '', ...bullets.reverse()].join('\r\n'))
  expect(await ids()).toEqual(before)
})

test('a card whose source vanished is retired, and comes back with its history', async () => {
  const before = await answeredCard('removal of old entries')
  const without = someNotes
    .split('\n')
    .filter((line) => !line.includes('Eviction'))
    .join('\n')
  await app.writeNote('caching.md', without)
  expect((await get<CardReply>(app, `/cards/${before.id}`)).status).toBe('ready')
  await send(app, 'POST', '/inbox/decisions', { all: { waiting: 'gone', decision: 'accept' } })
  expect((await get<CardReply>(app, `/cards/${before.id}`)).status).toBe('retired')
  expect((await queue(app)).cards.map((card) => card.id)).not.toContain(before.id)
  await app.writeNote('caching.md', someNotes)
  const after = await get<CardReply>(app, `/cards/${before.id}`)
  expect(after).toMatchObject({ status: 'ready', state: before.state })
  await expectCacheIsFold(app)
})

test('the learner’s own wording stays when the note is read again, until it is given back', async () => {
  const before = await answeredCard('removal of old entries')
  await send(app, 'PATCH', `/cards/${before.id}`, { front: 'What is eviction, in your words?' })
  await app.writeNote('caching.md', someNotes.replace('removal of old', 'removal of stale'))
  expect(await get<CardReply>(app, `/cards/${before.id}`)).toMatchObject({
    front: 'What is eviction, in your words?',
    edited: true,
  })
  await send(app, 'PATCH', `/cards/${before.id}`, { front: null })
  expect(await get<CardReply>(app, `/cards/${before.id}`)).toMatchObject({
    front: before.front,
    edited: false,
  })
})

test('words of one’s own can be taken back in the list of changes, with the history kept', async () => {
  const before = await answeredCard('removal of old entries')
  const edited = await edit(before.id, { front: 'What is eviction, in your words?' })
  const [change] = await changes()
  expect(change).toMatchObject({ id: edited.changeId, kind: 'decision', undone: false, blocked: null })
  expect(change?.sentence).toBe(`A card about “${before.concept}” was put in your words.`)
  expect((await undoOfChange(edited.changeId)).status).toBe(200)
  expect(await get<CardReply>(app, `/cards/${before.id}`)).toEqual(before)
  expect((await changes())[0]).toMatchObject({ id: edited.changeId, undone: true })
  await expectCacheIsFold(app)
})

test('undoing an edit never takes words that another device wrote since', async () => {
  const card = await answeredCard('removal of old entries')
  const first = await edit(card.id, { front: 'What is eviction on the laptop?' })
  const second = await edit(card.id, { front: 'What is eviction on the phone?' })
  const refused = await undoOfChange(first.changeId)
  expect(refused).toMatchObject({ status: 409, body: { code: 'not_undoable' } })
  expect(refused.body['detail']).toBe(
    `A card about “${card.concept}” was put in other words after this. Undo the later change first.`,
  )
  expect((await get<CardReply>(app, `/cards/${card.id}`)).front).toBe('What is eviction on the phone?')
  expect((await undoOfChange(second.changeId)).status).toBe(200)
  expect((await get<CardReply>(app, `/cards/${card.id}`)).front).toBe('What is eviction on the laptop?')
  expect((await undoOfChange(first.changeId)).status).toBe(200)
  expect((await get<CardReply>(app, `/cards/${card.id}`)).front).toBe(card.front)
})

test('undoing an edit of the question keeps the answer that another device wrote since', async () => {
  const card = await answeredCard('removal of old entries')
  const question = await edit(card.id, { front: 'What is eviction, in your words?', back: card.back })
  await edit(card.id, { back: 'Letting the oldest go.' })
  expect((await undoOfChange(question.changeId)).status).toBe(200)
  expect(await get<CardReply>(app, `/cards/${card.id}`)).toMatchObject({
    front: card.front,
    back: 'Letting the oldest go.',
  })
})

test('an edit that changes nothing and a flag leave no line in the list of changes', async () => {
  const card = await answeredCard('removal of old entries')
  const count = (await changes()).length
  expect((await edit(card.id, { front: null })).changeId).toBeNull()
  expect((await edit(card.id, { flag: 'wrong' })).changeId).toBeNull()
  expect(await get<CardReply>(app, `/cards/${card.id}`)).toMatchObject({ flag: 'wrong', edited: false })
  const edited = await edit(card.id, { front: 'What is eviction, in your words?' })
  expect((await edit(card.id, { front: 'What is eviction, in your words?' })).changeId).toBeNull()
  expect(await changes()).toHaveLength(count + 1)
  await undoOfChange(edited.changeId)
  expect((await get<CardReply>(app, `/cards/${card.id}`)).flag).toBe('wrong')
})

test('an upload shows its plan without a change, then applies it', async () => {
  const files = [
    {
      path: 'queues.md',
      text: '# Queues\n\n- **Dead letter queue**: a place for messages that could not be handled.\n',
    },
  ]
  const count = async () => (await get<CardsReply>(app, '/cards?limit=200')).cards.length
  const before = await count()
  const plan = (await send(app, 'POST', '/imports?dryRun=true', { files })).body as unknown as ImportReply
  expect(plan).toMatchObject({ applied: false })
  expect(plan.added.some((card) => card.back.includes('could not be handled'))).toBe(true)
  expect(await count()).toBe(before)
  const applied = (await send(app, 'POST', '/imports', { files })).body as unknown as ImportReply
  expect(applied.counts.added).toBe(plan.counts.added)
  expect(await count()).toBe(before + plan.counts.added)
  await app.restart()
  expect(await count()).toBe(before + plan.counts.added)
})

test('an uploaded note can be taken out again: its cards are retired, and a note of the folder is never touched', async () => {
  const files = [
    {
      path: 'queues.md',
      text: '# Queues\n\n- **Dead letter queue**: a place for messages that could not be handled.\n',
    },
  ]
  await send(app, 'POST', '/imports', { files })
  const { notes } = await get<NotesReply>(app, '/notes')
  const upload = notes.find((note) => note.origin === 'upload')
  const own = notes.find((note) => note.origin === 'folder')
  const removed = await app.app.inject({ method: 'DELETE', url: `/api/v1/notes/${upload?.id ?? ''}` })
  expect(removed.json()).toMatchObject({ applied: true })
  const cards = (await get<CardsReply>(app, '/cards?limit=200')).cards
  expect(
    cards
      .filter((card) => card.back.includes('could not be handled'))
      .every((card) => card.status === 'retired'),
  ).toBe(true)
  await app.restart()
  expect((await get<NotesReply>(app, '/notes')).notes.find((note) => note.origin === 'upload')).toMatchObject(
    { missing: true },
  )
  const refused = await app.app.inject({ method: 'DELETE', url: `/api/v1/notes/${own?.id ?? ''}` })
  expect(refused.json()).toMatchObject({ status: 409, code: 'not_yours' })
})

test('words that are no sentence with a gap are refused, and what an older version kept of them can still be flagged', async () => {
  await app.writeNote('sails.md', '# Sails\n\nA spinnaker is flown ==downwind== by most of the crews.\n')
  const gap = (await get<CardsReply>(app, '/cards?limit=200')).cards.find((card) => card.kind === 'cloze')
  if (gap === undefined) throw new Error('no card with a gap')
  const refused = await send(app, 'PATCH', `/cards/${gap.id}`, { front: 'A spinnaker is flown.' })
  expect([refused.status, refused.body]).toMatchObject([400, { detail: expect.stringContaining('___') }])
  expect((await get<CardReply>(app, `/cards/${gap.id}`)).front).toBe(gap.front)
  await writing(app.deps.db, (trx) =>
    trx
      .updateTable('cards')
      .set({ edited_front: 'A spinnaker is flown.' })
      .where('id', '=', gap.id as CardId)
      .execute(),
  )
  expect((await edit(gap.id, { flag: 'wrong' })).flag).toBe('wrong')
})
