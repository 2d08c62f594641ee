import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardAdded, CardReply, CardsReply } from '../../shared/api/cards.ts'
import type { NoteReply, NotesReply } from '../../shared/api/notes.ts'
import type { Problem } from '../../shared/api/common.ts'
import type { SkimReply } from '../../shared/api/skim.ts'
import { readOrigin } from '../../shared/card/card-origin.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { get, listAllConcepts, queue, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const add = (body: object) => send<CardAdded>(app, 'POST', '/cards', body)
const peru = { question: 'What is the capital of Peru?', answer: 'Lima' }
const noteText = () => readFile(join(app.folder, 'data', 'notes', 'my-cards.md'), 'utf8')
const card = (id: string) => get<CardReply>(app, `/cards/${id}`)
const active = async () =>
  (await get<CardsReply>(app, '/cards?limit=200')).cards.filter(({ status }) => status !== 'retired')

test('a typed card is a line of a note, is asked like any other, and has nothing left to skim', async () => {
  const { status, body } = await add(peru)
  expect(status).toBe(201)
  expect(body).toMatchObject({ front: peru.question, back: 'Lima', file: 'uploads/my-cards.md' })
  expect((await noteText()).split('\n')[body.line - 1]).toBe('What is the capital of Peru?::Lima')
  expect(await card(body.cardId)).toMatchObject({
    status: 'ready',
    front: peru.question,
    back: 'Lima',
    edited: false,
  })
  expect((await queue(app, 200)).cards.length).toBeGreaterThan(0)
  expect((await get<SkimReply>(app, '/skim')).cards.map(({ cardId }) => cardId)).not.toContain(body.cardId)
  const before = JSON.stringify(await active())
  await readFolder(app.learner)
  expect(JSON.stringify(await active())).toBe(before)
})

test.each([
  ['What does == compare?', 'Two values, as in a == b'],
  ['What is `std::vector`?', 'A list, with `push_back`'],
  ['What does the loop print?', 'first\n\nsecond'],
  ['Is it so?', 'Yes.'],
  ['Name the colours', '- red\n- green'],
  ['Why *this*?', 'Because of <b>that</b> & more :: so'],
])('“%s” is asked exactly as it was typed, whatever its signs mean in a note', async (question, answer) => {
  const { status, body } = await add({ question, answer })
  expect(status).toBe(201)
  const stored = await card(body.cardId)
  expect(stored.status).toBe('ready')
  expect(stored.front).toBe(question)
  expect(stored.back.replace(/\.$/, '')).toBe(answer.replace(/\.$/, ''))
  await readFolder(app.learner)
  expect(await card(body.cardId)).toMatchObject({ front: stored.front, back: stored.back })
})

test('cards stand under the concept they were typed for, old or new', async () => {
  const { body: first } = await add({ ...peru, concept: 'Peru' })
  const { body: second } = await add({
    question: 'Who built Machu Picchu?',
    answer: 'The Inca',
    concept: 'peru',
  })
  const { body: third } = await add({
    question: 'What wears a cache out?',
    answer: 'Writes',
    concept: 'Cache',
  })
  expect(await noteText()).toMatch(
    /## Peru\n\nWhat is the capital of Peru\?::Lima\n\nWho built Machu Picchu\?::The Inca\n/,
  )
  const [one, two, three] = await Promise.all([first, second, third].map(({ cardId }) => card(cardId)))
  expect(one?.concept).toBe('Peru')
  expect(two?.conceptId).toBe(one?.conceptId)
  const known = (await listAllConcepts(app)).find(({ term }) => term === 'Cache')
  expect(three?.conceptId).toBe(known?.id)
})

test.each([
  [{ question: ' ', answer: 'x' }, 400, 'The question is empty'],
  [{ question: 'What?', answer: '\n' }, 400, 'The answer is empty'],
  [{ question: 'a'.repeat(601), answer: 'x' }, 400, '600 are the most'],
  [{ question: 'What?', answer: 'a'.repeat(5001) }, 400, 'Make several cards'],
  [{ question: 'what is  Eviction', answer: 'x' }, 409, 'from caching.md, line 4'],
])('what cannot be a card is refused with a sentence: %#', async (body, status, words) => {
  const before = await active()
  const reply = await send<Problem>(app, 'POST', '/cards', body)
  expect(reply.status).toBe(status)
  expect(reply.body.detail).toContain(words)
  expect(await active()).toEqual(before)
})

test('typing a card is one undo; typed again it is there with its history', async () => {
  const before = await active()
  const { body } = await add(peru)
  expect((await send(app, 'DELETE', `/changes/${body.changeId}`)).status).toBe(200)
  expect(await active()).toEqual(before)
  const { body: again } = await add(peru)
  expect(again.cardId).toBe(body.cardId)
  expect(await card(again.cardId)).toMatchObject({ status: 'ready' })
})

test('a deleted card comes back when it is typed again', async () => {
  const { body } = await add(peru)
  await send(app, 'POST', '/cards/actions', { action: 'retire', target: { ids: [body.cardId] } })
  expect(await card(body.cardId)).toMatchObject({ status: 'retired' })
  const { status, body: again } = await add(peru)
  expect(status).toBe(201)
  expect(again.cardId).toBe(body.cardId)
  expect(await card(again.cardId)).toMatchObject({ status: 'ready' })
})

test('the note can be edited as any other, and keeps what its owner wrote', async () => {
  const { body } = await add(peru)
  const note = await get<NoteReply>(app, `/notes/${body.noteId}`)
  const text = note.text.replace('Lima', 'Lima, on the coast')
  expect((await send(app, 'PUT', `/notes/${body.noteId}`, { text, version: note.version })).status).toBe(200)
  expect(await card(body.cardId)).toMatchObject({ back: 'Lima, on the coast' })
  await add({ question: 'What is a Hund?', answer: 'dog' })
  expect(await noteText()).toContain('Lima, on the coast\n\nWhat is a Hund?::dog\n')
})

test('a card made from a line keeps the link to it', async () => {
  const [note] = (await get<NotesReply>(app, '/notes')).notes
  const { body } = await add({ ...peru, from: { noteId: note?.id, line: 4 } })
  const { sources } = await card(body.cardId)
  expect(readOrigin(sources[0]?.text[0] ?? '').from).toEqual({
    file: 'caching.md',
    line: 4,
    noteId: note?.id,
  })
})
