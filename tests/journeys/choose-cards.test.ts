import { afterEach, expect, test } from 'vitest'
import type { CardReply, CardsReply } from '../../shared/api/cards.ts'
import type { NoteReply, NotesReply, WantedCardReply } from '../../shared/api/notes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { SkimReply } from '../../shared/api/skim.ts'
import { get, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

const garden = `# Gardens

- **Mulch**: a layer of bark that keeps the soil moist.
- **NPK** (Nitrogen, Phosphorus, Potassium)

## Best practices

- Label every bed to ensure consistency and quality.

## Challenges

- **Weeds**: solved by better planning and regular care.
`

let opened: TestApp
afterEach(() => opened.close())

const open = async (): Promise<TestApp> => (opened = await buildTestApp({ 'garden.md': garden }))
const density = (app: TestApp, cardDensity: string) => send(app, 'PUT', '/settings', { cardDensity })
const asked = async (app: TestApp): Promise<string[]> =>
  (await get<CardsReply>(app, '/cards?status=ready&limit=200')).cards.map(({ front }) => front).sort()

async function report(app: TestApp): Promise<NoteReply> {
  const { notes } = await get<NotesReply>(app, '/notes')
  return get<NoteReply>(app, `/notes/${notes[0]?.id ?? ''}`)
}

test('fewer cards are asked where fewer are wanted, and all come back', async () => {
  const app = await open()
  const all = await asked(app)
  expect((await density(app, 'few')).status).toBe(200)
  const few = await asked(app)
  expect(few.length).toBeLessThan(all.length)
  expect(all).toEqual(expect.arrayContaining(few))
  await density(app, 'all')
  expect(await asked(app)).toEqual(all)
})

test('a card that was answered stays, whatever is wanted', async () => {
  const app = await open()
  const { cards } = await get<QueueReply>(app, '/queue')
  const events = cards.map((card) => reviewOf(app, card, 4))
  await send(app, 'POST', '/reviews', { events })
  await density(app, 'few')
  expect(await asked(app)).toEqual(expect.arrayContaining(cards.map(({ prompt }) => prompt.text)))
})

test('a line whose card was left out says why, and its card is made when its owner wants it', async () => {
  const app = await open()
  await density(app, 'few')
  const note = await report(app)
  const line = note.skippedLines.find(({ wouldBe }) => wouldBe !== null)
  expect(line?.reason).toMatch(/^[a-z]/)
  const { status, body } = await send<WantedCardReply>(app, 'POST', `/notes/${note.id}/cards`, {
    cardKey: line?.wouldBe?.cardKey,
  })
  expect(status).toBe(201)
  const made = await get<CardReply>(app, `/cards/${body.cardId}`)
  expect(made.front).toBe(line?.wouldBe?.front)
  expect((await report(app)).skippedLines.some(({ line: other }) => other === line?.line)).toBe(false)
  // Who asks for a card keeps it: there is nothing left to skim in it.
  expect((await get<SkimReply>(app, '/skim')).cards.map(({ cardId }) => cardId)).not.toContain(body.cardId)

  await app.writeNote('other.md', '# Bees\n\n- **Drone**: a male bee that mates with the queen.\n')
  expect((await get<CardReply>(app, `/cards/${body.cardId}`)).status).not.toBe('retired')

  expect((await send(app, 'DELETE', `/changes/${body.changeId ?? ''}`)).status).toBe(200)
  expect((await get<CardReply>(app, `/cards/${body.cardId}`)).status).toBe('retired')
  expect((await report(app)).skippedLines.some(({ line: other }) => other === line?.line)).toBe(true)
})

test('a key that no line gives is refused', async () => {
  const app = await open()
  const { id } = await report(app)
  expect((await send(app, 'POST', `/notes/${id}/cards`, { cardKey: '0123456789abcdef' })).status).toBe(404)
})
