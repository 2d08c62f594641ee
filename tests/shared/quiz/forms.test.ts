import { describe, expect, test } from 'vitest'
import { choice } from '../../../shared/card/kinds/choice.ts'
import { plainText } from '../../../shared/card/kinds/card-kinds.ts'
import type { CardId } from '../../../shared/card/card.ts'
import { looksAlike } from '../../../shared/quiz/forms/confusable.ts'
import { formOf } from '../../../shared/quiz/forms/question-forms.ts'
import { stepsOf } from '../../../shared/quiz/forms/order.ts'
import { ideasOf } from '../../../shared/quiz/ideas.ts'
import { learnerAsking } from '../../../shared/quiz/learner-asking.ts'
import type { QuestionKind, QuestionOf } from '../../../shared/quiz/question.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import { factsOf } from '../../../shared/quiz/quiz-facts.ts'
import { type QuizLibrary, prepareLibrary } from '../../../shared/quiz/quiz-library.ts'
import type { QuizLearner } from '../../../shared/quiz/quiz-request.ts'
import { checkOf } from '../../../shared/quiz/typed-control.ts'
import { shorterNames } from '../../../shared/quiz/typed-variants.ts'
import { aLearner, aRequest, aStanding } from './a-learner.ts'
import { rightAnswer, verdictOf } from './a-question.ts'
import { aQuizCard, anExpansion, bothSides, postOffice } from './a-quiz-library.ts'

const source = (text: readonly string[], heading: readonly string[] = ['T']) => [
  { file: 'one.md', lines: text.map((_, i) => i + 1), heading, text },
]

const libraries = new Map<readonly QuizCard[], QuizLibrary>()
function libraryOf(cards: readonly QuizCard[]): QuizLibrary {
  const library = libraries.get(cards) ?? prepareLibrary(cards)
  libraries.set(cards, library)
  return library
}

function ask<Kind extends QuestionKind>(
  kind: Kind,
  card: QuizCard | undefined,
  cards: readonly QuizCard[] = postOffice,
  learner: QuizLearner = aLearner(cards),
  seed = 'seed',
): QuestionOf<Kind> | null {
  if (card === undefined) throw new Error('no such card')
  const library = libraryOf(cards)
  const facts = factsOf(library.cards, learner, aRequest({ seed }))
  const form = formOf(kind)
  if (!form.isFor(card)) return null
  return form.ask(card, learnerAsking(library, aRequest({ seed }), learner, facts)) as QuestionOf<Kind> | null
}

describe('put in order', () => {
  const list = (front: string, items: readonly string[], lines: readonly string[] = []) =>
    aQuizCard({
      concept: 'Tide',
      kind: 'list_recall',
      factKind: 'list',
      front,
      back: items.join('\n'),
      sources: source(lines),
    })
  const steps = ['Loosen the rope', 'Push off', 'Set the sail', 'Take a bearing']

  test.each([
    [
      'a numbered list',
      list(
        'Name the four duties.',
        steps,
        steps.map((step, i) => `${i + 1}. ${step}.`),
      ),
      true,
    ],
    ['steps by their name', list('Name the four steps of casting off.', steps), true],
    [
      'a plain list',
      list(
        'Name the four duties.',
        steps,
        steps.map((step) => `- ${step}`),
      ),
      false,
    ],
    ['two items', list('Name the two steps.', steps.slice(0, 2)), false],
    ['items that tell their place', list('Name the three phases.', ['Phase 1', 'Phase 2', 'Phase 3']), false],
    [
      'a pipeline',
      aQuizCard({ concept: 'Build', front: 'What does a build do?', back: 'test → pack → ship' }),
      true,
    ],
    [
      'an arrow in code',
      aQuizCard({ concept: 'F', front: 'What is the type?', back: '`a -> b -> c`' }),
      false,
    ],
  ])('%s', (_, card, isOrdered) => {
    expect(stepsOf(card) !== undefined).toBe(isOrdered)
  })

  test('shows the steps in another order and knows the right one', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const card = list('Name the four steps of casting off.', steps)
      const question = ask('order', card, [card], aLearner([card]), seed)
      expect(question).toMatchObject({
        prompt: { kind: 'text', text: 'Put the four steps of casting off in order.' },
        guessChance: 1 / 24,
        evidence: 'recall',
      })
      expect(question?.steps).not.toEqual(steps)
      expect(question?.rightOrder.map((step) => question.steps[step])).toEqual(steps)
    }
  })

  test('three steps can be guessed too easily to count as recall', () => {
    const card = list('Name the three steps of reefing.', steps.slice(0, 3))
    expect(ask('order', card, [card])).toMatchObject({ evidence: 'recognition' })
  })
})

describe('match pairs', () => {
  const card = postOffice.find(({ front }) => front === 'What is Sorting?')

  test('asks four or five things of one note, each once, each right for one left', () => {
    const question = ask('match', card)
    expect(question?.pairs.length).toBeGreaterThanOrEqual(4)
    expect(question?.pairs.length).toBeLessThanOrEqual(5)
    expect(new Set(question?.pairs.map(({ rightIndex }) => rightIndex)).size).toBe(question?.pairs.length)
    for (const { cardId, left, rightIndex } of question?.pairs ?? []) {
      const own = postOffice.find((one) => one.cardId === cardId)
      expect(own?.concept).toBe(left)
      expect(own?.notes).toEqual(['one.md'])
      expect(question?.rights[rightIndex]?.toLowerCase()).toBe(own?.back.toLowerCase())
    }
  })

  test('takes no right that is true of another left, and is not made of too few', () => {
    const twins = bothSides('Dispatch', 'division of letters by the district of their street')
    const question = ask('match', card, [...postOffice, ...twins])
    expect(question?.pairs.map(({ left }) => left)).not.toContain('Dispatch')
    expect(ask('match', card, postOffice.slice(0, 6))).toBeNull()
  })
})

describe('true or false', () => {
  test('about as many are true as false, and a false one is to be put right', () => {
    const made = Array.from({ length: 12 }, (_, i) => `s${i}`).flatMap((seed) =>
      postOffice.flatMap((card) => ask('true_false', card, postOffice, aLearner(postOffice), seed) ?? []),
    )
    const share = made.filter(({ truth }) => truth).length / made.length
    expect(made.length).toBeGreaterThan(100)
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
    for (const question of made) {
      expect(question.truth).toBe(question.said === question.answer.trim())
      expect(question.correction === null).toBe(question.truth)
      expect(question.whyWrong === null).toBe(question.truth)
      expect(verdictOf(question, rightAnswer(question))).toBe('right')
    }
  })
})

describe('a confusable pair', () => {
  test.each([
    ['MVC', 'MVT', true],
    ['access token', 'refresh token', true],
    ['authentication', 'authorization', true],
    ['unit test', 'regression test', true],
    ['MVC', 'TTL', false],
    ['token', 'access token', false],
    ['cache', 'latch', false],
    ['pouch', 'pouch', false],
  ])('%s and %s: %s', (one, other, isAlike) => {
    expect(looksAlike(one, other)).toBe(isAlike)
  })

  test('sets what was mixed up side by side, with what the notes say of each', () => {
    const card = postOffice.find(({ front }) => front.startsWith('What is the term for “bag'))
    const confusions = [{ one: 'concept pigeonhole', other: 'concept pouch', times: 3 }]
    const question = ask('confusable', card, postOffice, aLearner(postOffice, { confusions }))
    expect(question?.control.options.map(({ text }) => text).sort()).toEqual(['Pigeonhole', 'Pouch'])
    expect(question).toMatchObject({ guessChance: 0.5, evidence: 'recognition' })
    expect(question?.apart).toEqual([
      { name: 'Pouch', said: 'bag of strong cloth for letters of one district' },
      { name: 'Pigeonhole', said: 'box of a shelf for letters of one street' },
    ])
  })

  test('is not made of names that nobody would mix up', () => {
    const card = postOffice.find(({ front }) => front.startsWith('What is the term for “bag'))
    expect(ask('confusable', card)).toBeNull()
  })
})

describe('a problem', () => {
  const problem = (term: string, back: string) =>
    aQuizCard({
      concept: term,
      factKind: 'problem_solution',
      front: `How can ${term} be handled?`,
      back,
      notes: ['one.md'],
    })
  const cards = [
    problem('leaking hulls', 'By caulking every seam with hemp'),
    problem('torn canvas', 'By stitching a patch over both faces'),
    problem('a drifting anchor', 'By paying out three more lengths of chain'),
    problem('fogged lenses', 'By warming brass tubes above a lamp'),
  ]
  const unmet = aLearner(cards, {}, () => aStanding({ recall: null, answers: 0, lastAnsweredAt: null }))

  test('has options at the first meeting and is typed from then on', () => {
    const first = ask('problem', cards[0], cards, unmet)
    expect(first).toMatchObject({ asks: 'solution', control: { kind: 'options' }, evidence: 'recognition' })
    expect(first?.guessChance).toBeLessThanOrEqual(1 / 3)
    expect(ask('problem', cards[0], cards)).toMatchObject({
      control: { kind: 'typed', check: { kind: 'ideas' } },
      evidence: 'recall',
      guessChance: 0,
    })
  })

  test('shows what else the notes give for it', () => {
    const other = {
      ...problem('leaking hulls', 'By pumping without a pause'),
      cardId: 'other' as CardId,
      factKey: 'other fact' as QuizCard['factKey'],
    }
    const question = ask('problem', cards[0], [...cards, other])
    expect(question?.control).toMatchObject({ alsoRight: ['By pumping without a pause'] })
  })

  test('is asked in no other typed or chosen form', () => {
    expect(ask('typed', cards[0], cards)).toBeNull()
    expect(ask('multiple_choice', cards[0], cards, unmet)).toBeNull()
  })
})

describe('an author’s own choice', () => {
  const content = choice('Which of these floats?', ['cork', 'lead', 'elm', 'All of the above'], [0, 2])
  const card: QuizCard = {
    ...aQuizCard({ concept: 'Floating', front: 'x', back: 'y' }),
    content,
    ...plainText(content),
  }

  test('keeps its options and keys, moved but for what points at the others', () => {
    for (const seed of ['a', 'b', 'c']) {
      const question = ask('own_choice', card, [card], aLearner([card]), seed)
      expect(question?.options.at(-1)?.text).toBe('All of the above')
      expect(question?.keyIndexes.map((key) => question.options[key]?.text).sort()).toEqual(['cork', 'elm'])
      expect(question?.options.filter(({ whyWrong }) => whyWrong !== null)).toHaveLength(2)
      expect(question?.guessChance).toBeCloseTo(1 / 15)
    }
  })

  test('is no option elsewhere, and is asked in no other form', () => {
    const library = prepareLibrary([...postOffice, card])
    expect(library.askable).not.toContain(card)
    for (const kind of ['typed', 'multiple_choice', 'true_false', 'match', 'order'] as const)
      expect(ask(kind, card, [...postOffice, card])).toBeNull()
  })
})

describe('what must be typed', () => {
  const check = (front: string, back: string, more: Partial<QuizCard> = {}) =>
    checkOf(aQuizCard({ concept: 'T', front, back, ...more }))

  test('is a name by its spelling, a list by its items, a text by its ideas', () => {
    expect(checkOf(anExpansion('DLO', 'Dead Letter Office')).kind).toBe('spelling')
    expect(check('Which parts are they?', 'keel\nmast\nrudder').kind).toBe('items')
    expect(check('What is a keel?', 'beam along the bottom that keeps a boat upright')).toEqual({
      kind: 'ideas',
      ideas: ['beam along the bottom', 'that keeps a boat upright'],
    })
  })

  test('takes the other names of a concept, but never the one that the question shows', () => {
    const spellings = (card: QuizCard) => {
      const found = checkOf(card)
      return found.kind === 'spelling' ? found.answers : []
    }
    const term = aQuizCard({
      concept: 'DLO',
      conceptAliases: ['Dead Letter Office'],
      kind: 'reverse',
      front: 'What is the term for “place where letters without address end”?',
      back: 'DLO',
    })
    expect(spellings(term)).toEqual(['DLO', 'Dead Letter Office'])
    expect(spellings(anExpansion('DLO', 'Dead Letter Office'))).toEqual(['Dead Letter Office'])
  })

  test.each([
    ['Python’s asyncio', 'Which library runs coroutines?', 'asyncio'],
    ["Django's ORM", 'Which tool maps tables to classes?', 'ORM'],
    ['the NumPy library', 'What computes with arrays?', 'NumPy'],
    ['observer pattern', 'Which pattern tells others of a change?', 'observer'],
    ['Docker volumes', 'What keeps data in Docker?', 'volumes'],
  ])('%s for “%s” is answered by %s, too', (answer, question, shorter) => {
    expect(shorterNames(answer, question)).toContain(shorter)
  })

  test.each([
    ['access token', 'What grants access for minutes?'],
    ['observer pattern', 'What tells others of a change?'],
    ['binary search tree', 'Which structure keeps keys in order?'],
    ['MVT', 'What does Django use?'],
  ])('%s for “%s” is answered by nothing less', (answer, question) => {
    expect(shorterNames(answer, question).filter((name) => name.length < 5)).toEqual([])
  })

  test.each([
    ['It reads the key. It stores the value.', ['It reads the key.', 'It stores the value.']],
    ['flat hull; shallow draught', ['flat hull', 'shallow draught']],
    ['oak, elm, and teak', ['oak', 'elm', 'teak']],
    ['to save fuel', ['to save fuel']],
    ['It holds:\n\n$$\nx = 1\n\ny = 2\n$$', ['It holds:', '$$\nx = 1\n\ny = 2\n$$']],
    ['```sh\nmoor; ls\n\ncast off\n```', ['```sh\nmoor; ls\n\ncast off\n```']],
    ['', []],
  ])('the ideas of “%s”', (answer, ideas) => {
    expect(ideasOf(answer)).toEqual(ideas)
  })

  test('has at most six ideas, and loses no word', () => {
    const long = Array.from({ length: 9 }, (_, i) => `Sentence number ${i} says it.`).join(' ')
    expect(ideasOf(long)).toHaveLength(6)
    expect(ideasOf(long).join(' ')).toBe(long)
  })
})
