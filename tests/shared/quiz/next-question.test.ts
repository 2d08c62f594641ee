import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examMap, examTimeLeft } from '../../../shared/quiz/exam.ts'
import type { QuizVerdict } from '../../../shared/quiz/given-answer.ts'
import { nextQuestion } from '../../../shared/quiz/next-question.ts'
import type { QuizPaper, QuizStep } from '../../../shared/quiz/quiz-paper.ts'
import { summariseQuiz } from '../../../shared/quiz/quiz-result.ts'
import { mostAsked, mostQuestions, nextBelief, startBelief } from '../../../shared/quiz/until-sure.ts'
import { aChoice, aPaper, aStep, aTyped } from './a-question.ts'

type Answer = readonly [verdict: QuizVerdict, confidence?: QuizStep['confidence']]

/** Goes through a paper with the answers in order, the last one for the rest. */
function walk(paper: QuizPaper, answers: readonly Answer[], msEach = 1000) {
  const steps: QuizStep[] = []
  const asked: { readonly id: string; readonly reason: string }[] = []
  for (;;) {
    const turn = nextQuestion(paper, steps, steps.length * msEach)
    if (turn.kind === 'stop') return { steps, asked, turn, ids: asked.map(({ id }) => id) }
    const [verdict, confidence] = answers[steps.length] ?? answers.at(-1)!
    asked.push({ id: turn.question.id, reason: turn.reason })
    steps.push(aStep(turn.question, verdict, confidence))
    if (steps.length > 100) throw new Error('It never ends.')
  }
}

const many = (count: number, concept?: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => aTyped(`q${i}`, ['x'], concept?.(i) ?? `c${i}`))
const withReserve = (questions: ReturnType<typeof many>): QuizPaper => {
  const again = questions.map(({ id, concept }) => aChoice(`${id} again`, 0, concept))
  const easier = questions.map(({ id, concept }) => aChoice(`${id} easier`, 0, concept))
  return aPaper([...questions, ...again, ...easier], {
    order: questions.map(({ id }) => id),
    length: { kind: 'count', count: questions.length },
    secondLooks: questions.map(({ id }) => ({ first: id, again: `${id} again` })),
    easier: questions.map(({ id }) => ({ planned: id, easier: `${id} easier` })),
  })
}

const answersOf = fc.array(
  fc.tuple(
    fc.constantFrom<QuizVerdict>('right', 'near', 'wrong'),
    fc.constantFrom<QuizStep['confidence']>('guess', 'likely', 'sure', null),
  ),
  { minLength: 1, maxLength: 40 },
)

describe('a quiz of so many questions', () => {
  test('asks all of them in order and says that it did', () => {
    const { ids, turn } = walk(withReserve(many(5)), [['right']])
    expect(ids).toEqual(['q0', 'q1', 'q2', 'q3', 'q4'])
    expect(turn).toEqual({
      kind: 'stop',
      reason: { kind: 'all_asked' },
      sentence: 'All questions were asked.',
    })
  })

  test('ends under every answer, asks nothing twice, and asks each planned fact once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), answersOf, (count, answers) => {
        const { asked, ids } = walk(withReserve(many(count)), answers)
        expect(new Set(ids).size).toBe(ids.length)
        expect(asked.filter(({ reason }) => reason !== 'second_look')).toHaveLength(count)
      }),
    )
  })

  test('goes on alike from the same answers, whatever was shown between', () => {
    fc.assert(
      fc.property(answersOf, fc.nat(12), (answers, upTo) => {
        const paper = withReserve(many(8))
        const { steps } = walk(paper, answers)
        const before = steps.slice(0, upTo)
        expect(nextQuestion(paper, before, 0)).toEqual(nextQuestion(paper, structuredClone(before), 1))
      }),
    )
  })

  test('asks what was sure but wrong again, four to seven questions later', () => {
    const { ids, asked } = walk(withReserve(many(12)), [['wrong', 'sure'], ['right']])
    const at = ids.indexOf('q0 again')
    expect(at).toBeGreaterThanOrEqual(5)
    expect(at).toBeLessThanOrEqual(8)
    expect(asked[at]?.reason).toBe('second_look')
    expect(ids).toHaveLength(13)
  })

  test('asks it again at its end when it is over before, but not right after the miss', () => {
    expect(walk(withReserve(many(3)), [['wrong', 'sure'], ['right']]).ids).toEqual([
      'q0',
      'q1',
      'q2',
      'q0 again',
    ])
    expect(walk(withReserve(many(1)), [['wrong', 'sure']]).ids).toEqual(['q0'])
  })

  test('asks again only what was sure, and once', () => {
    expect(walk(withReserve(many(12)), [['wrong', 'likely'], ['right']]).ids).toHaveLength(12)
    expect(
      walk(withReserve(many(9)), [['wrong', 'sure']]).ids.filter((id) => id === 'q0 again'),
    ).toHaveLength(1)
  })

  test('turns to an easier form of another fact after two misses in a row', () => {
    const { asked } = walk(withReserve(many(4)), [['wrong', 'guess'], ['wrong', 'guess'], ['right']])
    expect(asked).toEqual([
      { id: 'q0', reason: 'planned' },
      { id: 'q1', reason: 'planned' },
      { id: 'q2 easier', reason: 'easier_form' },
      { id: 'q3', reason: 'planned' },
    ])
  })

  test('says about how many are left', () => {
    const paper = withReserve(many(6))
    const turn = nextQuestion(paper, [aStep(many(1)[0]!, 'right')], 0)
    expect(turn).toMatchObject({ kind: 'ask', left: 5 })
  })
})

test('a quiz of minutes ends with its time, and says so', () => {
  const paper = { ...withReserve(many(50)), length: { kind: 'minutes', minutes: 1 } as const }
  const { ids, turn } = walk(paper, [['right']], 10_000)
  expect(ids).toHaveLength(6)
  expect(turn).toMatchObject({ reason: { kind: 'minutes_over' } })
})

describe('an exam', () => {
  const paper: QuizPaper = { ...withReserve(many(4)), mode: { kind: 'exam', minutes: 2 } }

  test('keeps its order, without second looks or easier forms', () => {
    expect(walk(paper, [['wrong', 'sure']]).ids).toEqual(['q0', 'q1', 'q2', 'q3'])
  })

  test('has a map, and a time that runs out', () => {
    expect(examMap(paper, new Set(['q1'])).map(({ number, state }) => `${number} ${state}`)).toEqual([
      '1 open',
      '2 answered',
      '3 open',
      '4 open',
    ])
    expect(examTimeLeft(paper, 30_000)).toBe(90_000)
    expect(examTimeLeft(paper, 130_000)).toBe(0)
    expect(examTimeLeft(withReserve(many(1)), 0)).toBeNull()
    expect(nextQuestion(paper, [], 120_000)).toMatchObject({ kind: 'stop', reason: { kind: 'minutes_over' } })
  })
})

describe('until sure', () => {
  const untilSure = (concepts: readonly string[], each: number, known = 0.5): QuizPaper => {
    const questions = many(concepts.length * each, (i) => concepts[i % concepts.length] ?? '')
    return aPaper(questions, {
      length: { kind: 'until_sure' },
      concepts: concepts.map((concept) => ({ conceptId: `concept ${concept}`, concept, known })),
    })
  }

  test('the belief follows Bayes’ rule', () => {
    expect(nextBelief(0.5, 'right', 1 / 3)).toBeCloseTo(0.45 / (0.45 + 0.5 / 3))
    expect(nextBelief(0.5, 'wrong', 1 / 3)).toBeCloseTo(0.05 / (0.05 + 0.5 * (2 / 3)))
    expect(nextBelief(startBelief(1), 'wrong', 0)).toBeLessThan(0.7)
    expect(nextBelief(startBelief(0), 'right', 1 / 3)).toBeGreaterThan(0)
  })

  test('a concept ends known or not known after three, and says so', () => {
    const right = walk(untilSure(['a'], 9), [['right']])
    expect(right.ids).toHaveLength(3)
    expect(right.turn).toMatchObject({ reason: { kind: 'sure' } })
    const paper = untilSure(['a'], 9)
    expect(summariseQuiz(paper, right.steps).findings).toMatchObject([
      { ending: 'known', asked: 3, right: 3, before: 0.5 },
    ])
    const wrong = walk(paper, [['wrong']])
    expect(summariseQuiz(paper, wrong.steps).findings).toMatchObject([{ ending: 'not_known', asked: 3 }])
  })

  test('a concept ends after six, and a quiz after thirty', () => {
    const mixed: Answer[] = Array.from({ length: 40 }, (_, i) => [i % 3 === 0 ? 'right' : 'wrong', 'guess'])
    const choices = Array.from({ length: 12 }, (_, i) => aChoice(`q${i}`, 0, 'a'))
    const paper = aPaper(choices, {
      length: { kind: 'until_sure' },
      concepts: [{ conceptId: 'concept a', concept: 'a', known: 0.9 }],
    })
    const { steps } = walk(paper, [['right'], ['wrong'], ['right'], ['wrong'], ['right']])
    expect(steps.length).toBeLessThanOrEqual(mostAsked)
    const wide = untilSure(
      Array.from({ length: 12 }, (_, i) => `c${i}`),
      6,
    )
    const { steps: all, turn } = walk(wide, mixed)
    expect(all.length).toBeLessThanOrEqual(mostQuestions)
    if (turn.kind === 'stop' && turn.reason.kind === 'limit') expect(all).toHaveLength(mostQuestions)
  })

  test('a concept with too few questions is left undecided, and says so', () => {
    const paper = untilSure(['a'], 2)
    const { steps } = walk(paper, [['right']])
    expect(summariseQuiz(paper, steps).findings).toMatchObject([{ ending: 'no_more_questions', asked: 2 }])
  })

  test('no three of one concept come in a row while another is open', () => {
    fc.assert(
      fc.property(answersOf, (answers) => {
        const paper = untilSure(['a', 'b', 'c'], 6)
        const { ids } = walk(paper, answers)
        const concepts = ids.map((id) => paper.questions.find((question) => question.id === id)?.conceptId)
        const runs = concepts.map(
          (concept, i) => concepts.slice(i, i + 3).filter((other) => other === concept).length,
        )
        const rest = (i: number) => new Set(concepts.slice(i + 3))
        runs.forEach((run, i) => {
          if (run === 3) expect([...rest(i)].filter((other) => other !== concepts[i])).toEqual([])
        })
      }),
    )
  })
})

describe('the result', () => {
  test('puts sure but wrong first, then wrong, lucky guesses, right; and scores first tries alone', () => {
    const paper = withReserve(many(8))
    const { steps } = walk(paper, [
      ['right', 'sure'],
      ['wrong', 'sure'],
      ['right', 'guess'],
      ['wrong', 'guess'],
      ['near', 'likely'],
    ])
    const result = summariseQuiz(paper, steps)
    expect(result.outcomes.map(({ group }) => group).slice(0, 3)).toEqual([
      'sure_but_wrong',
      'wrong',
      'lucky_guess',
    ])
    expect(result.outcomes.filter(({ isFirstTry }) => !isFirstTry)).toHaveLength(1)
    expect(result.score).toMatchObject({ asked: 8, wrong: 2, right: 6 })
    expect(
      result.calibration.map(({ confidence, asked, right }) => `${confidence} ${right}/${asked}`),
    ).toEqual(['guess 1/2', 'likely 4/4', 'sure 1/2'])
  })

  test('has no calibration where no confidence was asked, and none before the first answer', () => {
    const paper = { ...withReserve(many(2)), asksConfidence: false }
    expect(summariseQuiz(paper, []).calibration).toEqual([])
    expect(summariseQuiz(paper, []).score).toMatchObject({ asked: 0, range: null })
  })
})
