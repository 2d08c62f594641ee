import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseAnswer } from '../../../shared/answer/normalise-answer.ts'
import { chooseDistractors } from '../../../shared/quiz/choose-distractors.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import { answersOf, prepareLibrary } from '../../../shared/quiz/quiz-library.ts'
import { aQuizCard, anExpansion, bothSides, plainWishes, postOffice } from './a-quiz-library.ts'

const seeds = fc.string({ maxLength: 8 })

function distractorsIn(
  cards: readonly QuizCard[],
  card: QuizCard | undefined,
  seed = 'seed',
): string[] | null {
  if (card === undefined) throw new Error('no such card')
  return (
    chooseDistractors(card, prepareLibrary(cards), plainWishes(seed))?.map(({ option }) => option) ?? null
  )
}

const named = (cards: readonly QuizCard[], front: string) => cards.find((card) => card.front === front)

test('every distractor is the right answer of another fact and never one of the concept', () => {
  const library = prepareLibrary(postOffice)
  fc.assert(
    fc.property(fc.constantFrom(...library.askable), seeds, (card, seed) => {
      const distractors = chooseDistractors(card, library, plainWishes(seed))
      if (distractors === null) return
      const right = postOffice.filter((other) => other.conceptId === card.conceptId).flatMap(answersOf)
      const known = new Set(right.map(normaliseAnswer))
      for (const { option, origin } of distractors) {
        const home = library.cardOf(origin)
        expect(home?.factKey).not.toBe(card.factKey)
        expect(home?.conceptId).not.toBe(card.conceptId)
        expect(home === undefined ? [] : answersOf(home)).toContain(option)
        expect(known.has(normaliseAnswer(option))).toBe(false)
      }
      expect(new Set([card.back, ...distractors.map(({ option }) => option)].map(normaliseAnswer)).size).toBe(
        3,
      )
    }),
  )
})

test('options have one category, one form and about one length', () => {
  const library = prepareLibrary(postOffice)
  for (const card of library.askable) {
    for (const { option, origin } of chooseDistractors(card, library, plainWishes('seed')) ?? []) {
      const home = library.askable.find((other) => other.cardId === origin && other.back === option)
      if (home === undefined) throw new Error('no origin')
      expect(home.category).toBe(card.category)
      expect(library.reading(home).form).toBe(library.reading(card).form)
      const ratio = option.length / card.back.length
      const words = Math.abs(option.split(' ').length - card.back.split(' ').length)
      expect((ratio >= 0.6 && ratio <= 1.6) || words <= 1).toBe(true)
    }
  }
})

test('every card has its distractors where two others are of its kind, and none elsewhere', () => {
  const without = postOffice.filter(
    (card) =>
      card.content.kind !== 'list_recall' &&
      card.category !== 'expansion' &&
      distractorsIn(postOffice, card) === null,
  )
  // Franking alone says more by “that …”, and Sealing alone tells its aim.
  expect([...new Set(without.map(({ concept }) => concept))]).toEqual([
    'Franking',
    'Sealing',
    'Insurance',
    'Ledger',
  ])
})

test('the same seed gives the same distractors, in whatever order the library comes', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.shuffledSubarray([...postOffice], { minLength: postOffice.length }),
      (seed, shuffled) => {
        const [library, other] = [prepareLibrary(postOffice), prepareLibrary(shuffled)]
        for (const card of postOffice) {
          expect(chooseDistractors(card, other, plainWishes(seed))).toEqual(
            chooseDistractors(card, library, plainWishes(seed)),
          )
        }
      },
    ),
    { numRuns: 10 },
  )
})

test('what another note says of the same concept is no distractor', () => {
  const other = aQuizCard({
    concept: 'Sorting',
    factKind: 'purpose',
    front: 'What is the second definition of Sorting?',
    back: 'marking of a letter that shows its district',
  })
  const cards = [...postOffice, other, ...bothSides('Coding', 'marking of a letter that shows its district')]
  expect(distractorsIn(cards, named(cards, 'What is Sorting?'))).not.toContain(
    'marking of a letter that shows its district',
  )
})

test('a name that fits the description by its own notes is no distractor', () => {
  const cards = [
    ...postOffice,
    aQuizCard({
      concept: 'Satchel',
      front: 'What is Satchel?',
      back: 'strong bag of cloth or leather, with letters of one district',
    }),
    aQuizCard({
      concept: 'Satchel',
      kind: 'reverse',
      factKind: 'purpose',
      front: 'What is the term for “what a postman wears”?',
      back: 'Satchel',
    }),
  ]
  const card = named(cards, 'What is the term for “bag of strong cloth for letters of one district”?')
  for (const seed of ['a', 'b', 'c', 'd', 'e', 'f'])
    expect(distractorsIn(cards, card, seed)).not.toContain('Satchel')
})

test('what is asked by the same words elsewhere is no distractor', () => {
  const description = 'What is the term for “bag of strong cloth for letters of one district”?'
  const cards = [
    ...postOffice,
    aQuizCard({ concept: 'Mailsack', kind: 'reverse', front: description, back: 'Mailsack' }),
  ]
  for (const seed of ['a', 'b', 'c', 'd'])
    expect(distractorsIn(cards, named(postOffice, description), seed)).not.toContain('Mailsack')
})

test('what an abbreviation stands for is told by its letters, so it is no choice', () => {
  const cards = [
    anExpansion('RPO', 'Railway Post Office'),
    anExpansion('TPO', 'Travelling Post Office'),
    anExpansion('GPO', 'General Post Office'),
  ]
  expect(cards.map((card) => distractorsIn(cards, card))).toEqual([null, null, null])
})

test('an alias, a part or an extension of the key is no distractor', () => {
  const cards = [
    aQuizCard({
      concept: 'Pouch',
      kind: 'reverse',
      front: 'What is the term for “a thing for letters”?',
      back: 'Pouch',
      accepted: ['Mailbag'],
    }),
    aQuizCard({
      concept: 'Mailbag',
      kind: 'reverse',
      front: 'What is the term for “a sack”?',
      back: 'Mailbag',
    }),
    aQuizCard({
      concept: 'Leather pouch',
      kind: 'reverse',
      front: 'What is the term for “the heavy one”?',
      back: 'Leather pouch',
    }),
    aQuizCard({
      concept: 'Ledger',
      kind: 'reverse',
      front: 'What is the term for “a book”?',
      back: 'Ledger',
    }),
  ]
  expect(distractorsIn(cards, cards[0])).toBeNull()
})

test('fewer than two sound distractors give none', () => {
  expect(distractorsIn(postOffice.slice(0, 4), postOffice[0])).toBeNull()
  expect(distractorsIn([], postOffice[0])).toBeNull()
})

const belowOneHeading = [{ file: 'one.md', lines: [3], heading: ['At the counter'], text: [''] }]

test('a gap after "an" takes only what begins with a vowel', () => {
  const gap = (concept: string, front: string, back: string) =>
    aQuizCard({ concept, kind: 'cloze', factKind: 'effect', front, back, sources: belowOneHeading })
  const cards = [
    gap('Sealing', 'Sealing closes an ___ before it leaves.', 'envelope'),
    gap('Weighing', 'Weighing needs a ___ at the counter.', 'balance'),
    gap('Sorting', 'Sorting asks for a ___ and patience.', 'shelf'),
    gap('Franking', 'Franking leaves an ___ behind.', 'imprint'),
    gap('Registration', 'Registration ends with an ___ on paper.', 'entry'),
  ]
  expect(distractorsIn(cards, cards[0])?.sort()).toEqual(['entry', 'imprint'])
})

test('one item of a list is asked among items of other lists', () => {
  const library = prepareLibrary(postOffice)
  const items = library.askable.filter((card) => card.category === 'item')
  expect(items.map((card) => card.front)).toContain('Which is one of the colours of a stamp?')
  const red = items.find((card) => card.back === 'red')
  const options = distractorsIn(postOffice, red)
  expect(options).toHaveLength(2)
  expect(options).not.toContain('blue')
  expect(options).not.toContain('green')
})

describe('every option is of the kind that is asked for', () => {
  const near = { notes: ['harbour.md'] }
  const harbour = [
    ...bothSides('Quarantine', 'rule that a ship waits before its crew may land', near),
    ...bothSides('Demurrage', 'rule that a ship pays for each day it stays', near),
    ...bothSides('Salvage', 'right of a rescuer to a share of the ship and its load', near),
    ...bothSides('Capstan', 'machine that winds the anchor rope of a ship', near),
    ...bothSides('Derrick', 'machine that lifts the cargo out of a ship', near),
    ...bothSides('Windlass', 'engine that raises the anchor chain of a ship', near),
    ...bothSides('Manifest', 'list of all the cargo that a ship carries', near),
  ]
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f']

  test.each([
    ['What is the term for “machine that winds the anchor rope of a ship”?', ['Derrick', 'Windlass']],
    ['What is the term for “rule that a ship waits before its crew may land”?', ['Demurrage', 'Salvage']],
    [
      'What is Derrick?',
      ['engine that raises the anchor chain of a ship', 'machine that winds the anchor rope of a ship'],
    ],
  ])('%s', (front, options) => {
    for (const seed of seeds)
      expect(distractorsIn(harbour, named(harbour, front), seed)?.sort()).toEqual(options)
  })

  test('and what has no two of its kind is asked without options', () => {
    for (const card of harbour.filter(({ concept }) => concept === 'Manifest'))
      for (const seed of seeds) expect(distractorsIn(harbour, card, seed)).toBeNull()
  })

  test('what is asked of one tool has options of that tool alone', () => {
    const hint = (front: string, back: string) =>
      aQuizCard({ concept: back, kind: 'reverse', front, back, ...near })
    const cards = [
      hint('In Morse, what is the term for “sign that ends a long telegram”?', 'Stroke'),
      hint('In Morse, what is the term for “sign that greets another station”?', 'Hail'),
      hint('In Morse, what is the term for “sign that takes back a wrong letter”?', 'Erasure'),
      hint('In Braille, what is the term for “sign that makes a capital”?', 'Crown'),
    ]
    for (const seed of seeds)
      expect(distractorsIn(cards, cards[0], seed)?.sort()).toEqual(['Erasure', 'Hail'])
  })
})
