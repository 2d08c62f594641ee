import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardActionReply, CardReply, CardSearchReply } from '../../shared/api/cards.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { get, queue, record, reviewOf, send, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { expectSearchIsCards } from '../support/expect-search-is-cards.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({
    'caching.md': someNotes,
    'web/http.md':
      '# HTTP\n\n- **ETag**: a version label of a response, sent back to ask whether it changed.\n',
  })
})
afterEach(() => app.close())

const search = (q: string, more = '') =>
  get<CardSearchReply>(app, `/cards/search?q=${encodeURIComponent(q)}&zone=UTC${more}`)
const found = async (q: string) => (await search(q)).cards.map(({ front }) => front)
const act = async (body: object) =>
  (await send<CardActionReply>(app, 'POST', '/cards/actions', { zone: 'UTC', ...body })).body
const undo = async ({ eventIds, changeId }: CardActionReply) => {
  if (changeId !== null) await send(app, 'DELETE', `/changes/${changeId}`)
  if (eventIds.length > 0) await record(app, ...eventIds.map((id) => undoOf(app, id)))
}

test('cards are found by words, place, kind and standing', async () => {
  const all = await search('')
  expect(all.total).toBeGreaterThan(10)
  expect((await search('ETag')).total).toBeGreaterThan(0)
  expect((await search('etag')).total).toBe((await search('ETAG')).total)
  expect(await found('folder:web')).toEqual(await found('note:http'))
  expect((await search('folder:web')).total + (await search('-folder:web')).total).toBe(all.total)
  expect((await search('concept:stampede -kind:cloze')).cards.every(({ kind }) => kind !== 'cloze')).toBe(
    true,
  )
  expect((await search('is:new')).total + (await search('is:doubtful is:learned')).total).toBe(all.total)
  expect((await search('"%"')).total).toBe(0)
  const [first] = (await queue(app)).cards
  if (first === undefined) throw new Error('nothing to ask')
  await record(app, reviewOf(app, first, 4))
  for (const q of ['is:learned', 'answers=1', 'due=1', 'due>=2026-03-03', 'interval<=7 -is:new', 'ease>2'])
    expect(
      (await search(q)).cards.map(({ id }) => id),
      q,
    ).toEqual([first.id])
  app.now += dayMs
  expect((await search('is:due')).total).toBe(1)
  expect((await search('-is:due')).total).toBe(all.total - 1)
})

test('short words, capitals of any alphabet and words without a card are found or told like any other', async () => {
  await app.writeNote('greek.md', '- **Omega**: the letter "Ω" at the end, as in ΤΈΛΟΣ%.\n')
  for (const q of ['ΤΈΛ', 'τέλος%', '"λος%"', 'Ω', 'ω', 'concept:om', 'concept:omega'])
    expect((await search(q)).total, q).toBe((await search('note:greek')).total)
  const all = (await search('')).total
  for (const q of ['e', 'et', 'eta', 'etag', '"a store"', 'front:et', 'back:"r.\n"', 'zq'])
    expect((await search(q)).total + (await search(`-${q}`)).total, q).toBe(all)
  expect((await search('et')).total).toBeGreaterThanOrEqual((await search('eta')).total)
  expect((await search('et -etag')).total).toBe((await search('et')).total - (await search('et etag')).total)
  for (const q of ['"\'"', '"*"', 'a"b', 'front:NOT', '(a', 'a AND', '"{x} : y"', '%_', '\\'])
    expect(await search(q), q).toHaveProperty('total')
})

test('words are found however their letters are put together, in a note, in a path and in the learner’s words', async () => {
  const text = '# Küche #flashcards\n\ncrème brûlée::a dessert\n\n한국::Korea\n'
  await app.writeNote('apart/zoé.md'.normalize('NFD'), text.normalize('NFD'))
  const [card] = (await search('brûlée')).cards
  if (card === undefined) throw new Error('nothing found')
  for (const q of ['crème', 'brûlée', '한국', 'front:crème', 'note:zoé', 'note:Küche']) {
    const both = [await found(q.normalize('NFC')), await found(q.normalize('NFD'))]
    expect(both[0], q).not.toEqual([])
    expect(both[1], q).toEqual(both[0])
  }
  await send(app, 'PATCH', `/cards/${card.id}`, { front: 'flambée'.normalize('NFD') })
  for (const form of ['NFC', 'NFD']) expect((await search('flambée'.normalize(form))).total).toBe(1)
})

test('accents may be left out of a search where the learner says so, and only there', async () => {
  const bare = async (q: string) => (await found(q)).length
  await app.writeNote(
    'accents.md',
    '# Accents #flashcards\n\nrésumé::a short account\n\nĐà Nẵng::a city by the sea\n\nœuvre::all works\n',
  )
  for (const q of ['resume', 'da nang', 'oeuvre', 'concept:resume']) expect(await bare(q), q).toBe(0)
  expect(await bare('résumé')).toBeGreaterThan(0)
  const all = (await search('')).total
  await send(app, 'PUT', '/settings', { freeAccents: true })
  for (const [q, same] of [
    ['resume', 'résumé'],
    ['RESUME', 'résumé'],
    ['"da nang"', '"Đà Nẵng"'],
    ['nang', 'Nẵng'],
    ['oeuvre', 'œuvre'],
    ['front:resume', 'front:résumé'],
    ['concept:resume', 'concept:résumé'],
    ['sea nang', 'sea Nẵng'],
    ['étag', 'etag'],
  ] as const) {
    expect(await found(q), q).not.toEqual([])
    expect(await found(q), q).toEqual(await found(same))
  }
  expect((await search('resume')).total + (await search('-resume')).total).toBe(all)
  expect(await bare('back:resume -front:resume')).toBe(await bare('back:résumé -front:résumé'))
  const { count } = await act({ target: { q: 'nang' }, action: 'suspend' })
  expect(count).toBe((await search('is:suspended')).total)
  expect(count).toBeGreaterThan(0)
})

test('what is found follows every change of a card at once', async () => {
  const [card] = (await search('etag', '&limit=1')).cards
  if (card === undefined) throw new Error('no card')
  await send(app, 'PATCH', `/cards/${card.id}`, { front: 'What is a zebra?' })
  expect((await search('zebra')).cards.map(({ id }) => id)).toEqual([card.id])
  expect((await search('is:edited')).cards.map(({ id }) => id)).toEqual([card.id])
  await send(app, 'PATCH', `/cards/${card.id}`, { front: null })
  expect((await search('zebra')).total).toBe(0)
  await app.writeNote('web/http.md', '# HTTP\n\n- **Zebra**: a striped version label of a response.\n')
  expect((await search('zebra')).total).toBeGreaterThan(0)
  await expectSearchIsCards(app)
})

test('a pattern is tried on the question and on the answer, with everything else of a query', async () => {
  const fronts = (await search('', '&limit=200')).cards
  const fits = (pattern: RegExp) =>
    fronts.filter(({ front, back }) => pattern.test(front) || pattern.test(back)).map(({ id }) => id)
  for (const [q, pattern] of [
    ['re:"^what is"', /^what is/i],
    ['re:"(store|full)\\.?$"', /(store|full)\.?$/i],
    ['re:\\bkeeps\\b', /\bkeeps\b/i],
    ['re:.', /./],
  ] as const) {
    const { cards, total } = await search(q, '&limit=200')
    expect(
      cards.map(({ id }) => id),
      q,
    ).toEqual(fits(pattern))
    expect((await search(`-${q}`)).total, q).toBe(fronts.length - total)
  }
  expect((await search('re:"^what" etag')).total).toBe((await search('etag re:"^what"')).total)
  expect(await search('re:^xylophone etag')).toMatchObject({
    total: 0,
    unmatched: [{ text: 're:^xylophone' }],
    relaxed: { q: 'etag' },
  })
  const done = await act({ action: 'suspend', target: { q: 're:^what folder:web' } })
  expect(done.count).toBe((await search('re:^what folder:web')).total)
})

test('a pattern that goes astray is refused with a sentence, and nothing stands still after it', async () => {
  await app.writeNote('long.md', `- **Long**: a word like ${'a'.repeat(60)}! that has no end.\n`)
  const url = `/api/v1/cards/search?q=${encodeURIComponent('re:(a+)+$')}`
  const refused = await app.app.inject({ url })
  expect(refused.statusCode).toBe(422)
  expect(refused.json()).toMatchObject({
    code: 'pattern_too_slow',
    detail: expect.stringContaining('simpler') as string,
  })
  expect((await search('re:a{60}')).total).toBeGreaterThan(0)
})

test('a part of the cards comes with the number of all, in the order asked for', async () => {
  const all = (await search('', '&limit=200')).cards.map(({ id }) => id)
  const [a, b] = [await search('', '&limit=3'), await search('', '&limit=3&offset=3')]
  expect([...a.cards, ...b.cards].map(({ id }) => id)).toEqual(all.slice(0, 6))
  expect(b.total).toBe(all.length)
  expect((await search('is:new', '&offset=9999')).total).toBeGreaterThan(0)
  const [first] = (await queue(app)).cards
  if (first === undefined) throw new Error('nothing to ask')
  await record(app, reviewOf(app, first, 4))
  for (const sort of ['due', 'interval', 'answers'])
    expect((await search('', `&sort=${sort}`)).cards[0]?.id, sort).toBe(first.id)
})

test('a term that is not understood is told with its place; a term that fits nothing is named', async () => {
  expect(await search('etag is:soon')).toMatchObject({ total: 0, cards: [], problems: [{ from: 5, to: 12 }] })
  const nothing = await search('etag xylophone')
  expect(nothing).toMatchObject({ total: 0, unmatched: [{ text: 'xylophone' }], relaxed: { q: 'etag' } })
  expect(nothing.relaxed?.total).toBe((await search('etag')).total)
})

test.each(['suspend', 'bury', 'reset'] as const)(
  '%s is done with many cards and undone at once',
  async (action) => {
    const cards = (await queue(app)).cards.slice(0, 3)
    await record(app, ...cards.map((card) => reviewOf(app, card, 4)))
    app.now += 1000
    const ids = cards.map(({ id }) => id)
    const before = await Promise.all(ids.map((id) => get<CardReply>(app, `/cards/${id}`)))
    const done = await act({ action, target: { ids } })
    expect(done.count).toBe(3)
    const now = { suspend: 'is:suspended', bury: 'is:buried', reset: 'is:learned' }[action]
    expect((await search(now)).total).toBe(action === 'reset' ? 0 : 3)
    expect((await act({ action, target: { ids } })).count).toBe(0)
    await undo(done)
    await expectSearchIsCards(app)
    const after = await Promise.all(ids.map((id) => get<CardReply>(app, `/cards/${id}`)))
    expect(after.map(({ state }) => state)).toEqual(before.map(({ state }) => state))
    await expectCacheIsFold(app)
  },
)

test('an action can be for all that a search finds', async () => {
  const { total } = await search('folder:web')
  const done = await act({ action: 'suspend', target: { q: 'folder:web' } })
  expect(done.count).toBe(total)
  expect(await act({ action: 'resume', target: { q: 'is:suspended' } })).toMatchObject({ count: total })
  const refused = await send(app, 'POST', '/cards/actions', { action: 'suspend', target: { q: 'is:soon' } })
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
})

test('a due day is set, and a day that is none is refused', async () => {
  const [first] = (await queue(app)).cards
  if (first === undefined) throw new Error('nothing to ask')
  await record(app, reviewOf(app, first, 4))
  app.now += 1000
  await act({ action: 'setDue', dueOn: '2026-12-01', target: { ids: [first.id] } })
  expect((await search('due=2026-12-01')).cards.map(({ id }) => id)).toEqual([first.id])
  const body = { action: 'setDue', dueOn: '2026-02-30', target: { ids: [first.id] } }
  expect(await send(app, 'POST', '/cards/actions', body)).toMatchObject({
    status: 400,
    body: { code: 'invalid_day' },
  })
  await expectCacheIsFold(app)
})

test('flags are kept, found, carried by the queue, and undone', async () => {
  const ids = (await search('folder:web')).cards.map(({ id }) => id)
  const flagged = await act({ action: 'flag', flag: 'too_long', target: { ids } })
  expect(flagged.sentence).toContain('flagged as too long')
  expect((await search('flag:too_long')).total).toBe(ids.length)
  await app.writeNote('other.md', '- **Mutex**: a lock that one thread holds at a time.\n')
  expect((await search('is:flagged')).total).toBe(ids.length)
  expect((await queue(app, 200)).cards.filter(({ flag }) => flag === 'too_long')).toHaveLength(ids.length)
  await send(app, 'PATCH', `/cards/${ids[0]}`, { flag: 'wrong' })
  expect((await search('flag:wrong')).total).toBe(1)
  await send(app, 'PATCH', `/cards/${ids[0]}`, { flag: null })
  await undo(flagged)
  expect((await search('is:flagged')).total).toBe(0)
})

test('a retired card is never asked again, whatever is read later, until that is undone', async () => {
  const ids = (await search('folder:web')).cards.map(({ id }) => id)
  const all = (await search('')).total
  const retired = await act({ action: 'retire', target: { ids: ids.slice(0, 1) } })
  expect(retired.count).toBe(ids.length)
  await app.writeNote('other.md', '- **Mutex**: a lock that one thread holds at a time.\n')
  expect((await search('folder:web')).total).toBe(0)
  expect((await search('folder:web is:retired')).total).toBe(ids.length)
  await send(app, 'DELETE', `/changes/${retired.changeId ?? ''}`)
  expect((await search('-note:other')).total).toBe(all)
})

test('saved searches stay with the learner', async () => {
  const savedSearches = [{ name: 'Hard nuts', q: 'is:leech -is:suspended' }]
  await send(app, 'PUT', '/settings', { savedSearches })
  expect((await get<Settings>(app, '/settings')).savedSearches).toEqual(savedSearches)
})

test('an unknown card changes nothing', async () => {
  const body = { action: 'flag', flag: 'wrong', target: { ids: [uuidv7()] } }
  expect(await act(body)).toMatchObject({ count: 0, changeId: null })
})
