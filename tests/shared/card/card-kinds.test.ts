import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardContent } from '../../../shared/card/card.ts'
import { plainText, rulesOf, rulesOfKind } from '../../../shared/card/kinds/card-kinds.ts'
import { cardKinds } from '../../../shared/card/kinds/kind-names.ts'
import { contentOfTexts } from '../../../shared/card/kinds/content-of-texts.ts'

const text = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .filter((one) => !/_{3}|[\r\n]/.test(one))
const words = text.filter((one) => one.trim() !== '')
const asked = (kind: 'basic' | 'reverse' | 'typed') =>
  fc.record({ kind: fc.constant(kind), question: text, answer: text })

/** Contents of every kind; a new kind does not compile until it has its own. */
const contents: { readonly [Kind in CardContent['kind']]: fc.Arbitrary<CardContent> } = {
  basic: asked('basic'),
  reverse: asked('reverse'),
  typed: asked('typed'),
  cloze: fc.record({
    kind: fc.constant('cloze' as const),
    before: text.filter((one) => !one.endsWith('_')),
    hidden: text,
    after: text.filter((one) => !one.startsWith('_')),
  }),
  list_recall: fc.record({
    kind: fc.constant('list_recall' as const),
    question: text,
    items: fc.array(words, { minLength: 1, maxLength: 6 }),
  }),
  choice: fc
    .record({
      question: text,
      options: fc.uniqueArray(words, { minLength: 2, maxLength: 6 }),
      marked: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    })
    .map(({ question, options, marked }) => {
      const keys = options.flatMap((_, i) => (marked[i] === true ? [i] : []))
      return { kind: 'choice' as const, question, options, keys: keys.length === 0 ? [0] : keys }
    }),
}

describe.each(cardKinds)('a card of the kind %s', (kind) => {
  test('is the same when its two texts are read back', () => {
    fc.assert(
      fc.property(contents[kind], (content) => {
        const { front, back } = plainText(content)
        expect(contentOfTexts(kind, front, back)).toEqual(content)
      }),
    )
  })

  test('shows both sides, and counts each of its answers as one', () => {
    fc.assert(
      fc.property(contents[kind], (content) => {
        const rules = rulesOf(content)
        const { prompt, answer } = rules.sides(content)
        expect(JSON.stringify(prompt)).not.toBe(JSON.stringify(answer.kind === 'items' ? [] : null))
        expect(rules.quiz.answers(content).length).toBeGreaterThan(0)
        for (const one of rules.quiz.answers(content)) expect(plainText(content).back).toContain(one)
      }),
    )
  })
})

test('words that are no sentence with a gap are refused with what is missing', () => {
  expect(rulesOfKind('cloze').read('A sail without a gap', 'sail')).toEqual({
    problem: 'Mark the gap in the question with three underscores: ___',
  })
  expect(rulesOfKind('list_recall').read('Name two.', ' \n')).toEqual({
    problem: 'Write the items, one a line.',
  })
})

test('what an older version stored without its gap is shown as a question', () => {
  expect(contentOfTexts('cloze', 'A sail', 'sail')).toEqual({
    kind: 'basic',
    question: 'A sail',
    answer: 'sail',
  })
})
