import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseAnswer } from '../../../shared/answer/normalise-answer.ts'
import type { CardId } from '../../../shared/card/card.ts'
import {
  type QuizRequest,
  chooseQuestions,
  chooseQuestionsFrom,
} from '../../../shared/quiz/choose-questions.ts'
import type { QuizQuestion } from '../../../shared/quiz/question.ts'
import { answersOf, prepareLibrary } from '../../../shared/quiz/quiz-library.ts'
import { aQuizCard, anExpansion, postOffice } from './a-quiz-library.ts'

const prepared = prepareLibrary(postOffice)
const usual = { length: 10, seed: 'seed', recallOf: () => null }
const ask = (request: Partial<QuizRequest> = {}, material = postOffice) =>
  material === postOffice
    ? chooseQuestionsFrom(prepared, { ...usual, ...request })
    : chooseQuestions(material, { ...usual, ...request })
const seeds = fc.string({ maxLength: 8 })

describe('a quiz', () => {
  test('is the same for the same seed, in whatever order the cards come, and another for another seed', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.shuffledSubarray([...postOffice], { minLength: postOffice.length }),
        (seed, shuffled) => {
          expect(ask({ seed }, shuffled)).toEqual(ask({ seed }))
        },
      ),
      { numRuns: 20 },
    )
    expect(ask({ seed: 'a' })).not.toEqual(ask({ seed: 'b' }))
  })

  test('has the length asked for while the notes can give it, and never more', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 18 }), (seed, length) => {
        expect(ask({ seed, length })).toHaveLength(length)
      }),
    )
    expect(ask({ length: 500 }).length).toBeLessThanOrEqual(2 * 36)
    expect(ask({}, [])).toEqual([])
  })

  test('asks each fact once while others wait', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = ask({ seed, length: 12 }).map((question) => question.factKey)
        expect(new Set(facts).size).toBe(facts.length)
      }),
    )
  })

  test('never asks the same card twice in the same form', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const forms = ask({ seed, length: 100 }).map(({ cardId, kind }) => `${kind} ${cardId}`)
        expect(new Set(forms).size).toBe(forms.length)
      }),
    )
  })

  test('has exactly one key among three distinct options, each wrong one with its origin', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const question of ask({ seed, length: 18 })) expectSound(question)
      }),
    )
  })

  test('mixes typed questions and choices', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const typed = ask({ seed, length: 12 }).filter((question) => question.kind === 'typed').length
        expect(typed).toBeGreaterThanOrEqual(4)
        // Not every card has options that are certainly wrong.
        expect(typed).toBeLessThanOrEqual(10)
      }),
    )
  })

  test('starts with what was never asked, then with what is recalled least', () => {
    const order = [...new Set(postOffice.map((card) => card.factKey))]
    const recallOf = (cardId: CardId) => {
      const place = order.indexOf(postOffice.find((card) => card.cardId === cardId)?.factKey ?? order[0]!)
      return place < 2 ? null : place / order.length
    }
    const facts = ask({ length: 6, recallOf }).map((question) => question.factKey)
    expect(new Set(facts)).toEqual(new Set(order.slice(0, 6)))
  })

  test('puts the key at each place equally often', () => {
    const places = [0, 0, 0]
    for (let i = 0; i < 200; i++) {
      for (const { keyIndex } of choicesOf(ask({ seed: `seed ${i}` }))) places[keyIndex]!++
    }
    const expected = places.reduce((sum, count) => sum + count, 0) / 3
    const chiSquare = places.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(expected).toBeGreaterThan(100)
    // 13.8 is passed once in a thousand for two degrees of freedom.
    expect(chiSquare).toBeLessThan(13.8)
  })

  test('puts the first key at each place equally often', () => {
    const places = [0, 0, 0]
    for (let i = 0; i < 300; i++) {
      const [first] = choicesOf(ask({ seed: `seed ${i}`, length: 4 }))
      if (first !== undefined) places[first.keyIndex]!++
    }
    const expected = places.reduce((sum, count) => sum + count, 0) / 3
    expect(places.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(13.8)
  })

  test('has no three of one concept in a row while another waits', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 3, max: 40 }), (seed, length) => {
        const concepts = ask({ seed, length }).map((question) => question.conceptId)
        concepts.forEach((concept, i) => {
          const run = concepts.slice(i, i + 3)
          const isOverrun = run.length === 3 && run.every((other) => other === concept)
          expect(isOverrun && concepts.slice(i + 3).some((other) => other !== concept)).toBe(false)
        })
      }),
    )
  })
})

describe('a quiz about one concept', () => {
  const conceptId = 'concept sorting'

  test('asks its facts first, then another side of them, then its neighbours in the same notes', () => {
    const [own, ...others] = [
      ask({ conceptId, length: 1 }),
      ask({ conceptId, length: 2 }),
      ask({ conceptId, length: 9 }),
    ]
    expect(own?.map((question) => question.conceptId)).toEqual([conceptId])
    expect(others[0]?.map((question) => question.conceptId)).toEqual([conceptId, conceptId])
    expect(new Set(others[0]?.map((question) => question.cardId)).size).toBe(2)
    const concepts = others[1]?.map((question) => question.conceptId) ?? []
    expect(concepts).toHaveLength(9)
    const elsewhere = postOffice
      .filter((card) => !card.notes.includes('one.md'))
      .map((card) => card.conceptId)
    expect(concepts.filter((concept) => elsewhere.includes(concept))).toEqual([])
  })

  test('of which nothing is known is empty', () => {
    expect(ask({ conceptId: 'concept unheard of' })).toEqual([])
  })
})

describe('a typed question', () => {
  test('is asked only for a short name that the prompt does not show', () => {
    for (let i = 0; i < 20; i++) {
      for (const question of ask({ seed: `${i}`, length: 30 })) {
        if (question.kind !== 'typed') continue
        const { answer } = question.control
        expect(answer.split(' ').length).toBeLessThanOrEqual(4)
        expect(JSON.stringify(question.prompt).toLowerCase()).not.toContain(answer.toLowerCase())
      }
    }
  })

  test('accepts the other names of a concept, but never the one it shows', () => {
    const term = aQuizCard({
      concept: 'DLO',
      conceptAliases: ['Dead Letter Office'],
      kind: 'reverse',
      front: 'What is the term for “place where letters without address end”?',
      back: 'DLO',
    })
    const [reverse] = ask({}, [term])
    expect(spellingsOf(reverse)).toEqual(['DLO', 'Dead Letter Office'])
    const [expansion] = ask({}, [anExpansion('DLO', 'Dead Letter Office')])
    expect(spellingsOf(expansion)).toEqual(['Dead Letter Office'])
  })
})

function expectSound(question: QuizQuestion): void {
  for (const { options, keyIndex } of choicesOf([question])) {
    expect(options).toHaveLength(3)
    expect(new Set(options.map(({ text }) => normaliseAnswer(text))).size).toBe(3)
    expect(options.filter(({ origin }) => origin === null)).toHaveLength(1)
    expect(options[keyIndex]).toMatchObject({ origin: null, whyWrong: null })
    const card = postOffice.find(({ cardId }) => cardId === question.cardId)
    expect(answersOf(card!).map(normaliseAnswer)).toContain(normaliseAnswer(options[keyIndex]?.text ?? ''))
  }
}

const choicesOf = (questions: readonly QuizQuestion[]) =>
  questions.flatMap((question) => (question.kind === 'multiple_choice' ? [question.control] : []))

function spellingsOf(question: QuizQuestion | undefined): readonly string[] {
  if (question?.kind !== 'typed' || question.control.check.kind !== 'spelling') return []
  return question.control.check.answers
}
