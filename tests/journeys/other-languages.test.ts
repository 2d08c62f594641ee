import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardReply } from '../../shared/api/cards.ts'
import type { QuizReply } from '../../shared/api/quizzes.ts'
import type { SkimReply } from '../../shared/api/skim.ts'
import { get, queue, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

const tides = `# Gezeiten

Die Tide ist der Wechsel von Ebbe und Flut, und sie wird vom Mond bestimmt.

- **Nipptide**: eine Tide, die schwächer ist als die anderen
- **Springtide**: eine Tide, die stärker ist als die anderen
- **Priel**: ein Wasserlauf im Watt, der auch bei Ebbe Wasser führt
- **Watt**: der Boden des Meeres, der bei Ebbe trocken liegt
`
const birds = `# Birds

- **Molt**: the yearly change of feathers in a bird.
- **Brood**: the young birds that hatch together from one nest.
`

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'gezeiten.md': tides, 'birds.md': birds })
})
afterEach(() => app.close())

test('a card of a note in another language says so of each side, and a card in English says nothing', async () => {
  const { cards } = await queue(app)
  const langs = (file: string) =>
    cards
      .filter(({ sources }) => sources[0]?.file === file)
      .flatMap(({ prompt, answer }) => [prompt.lang, answer.lang])
  expect(langs('gezeiten.md').length).toBeGreaterThan(3)
  expect(new Set(langs('gezeiten.md'))).toEqual(new Set(['de']))
  expect(new Set(langs('birds.md'))).toEqual(new Set([undefined]))
  const skim = await get<SkimReply>(app, '/skim')
  for (const { sources, languages } of skim.cards) {
    const lang = sources[0]?.file === 'gezeiten.md' ? 'de' : null
    expect(languages).toEqual({ front: lang, back: lang })
  }
})

test('words of the learner’s own are read in their language', async () => {
  const { cards } = await queue(app)
  const card = cards.find(({ sources }) => sources[0]?.file === 'gezeiten.md')
  await send(app, 'PATCH', `/cards/${card?.id ?? ''}`, {
    front: 'What is this called in the land of the tides?',
  })
  const { prompt, answer } = await get<CardReply>(app, `/cards/${card?.id ?? ''}`)
  expect([prompt.lang, answer.lang]).toEqual([undefined, 'de'])
})

test('a quiz says of each question what it is written in', async () => {
  const { body } = await send<QuizReply>(app, 'POST', '/quizzes', {
    length: { kind: 'count', count: 6 },
  })
  const german = body.questions.filter(({ question }) => /tide|Priel|Watt/i.test(question.concept))
  expect(german.length).toBeGreaterThan(0)
  for (const { prompt, texts } of german)
    for (const { lang } of [prompt, ...Object.values(texts)]) expect(lang).toBe('de')
})
