import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, addDays, formatDay, weekdayOf } from '../../../shared/basics/time.ts'
import type { AnswerReading } from '../../../shared/insight/answer-readings.ts'
import { weekAnswers } from '../../../shared/insight/week-answers.ts'
import { weekMove } from '../../../shared/insight/week-levels.ts'
import { weekMarkdown } from '../../../shared/insight/week-markdown.ts'
import type { WeekReport } from '../../../shared/insight/week-report.ts'
import {
  aheadSentence,
  begunSentence,
  doneSentence,
  emptyWeekSentence,
  forgottenSentence,
  lastWeekSentence,
  learntSentences,
  moveSentence,
  triesSentence,
  weekName,
  weeksBeside,
} from '../../../shared/insight/week-words.ts'
import { isRecent, isWithin, weekBeside, weekOf } from '../../../shared/insight/week.ts'
import type { LevelChange } from '../../../shared/mastery/concept-standing.ts'
import type { Level } from '../../../shared/mastery/levels.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { aCardId } from '../../support/factories.ts'
import { aReading } from './a-reading.ts'

const day = (text: string) => text as Day
const week = weekOf(day('2026-11-25'))
const anyDay = fc.integer({ min: 0, max: 40_000 }).map(formatDay)

describe('weeks', () => {
  test('every day lies in one week, Monday to Sunday, and the weeks follow one another without a gap', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const { from, until } = weekOf(one)
        expect([weekdayOf(from), weekdayOf(until), addDays(from, 6)]).toEqual([1, 0, until])
        expect(isWithin(one, { from, until })).toBe(true)
        expect(weekOf(until)).toEqual(weekOf(from))
        expect(weekBeside({ from, until }, 1).from).toBe(addDays(until, 1))
        expect(weekBeside(weekBeside({ from, until }, 1), -1)).toEqual({ from, until })
      }),
    )
  })

  test.each([
    ['2026-11-25', '23 to 29 November 2026'],
    ['2026-12-01', '30 November to 6 December 2026'],
    ['2027-01-01', '28 December 2026 to 3 January 2027'],
  ])('the week of %s is called %s', (one, name) => {
    expect(weekName(weekOf(day(one)))).toBe(name)
  })

  test('what is to do belongs to the week that runs and to the one before it', () => {
    const today = day('2026-11-30')
    const recent = [0, 1, 2, 3].map((back) => isRecent(weekOf(addDays(today, -7 * back)), today))
    expect(recent).toEqual([true, true, false, false])
  })
})

/** Readings as a fold gives them: of each card in the order of days, the first one new. */
const logOf = (steps: readonly (readonly [card: number, day: number, grade: number])[]): AnswerReading[] => {
  const last = new Map<number, number>()
  return steps
    .toSorted((a, b) => a[1] - b[1])
    .map(([card, on, grade]) => {
      const before = last.get(card)
      last.set(card, on)
      return aReading({
        card: aCardId(card + 1),
        day: addDays(week.from, on),
        grade: grade as Grade,
        role: before === undefined ? 'new' : before < on ? 'review' : 'same_day',
        before: before === undefined ? null : { intervalDays: on - before, recall: 0.9 },
      })
    })
}
const anyLog = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: -40, max: 40 }), fc.constantFrom(1, 2, 3, 4, 5)), {
    maxLength: 60,
  })
  .map(logOf)
const weeks = Array.from({ length: 14 }, (_, i) => weekOf(addDays(week.from, (i - 7) * 7)))

describe('what a week shows', () => {
  test('all weeks together hold every answer, first try and proof once', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const all = weeks.map((one) => weekAnswers(log, one))
        const sum = (of: (one: (typeof all)[number]) => number) =>
          all.reduce((total, one) => total + of(one), 0)
        const tries = log.filter(({ role }) => role === 'review')
        expect(sum(({ days }) => days.reduce((total, { answers }) => total + answers, 0))).toBe(log.length)
        expect(sum(({ firstTries }) => firstTries.asked)).toBe(tries.length)
        expect(sum(({ firstTries }) => firstTries.passed)).toBe(
          tries.filter(({ grade }) => grade >= 3).length,
        )
        expect(sum(({ expected }) => expected)).toBeCloseTo(tries.length * 0.9)
        expect(sum(({ stayed }) => stayed)).toBe(
          new Set(tries.filter(({ grade }) => grade >= 3).map(({ card }) => card)).size,
        )
        expect(
          sum(({ forgotten }) => forgotten.reduce((total, { failedDays }) => total + failedDays, 0)),
        ).toBe(tries.filter(({ grade }) => grade < 3).length)
      }),
    )
  })

  test('the week before is that of the week before, whatever comes after', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const known = weeks.slice(1).map((one) => weekAnswers(log, one).triesBefore)
        expect(known).toEqual(weeks.slice(0, -1).map((one) => weekAnswers(log, one).firstTries))
      }),
    )
  })

  test('a forgotten card is open until a later day on which it is recalled at the first try', () => {
    const log = logOf([
      [0, -3, 4],
      [0, 1, 2],
      [0, 1, 4],
      [1, -3, 4],
      [1, 1, 2],
      [1, 20, 4],
      [2, -3, 4],
      [2, 1, 2],
      [2, 2, 1],
      [3, 1, 2],
    ])
    expect(
      weekAnswers(log, week).forgotten.map(({ card, failedDays, isRecalledSince }) => [
        card,
        failedDays,
        isRecalledSince,
      ]),
    ).toEqual([
      [aCardId(3), 2, false],
      [aCardId(1), 1, false],
      [aCardId(2), 1, true],
    ])
  })

  test('what stayed is proven on a later day, and late is three weeks', () => {
    const log = logOf([
      [0, 0, 4],
      [0, 0, 4],
      [1, 0, 4],
      [1, 1, 4],
      [1, 2, 4],
      [2, -25, 4],
      [2, -20, 4],
      [2, 1, 3],
      [3, -20, 4],
      [3, 0, 4],
    ])
    expect(weekAnswers(log, week)).toMatchObject({ stayed: 2, recalledLate: 1, inQuizzes: 0 })
  })
})

const step = (on: string, from: Level, to: Level, facts = 2): LevelChange => ({
  on: day(on),
  from,
  to,
  why: to > from ? { kind: 'recalled', facts } : { kind: 'failed', facts },
})

test.each<[string, readonly LevelChange[], { from: Level; to: Level; facts: number } | null]>([
  ['nothing', [], null],
  ['what lies outside', [step('2026-11-22', 1, 2), step('2026-11-30', 2, 3)], null],
  ['two rises', [step('2026-11-23', 1, 2, 4), step('2026-11-29', 2, 3, 5)], { from: 1, to: 3, facts: 5 }],
  ['there and back', [step('2026-11-23', 1, 2), step('2026-11-24', 2, 1)], null],
  [
    'up, and further down',
    [step('2026-11-23', 2, 3, 7), step('2026-11-25', 3, 1, 2)],
    { from: 2, to: 1, facts: 2 },
  ],
  [
    'down, and not all the way up',
    [step('2026-11-23', 4, 1, 3), step('2026-11-25', 1, 2, 6)],
    { from: 4, to: 2, facts: 3 },
  ],
])('the steps of a week are one: %s', (_, history, move) => {
  const found = weekMove(history, week)
  expect(
    found && { from: found.from, to: found.to, facts: 'facts' in found.why ? found.why.facts : null },
  ).toEqual(move)
})

const report = (changes: Partial<WeekReport> = {}): WeekReport => ({
  ...week,
  today: day('2026-11-30'),
  firstDay: day('2026-11-02'),
  days: [],
  inQuizzes: 0,
  firstTries: { asked: 0, passed: 0 },
  expected: 0,
  triesBefore: { asked: 0, passed: 0 },
  stayed: 0,
  recalledLate: 0,
  rises: [],
  begun: [],
  falls: [],
  slipping: [],
  forgotten: [],
  forgottenTotal: 0,
  stillForgotten: 0,
  ahead: null,
  ...changes,
})
const activeDay = (date: string, answers: number, newCards = 0) => ({
  day: day(date),
  answers,
  passed: answers,
  newCards,
  durationMs: answers * 12_000,
})

describe('in words', () => {
  test.each<[string, Partial<WeekReport>]>([
    ['No card was answered yet: a week has something to tell after your first review.', { firstDay: null }],
    ['Nothing was answered in this week: your first answer came later.', { firstDay: day('2026-11-30') }],
    ['Nothing was answered in this week.', {}],
    ['Nothing was answered in this week so far.', { today: day('2026-11-24') }],
  ])('a week with nothing says so: %s', (sentence, changes) => {
    expect(emptyWeekSentence(report(changes))).toBe(sentence)
    expect(weekMarkdown(report(changes), [])).toBe(`# Week of 23 to 29 November 2026\n\n${sentence}\n`)
  })

  test('a level that only time took is something to tell', () => {
    const falls = [
      {
        conceptId: 'a',
        term: 'Docker',
        on: day('2026-11-24'),
        from: 3,
        to: 2,
        why: { kind: 'faded', recall: 0.6 },
      },
    ] as const
    expect(emptyWeekSentence(report({ falls }))).toBeNull()
    expect(moveSentence(falls[0], week.until)).toBe(
      'Solid → Familiar, on 24 Nov. It was not reviewed for so long that much of it would be forgotten by now.',
    )
  })

  test.each<[Partial<WeekReport>, string]>([
    [{ days: [activeDay('2026-11-23', 1)] }, '1 answer on 1 day in under a minute.'],
    [
      { days: [activeDay('2026-11-23', 30, 8), activeDay('2026-11-24', 1002)], inQuizzes: 10 },
      '1,032 answers on 2 days in 206 minutes; 8 to cards you had not met, 10 in quizzes.',
    ],
  ])('what was done: %#', (changes, sentence) => {
    expect(doneSentence(report(changes))).toBe(sentence)
  })

  test('a share stands beside its count, its range, what was predicted and the week before', () => {
    expect(triesSentence(report())).toBe('No card that you had met before was asked.')
    expect(
      triesSentence(
        report({
          firstTries: { asked: 33, passed: 27 },
          expected: 29.6,
          triesBefore: { asked: 20, passed: 19 },
        }),
      ),
    ).toBe(
      'Of cards met before you recalled 27 of 33 (66–91 %) at the first try; about 30 were predicted. The week before: 19 of 20.',
    )
  })

  test.each<[Partial<WeekReport>, string | null]>([
    [{}, null],
    [{ firstTries: { asked: 4, passed: 4 } }, 'No card was forgotten at its first try.'],
    [{ forgottenTotal: 1 }, '1 card forgotten at the first try, and recalled since.'],
    [{ forgottenTotal: 3, stillForgotten: 3 }, '3 cards forgotten at the first try; not recalled since.'],
    [
      { forgottenTotal: 3, stillForgotten: 1 },
      '3 cards forgotten at the first try; 1 of them not recalled since.',
    ],
  ])('what was forgotten: %#', (changes, sentence) => {
    expect(forgottenSentence(report(changes))).toBe(sentence)
  })

  test('concepts that were begun are named in one sentence, of many the first twelve', () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ conceptId: String(i), term: `C${i}` }))
    expect(begunSentence(report())).toBeNull()
    expect(begunSentence(report({ begun: named(2) }))).toBe('Begun: C0, C1.')
    expect(begunSentence(report({ begun: named(13) }))).toMatch(/C11, and 1 more concept\.$/)
    expect(begunSentence(report({ begun: named(20) }))).toMatch(/C11, and 8 more concepts\.$/)
  })

  test('what stayed and what comes', () => {
    expect(learntSentences(report())).toEqual([])
    expect(learntSentences(report({ stayed: 1, recalledLate: 12 }))).toEqual([
      '1 card recalled on a later day for the first time.',
      '12 cards recalled after three weeks or more.',
    ])
    expect(aheadSentence(report())).toBeNull()
    expect(aheadSentence(report({ ahead: { cards: 0, minutes: 0 } }))).toBe(
      'No card you have met comes up in the next 7 days.',
    )
    expect(aheadSentence(report({ ahead: { cards: 84, minutes: 14 } }))).toBe(
      '84 cards you have met come up in the next 7 days: about 14 minutes, besides new ones.',
    )
  })

  test('Today speaks of the last week alone, and only where something was answered', () => {
    const days = [activeDay('2026-11-22', 5), activeDay('2026-11-23', 30), activeDay('2026-11-29', 10)]
    expect(lastWeekSentence(days, day('2026-11-30'))).toBe('Last week: 40 answers on 2 days.')
    expect(lastWeekSentence(days, day('2026-12-06'))).toBe('Last week: 40 answers on 2 days.')
    expect(lastWeekSentence(days, day('2026-12-07'))).toBeNull()
    expect(lastWeekSentence(days, day('2026-11-29'))).toBe('Last week: 5 answers on 1 day.')
  })

  test.each([
    [{}, '2026-11-16', '2026-11-30'],
    [{ today: day('2026-11-29') }, '2026-11-16', null],
    [{ firstDay: day('2026-11-23') }, null, '2026-11-30'],
    [{ firstDay: day('2026-11-22') }, '2026-11-16', '2026-11-30'],
    [{ firstDay: null }, null, '2026-11-30'],
  ])('one leafs from the week of the first answer to that of today: %#', (changes, earlier, later) => {
    expect(weeksBeside(report(changes))).toEqual({ earlier, later })
  })
})

test('as Markdown it is a note with the same words, in which nothing of a card becomes a sign', () => {
  const card = aCardId(1)
  const text = weekMarkdown(
    report({
      days: [activeDay('2026-11-23', 12, 2)],
      firstTries: { asked: 10, passed: 9 },
      expected: 9,
      stayed: 2,
      rises: [
        {
          conceptId: 'a',
          term: 'C# [sharp]',
          on: day('2026-11-24'),
          from: 1,
          to: 2,
          why: { kind: 'recalled', facts: 3 },
        },
      ],
      slipping: [
        {
          conceptId: 'b',
          term: '*args',
          level: 3,
          on: day('2026-11-25'),
          isAtLatest: false,
          why: { kind: 'failed', facts: 2 },
        },
      ],
      forgotten: [
        {
          card,
          front: 'What does `a_b`\n# not do?',
          failedDays: 2,
          lastFailedOn: day('2026-11-25'),
          isRecalledSince: false,
        },
      ],
      forgottenTotal: 1,
      stillForgotten: 1,
      ahead: { cards: 3, minutes: 1 },
    }),
    [{ name: 'Docker is slipping', reason: 'You would recall 2 of 9.', minutes: 4 }],
  )
  expect(text).toBe(`# Week of 23 to 29 November 2026

12 answers on 1 day in 2 minutes; 2 to cards you had not met.

Of cards met before you recalled 9 of 10 (60–98 %) at the first try; about 9 were predicted.

## What you learnt

- 2 cards recalled on a later day for the first time.
- **C\\# \\[sharp\\]**: Started → Familiar, on 24 Nov. 3 facts recalled.

## What slipped

- **\\*args**: Slipping from Solid since 25 Nov: 2 facts failed.
- 1 card forgotten at the first try; not recalled since.
  - What does \\\`a\\_b\\\` \\# not do? (on 2 days; not recalled since)

## What to do

- [ ] **Docker is slipping** (4 min). You would recall 2 of 9.
- 3 cards you have met come up in the next 7 days: about 1 minute, besides new ones.
`)
})

test('a week without an answer tells what is slipping in it all the same', () => {
  const slipping = [
    {
      conceptId: 'b',
      term: 'Tides',
      level: 3 as const,
      on: day('2026-11-25'),
      isAtLatest: true,
      why: { kind: 'faded' as const, recall: 5.58, wanted: 6.4, answered: 8 },
    },
  ]
  expect(weekMarkdown(report({ slipping }), [])).toContain(
    '- **Tides**: Slipping from Solid since 25 Nov at the latest: predicted recall is 5.5 of the 8 answered, and Solid asks for 6.4.',
  )
})
