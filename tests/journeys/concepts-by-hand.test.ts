import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConceptReply, MergeSuggestionsReply } from '../../shared/api/concepts.ts'
import type { CardsReply } from '../../shared/api/cards.ts'
import type { ConceptChangeReply } from '../../shared/api/changes.ts'
import { get, listAllConcepts, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes })
})
afterEach(() => app.close())

const conceptId = async (term: string): Promise<string> => {
  const found = (await listAllConcepts(app)).find((concept) => concept.term === term)
  if (found === undefined) throw new Error(`no concept ${term}`)
  return found.id
}
const concept = (id: string) => get<ConceptReply>(app, `/concepts/${id}`)
const change = (body: object) => send<ConceptChangeReply>(app, 'POST', '/concept-changes', body)
const cardIds = async () => (await get<CardsReply>(app, '/cards?limit=200')).cards.map(({ id }) => id).sort()

test('a concept called otherwise stays so when the notes are read again', async () => {
  const id = await conceptId('Eviction')
  await change({ kind: 'rename', conceptId: id, term: 'Making room' })
  await app.writeNote('other.md', '- **Mutex**: a lock that one thread holds at a time.\n')
  expect(await concept(id)).toMatchObject({ term: 'Making room', byHand: [{}] })
})

test('merged concepts share their facts in every later reading; no card changes its id or history', async () => {
  const before = await cardIds()
  const hit = await concept(await conceptId('Cache hit'))
  await record(app, reviewOf(app, { id: hit.facts[0]?.cards[0]?.id ?? '' }, 4))
  const into = await conceptId('Eviction')
  const { body } = await change({ kind: 'merge', conceptId: hit.id, intoId: into })
  await app.writeNote('caching.md', `${someNotes}\nMore.\n`)
  const merged = await concept(into)
  expect(merged.facts.map(({ term }) => term)).toEqual(expect.arrayContaining(['Cache hit', 'Eviction']))
  expect(await cardIds()).toEqual(before)
  await expectCacheIsFold(app)
  await send(app, 'DELETE', `/changes/${body.changeId}`)
  expect((await concept(hit.id)).facts).toHaveLength(hit.facts.length)
  expect((await concept(into)).facts.map(({ term }) => term)).not.toContain('Cache hit')
})

test('two names that may be one are suggested, never merged; what was called two is not suggested again', async () => {
  await app.writeNote(
    'gpus.md',
    '- **GPU**: a chip that draws pictures.\n\n- **GPUs**: chips that share one memory.\n',
  )
  const pairs = async () => (await get<MergeSuggestionsReply>(app, '/concept-merges')).suggestions
  const [one, other] = [await conceptId('GPU'), await conceptId('GPUs')]
  const [pair] = await pairs()
  expect(new Set([pair?.conceptId, pair?.intoId])).toEqual(new Set([one, other]))
  expect(pair?.why).toBe('plural')
  const { body } = await change({ kind: 'two', conceptId: one, otherId: other })
  expect(await pairs()).toEqual([])
  await app.writeNote('other.md', '- **Mutex**: a lock that one thread holds at a time.\n')
  expect(await pairs()).toEqual([])
  expect((await concept(one)).byHand).toHaveLength(1)
  await send(app, 'DELETE', `/changes/${body.changeId}`)
  expect(await pairs()).toEqual([pair])
  await change({ kind: 'merge', conceptId: pair?.conceptId, intoId: pair?.intoId })
  expect(await pairs()).toEqual([])
})

test('a term split off is a concept of its own; a term that is not there is refused', async () => {
  const into = await conceptId('Eviction')
  await change({ kind: 'merge', conceptId: await conceptId('Cache hit'), intoId: into })
  const { body } = await change({ kind: 'split', conceptId: into, term: 'Cache hit' })
  expect((await concept(body.conceptId ?? '')).facts.every(({ term }) => term === 'Cache hit')).toBe(true)
  const { status } = await change({ kind: 'split', conceptId: into, term: 'Nothing' })
  expect(status).toBe(400)
})

test('where notes disagree the card waits until the learner says which side is right, and that can be taken back', async () => {
  await app.writeNote('a.md', '# A\n\n- **DRY** (Don’t Repeat Yourself): say each thing once.\n')
  await app.writeNote('b.md', '# B\n\n- **DRY** (Do Repeat Yourself): say each thing twice.\n')
  const id = await conceptId('DRY')
  const [conflict] = (await concept(id)).conflicts
  expect(conflict?.sides).toHaveLength(2)
  const expansions = async () =>
    (await concept(id)).facts
      .filter(({ kind }) => kind === 'expansion')
      .flatMap(({ cards }) => cards)
      .map(({ status }) => status)
  expect(new Set(await expansions())).toEqual(new Set(['doubtful']))
  const right = conflict?.sides.find(({ statement }) => statement.includes('Don')) ?? conflict?.sides[0]
  const { body } = await change({ kind: 'side', factKey: conflict?.factKey, statement: right?.statement })
  expect((await concept(id)).conflicts).toEqual([])
  expect(new Set(await expansions())).toEqual(new Set(['ready']))
  await app.writeNote('c.md', '# C\n\nNothing new.\n')
  expect((await concept(id)).conflicts).toEqual([])
  await send(app, 'DELETE', `/changes/${body.changeId}`)
  expect((await concept(id)).conflicts).toHaveLength(1)
})
