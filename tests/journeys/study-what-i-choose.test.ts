import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QuizScopesReply } from '../../shared/api/quizzes.ts'
import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

vi.setConfig({ testTimeout: 30_000 })

const knots = `---
tags: [sailing]
---
# Knots

## Loops

- **Bowline**: a knot that makes a loop which does not slip.
- **Perfection loop**: a knot that makes a small fixed loop in thin line.

## Bends

- **Sheet bend**: a knot that joins two ropes of unequal width.
- **Carrick bend**: a knot that joins two heavy ropes.
`

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, 'boats/knots.md': knots })
})
afterEach(() => app.close())

const choose = (query: string) => get<QueueReply>(app, `/queue?zone=UTC&limit=200&${query}`)
const files = ({ cards }: QueueReply) =>
  new Set(cards.flatMap(({ sources }) => sources.map(({ file }) => file)))
const reasons = ({ cards }: QueueReply) => [...new Set(cards.map(({ reason }) => reason))]
async function answer(cards: readonly QueueCard[], grade = 4): Promise<void> {
  for (const card of cards) await record(app, reviewOf(app, card, grade))
}

test('a concept, topic, folder, note, tag or search is a session, whatever the day’s limits', async () => {
  await send(app, 'PUT', '/settings', { newPerDay: 0, reviewsPerDay: 0 })
  expect((await queue(app)).cards).toEqual([])
  const concept = (await get<ConceptsReply>(app, '/concepts')).concepts.find(({ term }) => term === 'Bowline')
  const note = (await get<NotesReply>(app, '/notes')).notes.find(({ path }) => path === 'boats/knots.md')
  for (const [query, name] of [
    [`conceptId=${concept?.id}&practice=true`, 'Bowline'],
    [`noteId=${note?.id}`, 'Knots'],
    ['noteId=boats/knots.md', 'Knots'],
    ['folder=boats', 'The folder boats'],
    ['tag=sailing', '#sailing'],
    ['q=rope', 'The search “rope”'],
    ['q=folder:boats', 'The search “folder:boats”'],
  ] as const) {
    const chosen = await choose(query)
    expect([query, chosen.part?.name]).toEqual([query, name])
    expect([query, ...files(chosen)]).toEqual([query, 'boats/knots.md'])
    expect(chosen.part).toMatchObject({ missing: null, instead: [] })
  }
  const { choices } = await get<QuizScopesReply>(app, '/quiz-scopes?q=loops')
  const found = choices.find(({ scope }) => scope.kind === 'topic')
  const topic = await choose(`topic=${encodeURIComponent(found?.name ?? '')}`)
  expect([topic.part?.name, ...files(topic)]).toEqual([found?.name, 'boats/knots.md'])
  expect(topic.cards.length).toBeGreaterThan(0)
  expect(topic.cards.length).toBeLessThan((await choose('tag=sailing')).cards.length)
})

test('what is due and what is new counts as on any day; the rest is practice, or counts ahead of its day when asked so', async () => {
  const [first, second] = (await choose('tag=sailing')).cards
  if (first === undefined || second === undefined) throw new Error('no cards')
  await answer([first, second])
  app.now += dayMs
  await answer([second])
  const chosen = await choose('tag=sailing')
  const reasonOf = (id: string, reply = chosen) => reply.cards.find((card) => card.id === id)?.reason
  expect([reasonOf(first.id), reasonOf(second.id)]).toEqual(['review', 'practice'])
  expect(chosen.counts).toMatchObject({ review: 1, practice: 1, ahead: 0, new: chosen.counts.total - 2 })
  app.now += dayMs
  expect(reasonOf(second.id, await choose('tag=sailing&state=ahead'))).toBe('ahead')
})

test.each(['sm2', 'fsrs'] as const)(
  'an answer ahead of its day does under %s what its key said',
  async (scheduler) => {
    await send(app, 'PUT', '/scheduler', { scheduler })
    for (const days of [1, 6, 0]) {
      await answer((await choose('tag=sailing&state=due')).cards)
      if (days === 1) await answer((await choose('tag=sailing&state=new')).cards)
      app.now += days * dayMs
    }
    app.now += dayMs
    const { cards } = await choose('tag=sailing&state=ahead')
    const ahead = cards.filter(({ reason }) => reason === 'ahead')
    expect(ahead.length).toBeGreaterThan(1)
    for (const [i, card] of ahead.entries()) {
      const shown = card.previews.find(({ grade }) => grade === (i === 0 ? 2 : 4))
      const planned = shown?.plannedDueOn === undefined ? {} : { plannedDueOn: shown.plannedDueOn }
      const { states } = await record(app, reviewOf(app, card, i === 0 ? 2 : 4, planned))
      expect(states[0]?.state.schedule).toMatchObject({ dueOn: shown?.dueOn })
      // SM-2 lets an early pass stand where it stood; FSRS takes it as it comes.
      if (i > 0 && scheduler === 'sm2') expect(states[0]?.state.schedule).toEqual(card.state.schedule)
      if (i > 0 && scheduler === 'fsrs')
        expect(shown?.dueOn ?? '').not.toBe('dueOn' in card.state.schedule ? card.state.schedule.dueOn : '')
    }
    // Asked once a day: what was answered does not come again.
    expect(reasons(await choose('tag=sailing&state=ahead'))).not.toContain('ahead')
    await expectCacheIsFold(app)
  },
)

test('the weak are those that would be gone in a week, and there are always some', async () => {
  expect((await choose('state=weak')).part?.missing).toBe('You have not answered a card yet.')
  const { cards } = await queue(app, 200)
  await answer(cards.slice(0, 6), 5)
  await answer(cards.slice(6, 9), 2)
  app.now += dayMs
  await answer(cards.slice(0, 6), 5)
  expect((await choose('state=weak')).cards.map(({ id }) => id).sort()).toEqual(
    cards
      .slice(6, 9)
      .map(({ id }) => id)
      .sort(),
  )
  await answer(cards.slice(6, 9), 5)
  app.now += dayMs
  await answer(cards.slice(6, 9), 5)
  expect((await choose('state=weak')).cards).toHaveLength(9)
})

test('cards never seen are introduced a few at a time, and one of a fact', async () => {
  const { cards, counts } = await choose('state=new')
  expect(reasons({ cards } as QueueReply)).toEqual(['new'])
  expect(counts.total).toBeLessThanOrEqual(20)
  expect(new Set(cards.map(({ factKey }) => factKey)).size).toBe(cards.length)
  await answer(cards)
  const next = await choose('state=new')
  expect(next.cards.filter(({ id }) => cards.some((card) => card.id === id))).toEqual([])
})

test.each([
  ['state=leech', 'No card keeps being forgotten.', 'Cards never seen'],
  ['tag=sailing&state=leech', 'No card of #sailing keeps being forgotten.', 'All cards of #sailing'],
  ['tag=rowing', 'No card that is asked comes from a note with the tag #rowing.', 'Cards never seen'],
  ['q=zeppelin', 'No card that is asked fits the search “zeppelin”.', 'Cards never seen'],
  ['q=lapses:many', '“lapses” is compared with a number, as in lapses>3.', 'Cards never seen'],
  ['noteId=gone.md', 'It is not in your library any more.', 'Cards never seen'],
  ['conceptId=gone&practice=true', 'It is not in your library any more.', 'Cards never seen'],
  [
    'folder=attic',
    'No card of the folder attic is asked: there is none, or all are suspended or put off.',
    'Cards never seen',
  ],
  ['state=ahead', 'No card comes on the days ahead.', 'Cards never seen'],
  ['practice=true&state=learned', 'You have not answered a card yet.', 'Cards never seen'],
])('%s says what is missing and what to study instead', async (query, missing, instead) => {
  const { cards, part } = await choose(query)
  expect(cards).toEqual([])
  expect(part?.missing).toBe(missing)
  const offer = part?.instead[0]
  expect(offer?.name).toBe(instead)
  const params = new URLSearchParams(
    Object.entries(offer?.scope ?? {}).map(([key, value]) => [key, String(value)]),
  )
  expect((await choose(params.toString())).counts.total).toBe(offer?.cards)
})
