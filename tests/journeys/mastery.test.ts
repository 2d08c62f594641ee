import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CardsReply } from '../../shared/api/cards.ts'
import type {
  ConceptAnswersReply,
  ConceptEdgesReply,
  ConceptMapReply,
  ConceptReply,
  ConceptRow,
  ConceptsReply,
  FactIgnoredReply,
  FactOffersReply,
  LevelMovesReply,
  MasterySummary,
  TopicsReply,
} from '../../shared/api/concepts.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import { QuizLibraries } from '../../server/study/quiz-libraries.ts'
import { gatherQuizLearner } from '../../server/study/quiz-learner.ts'
import { askerOf } from '../../server/study/quiz-runner.ts'
import { fillStandings } from '../../server/study/standings.ts'
import { get, listAllConcepts, queue, record, reviewOf, send, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

// Months of study, one request an answer.
vi.setConfig({ testTimeout: 30_000 })

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, 'trees.md': trees })
  await fillStandings(app.deps.db, app.learner.id, app.deps.schedulers)
})
afterEach(() => app.close())

const trees = `# Trees

## Shapes

- **Binary tree**: a tree in which each node has at most two children.
- **Heap**: a binary tree in which each parent is smaller than its children; \`heapify\` makes one.
- **Trie**: a tree of letters, so that words share their beginnings.

## Use

- **Priority queue**: a queue built on a heap, out of which the smallest comes first; \`heapify\` fills it.
- **Heap sort**: a sort that takes the smallest from a heap again and again.
`

/** Lines of little worth among others: their cards are left out where few are wanted. */
const garden = `# Gardens

- **Mulch**: a layer of bark that keeps the soil moist.
- **NPK** (Nitrogen, Phosphorus, Potassium)

## Best practices

- Label every bed to ensure consistency and quality.

## Challenges

- **Weeds**: solved by better planning and regular care.
`

const rowOf = async (term: string): Promise<ConceptRow> => {
  const row = (await listAllConcepts(app)).find((one) => one.term === term)
  if (row === undefined) throw new Error(`There is no concept ${term}.`)
  return row
}
const cardsOf = async (id: string) => (await get<CardsReply>(app, `/cards?conceptId=${id}&limit=200`)).cards
const keptRows = async () =>
  (await app.deps.db.reader.selectFrom('concept_standings').select('concept_id').execute()).length

describe('what is kept of concepts', () => {
  test('follows each answer in its commit, whatever way it came, and is what the whole log gives', async () => {
    const concepts = (await listAllConcepts(app)).length
    expect(await keptRows()).toBe(concepts)
    for (let day = 0; day < 5; day++) {
      const { cards } = await queue(app, 12)
      const reviews = cards.map((card, i) => reviewOf(app, card, i % 5 === 4 ? 2 : 4))
      await record(app, ...reviews)
      const [first] = reviews
      if (day === 2 && first !== undefined) await record(app, undoOf(app, first.id))
      app.now += dayMs
      await expectCacheIsFold(app)
    }
    // What was taken back left its concept to be made anew; all others were kept by single steps.
    expect(await keptRows()).toBe(concepts - 1)
    await listAllConcepts(app)
    await app.restart()
    expect(await keptRows()).toBe(concepts)
    await expectCacheIsFold(app)
  })

  test('follows suspension, reset and a change of the notes', async () => {
    const { id } = await rowOf('Heap')
    const cards = await cardsOf(id)
    await record(app, ...cards.map((card) => reviewOf(app, card, 4)))
    const [card] = cards
    await send(app, 'PUT', `/cards/${card?.id ?? ''}/suspension`, {})
    await expectCacheIsFold(app)
    await send(app, 'POST', '/cards/actions', { kind: 'reset', cardIds: [card?.id], zone: 'UTC' })
    await expectCacheIsFold(app)
    await app.writeNote('trees.md', `${trees}- **Heap**: what a program asks memory from.\n`)
    await listAllConcepts(app)
    await expectCacheIsFold(app)
  })

  test('is made anew when another scheduler, or a fit, predicts otherwise', async () => {
    await record(app, ...(await queue(app, 8)).cards.map((card) => reviewOf(app, card, 4)))
    await send(app, 'PUT', '/scheduler', { scheduler: 'fsrs' })
    expect(await keptRows()).toBe(0)
    await listAllConcepts(app)
    await expectCacheIsFold(app)
  })
})

describe('the list of concepts', () => {
  test('comes a page at a time, each concept once and in order, also while rows come and go', async () => {
    const all = await listAllConcepts(app)
    for (const sort of ['attention', 'az', 'level', 'newest']) {
      const seen: string[] = []
      for (let cursor = ''; ;) {
        const page = await get<ConceptsReply>(app, `/concepts?sort=${sort}&limit=4${cursor}`)
        expect(page.total).toBe(all.length)
        seen.push(...page.concepts.map(({ id }) => id))
        if (page.nextCursor === null) break
        cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)))
    }
    const second = await get<ConceptsReply>(app, '/concepts?sort=az&offset=4&limit=4')
    expect(second.concepts).toEqual(all.slice(4, 8))
  })

  test('is searched by names, the nearest first, and filtered by level and note', async () => {
    const found = async (query: string) =>
      (await get<ConceptsReply>(app, `/concepts?${query}&limit=200`)).concepts.map(({ term }) => term)
    expect((await found('q=heap'))[0]).toBe('Heap')
    expect(await found('q=heap')).toContain('Heap sort')
    expect(await found('note=trees.md')).not.toContain('Eviction')
    expect(await found('note=trees.md&level=0')).toContain('Trie')
    expect(await found('level=3')).toEqual([])
    const bad = await app.app.inject({ url: '/api/v1/concepts?cursor=nothing' })
    expect([bad.statusCode, bad.json<{ code: string }>().code]).toEqual([400, 'invalid_request'])
  })

  test('a topic is the sum of its concepts, and lists them', async () => {
    await record(app, ...(await queue(app, 15)).cards.map((card) => reviewOf(app, card, 4)))
    const { topics } = await get<TopicsReply>(app, '/topics?sort=az')
    expect(topics.map(({ name }) => name)).toEqual(expect.arrayContaining(['Caching', 'Trees']))
    for (const { key, concepts, mastery } of topics) {
      const own = (await get<ConceptsReply>(app, `/concepts?topic=${key}&limit=200`)).concepts
      expect(own).toHaveLength(concepts)
      const sum = (valueOf: (row: ConceptRow) => number) =>
        own.reduce((total, row) => total + valueOf(row), 0)
      expect(mastery.facts).toBe(sum((row) => row.mastery.facts))
      expect(mastery.answered).toBe(sum((row) => row.mastery.answered))
      expect(mastery.recallNow).toBeCloseTo(
        sum((row) => row.mastery.recallNow),
        1,
      )
    }
    expect((await app.app.inject({ url: '/api/v1/concepts?topic=none' })).statusCode).toBe(404)
  })
})

test('a level that moved says why, and what the next one needs', async () => {
  const { id } = await rowOf('Trie')
  const cards = await cardsOf(id)
  const answer = (grade: number) => record(app, ...cards.map((card) => reviewOf(app, card, grade)))
  const moves = async () =>
    (await get<LevelMovesReply>(app, '/mastery/moves')).moves.filter((move) => move.conceptId === id)
  await answer(4)
  expect(await moves()).toMatchObject([{ from: 'Unseen', to: 'Started', why: 'The first answer.' }])
  app.now += dayMs
  await answer(4)
  expect(await moves()).toMatchObject([{ from: 'Started', to: 'Familiar', why: '1 fact recalled.' }])
  for (const days of [8, 30]) {
    app.now += days * dayMs
    await answer(4)
  }
  app.now += dayMs
  await answer(2)
  const [fall] = await moves()
  expect(fall).toMatchObject({ from: 'Solid', to: 'Familiar', why: '1 fact failed.' })
  expect(fall?.nextNeeds).toMatch(/^Solid needs 1 more fact recalled after 7 days/)
  const concept = await get<ConceptReply>(app, `/concepts/${id}`)
  expect(concept.mastery.once).toMatch(/^Was Solid on .*; 1 fact failed since\.$/)
  expect(concept.levels.map(({ to }) => to)).toEqual(['Familiar', 'Solid', 'Familiar', 'Started'])
  expect(concept.facts[0]?.last?.kind).toBe('failed')
  const { answers, nextCursor } = await get<ConceptAnswersReply>(app, `/concepts/${id}/answers?limit=3`)
  expect(answers[0]).toMatchObject({ grade: 2, via: 'review', counted: true })
  const rest = await get<ConceptAnswersReply>(app, `/concepts/${id}/answers?cursor=${nextCursor ?? ''}`)
  expect(answers.length + rest.answers.length).toBe(5 * cards.length)
})

test('an undo of today’s answer is told at once, though its concept waits to be made anew', async () => {
  const [trie, heap] = [await rowOf('Trie'), await rowOf('Heap')]
  const moved = async () =>
    (await get<LevelMovesReply>(app, '/mastery/moves')).moves.map(({ term, to }) => `${term}: ${to}`)
  const [first, second] = await cardsOf(trie.id)
  if (first === undefined) throw new Error('Trie has no card')
  const slip = reviewOf(app, first, 2)
  await record(app, slip, ...(await cardsOf(heap.id)).map((card) => reviewOf(app, card, 4)))
  app.now += 60_000
  await record(app, undoOf(app, slip.id), reviewOf(app, second ?? first, 4))
  expect((await moved()).toSorted()).toEqual(['Heap: Started', 'Trie: Started'])
})

test('recall is followed from the first answer on, and the last day is today', async () => {
  const { id, trend } = await rowOf('Trie')
  expect(trend).toEqual([])
  const cards = await cardsOf(id)
  for (const days of [0, 1, 9]) {
    app.now += days * dayMs
    await record(app, ...cards.map((card) => reviewOf(app, card, 4)))
  }
  app.now += 20 * dayMs
  const concept = await get<ConceptReply>(app, `/concepts/${id}`)
  expect(concept.trend).toHaveLength(31)
  expect(concept.trend.at(-1)?.recall).toBeCloseTo(concept.mastery.recallNow, 0)
  expect(concept.trend[9]?.recall).toBeLessThan(concept.trend[10]?.recall ?? 0)
  const row = await rowOf('Trie')
  expect(row.trend).toHaveLength(11)
  expect(row.trend.at(-1)).toBe(concept.trend.at(-1)?.recall)
})

test('Today is told of all concepts together, and of the few that something is worth doing about', async () => {
  await record(app, ...(await queue(app, 10)).cards.map((card) => reviewOf(app, card, 4)))
  const summary = await get<MasterySummary>(app, '/mastery')
  const all = await listAllConcepts(app)
  expect(summary.concepts).toBe(all.length)
  expect(summary.levels).toEqual(
    [0, 1, 2, 3, 4, 5].map((level) => all.filter((row) => row.mastery.level === level).length),
  )
  expect(summary.worth.length).toBeLessThanOrEqual(3)
})

describe('what stands beside a concept', () => {
  const edgesOf = async (term: string) =>
    (await get<ConceptEdgesReply>(app, `/concepts/${(await rowOf(term)).id}/edges`)).edges
  const say = (conceptId: string, otherId: string, holds: boolean) =>
    send<{ changeId: string; code: string }>(app, 'POST', '/concept-changes', {
      kind: 'prerequisite',
      conceptId,
      otherId,
      holds,
    })

  test('what shares code or facts is related, and what a sentence builds on is suggested', async () => {
    const edges = await edgesOf('Priority queue')
    expect(edges.find(({ kind, term }) => kind === 'related' && term === 'Heap')?.why).toMatch(/`heapify`/)
    expect(edges.find(({ kind }) => kind === 'suggested')).toMatchObject({ term: 'Heap', changeId: null })
    expect((await edgesOf('Heap sort')).find(({ kind }) => kind === 'suggested')?.why).toBe(
      '“Heap” is part of the name “Heap sort”.',
    )
    const onHeap = (await edgesOf('Heap')).filter(({ kind }) => kind === 'suggested_dependant')
    expect(onHeap.map(({ term }) => term).toSorted()).toEqual(['Heap sort', 'Priority queue'])
  })

  test('a prerequisite is said, cannot go round in a circle, and can be taken back', async () => {
    const [queueId, heapId] = [(await rowOf('Priority queue')).id, (await rowOf('Heap')).id]
    const { status, body } = await say(queueId, heapId, true)
    expect(status).toBe(200)
    const kindsOf = async (term: string) =>
      (await edgesOf(term)).filter(({ term: other }) => other !== term).map(({ kind }) => kind)
    expect(await kindsOf('Priority queue')).toContain('prerequisite')
    expect(await kindsOf('Priority queue')).not.toContain('suggested')
    expect(await kindsOf('Heap')).toContain('dependant')
    expect((await say(heapId, queueId, true)).body.code).toBe('invalid_request')
    expect((await say(heapId, heapId, true)).body.code).toBe('invalid_request')
    const concept = await get<ConceptReply>(app, `/concepts/${queueId}`)
    expect(concept.byHand).toMatchObject([{ changeId: body.changeId }])
    await app.writeNote('more.md', '- **Mutex**: a lock that one thread holds at a time.\n')
    expect(await kindsOf('Priority queue')).toContain('prerequisite')
    expect((await send(app, 'DELETE', `/changes/${body.changeId}`)).status).toBe(200)
    expect(await kindsOf('Priority queue')).toContain('suggested')
  })

  test('a concept whose prerequisite is not held says so, until it is', async () => {
    const [queueId, heapId] = [(await rowOf('Priority queue')).id, (await rowOf('Heap')).id]
    expect((await rowOf('Priority queue')).weakPrerequisite).toBe(null)
    await say(queueId, heapId, true)
    expect((await rowOf('Priority queue')).weakPrerequisite).toBe('Heap')
    const cards = await cardsOf(heapId)
    for (const days of [0, 1, 9]) {
      app.now += days * dayMs
      await record(app, ...cards.map((card) => reviewOf(app, card, 4)))
    }
    expect((await rowOf('Priority queue')).weakPrerequisite).toBe(null)
  })

  test('a quiz asks first what many other concepts build on', async () => {
    const { reader } = app.deps.db
    const asker = askerOf(app.learner)
    const prepared = await new QuizLibraries().of(reader, asker.learnerId)
    expect((await gatherQuizLearner(reader, asker, prepared)).dependants).toEqual(new Map())
    const heapId = (await rowOf('Heap')).id
    for (const term of ['Priority queue', 'Heap sort']) await say((await rowOf(term)).id, heapId, true)
    expect((await gatherQuizLearner(reader, asker, prepared)).dependants).toEqual(new Map([[heapId, 2]]))
  })

  test('a map shows what a concept builds on left of it, and each edge once with its reason', async () => {
    const [queueId, heapId] = [(await rowOf('Priority queue')).id, (await rowOf('Heap')).id]
    await say(queueId, heapId, true)
    const map = await get<ConceptMapReply>(app, `/concepts/${queueId}/map`)
    const columnOf = (term: string) => map.concepts.find((one) => one.term === term)?.column
    expect(map.concepts[0]).toMatchObject({ term: 'Priority queue', column: 0, steps: 0 })
    expect(columnOf('Heap')).toBe(-1)
    expect(columnOf('Heap sort')).toBe(0)
    expect(map.edges).toContainEqual(expect.objectContaining({ kind: 'suggested', from: heapId }))
    expect(map.edges).toContainEqual(
      expect.objectContaining({ kind: 'prerequisite', from: heapId, to: queueId, why: 'You said so.' }),
    )
    const ends = map.edges.map(({ kind, from, to }) => [kind, ...[from, to].sort()].join(' '))
    expect(new Set(ends).size).toBe(ends.length)
    expect((await app.app.inject({ url: `/api/v1/concepts/${app.learner.id}/map` })).statusCode).toBe(404)
  })

  test('a suggestion that was turned down does not come again', async () => {
    const [queueId, heapId] = [(await rowOf('Priority queue')).id, (await rowOf('Heap')).id]
    await say(queueId, heapId, false)
    const onHeap = (await edgesOf('Heap')).filter(({ kind }) => kind === 'suggested_dependant')
    expect(onHeap.map(({ term }) => term)).toEqual(['Heap sort'])
    expect((await edgesOf('Priority queue')).map(({ kind }) => kind)).toEqual(['related'])
  })
})

test('a fact without a card is offered its card, and has it with one click', async () => {
  await send(app, 'PUT', '/settings', { cardDensity: 'few' })
  await app.writeNote('garden.md', garden)
  const silentIn = async (id: string) =>
    (await get<ConceptReply>(app, `/concepts/${id}`)).facts.filter(({ cards }) => cards.length === 0)
  let given = 0
  for (const { id } of await listAllConcepts(app)) {
    const silent = await silentIn(id)
    const { offers } = await get<FactOffersReply>(app, `/concepts/${id}/offers`)
    expect(offers.every(({ factKey }) => silent.some(({ key }) => key === factKey))).toBe(true)
    const [offer] = offers
    if (offer === undefined) continue
    const { covered } = (await get<ConceptReply>(app, `/concepts/${id}`)).mastery
    await send(app, 'POST', `/notes/${offer.noteId}/cards`, { cardKey: offer.cardKey })
    expect((await silentIn(id)).map(({ key }) => key)).not.toContain(offer.factKey)
    expect((await get<ConceptReply>(app, `/concepts/${id}`)).mastery.covered).toBe(covered + 1)
    given++
    if (given === 2) break
  }
  expect(given).toBeGreaterThan(0)
  await expectCacheIsFold(app)
})

describe('a fact that its learner ignores', () => {
  const concept = (id: string) => get<ConceptReply>(app, `/concepts/${id}`)
  const shown = async (id: string) => {
    const { facts, mastery } = await concept(id)
    return {
      counted: mastery.facts,
      covered: mastery.covered,
      ignored: facts.filter(({ ignored }) => ignored).map(({ key }) => key),
    }
  }
  const ignore = (key: string) => send<FactIgnoredReply>(app, 'PUT', `/facts/${key}/rejection`)

  test('leaves coverage and level with its cards, and comes back with its history', async () => {
    const { id } = await rowOf('Heap')
    for (const card of await cardsOf(id)) await record(app, reviewOf(app, card, 5))
    app.now += 2 * dayMs
    for (const card of await cardsOf(id)) await record(app, reviewOf(app, card, 2))
    await fillStandings(app.deps.db, app.learner.id, app.deps.schedulers)
    const before = await concept(id)
    const cards = await cardsOf(id)
    const fact = before.facts.find((one) => one.cards.some(({ status }) => status === 'ready'))
    const key = fact?.key ?? ''
    const { body } = await ignore(key)
    expect(body.sentence).toMatch(/^Ignored\. \d+ cards? (is|are) not asked any more/)
    expect(await shown(id)).toMatchObject({ ignored: expect.arrayContaining([key]) as unknown })
    expect((await concept(id)).mastery.facts).toBeLessThan(before.mastery.facts)
    expect((await rowOf('Heap')).mastery).toEqual((await concept(id)).mastery)
    await expectCacheIsFold(app)
    // A later reading makes nothing of its lines, and none of its cards waits for a word.
    await app.writeNote('more.md', '# More\n\n- **Treap**: a tree that is a heap by chance.\n')
    expect((await shown(id)).ignored).toContain(key)
    await expectCacheIsFold(app)
    await send(app, 'DELETE', `/facts/${key}/rejection`)
    await expectCacheIsFold(app)
    await fillStandings(app.deps.db, app.learner.id, app.deps.schedulers)
    expect((await concept(id)).mastery).toEqual(before.mastery)
    expect((await cardsOf(id)).map((card) => card.id)).toEqual(cards.map((card) => card.id))
    await expectCacheIsFold(app)
  })

  test('is one change that can be undone, and ignored again without another one', async () => {
    const { id } = await rowOf('Trie')
    const before = await concept(id)
    const key = before.facts[0]?.key ?? ''
    const { body } = await ignore(key)
    expect((await ignore(key)).body.changeId).toBeNull()
    expect((await shown(id)).counted).toBe(0)
    await send(app, 'DELETE', `/changes/${body.changeId}`)
    expect(await concept(id)).toEqual(before)
    await expectCacheIsFold(app)
  })

  test('goes without a card, too, and is told apart in the report of its note', async () => {
    await send(app, 'PUT', '/settings', { cardDensity: 'few' })
    await app.writeNote('garden.md', garden)
    const { notes } = await get<NotesReply>(app, '/notes')
    const note = notes.find(({ path }) => path === 'garden.md')
    const concepts = await Promise.all((await listAllConcepts(app)).map(({ id }) => concept(id)))
    const silent = concepts.flatMap(({ id, facts }) =>
      facts
        .filter(({ cards, sources }) => cards.length === 0 && sources[0]?.file === 'garden.md')
        .map(({ key }) => ({ id, key })),
    )
    expect(silent.length).toBeGreaterThan(0)
    const [one] = silent
    const before = await shown(one?.id ?? '')
    expect((await ignore(one?.key ?? '')).body.sentence).toBe('Ignored.')
    const after = await shown(one?.id ?? '')
    expect(after).toEqual({ ...before, counted: before.counted - 1, ignored: [one?.key] })
    const row = (await get<NotesReply>(app, '/notes')).notes.find(({ path }) => path === 'garden.md')
    expect(row).toEqual({ ...note, facts: (note?.facts ?? 0) - 1, ignored: 1 })
    await expectCacheIsFold(app)
    await send(app, 'DELETE', `/facts/${one?.key}/rejection`)
    expect(await shown(one?.id ?? '')).toEqual(before)
    await expectCacheIsFold(app)
  })

  test('has no disagreement to decide any more, and one that is not stated is refused', async () => {
    await app.writeNote('a.md', '# A\n\n- **DRY** (Don’t Repeat Yourself): say each thing once.\n')
    await app.writeNote('b.md', '# B\n\n- **DRY** (Do Repeat Yourself): say each thing twice.\n')
    const { id } = await rowOf('DRY')
    const [conflict] = (await concept(id)).conflicts
    await ignore(conflict?.factKey ?? '')
    expect((await concept(id)).conflicts).toEqual([])
    expect((await rowOf('DRY')).conflicts).toBe(0)
    expect((await ignore('nothing')).status).toBe(404)
    await expectCacheIsFold(app)
  })
})
