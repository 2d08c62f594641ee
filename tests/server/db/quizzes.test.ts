import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listQuizMaterial, listQuizMaterialWith } from '../../../server/db/quizzes.ts'
import { toMaterial } from '../../../server/study/quizzes.ts'
import { type ExpectedAnswer, judgeAnswer, slipsOf } from '../../../shared/answer/judge-answer.ts'
import { answerMode } from '../../../shared/answer/is-typeable.ts'
import { knownTerms } from '../../../shared/quiz/expected-answer.ts'
import { type TestApp, buildTestApp, someNotes } from '../../support/build-test-app.ts'

// Names a letter apart, in several writings.
const names = `# Names

- **Partition**: a part of a table that is kept apart.
- **Partitien**: a word that somebody wrote down wrongly.
- **Compactor**: a program that joins small files.
- **Ｃｏｍｐａｃｔｅｒ**: a machine that makes waste smaller.
- **Hauptstrasne**: a road that only stands in the example data.
- **Hauptstraße**: the main road of a town.
`

let app: TestApp
beforeAll(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, 'names.md': names })
})
afterAll(() => app.close())

test('a typed answer is judged by the few names it may spell as it would be by all of them', async () => {
  const { db, id } = app.learner
  const all = (await listQuizMaterial(db.reader, id)).map(toMaterial)
  const known = knownTerms(all)
  const answers = [...new Set(all.flatMap((card) => [card.back, card.concept, ...card.accepted]))]
  const changed = { otherTerm: 0, slip: 0 }
  const check = async (answer: string, given: string) => {
    const expected: ExpectedAnswer = { answers: [answer], mode: answerMode(answer) }
    const slips = slipsOf(expected, given)
    const few = slips.length === 0 ? [] : (await listQuizMaterialWith(db.reader, id, slips)).map(toMaterial)
    const { verdict } = judgeAnswer(expected, given, known)
    expect({ answer, given, verdict: judgeAnswer(expected, given, knownTerms(few)).verdict }).toEqual({
      answer,
      given,
      verdict,
    })
    if (slips.length > 0) changed[verdict === 'wrong' ? 'otherTerm' : 'slip']++
  }
  for (const answer of answers) for (const given of answers) await check(answer, given)
  expect(changed.otherTerm).toBeGreaterThan(0)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...answers),
      fc.nat(40),
      fc.constantFrom('', 'e', 's', 'é'),
      async (answer, at, letter) => check(answer, answer.slice(0, at) + letter + answer.slice(at + 1)),
    ),
    { numRuns: 300 },
  )
  expect(changed.slip).toBeGreaterThan(20)
})

test('a slip asks for fewer names than the library has', async () => {
  const { db, id } = app.learner
  const all = await listQuizMaterial(db.reader, id)
  const few = await listQuizMaterialWith(db.reader, id, ['evictoin'])
  expect(few.length).toBeLessThan(all.length / 2)
})
