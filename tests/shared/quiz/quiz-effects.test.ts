import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import type { Confidence, QuizVerdict } from '../../../shared/quiz/given-answer.ts'
import { type AnsweredInQuiz, quizEffects } from '../../../shared/quiz/quiz-effects.ts'
import { nameForm, readForm, showsRecall } from '../../../shared/schedule/answer-form.ts'
import { type CardState, newCardState } from '../../../shared/schedule/schedule.ts'
import { aChoice, aMatch, anOrder, aTyped, everyKind, judgedAs } from './a-question.ts'

const today = '2026-03-10' as Day
const seen = (dueOn: Day): CardState => ({
  ...newCardState,
  schedule: {
    kind: 'sm2',
    repetitions: 3,
    intervalDays: 15,
    easeHundredths: 250,
    lapses: 0,
    dueOn,
    repeatedOn: addDays(dueOn, -15),
  },
})
const states = { due: seen(today), later: seen(addDays(today, 9)), unseen: newCardState }

const forms = { typed: aTyped('a'), order: anOrder('a'), choice: aChoice('a') }

function effectOf(
  form: keyof typeof forms,
  verdict: QuizVerdict,
  state: CardState,
  more: Partial<AnsweredInQuiz> & { setting?: 'balanced' | 'only_failures' | 'off' } = {},
) {
  const question = forms[form]
  const { setting = 'balanced', ...rest } = more
  const answered: AnsweredInQuiz = {
    question,
    judged: judgedAs(question, verdict),
    confidence: 'likely',
    unknown: false,
    durationMs: 4000,
    medianMs: 4000,
    isFirstTry: true,
    ...rest,
  }
  const [effect] = quizEffects(answered, () => state, setting, today)
  return effect!
}

/** As the table says it: a grade, a day to be checked on, or nothing. */
const short = (effect: ReturnType<typeof effectOf>): string =>
  effect.change.kind === 'graded'
    ? `grade ${effect.change.grade}`
    : effect.change.kind === 'recheck'
      ? `due ${effect.change.dueOn}`
      : '–'

describe('what a quiz does to the schedule, row by row', () => {
  test.each<[string, keyof typeof forms, QuizVerdict, Partial<AnsweredInQuiz>, string, string]>([
    ['typed, right', 'typed', 'right', {}, 'grade 4', '–'],
    ['typed, right and sure', 'typed', 'right', { confidence: 'sure' }, 'grade 4', '–'],
    ['typed, right without confidence', 'typed', 'right', { confidence: null }, 'grade 4', '–'],
    ['typed, right by a guess', 'typed', 'right', { confidence: 'guess' }, 'grade 3', '–'],
    ['typed, right but slow', 'typed', 'right', { durationMs: 8001 }, 'grade 3', '–'],
    ['typed, right, speed unknown', 'typed', 'right', { durationMs: 60_000, medianMs: null }, 'grade 4', '–'],
    ['typed with a slip', 'typed', 'near', {}, 'grade 4', '–'],
    ['typed with a slip, by a guess', 'typed', 'near', { confidence: 'guess' }, 'grade 4', '–'],
    ['four steps, right', 'order', 'right', {}, 'grade 4', '–'],
    ['chosen, right', 'choice', 'right', { confidence: 'sure' }, '–', '–'],
    ['typed, wrong', 'typed', 'wrong', { confidence: 'guess' }, 'grade 2', 'due 2026-03-11'],
    ['typed, not known', 'typed', 'wrong', { unknown: true, confidence: null }, 'grade 2', 'due 2026-03-11'],
    ['ordered, wrong', 'order', 'wrong', { confidence: 'guess' }, 'grade 2', 'due 2026-03-11'],
    ['chosen, wrong and sure', 'choice', 'wrong', { confidence: 'sure' }, 'grade 2', 'due 2026-03-11'],
    ['chosen, wrong and likely', 'choice', 'wrong', { confidence: 'likely' }, 'grade 2', 'due 2026-03-11'],
    ['chosen, wrong by a guess', 'choice', 'wrong', { confidence: 'guess' }, '–', 'due 2026-03-13'],
    ['chosen, not known', 'choice', 'wrong', { unknown: true, confidence: 'sure' }, '–', 'due 2026-03-13'],
  ])('%s', (_, form, verdict, more, whenDue, whenNot) => {
    expect(short(effectOf(form, verdict, states.due, more))).toBe(whenDue)
    expect(short(effectOf(form, verdict, states.later, more))).toBe(whenNot)
    const pretest = effectOf(form, verdict, states.unseen, more)
    expect(short(pretest)).toBe('–')
    expect(pretest.events).toMatchObject([{ kind: 'reviewed', effect: 'none' }])
  })

  test('a long answer with ideas missing counts as Hard', () => {
    const judged = { ...judgedAs(forms.typed, 'near'), credit: 0.67 }
    expect(short(effectOf('typed', 'near', states.due, { judged }))).toBe('grade 3')
  })

  test('a card that comes back soon enough by itself gets no other day', () => {
    expect(short(effectOf('typed', 'wrong', seen(addDays(today, 1))))).toBe('–')
    expect(short(effectOf('choice', 'wrong', seen(addDays(today, 2)), { confidence: 'guess' }))).toBe('–')
  })

  test('a second look changes nothing, nor does a suspended card', () => {
    expect(short(effectOf('typed', 'wrong', states.due, { isFirstTry: false }))).toBe('–')
    expect(short(effectOf('typed', 'wrong', { ...states.due, suspended: true }))).toBe('–')
  })

  test('pairs move each card by its own verdict', () => {
    const question = aMatch('a')
    const judged = {
      ...judgedAs(question, 'wrong'),
      cards: question.pairs.map(({ cardId, factKey }, i) => ({
        cardId,
        factKey,
        verdict: i === 0 ? ('wrong' as const) : ('right' as const),
      })),
    }
    const effects = quizEffects(
      {
        question,
        judged,
        confidence: 'sure',
        unknown: false,
        durationMs: 9000,
        medianMs: null,
        isFirstTry: true,
      },
      () => states.later,
      'balanced',
      today,
    )
    expect(effects.map(short)).toEqual(['due 2026-03-11', '–', '–', '–'])
    expect(effects.map(({ cardId }) => cardId)).toEqual(question.pairs.map(({ cardId }) => cardId))
  })
})

const verdicts = fc.constantFrom<QuizVerdict>('right', 'near', 'wrong')
const confidence = fc.constantFrom<Confidence | null>('guess', 'likely', 'sure', null)
const anyForm = fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[]))

describe('under every answer', () => {
  test('“off” moves nothing, “only failures” nothing for what was right', () => {
    fc.assert(
      fc.property(
        anyForm,
        verdicts,
        confidence,
        fc.constantFrom('due', 'later', 'unseen'),
        (form, verdict, sure, at) => {
          const state = states[at]
          expect(short(effectOf(form, verdict, state, { confidence: sure, setting: 'off' }))).toBe('–')
          const onlyFailures = effectOf(form, verdict, state, { confidence: sure, setting: 'only_failures' })
          if (verdict !== 'wrong') expect(short(onlyFailures)).toBe('–')
          else expect(onlyFailures).toEqual(effectOf(form, verdict, state, { confidence: sure }))
        },
      ),
    )
  })

  test('a card that is not due is never graded, and no day is later than the one it had', () => {
    fc.assert(
      fc.property(
        anyForm,
        verdicts,
        confidence,
        fc.integer({ min: 1, max: 60 }),
        (form, verdict, sure, days) => {
          const effect = effectOf(form, verdict, seen(addDays(today, days)), { confidence: sure })
          expect(effect.change.kind).not.toBe('graded')
          if (effect.change.kind === 'recheck') expect(effect.change.dueOn < addDays(today, days)).toBe(true)
        },
      ),
    )
  })

  test('one event says how it went, with its form and confidence, and words stand beside it', () => {
    for (const { question } of everyKind) {
      for (const verdict of ['right', 'near', 'wrong'] as const) {
        const judged = judgedAs(question, verdict)
        const answered = {
          question,
          judged,
          confidence: 'sure',
          unknown: false,
          durationMs: 1,
          medianMs: null,
          isFirstTry: true,
        } as const
        for (const effect of quizEffects(answered, () => states.due, 'balanced', today)) {
          const [first] = effect.events
          expect(first).toMatchObject({ kind: 'reviewed', via: 'quiz', confidence: 'sure', durationMs: 1 })
          expect(first?.kind === 'reviewed' && readForm(first.kindShown)).toMatchObject({
            kind: question.kind,
          })
          expect(effect.words).toMatch(/^[A-Z].*\.$/)
        }
      }
    }
  })
})

describe('the form in the log', () => {
  test.each([
    ['typed', 0, 'typed', true],
    ['multiple_choice', 1 / 3, 'multiple_choice:3', false],
    ['true_false', 0.5, 'true_false:2', false],
    ['true_false', 0, 'true_false', true],
    ['order', 1 / 6, 'order:6', false],
    ['order', 1 / 24, 'order:24', true],
  ] as const)('%s with the chance %d is “%s”', (kind, guessChance, name, recall) => {
    expect(nameForm(kind, guessChance)).toBe(name)
    expect(readForm(name).kind).toBe(kind)
    expect(readForm(name).guessChance).toBeCloseTo(guessChance)
    expect(showsRecall(readForm(name).guessChance)).toBe(recall)
  })

  test('of old events is read as it stands', () => {
    expect(readForm('basic')).toEqual({ kind: 'basic', guessChance: 0 })
    expect(readForm('odd:0')).toEqual({ kind: 'odd:0', guessChance: 0 })
  })
})
