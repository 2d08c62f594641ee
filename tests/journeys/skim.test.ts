import { afterEach, beforeEach, expect, test } from 'vitest'
import { listCardDecisions } from '../../server/db/card-decisions.ts'
import type { CardActionReply, CardEdited, CardReply, CardsReply } from '../../shared/api/cards.ts'
import type { ChangesReply } from '../../shared/api/changes.ts'
import type { DecisionsReply, InboxReply } from '../../shared/api/inbox.ts'
import type { NoteReply } from '../../shared/api/notes.ts'
import type { SkimCard, SkimReply } from '../../shared/api/skim.ts'
import { compareText } from '../../shared/basics/text.ts'
import { get, noteIdOf, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'

const rivers = `# Rivers

- **Delta**: land that a river builds where it meets the sea.
- **Meander**: a bend that a slow river cuts into its plain.
- **Watershed**: this is a ridge that my class likes
`

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, 'rivers.md': rivers })
})
afterEach(() => app.close())

const skim = (query = '') => get<SkimReply>(app, `/skim${query}`)
const decide = (body: object) => send<DecisionsReply>(app, 'POST', '/skim/decisions', body)
const decideOne = async (card: SkimCard, decision: string) =>
  (await decide({ decisions: [{ cardId: card.cardId, decision }] })).body
const undo = (id: string | null) => send(app, 'DELETE', `/changes/${id ?? ''}`)
const card = (id: string) => get<CardReply>(app, `/cards/${id}`)
const active = async () =>
  (await get<CardsReply>(app, '/cards?limit=200')).cards.filter(({ status }) => status !== 'retired')
const cardAbout = async (words: string): Promise<SkimCard> => {
  const found = (await skim()).cards.find(({ back }) => back.includes(words))
  if (found === undefined) throw new Error(`nothing to skim about ${words}`)
  return found
}
const noteId = (path: string) => noteIdOf(app, path)
const standing = async () =>
  (await listCardDecisions(app.deps.db.reader, app.learner.id)).map(({ decision }) => decision)

test('new cards are skimmed note by note, from the top of each, with the reasons of the proposed ones', async () => {
  const { cards, notes, counts } = await skim()
  expect(notes.map(({ file, title }) => [file, title])).toEqual([
    ['caching.md', 'Caching'],
    ['rivers.md', 'Rivers'],
  ])
  expect(notes[1]).toMatchObject({ noteId: await noteId('rivers.md') })
  expect(counts.ready + counts.proposed).toBe(cards.length)
  expect(notes.reduce((sum, note) => sum + note.ready, 0)).toBe(counts.ready)
  const places = cards.map(({ sources }) => [sources[0]?.file ?? '', sources[0]?.lines[0] ?? 0] as const)
  expect(places).toEqual(places.toSorted((a, b) => compareText(a[0], b[0]) || a[1] - b[1]))
  for (const { state, reasons } of cards) expect(reasons.length > 0).toBe(state === 'proposed')
  expect(cards.some(({ state }) => state === 'proposed')).toBe(true)
})

test('pages hold every card once, and a page can be of one note or one state', async () => {
  const all = (await skim('?limit=200')).cards.map(({ cardId }) => cardId)
  const paged: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: SkimReply = await skim(`?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
    paged.push(...page.cards.map(({ cardId }) => cardId))
    cursor = page.nextCursor
  }
  expect(paged).toEqual(all)
  const ofRivers = await skim(`?noteId=${await noteId('rivers.md')}`)
  expect(ofRivers.notes.map(({ file }) => file)).toEqual(['rivers.md'])
  const proposed = await skim('?state=proposed')
  expect(proposed.cards.length).toBe((await skim()).counts.proposed)
  expect(proposed.counts).toEqual({ ready: 0, proposed: proposed.cards.length })
  expect(
    (await send(app, 'POST', '/skim/decisions', { all: { noteId: 'x', decision: 'keep' } })).status,
  ).toBe(400)
  expect((await app.app.inject({ url: '/api/v1/skim?cursor=no' })).statusCode).toBe(400)
})

test('what is kept is not shown again, and is asked as before', async () => {
  const delta = await cardAbout('meets the sea')
  expect(await decideOne(delta, 'keep')).toMatchObject({ decided: 1, refused: [] })
  await app.restart()
  expect((await skim()).cards.map(({ cardId }) => cardId)).not.toContain(delta.cardId)
  expect((await queue(app, 100)).cards.map(({ id }) => id)).toContain(delta.cardId)
})

test('keeping a proposed card takes it into the queue and out of the Inbox', async () => {
  const [proposed] = (await skim('?state=proposed')).cards
  if (proposed === undefined) throw new Error('nothing is proposed')
  await decideOne(proposed, 'keep')
  expect(await card(proposed.cardId)).toMatchObject({ status: 'ready' })
  expect((await get<InboxReply>(app, '/inbox')).items.map(({ cardId }) => cardId)).not.toContain(
    proposed.cardId,
  )
})

test('dropping a card leaves what else its line asks, also when the note is read again', async () => {
  const before = (await active()).length
  const delta = await cardAbout('meets the sea')
  await decideOne(delta, 'drop')
  expect((await active()).length).toBe(before - 1)
  await app.writeNote('rivers.md', `${rivers}\nA line more.\n`)
  expect((await active()).length).toBe(before - 1)
  expect(await card(delta.cardId)).toMatchObject({ status: 'retired' })
  expect((await get<NoteReply>(app, `/notes/${await noteId('rivers.md')}`)).rejected).toEqual([])
})

test('“never” takes every card of the line, and the line stays rejected', async () => {
  const before = await active()
  const delta = await cardAbout('meets the sea')
  const ofLine = before.filter((one) =>
    one.sources.some(({ text }) => text.some((line) => line.includes('Delta'))),
  )
  await decideOne(delta, 'never')
  expect((await active()).length).toBe(before.length - ofLine.length)
  await app.writeNote('rivers.md', `${rivers}\nA line more.\n`)
  expect((await active()).length).toBe(before.length - ofLine.length)
  expect((await get<InboxReply>(app, '/inbox')).counts.gone).toBe(0)
  expect((await get<NoteReply>(app, `/notes/${await noteId('rivers.md')}`)).rejected).toMatchObject([
    { lines: [3] },
  ])
})

test.each(['keep', 'drop', 'never'])(
  '“%s” is one change, and its undo brings all of it back',
  async (decision) => {
    const before = await skim()
    const cardsBefore = JSON.stringify(await active())
    for (const state of ['ready', 'proposed']) {
      const one = before.cards.find((each) => each.state === state)
      if (one === undefined) throw new Error(`no card is ${state}`)
      const { changeId } = await decideOne(one, decision)
      expect((await skim()).cards.map(({ cardId }) => cardId)).not.toContain(one.cardId)
      const [change] = (await get<ChangesReply>(app, '/changes')).changes
      expect(change).toMatchObject({ id: changeId, kind: 'decision', blocked: null })
      expect((await undo(changeId)).status).toBe(200)
      expect(await skim()).toEqual(before)
      expect(JSON.stringify(await active())).toBe(cardsBefore)
    }
    expect(await standing()).toEqual([])
  },
)

test('all that is left of a note is kept or dropped at once, and undone at once', async () => {
  const before = await skim()
  const all = { noteId: await noteId('rivers.md'), decision: 'drop' }
  const { body } = await decide({ all })
  expect(body.decided).toBe(before.cards.filter(({ sources }) => sources[0]?.file === 'rivers.md').length)
  expect((await skim()).notes.map(({ file }) => file)).toEqual(['caching.md'])
  await undo(body.changeId)
  expect(await skim()).toEqual(before)
  await decide({ all: { ...all, state: 'ready', decision: 'keep' } })
  expect((await skim()).notes.find(({ file }) => file === 'rivers.md')).toMatchObject({ ready: 0 })
})

test('what was answered, suspended, edited, or deleted elsewhere is not left to skim', async () => {
  const [first, second, third, fourth] = (await skim('?state=ready')).cards
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error('too few cards')
  await record(app, reviewOf(app, { id: first.cardId }, 4))
  await send(app, 'PUT', `/cards/${second.cardId}/suspension`, {})
  await send<CardEdited>(app, 'PATCH', `/cards/${third.cardId}`, { back: 'In other words' })
  await send<CardActionReply>(app, 'POST', '/cards/actions', {
    action: 'retire',
    target: { ids: [fourth.cardId] },
  })
  const left = (await skim()).cards.map(({ cardId }) => cardId)
  for (const { cardId } of [first, second, third, fourth]) expect(left).not.toContain(cardId)
})

test('every decision can be counted, with its card, and one that was undone does not count', async () => {
  const [first, second, third, fourth] = (await skim('?state=ready')).cards
  const [proposed] = (await skim('?state=proposed')).cards
  if (!first || !second || !third || !fourth || !proposed) throw new Error('too few cards')
  await decideOne(first, 'keep')
  await decideOne(second, 'drop')
  const { changeId } = await decideOne(third, 'drop')
  await undo(changeId)
  await send(app, 'PATCH', `/cards/${third.cardId}`, { front: 'What is it, in my words?' })
  await send(app, 'POST', '/cards/actions', { action: 'retire', target: { ids: [fourth.cardId] } })
  await send(app, 'POST', '/inbox/decisions', { decisions: [{ cardId: proposed.cardId, decision: 'never' }] })
  expect(await standing()).toEqual(['kept', 'dropped', 'edited', 'deleted', 'never'])
  const [kept] = await listCardDecisions(app.deps.db.reader, app.learner.id)
  expect(kept).toMatchObject({ cardId: first.cardId, at: app.now })
})

test('a card that is gone, waits, or is unknown is refused with a sentence, and the others are decided', async () => {
  const [first, second] = (await skim('?state=ready')).cards
  if (!first || !second) throw new Error('too few cards')
  await decideOne(first, 'drop')
  const { body } = await decide({
    decisions: [
      { cardId: first.cardId, decision: 'keep' },
      { cardId: '01890000-0000-7000-8000-00000000ffff', decision: 'keep' },
      { cardId: second.cardId, decision: 'keep' },
    ],
  })
  expect(body.decided).toBe(1)
  expect(body.refused.map(({ code }) => code)).toEqual(['not_waiting', 'unknown_card'])
})

test('a drop is undone also after its note was read again, and the card says what the note says now', async () => {
  const delta = await cardAbout('meets the sea')
  const { changeId } = await decideOne(delta, 'drop')
  await app.writeNote('rivers.md', rivers.replace('meets the sea', 'meets a lake or the sea'))
  expect((await undo(changeId)).status).toBe(200)
  expect(await cardAbout('a lake or the sea')).toMatchObject({ cardId: delta.cardId, state: 'ready' })
})

test('a change says what it decided, note by note', async () => {
  const [first, second] = (await skim()).cards
  if (first === undefined || second === undefined) throw new Error('nothing to skim')
  await decideOne(first, 'keep')
  await decideOne(second, 'drop')
  const all = { noteId: await noteId('rivers.md'), decision: 'keep' }
  const { decided } = (await decide({ all })).body
  const { changes } = await get<ChangesReply>(app, '/changes')
  expect(changes.slice(0, 3).map((change) => change.decided)).toEqual([
    [{ decision: 'kept', note: 'Rivers', count: decided }],
    [{ decision: 'dropped', note: 'Caching', count: 1 }],
    [{ decision: 'kept', note: 'Caching', count: 1 }],
  ])
  expect(changes.at(-1)?.decided).toEqual([])
})
