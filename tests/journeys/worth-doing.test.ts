import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConceptReply, MasterySummary } from '../../shared/api/concepts.ts'
import type { QuizSetupReply } from '../../shared/api/quizzes.ts'
import { get, listAllConcepts, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { dayMs } from '../support/factories.ts'
import { aQuiz, answerOf, questionsOf, sendAnswer, wrongFor } from '../support/quiz.ts'
import { rightAnswer } from '../shared/quiz/a-question.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const worth = async () => (await get<MasterySummary>(app, '/mastery?zone=UTC')).worth

test('a card that fails day after day is named on Today with its rule, and “Not now” hides it for a week', async () => {
  await send(app, 'PUT', '/settings', { leechLapses: 3 })
  const [card] = (await queue(app)).cards
  if (card === undefined) throw new Error('no card')
  for (let day = 0; day < 4; day++) {
    expect((await worth()).filter(({ kind }) => kind === 'leeches')).toEqual([])
    await record(app, reviewOf(app, card, 1))
    app.now += dayMs
  }
  const [leech] = await worth()
  expect(leech).toMatchObject({ kind: 'leeches', name: 'A card you keep forgetting', minutes: 1 })
  expect(leech?.rule).toContain('3 study days or more')
  const { today } = await queue(app)
  const until = new Date(Date.parse(today) + 7 * dayMs).toISOString().slice(0, 10)
  const before = (await queue(app, 200)).cards.map(({ id }) => id)
  await send(app, 'PUT', '/settings', { notNow: [{ key: leech?.key, until }] })
  expect((await worth()).map(({ kind }) => kind)).not.toContain('leeches')
  // The queue is not reordered by what is named or put off.
  expect((await queue(app, 200)).cards.map(({ id }) => id)).toEqual(before)
  app.now += 6 * dayMs
  expect((await worth()).map(({ kind }) => kind)).not.toContain('leeches')
  app.now += dayMs
  expect((await worth()).map(({ kind }) => kind)).toContain('leeches')
})

test('a suggestion put off until a day that is none is refused', async () => {
  const { body } = await send(app, 'PUT', '/settings', { notNow: [{ key: 'quiz', until: '2026-02-30' }] })
  expect(body).toMatchObject({ code: 'invalid_day' })
})

test('what a quiz showed to be unknown is named for a week: what was sure and wrong first', async () => {
  const quiz = await aQuiz(app, { length: { kind: 'count', count: 6 } })
  // A wrong set of pairs is a miss of several facts, each in fewer forms than Today, which tries none, has to reckon with.
  const [first, second] = questionsOf(quiz).filter(({ kind }) => kind !== 'match')
  if (first === undefined || second === undefined) throw new Error('too few questions')
  const others = questionsOf(quiz).filter(({ id }) => id !== first.id && id !== second.id)
  await sendAnswer(app, quiz.id, answerOf(app, first, wrongFor(first), { confidence: 'sure' }))
  await sendAnswer(app, quiz.id, answerOf(app, second, wrongFor(second), { confidence: 'guess' }))
  for (const question of others)
    await sendAnswer(app, quiz.id, answerOf(app, question, rightAnswer(question), { confidence: 'likely' }))
  const kinds = async () => (await worth()).map(({ kind }) => kind)
  expect(await kinds()).toEqual(['sure_but_wrong', 'misses'])
  app.now += dayMs
  await record(app, ...(await queue(app, 40)).cards.map((card) => reviewOf(app, card, 4)))
  app.now += dayMs
  // How long a quiz takes is said by one function: Today and the setup that it leads to agree.
  const { presets } = await get<QuizSetupReply>(app, '/quiz-setup')
  for (const [kind, preset] of [
    ['sure_but_wrong', 'sure_but_wrong'],
    ['misses', 'weakest'],
  ])
    expect({ kind, minutes: (await worth()).find((one) => one.kind === kind)?.minutes }).toEqual({
      kind,
      minutes: presets.find((one) => one.preset === preset)?.minutes,
    })
  app.now += 4 * dayMs
  expect(await kinds()).toEqual(['sure_but_wrong', 'misses'])
  app.now += dayMs
  expect(await kinds()).toEqual([])
})

test('a new concept is named as soon as all that it builds on is held, and not before', async () => {
  const plain = await buildTestApp({ 'trees.md': trees })
  const own = async (term: string) =>
    (await listAllConcepts(plain)).find((concept) => concept.term === term) ?? { id: '', mastery: null }
  const builds = { kind: 'prerequisite', conceptId: (await own('Priority queue')).id, holds: true }
  await send(plain, 'POST', '/concept-changes', { ...builds, otherId: (await own('Heap')).id })
  const ready = async () =>
    (await get<MasterySummary>(plain, '/mastery?zone=UTC')).worth.filter(({ kind }) => kind === 'ready')
  expect(await ready()).toEqual([])
  const { facts } = await get<ConceptReply>(plain, `/concepts/${(await own('Heap')).id}`)
  const heaps = facts.flatMap(({ cards }) => cards)
  expect(heaps.length).toBeGreaterThan(0)
  // Eight days are a gap that makes it Solid.
  for (const days of [0, 1, 8]) {
    plain.now += days * dayMs
    for (const card of heaps) await record(plain, reviewOf(plain, card, 5))
  }
  expect((await own('Heap')).mastery).toMatchObject({ levelName: 'Solid' })
  expect(await ready()).toMatchObject([
    { name: 'Priority queue, new', reason: 'You hold what it builds on: Heap.' },
  ])
  await send(plain, 'POST', '/concept-changes', { ...builds, otherId: (await own('Treap')).id })
  expect(await ready()).toEqual([])
  await plain.close()
})

const trees = `# Trees

- **Heap**: a tree in which each parent is smaller than its children.
- **Priority queue**: a queue out of which the smallest comes first.
- **Treap**: a search tree whose priorities are drawn by chance.
`
