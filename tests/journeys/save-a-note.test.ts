import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CardsReply } from '../../shared/api/cards.ts'
import type { InboxReply } from '../../shared/api/inbox.ts'
import type { NoteReply, NoteSaved } from '../../shared/api/notes.ts'
import { keepLineEnds } from '../../server/library/keep-line-ends.ts'
import { get, noteIdOf, record, reviewOf, send } from '../support/api.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': `\uFEFF${someNotes.replaceAll('\n', '\r\n')}` })
})
afterEach(() => app.close())

const file = () => join(app.folder, 'learnings', 'caching.md')
const onDisk = () => readFile(file(), 'utf8')
async function openNote(): Promise<NoteReply> {
  return get<NoteReply>(app, `/notes/${await noteIdOf(app, 'caching.md')}`)
}
const save = (note: NoteReply, text: string) =>
  send<NoteSaved>(app, 'PUT', `/notes/${note.id}`, { text, version: note.version })

test('saving writes only the lines that were edited: line ends, byte order mark and all others stay', async () => {
  const before = await onDisk()
  const note = await openNote()
  const text = note.text.replaceAll('\r\n', '\n').replace('of old entries', 'of stale entries')
  const { status, body } = await save(note, text)
  expect(status).toBe(200)
  expect(await onDisk()).toBe(before.replace('of old entries', 'of stale entries'))
  expect(body.changes.counts.updated).toBeGreaterThan(0)
  expect(await readdir(join(app.folder, 'learnings'))).toEqual(['caching.md'])
})

test('what Save removes is retired at once, because the learner saw it before', async () => {
  const note = await openNote()
  const { body } = await save(note, note.text.replace(/^.*Eviction.*\r\n/m, ''))
  expect(body.changes.counts.retired).toBeGreaterThan(0)
  expect((await get<InboxReply>(app, '/inbox')).items).toEqual([])
})

test('a save over a text that changed meanwhile is refused, nothing is written, and the new text is shown', async () => {
  const note = await openNote()
  const theirs = `${someNotes}- **Mutex**: a lock that one thread holds at a time.\n`
  await writeFile(file(), theirs)
  const { status, body } = await save(note, 'mine')
  expect(status).toBe(409)
  expect(body).toMatchObject({ code: 'note_changed' })
  expect(await onDisk()).toBe(theirs)
  expect((await openNote()).text).toBe(theirs)
})

test('undoing a save puts the text back and the cards with it', async () => {
  const before = await onDisk()
  const note = await openNote()
  const { body } = await save(note, note.text.replace(/^.*Eviction.*\r\n/m, ''))
  expect((await send(app, 'DELETE', `/changes/${body.changes.changeId ?? ''}`)).status).toBe(200)
  expect(await onDisk()).toBe(before)
  const eviction = (await get<CardsReply>(app, '/cards?limit=200')).cards.filter(
    ({ front, back }) => /eviction/i.test(front) || back.includes('Eviction'),
  )
  expect(eviction.every(({ status }) => status === 'ready')).toBe(true)
  expect(eviction.length).toBeGreaterThan(0)
})

test('a new note lies beside those brought in, and a name is taken once', async () => {
  const text = '# Locks\n\n- **Mutex**: a lock that one thread holds at a time.\n'
  const { status, body } = await send<NoteSaved>(app, 'POST', '/notes', { path: 'locks.md', text })
  expect(status).toBe(201)
  expect(body.note).toMatchObject({ path: 'uploads/locks.md', origin: 'upload', text })
  expect((await send(app, 'POST', '/notes', { path: 'locks.md', text })).body).toMatchObject({
    code: 'name_taken',
  })
  expect((await send(app, 'POST', '/notes', { path: '../locks.md', text })).body).toMatchObject({
    code: 'unsafe_path',
  })
})

test('a note taken out keeps the history of its cards, and undo brings it back', async () => {
  const text = '# Locks\n\n- **Mutex**: a lock that one thread holds at a time.\n'
  const { body } = await send<NoteSaved>(app, 'POST', '/notes', { path: 'locks.md', text })
  const [card] = body.note.cardsByLine
  await record(app, reviewOf(app, { id: card?.cardId ?? '' }, 4))
  const removed = await send<{ changeId: string }>(app, 'DELETE', `/notes/${body.note.id}`)
  expect(removed.status).toBe(200)
  expect((await get<NoteReply>(app, `/notes/${body.note.id}`)).missing).toBe(true)
  await send(app, 'DELETE', `/changes/${removed.body.changeId}`)
  await readFolder(app.learner)
  expect(await get<NoteReply>(app, `/notes/${body.note.id}`)).toMatchObject({ missing: false, text })
})

describe('line ends', () => {
  const aLine = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '#'), maxLength: 4 })
  const anEnd = fc.constantFrom('\n', '\r\n')

  test('an untouched text stays to the byte, whatever line ends it mixes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aLine, anEnd), { maxLength: 20 }), aLine, (lines, last) => {
        const text = lines.map(([line, end]) => line + end).join('') + last
        expect(keepLineEnds(text, text.replaceAll('\r\n', '\n'))).toBe(text)
      }),
    )
  })

  test('an edit reads as it was written', () => {
    fc.assert(
      fc.property(fc.array(aLine), fc.array(aLine), (before, after) => {
        const next = after.join('\n')
        expect(keepLineEnds(before.join('\r\n'), next).replaceAll('\r\n', '\n')).toBe(next)
      }),
    )
  })
})
