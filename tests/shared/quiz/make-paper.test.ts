import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { normaliseAnswer } from '../../../shared/answer/normalise-answer.ts'
import type { CardId } from '../../../shared/card/card.ts'
import { plainText } from '../../../shared/card/kinds/card-kinds.ts'
import { choice } from '../../../shared/card/kinds/choice.ts'
import type { EpochMs } from '../../../shared/basics/time.ts'
import { makePaper } from '../../../shared/quiz/make-paper.ts'
import { planQuiz } from '../../../shared/quiz/plan-quiz.ts'
import { presetRequest } from '../../../shared/quiz/quiz-presets.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import { type QuizLibrary, answersOf, prepareLibrary } from '../../../shared/quiz/quiz-library.ts'
import {
  newLearner,
  type PastQuestion,
  type QuizLearner,
  type QuizRequest,
  type QuizScope,
} from '../../../shared/quiz/quiz-request.ts'
import { isTicked } from '../../../shared/quiz/forms/question-forms.ts'
import { quizPresets } from '../../../shared/quiz/quiz-request.ts'
import { aQuizCard, anExpansion, bothSides, postOffice } from './a-quiz-library.ts'
import {
  aLearner,
  aRequest,
  aStanding,
  answered,
  archive,
  cardsIn,
  factsIn,
  minutesAgo,
  now,
  planned,
} from './a-learner.ts'
import { verdictOf, rightAnswer } from './a-question.ts'

const prepared = prepareLibrary(postOffice)
const paperOf = (
  request: Partial<QuizRequest> = {},
  learner: QuizLearner = aLearner(postOffice),
  library: QuizLibrary = prepared,
) => makePaper(library, aRequest(request), learner)
/** The same list, numbered in its note. */
const numbered = (card: QuizCard): QuizCard => ({
  ...card,
  sources: [
    {
      file: 'one.md',
      lines: [1, 2, 3],
      heading: [],
      text: card.back.split('\n').map((item, i) => `${i + 1}. ${item}`),
    },
  ],
})
const seeds = fc.string({ maxLength: 6 })

describe('a paper', () => {
  test('is the same for the same seed, in whatever order cards and history come, and another for another seed', () => {
    const history = answered(planned(paperOf()), minutesAgo(60), 'wrong', 'sure')
    const learner = aLearner(postOffice, { history })
    fc.assert(
      fc.property(
        seeds,
        fc.shuffledSubarray([...postOffice], { minLength: postOffice.length }),
        (seed, shuffled) => {
          const other = aLearner(shuffled, { history: [...history].reverse() })
          expect(paperOf({ seed }, other, prepareLibrary(shuffled))).toEqual(paperOf({ seed }, learner))
        },
      ),
      { numRuns: 8 },
    )
    expect(paperOf({ seed: 'a' })).not.toEqual(paperOf({ seed: 'b' }))
  })

  test('survives JSON', () => {
    const paper = paperOf()
    expect(JSON.parse(JSON.stringify(paper))).toEqual(paper)
  })

  test('has the length asked for while the scope can give it, each fact once while others wait', () => {
    const allFacts = new Set(postOffice.map(({ factKey }) => factKey))
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, count) => {
        const questions = planned(paperOf({ seed, length: { kind: 'count', count } }))
        expect(questions).toHaveLength(count)
        const facts = questions.flatMap(factsIn)
        expect(new Set(facts).size).toBe(Math.min(facts.length, allFacts.size))
      }),
      { numRuns: 20 },
    )
    expect(planned(paperOf({}, aLearner([]), prepareLibrary([])))).toEqual([])
  })

  test('asks every question in a form of its own, and every right answer is right', () => {
    for (const seed of ['a', 'b', 'c']) {
      const paper = paperOf({ seed, length: { kind: 'count', count: 50 } })
      const ids = paper.questions.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const forms = planned(paper).map(({ kind, cardId }) => `${kind} ${cardId}`)
      expect(new Set(forms).size).toBe(forms.length)
      for (const question of paper.questions)
        expect({ question, verdict: verdictOf(question, rightAnswer(question)) }).toMatchObject({
          verdict: 'right',
        })
    }
  })

  test('has one key among three or four different options, and each wrong one is the answer to another fact', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const paper = paperOf({ seed, kinds: ['multiple_choice'], length: { kind: 'count', count: 30 } })
      const choices = paper.questions.filter((question) => question.kind === 'multiple_choice')
      expect(choices.length).toBeGreaterThan(8)
      for (const { cardId, factKey, control } of choices) {
        const { options, keyIndex } = control
        expect(options.length === 3 || options.length === 4).toBe(true)
        expect(new Set(options.map(({ text }) => normaliseAnswer(text))).size).toBe(options.length)
        expect(options.map(({ origin }) => origin === null).indexOf(true)).toBe(keyIndex)
        const right = answersOf(prepared.cardOf(cardId)!).map(normaliseAnswer)
        expect(right).toContain(normaliseAnswer(options[keyIndex]!.text))
        const homes = options.flatMap(({ origin }) => (origin === null ? [] : prepared.cardOf(origin)))
        expect(homes.map((home) => home?.factKey)).not.toContain(factKey)
        expect(homes).toHaveLength(options.length - 1)
      }
    }
  })

  test('gives the answer of no question among the options of another, while its fact has others or another form', () => {
    const vessels = [
      ...bothSides('Amphora', 'jar with two handles for wine and oil'),
      ...bothSides('Krater', 'bowl in which hosts mix drinks'),
      ...bothSides('Hydria', 'jug that girls fill at the spring'),
      ...bothSides('Pithos', 'barrel of clay sunk into a cellar'),
      ...bothSides('Lekythos', 'bottle of scent laid beside the dead'),
      ...bothSides('Kylix', 'cup with a flat foot from a feast'),
      ...bothSides('Pyxis', 'box for powder and small jewels'),
      ...bothSides('Situla', 'bucket of bronze carried at a rite'),
    ]
    const library = prepareLibrary(vessels)
    const options = (seed: string, count: number) => {
      const request = { seed, kinds: ['multiple_choice', 'typed'], length: { kind: 'count', count } } as const
      const paper = paperOf(request, newLearner, library)
      const asked = new Set(planned(paper).flatMap(factsIn))
      return planned(paper).flatMap((question) =>
        question.kind === 'multiple_choice'
          ? question.control.options.map(({ origin }) => ({
              isGiven: origin !== null && asked.has(library.cardOf(origin)!.factKey),
            }))
          : [],
      )
    }
    const few = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((seed) => options(seed, 4))
    expect(few.length).toBeGreaterThan(6)
    expect(few.filter(({ isGiven }) => isGiven)).toEqual([])
    // Where all are asked, none has options that are not.
    expect(options('a', 8)).toEqual([])
  })

  test('tells which kind it goes without, and nothing of one that it asks elsewhere', () => {
    const ledger = postOffice.filter(({ concept }) => concept === 'Ledger' || concept === 'Insurance')
    const request = { kinds: ['multiple_choice', 'typed'], length: { kind: 'count', count: 2 } } as const
    const without = paperOf(request, newLearner, prepareLibrary(ledger))
    expect(planned(without).map(({ kind }) => kind)).toEqual(['typed', 'typed'])
    expect(without.replaced).toEqual([{ kind: 'multiple_choice', times: 2 }])
    const mixed = paperOf({ ...request, length: { kind: 'count', count: 8 } }, newLearner)
    expect(new Set(planned(mixed).map(({ kind }) => kind)).size).toBe(2)
    expect(mixed.replaced).toEqual([])
  })

  test('never shows in a typed question what must be typed', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const paper = paperOf({ seed, kinds: ['typed'], length: { kind: 'count', count: 30 } })
      const typed = paper.questions.filter((question) => question.kind === 'typed')
      expect(typed.length).toBeGreaterThan(15)
      for (const { prompt, control } of typed)
        expect(JSON.stringify(prompt).toLowerCase()).not.toContain(control.answer.toLowerCase())
    }
  })

  test('has no three of a concept in a row while another waits', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const concepts = planned(paperOf({ seed, length: { kind: 'count', count: 30 } })).map(
        ({ conceptId }) => conceptId,
      )
      concepts.forEach((concept, i) => {
        const isRun = concepts.slice(i, i + 3).filter((other) => other === concept).length === 3
        expect(isRun && concepts.slice(i + 3).some((other) => other !== concept)).toBe(false)
      })
    }
  })

  test('uses at least five kinds where its cards allow them', () => {
    const steps = ['Weigh it', 'Frank it', 'Sort it', 'Load it'].join('\n')
    const content = choice('Which of these is a parcel?', ['a box', 'a card'], [0])
    const rich = [
      ...postOffice,
      aQuizCard({
        concept: 'Posting',
        kind: 'list_recall',
        factKind: 'list',
        front: 'Name the four steps of posting.',
        back: steps,
      }),
      ...['torn wrappers', 'lost keys'].map((trouble) =>
        aQuizCard({
          concept: trouble,
          factKind: 'problem_solution',
          front: `How can ${trouble} be handled?`,
          back: `By calling the clerk who looks after ${trouble.split(' ')[1]}`,
        }),
      ),
      { ...aQuizCard({ concept: 'Kinds of post', front: 'x', back: 'y' }), content, ...plainText(content) },
    ]
    const paper = makePaper(
      prepareLibrary(rich),
      aRequest({ length: { kind: 'count', count: 20 } }),
      aLearner(rich),
    )
    expect(new Set(planned(paper).map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6)
  })

  test('never asks in a kind that is switched off, not even in reserve', () => {
    for (const kinds of [['typed'], ['multiple_choice', 'true_false'], ['match']] as const) {
      const paper = paperOf({ kinds })
      for (const { kind } of paper.questions) expect(kinds as readonly string[]).toContain(kind)
    }
  })

  test('keeps something in reserve for second looks, and an easier form for what must be brought forth', () => {
    const paper = paperOf()
    const known = new Map(paper.questions.map((question) => [question.id, question]))
    expect(paper.secondLooks.length).toBeGreaterThan(0)
    for (const { first, again } of paper.secondLooks)
      expect(known.get(again)?.factKey).toBe(known.get(first)?.factKey)
    for (const { planned: from, easier } of paper.easier) {
      expect(known.get(from)?.evidence).toBe('recall')
      expect(known.get(easier)).toMatchObject({ evidence: 'recognition', factKey: known.get(from)?.factKey })
    }
  })

  test('of an exam has nothing in reserve', () => {
    const paper = paperOf({ mode: { kind: 'exam', minutes: 10 } })
    expect(paper.questions).toHaveLength(paper.order.length)
  })

  test('of an exam asks for nothing whose ideas would have to be shown; a quiz does', () => {
    const request = { kinds: ['typed'], length: { kind: 'count', count: 30 } } as const
    const exam = planned(paperOf({ ...request, mode: { kind: 'exam', minutes: null } }))
    expect(exam.length).toBeGreaterThan(0)
    expect(exam.some(isTicked)).toBe(false)
    expect(planned(paperOf(request)).some(isTicked)).toBe(true)
  })

  test('compares what letters stand for by its spelling, however many words it has', () => {
    const cards = [anExpansion('RSVP', 'Respond If You Please At Once Sir')]
    const [question] = planned(paperOf({}, aLearner(cards), prepareLibrary(cards)))
    expect(question).toMatchObject({ kind: 'typed', control: { check: { kind: 'spelling' } } })
  })
})

describe('a quiz asks about its scope and nothing else', () => {
  const material: readonly QuizCard[] = postOffice.map((card, i) => ({
    ...card,
    topic: i % 2 === 0 ? ['Post', 'Letters', 'Bags'] : ['Post', 'Parcels'],
    tags: i % 3 === 0 ? ['exam/spring'] : [],
    notes: [`post/${card.notes[0]}`],
  }))
  const library = prepareLibrary(material)
  const scopes: readonly [QuizScope, (card: QuizCard) => boolean][] = [
    [{ kind: 'concepts', conceptIds: ['concept sorting'] }, (card) => card.concept === 'Sorting'],
    [{ kind: 'topic', path: ['post', 'Letters'] }, (card) => card.topic[1] === 'Letters'],
    [{ kind: 'note', path: 'post/two.md' }, (card) => card.notes.includes('post/two.md')],
    [{ kind: 'note', path: 'post/' }, () => true],
    [{ kind: 'tag', tag: '#exam' }, (card) => card.tags.length > 0],
    [
      { kind: 'cards', cardIds: material.slice(0, 5).map(({ cardId }) => cardId) },
      (card) => material.indexOf(card) < 5,
    ],
  ]

  test.each(scopes)('%j', (scope, isIn) => {
    const paper = makePaper(
      library,
      aRequest({ scope, length: { kind: 'count', count: 20 } }),
      aLearner(material),
    )
    const within = new Set<string>(material.filter(isIn).map(({ cardId }) => cardId))
    expect(paper.questions.length).toBeGreaterThan(0)
    expect(paper.questions.flatMap(cardsIn).filter((cardId) => !within.has(cardId))).toEqual([])
  })

  test('and one that nothing is known of is empty', () => {
    expect(paperOf({ scope: { kind: 'concepts', conceptIds: ['unheard of'] } }).order).toEqual([])
  })
})

describe('over days it rotates', () => {
  let cards: readonly QuizCard[]
  let library: QuizLibrary
  beforeAll(() => {
    const all = archive((concept, definition, note) => [
      ...bothSides(concept, definition, { notes: [note] }),
      aQuizCard({
        concept,
        factKind: 'purpose',
        front: `What is the ${concept} used for?`,
        back: `Work that begins with ${definition.split(' for ')[1] ?? definition}`,
        notes: [note],
      }),
    ])
    cards = all.slice(0, 323)
    library = prepareLibrary(cards)
  })

  const goThrough = (quizzes: number, verdict: 'right' | 'wrong' = 'right') => {
    let history: readonly PastQuestion[] = []
    const asked: string[][] = []
    for (let i = 0; i < quizzes; i++) {
      const request = aRequest({ seed: `quiz ${i}`, length: { kind: 'count', count: 20 } })
      const learner = { ...aLearner(cards, { history }), now: (now + i * 86_400_000) as EpochMs }
      const questions = planned(makePaper(library, request, learner))
      expect(questions).toHaveLength(20)
      asked.push(questions.flatMap(factsIn))
      history = [...history, ...answered(questions, learner.now, verdict)]
    }
    return asked
  }

  test('three quizzes of twenty over 323 cards, all answered right, share no question', () => {
    const facts = goThrough(3).flat()
    expect(new Set(facts).size).toBe(facts.length)
  })

  test('what was missed comes back in the next quiz', () => {
    const [first = [], second = []] = goThrough(2, 'wrong')
    expect(second.filter((fact) => first.includes(fact)).length).toBeGreaterThanOrEqual(second.length - 5)
  })

  test('each concept is asked at least three times where it has so many facts, or not at all', () => {
    const merged = cards.map((card) => {
      const room = card.concept.split(' ')[0] ?? ''
      return { ...card, conceptId: room, factKey: card.cardId as unknown as QuizCard['factKey'] }
    })
    const questions = planned(
      makePaper(prepareLibrary(merged), aRequest({ length: { kind: 'count', count: 20 } }), aLearner(merged)),
    )
    const counts = new Map<string, number>()
    for (const { conceptId } of questions) counts.set(conceptId, (counts.get(conceptId) ?? 0) + 1)
    expect([...counts.values()].filter((count) => count < 3).length).toBeLessThanOrEqual(1)
  })

  test('at most three in ten are new while others wait, and new ones fill what is missing', () => {
    const half = aLearner(cards, {}, (_, i) =>
      i % 2 === 0 ? aStanding() : aStanding({ recall: null, answers: 0, lastAnsweredAt: null }),
    )
    const isNew = (cardId: string) => half.standings.get(cardId as CardId)?.recall === null
    const newFacts = (learner: QuizLearner) =>
      planned(makePaper(library, aRequest({ length: { kind: 'count', count: 20 } }), learner)).filter(
        (question) =>
          cards.filter(({ factKey }) => factKey === question.factKey).every(({ cardId }) => isNew(cardId)),
      ).length
    expect(newFacts(half)).toBeLessThanOrEqual(6)
  })

  test('nothing that was answered in the last ten minutes is asked', () => {
    const learner = aLearner(cards, {}, (_, i) => aStanding({ lastAnsweredAt: minutesAgo(i < 300 ? 5 : 30) }))
    const questions = planned(makePaper(library, aRequest({ length: { kind: 'count', count: 20 } }), learner))
    const late = new Set(cards.slice(0, 300).map(({ factKey }) => factKey))
    expect(questions.flatMap(factsIn).filter((fact) => late.has(fact as QuizCard['factKey']))).toEqual([])
    expect(questions.length).toBeGreaterThan(0)
  })

  test('but what is named card by card is, such as the misses of a quiz just ended', () => {
    const cardIds = cards.slice(0, 4).map(({ cardId }) => cardId)
    const learner = aLearner(cards, {}, () => aStanding({ lastAnsweredAt: minutesAgo(1) }))
    const request = aRequest({ scope: { kind: 'cards', cardIds } })
    expect(planned(makePaper(library, request, learner)).length).toBeGreaterThan(0)
    expect(planQuiz(library, request, learner).shortfall?.kind).toBe('too_few')
  })

  test('two concepts that were mixed up stand one to three apart', () => {
    const [one, other] = [cards[0]!.conceptId, cards[200]!.conceptId]
    const weak = (conceptId: string) => aStanding({ recall: [one, other].includes(conceptId) ? 0.1 : 0.9 })
    const learner = aLearner(cards, { confusions: [{ one, other, times: 2 }] }, ({ conceptId }) =>
      weak(conceptId),
    )
    const concepts = planned(
      makePaper(library, aRequest({ length: { kind: 'count', count: 20 } }), learner),
    ).map(({ conceptId }) => conceptId)
    const apart = Math.abs(concepts.indexOf(one) - concepts.indexOf(other))
    expect([concepts.includes(one), concepts.includes(other)]).toEqual([true, true])
    expect(apart).toBeLessThanOrEqual(3)
  })

  test('what is forgotten most and what others build on come first', () => {
    const low = cards.slice(0, 3).map(({ factKey }) => factKey)
    const base = cards[150]!
    const learner = aLearner(cards, { dependants: new Map([[base.conceptId, 40]]) }, ({ factKey }) =>
      aStanding({ recall: low.includes(factKey) ? 0.1 : 0.9 }),
    )
    const facts = planned(makePaper(library, aRequest(), learner)).flatMap(factsIn)
    expect(facts).toContain(low[0])
    expect(
      facts.some((fact) => cards.find((card) => card.factKey === fact)?.conceptId === base.conceptId),
    ).toBe(true)
  })
})

describe('the learner’s own history', () => {
  const term = postOffice.find(({ front }) => front.startsWith('What is the term for “division of letters'))!
  const past = (given: string): PastQuestion => ({
    cardId: term.cardId,
    factKey: term.factKey,
    kind: 'typed',
    answeredAt: minutesAgo(600),
    verdict: 'wrong',
    confidence: 'sure',
    given,
  })
  const choices = (learner: Partial<QuizLearner>) => {
    const paper = paperOf(
      { kinds: ['multiple_choice'], scope: { kind: 'cards', cardIds: [term.cardId] } },
      aLearner(postOffice, learner),
    )
    const [question] = planned(paper)
    return question?.kind === 'multiple_choice' ? question.control.options : []
  }

  test('gives the first wrong option: what was once answered instead', () => {
    for (const name of ['Weighing', 'Franking', 'Insurance']) {
      const texts = choices({ history: [past(name.toLowerCase())] }).map(({ text }) => text)
      expect(texts).toContain(name)
    }
  })

  test('but no made-up words', () => {
    const texts = choices({ history: [past('some thing with bags')] }).map(({ text }) => text)
    expect(texts).not.toContain('some thing with bags')
  })

  test('retires an option that is never picked, and one that was reported at once', () => {
    const options = choices({}).filter(({ origin }) => origin !== null)
    expect(options.length).toBeGreaterThanOrEqual(2)
    const [first] = options
    const record = { cardId: term.cardId, option: first!.text, shown: 20, picked: 0, reported: false }
    expect(choices({ options: [record] }).map(({ text }) => text)).not.toContain(first!.text)
    expect(choices({ options: [{ ...record, picked: 2 }] }).map(({ text }) => text)).toContain(first!.text)
    const reported = { ...record, shown: 1, picked: 1, reported: true }
    expect(choices({ options: [reported] }).map(({ text }) => text)).not.toContain(first!.text)
  })

  test('never asks a question again that was reported', () => {
    const paper = paperOf({}, aLearner(postOffice, { reported: [{ cardId: term.cardId, kind: 'typed' }] }))
    const all = paperOf(
      { length: { kind: 'count', count: 50 } },
      aLearner(postOffice, { reported: [{ cardId: term.cardId, kind: 'typed' }] }),
    )
    for (const { questions } of [paper, all])
      expect(questions.filter(({ cardId, kind }) => cardId === term.cardId && kind === 'typed')).toEqual([])
  })

  test('puts what was sure but wrong first, and its preset asks nothing else', () => {
    const history = [past('weighing')]
    expect(planned(paperOf({}, aLearner(postOffice, { history }))).map(({ factKey }) => factKey)).toContain(
      term.factKey,
    )
    const only = paperOf({ focus: 'sure_but_wrong' }, aLearner(postOffice, { history }))
    expect(new Set(only.questions.map(({ factKey }) => factKey))).toEqual(new Set([term.factKey]))
  })

  test('climbs from options to typing to new forms', () => {
    const kindsOf = (learner: QuizLearner) =>
      planned(paperOf({ length: { kind: 'count', count: 8 } }, learner)).map(({ kind }) => kind)
    const unseen = kindsOf(
      aLearner(postOffice, {}, () => aStanding({ recall: null, answers: 0, lastAnsweredAt: null })),
    )
    const seen = kindsOf(aLearner(postOffice))
    const typed = (kinds: readonly string[]) => kinds.filter((kind) => kind === 'typed').length
    expect(typed(unseen)).toBeLessThan(typed(seen))
  })
})

describe('until sure', () => {
  const merged = postOffice.map((card) => ({ ...card, conceptId: `concept ${card.factKey.length % 3}` }))
  const library = prepareLibrary(merged)

  test('asks each concept often enough to decide, in turns, with what is believed of it', () => {
    const paper = makePaper(library, aRequest({ length: { kind: 'until_sure' } }), aLearner(merged))
    const counts = new Map<string, number>()
    for (const { conceptId } of planned(paper)) counts.set(conceptId, (counts.get(conceptId) ?? 0) + 1)
    for (const count of counts.values()) {
      expect(count).toBeGreaterThanOrEqual(3)
      expect(count).toBeLessThanOrEqual(6)
    }
    for (const { known } of paper.concepts) expect(known).toBeCloseTo(0.8)
  })
})

describe('a plan', () => {
  const planOf = (request: Partial<QuizRequest> = {}, learner = aLearner(postOffice)) =>
    planQuiz(prepared, aRequest(request), learner)

  test('says how many are possible and in which kinds, and a paper keeps its word', () => {
    for (const count of [1, 5, 20, 40]) {
      const plan = planOf({ length: { kind: 'count', count } })
      const paper = paperOf({ length: { kind: 'count', count } })
      if (plan.shortfall === null) expect(paper.order).toHaveLength(count)
      expect(plan.questions).toBe(Math.min(count, plan.possible))
      expect(plan.minutes).toBeGreaterThan(0)
    }
    const { kinds, facts } = planOf()
    expect(kinds).toMatchObject({ own_choice: 0, problem: 0 })
    expect(kinds.typed).toBeGreaterThan(10)
    expect(kinds.multiple_choice).toBeGreaterThan(10)
    expect(facts).toBeGreaterThan(15)
  })

  test.each<[string, Partial<QuizRequest>, QuizLearner, string, RegExp]>([
    [
      'an empty scope',
      { scope: { kind: 'tag', tag: 'nothing' } },
      aLearner(postOffice),
      'no_cards',
      /no cards with the tag/,
    ],
    [
      'too little',
      { scope: { kind: 'concepts', conceptIds: ['concept sorting'] } },
      aLearner(postOffice),
      'too_few',
      /^Only \d+ of 10 questions/,
    ],
    [
      'kinds that nothing is for',
      { kinds: ['own_choice'] },
      aLearner(postOffice),
      'no_questions',
      /switched off/,
    ],
    [
      'a library just gone through',
      {},
      aLearner(postOffice, {}, () => aStanding({ lastAnsweredAt: minutesAgo(2) })),
      'just_answered',
      /last ten minutes/,
    ],
    [
      'no sure misses',
      { focus: 'sure_but_wrong' },
      aLearner(postOffice),
      'nothing_in_focus',
      /sure but wrong/,
    ],
    ['nothing new', { focus: 'just_imported' }, aLearner(postOffice), 'nothing_in_focus', /last 7 days/],
    ['nothing reviewed', { focus: 'weakest' }, aLearner([]), 'nothing_in_focus', /reviewed yet/],
  ])('says what is missing: %s', (_, request, learner, kind, sentence) => {
    const { shortfall } = planOf(request, learner)
    expect(shortfall?.kind).toBe(kind)
    expect(shortfall?.sentence).toMatch(sentence)
  })

  test('counts concepts of which nothing can be decided', () => {
    expect(planOf().sentence).toMatch(/^\d+ questions possible; \d+ concepts have fewer than 3 facts\.$/)
  })

  test('of a large library finds what few facts allow, and says that it is an estimate', () => {
    const many = Array.from({ length: 60 }, (_, i) => anExpansion(`A${i}Z`, `Office Number ${i} Of Zeal`))
    const cards = [...many, ...postOffice.filter(({ content }) => content.kind === 'list_recall')]
    const library = prepareLibrary(cards)
    const kinds = ['typed', 'true_false'] as const
    const plan = planQuiz(library, aRequest({ kinds }), aLearner(cards), 20)
    expect(plan).toMatchObject({ isEstimate: true, shortfall: null })
    const lists = cards.map((card) => (card.content.kind === 'list_recall' ? numbered(card) : card))
    const rare = planQuiz(prepareLibrary(lists), aRequest({ kinds: ['order'] }), aLearner(lists), 20)
    expect(rare.kinds.order).toBe(2)
    expect(rare.shortfall?.kind).toBe('too_few')
  })

  test('of each preset is that of a request like any other', () => {
    for (const preset of quizPresets) {
      const request = presetRequest(preset, { seed: 's', conceptId: 'concept sorting' })
      expect(planQuiz(prepared, request, aLearner(postOffice)).sentence).toMatch(/possible/)
    }
    expect(presetRequest('all_of_one_concept', { seed: 's', conceptId: 'concept sorting' }).scope).toEqual({
      kind: 'concepts',
      conceptIds: ['concept sorting'],
    })
  })
})

test('keys stand at each place equally often', () => {
  const cards = [...postOffice, anExpansion('XPO', 'Extra Post Office')]
  const library = prepareLibrary(cards)
  const places = new Map<number, number[]>()
  for (let i = 0; i < 60; i++) {
    const paper = makePaper(library, aRequest({ seed: `s${i}`, kinds: ['multiple_choice'] }), aLearner(cards))
    for (const question of planned(paper)) {
      if (question.kind !== 'multiple_choice') continue
      const { options, keyIndex } = question.control
      const counts = places.get(options.length) ?? options.map(() => 0)
      counts[keyIndex] = (counts[keyIndex] ?? 0) + 1
      places.set(options.length, counts)
    }
  }
  for (const counts of places.values()) {
    const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // Passed once in a thousand for two and for three degrees of freedom.
    expect(chiSquare).toBeLessThan(counts.length === 3 ? 13.8 : 16.3)
  }
})
