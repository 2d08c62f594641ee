import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, EpochMs } from '../../../shared/basics/time.ts'
import type { CardId } from '../../../shared/card/card.ts'
import type { EventId, Grade } from '../../../shared/schedule/review-event.ts'
import { type RecallFit, predictedRecall } from '../../../shared/schedule/predicted-recall.ts'
import { type CardState, drillDelayMs, newCardState } from '../../../shared/schedule/schedule.ts'
import { previewGrades } from '../../../shared/schedule/scheduler.ts'
import {
  type Session,
  type SessionCard,
  advance,
  cardsLeft,
  currentCard,
  isFinished,
  progress,
  startSession,
  redo,
  undo as undoStep,
  wantsMore,
} from '../../../shared/session/session.ts'
import { summariseSession } from '../../../shared/session/summarise-session.ts'

const today = '2026-05-14' as Day
const morning = Date.UTC(2026, 4, 14, 8) as EpochMs
const settings = { fuzz: true }
const grades = [2, 3, 4, 5] as const

function aCard(name: string, state: CardState = newCardState): SessionCard {
  const id = name as CardId
  return { id, state, previews: previewGrades(state, id, grades, today, settings), flag: null }
}

function aSession(names: readonly string[], total = names.length): Session {
  return startSession(
    names.map((name) => aCard(name)),
    { today, at: morning, settings, total },
  )
}

const flagOf = (session: Session, name: string) => session.cards.get(name as CardId)?.flag

let eventCount = 0
function answer(session: Session, grade: Grade, at: number = morning): Session {
  const eventId = `event-${eventCount++}` as EventId
  const shown = advance(session, { kind: 'revealed' })
  return advance(shown, { kind: 'graded', grade, at: at as EpochMs, eventId, durationMs: 3000 })
}

const undo = (session: Session) => undoStep(session, `undo-${eventCount++}` as EventId)
const onTable = (session: Session) => currentCard(session)?.id ?? null
const anyGrades = fc.array(fc.record({ grade: fc.constantFrom(...grades), waitMs: fc.nat(15 * 60_000) }), {
  maxLength: 40,
})
const anyNames = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 12 })

/** Every session along a run of answers, the first one included. */
function run(names: readonly string[], answers: readonly { grade: Grade; waitMs: number }[]): Session[] {
  let at: number = morning
  const sessions = [aSession(names)]
  for (const { grade, waitMs } of answers) {
    at += waitMs
    sessions.push(answer(sessions.at(-1)!, grade, at))
  }
  return sessions
}

describe('the order of asking', () => {
  test('cards come in the order the server gave', () => {
    const sessions = run(
      ['a', 'b', 'c'],
      [
        { grade: 4, waitMs: 0 },
        { grade: 4, waitMs: 0 },
      ],
    )
    expect(sessions.map(onTable)).toEqual(['a', 'b', 'c'])
  })

  test('a missed card returns after ten minutes, between the others', () => {
    const missed = answer(aSession(['a', 'b', 'c', 'd']), 2)
    const early = answer(missed, 4, morning + drillDelayMs - 1)
    expect(onTable(early)).toBe('c')
    const late = answer(early, 4, morning + drillDelayMs)
    expect(onTable(late)).toBe('a')
  })

  test('a missed card returns sooner when nothing else is left', () => {
    const session = answer(answer(aSession(['a', 'b']), 2), 4)
    expect(onTable(session)).toBe('a')
  })

  test('of several missed cards the one that waits longest comes first', () => {
    const session = run(
      ['a', 'b', 'c'],
      [
        { grade: 3, waitMs: 0 },
        { grade: 2, waitMs: 60_000 },
        { grade: 4, waitMs: 60_000 },
      ],
    ).at(-1)!
    expect(onTable(session)).toBe('a')
    expect(onTable(answer(session, 4, morning + 150_000))).toBe('b')
  })

  test('a card in an open drill waits for its time after a reload', () => {
    const drilled: CardState = {
      ...newCardState,
      schedule: {
        kind: 'sm2',
        repetitions: 0,
        intervalDays: 1,
        easeHundredths: 218,
        lapses: 0,
        dueOn: '2026-05-15' as Day,
        repeatedOn: today,
      },
      lastAnswer: { on: today, at: morning - 60_000, grade: 2 },
      answers: 1,
      firstAnsweredOn: today,
    }
    const session = startSession([aCard('a', drilled), aCard('b')], {
      today,
      at: morning,
      settings,
      total: 2,
    })
    expect(onTable(session)).toBe('b')
    expect(onTable(answer(session, 4))).toBe('a')
  })
})

describe('laws of a session', () => {
  test('every card reaches grade 4 or the session is not over', () => {
    fc.assert(
      fc.property(anyNames, anyGrades, (names, answers) => {
        let session = run(names, answers).at(-1)!
        for (let i = 0; i < 200 && !isFinished(session); i++) session = answer(session, 4)
        expect(isFinished(session)).toBe(true)
        for (const name of names) {
          const last = session.past
            .filter((step) => step.kind === 'answered')
            .filter((step) => step.card.id === name)
            .at(-1)
          expect(last?.grade ?? 0).toBeGreaterThanOrEqual(4)
        }
      }),
    )
  })

  test('undo takes back exactly what an answer did', () => {
    fc.assert(
      fc.property(anyNames, anyGrades, fc.constantFrom(...grades), (names, answers, grade) => {
        const session = advance(run(names, answers).at(-1)!, { kind: 'revealed' })
        if (currentCard(session) === null) return
        const undone = undo(answer(session, grade))
        expect({ ...undone, future: [] }).toEqual({
          ...session,
          position: { ...session.position, undoneGrade: grade },
        })
      }),
    )
  })

  test('undoing everything leads back to the first prompt', () => {
    fc.assert(
      fc.property(anyNames, anyGrades, (names, answers) => {
        const sessions = run(names, answers)
        let session = sessions.at(-1)!
        while (session.past.length > 0) session = undo(session)
        expect(onTable(session)).toBe(onTable(sessions[0]!))
        expect(session.cards).toEqual(sessions[0]!.cards)
        expect(cardsLeft(session)).toBe(names.length)
      }),
    )
  })

  test('progress never goes backwards', () => {
    fc.assert(
      fc.property(anyNames, anyGrades, (names, answers) => {
        const shares = run(names, answers).map(progress)
        shares.slice(1).forEach((share, i) => expect(share).toBeGreaterThanOrEqual(shares[i]!))
      }),
    )
  })

  test('a pass makes one card fewer, a miss leaves the count as it is', () => {
    const session = aSession(['a', 'b', 'c'])
    expect(cardsLeft(answer(session, 4))).toBe(2)
    expect(cardsLeft(answer(session, 5))).toBe(2)
    expect(cardsLeft(answer(session, 3))).toBe(3)
    expect(cardsLeft(answer(session, 2))).toBe(3)
  })

  test('the label of the pressed key is the day that is stored', () => {
    fc.assert(
      fc.property(anyNames, anyGrades, (names, answers) => {
        for (const session of run(names, answers)) {
          const card = currentCard(session)
          if (card === null) return
          for (const preview of card.previews) {
            const after = answer(session, preview.grade).cards.get(card.id)!.state.schedule
            expect(after.kind === 'sm2' ? after.dueOn : null).toBe(preview.dueOn)
          }
        }
      }),
    )
  })

  test('a drill answer changes neither repetitions nor interval nor ease', () => {
    const missed = answer(aSession(['a']), 2)
    const before = currentCard(missed)!.state.schedule
    for (const grade of grades) {
      expect(answer(missed, grade).cards.get('a' as CardId)!.state.schedule).toEqual(before)
    }
  })

  test('a grade before the answer was shown changes nothing', () => {
    const session = aSession(['a'])
    const eventId = 'early' as EventId
    expect(advance(session, { kind: 'graded', grade: 4, at: morning, eventId, durationMs: 0 })).toBe(session)
  })
})

describe('more cards', () => {
  test('are wanted when fewer than ten wait and the server holds some', () => {
    expect(wantsMore(aSession(['a', 'b'], 40))).toBe(true)
    expect(wantsMore(aSession(['a', 'b']))).toBe(false)
  })

  test('join at the end, and what is known already is skipped', () => {
    const session = aSession(['a', 'b'], 3)
    const grown = advance(session, {
      kind: 'fetched',
      cards: [aCard('a'), aCard('b'), aCard('c')],
      at: morning,
    })
    expect(grown.order).toEqual(['a', 'b', 'c'])
    expect(cardsLeft(grown)).toBe(cardsLeft(session))
  })

  test('survive an undo', () => {
    const answered = answer(aSession(['a', 'b'], 3), 4)
    const grown = undo(advance(answered, { kind: 'fetched', cards: [aCard('c')], at: morning }))
    expect(onTable(grown)).toBe('a')
    expect(grown.order).toEqual(['a', 'b', 'c'])
  })

  test('end the waiting when the server has nothing new', () => {
    const waiting = answer(aSession(['a'], 5), 4)
    expect(isFinished(waiting)).toBe(false)
    expect(isFinished(advance(waiting, { kind: 'fetched', cards: [], at: morning }))).toBe(true)
  })
})

describe('a new study day', () => {
  const tomorrow = '2026-05-15' as Day

  test('ends the drill of the day before', () => {
    const missed = answer(aSession(['a', 'b']), 2)
    const next = advance(missed, { kind: 'dayBegan', today: tomorrow, at: morning })
    expect(isFinished(answer(next, 4))).toBe(true)
  })

  test('works the labels out again', () => {
    const next = advance(aSession(['a']), { kind: 'dayBegan', today: tomorrow, at: morning })
    expect(currentCard(next)?.previews.map((preview) => preview.dueOn)).toEqual(Array(4).fill('2026-05-16'))
  })
})

test('the summary counts first answers only', () => {
  const session = run(
    ['a', 'b'],
    [
      { grade: 2, waitMs: 0 },
      { grade: 4, waitMs: 0 },
      { grade: 4, waitMs: 0 },
    ],
  ).at(-1)!
  expect(summariseSession(session, 6)).toMatchObject({
    cards: 2,
    answers: 3,
    durationMs: 9000,
    seenBefore: 0,
    firstTry: 0,
    newCards: 2,
    forgotten: ['a'],
  })
})

test('what the schedule expected is what the learner’s own fit predicts', () => {
  const held: CardState = {
    ...newCardState,
    answers: 3,
    lastAnswer: { on: '2026-05-04' as Day, at: morning - 10 * 86_400_000, grade: 4 },
    schedule: {
      kind: 'sm2',
      repetitions: 3,
      intervalDays: 10,
      easeHundredths: 250,
      lapses: 0,
      dueOn: today,
      repeatedOn: '2026-05-04' as Day,
    },
  }
  const due = { ...aCard('a'), state: held }
  const session = answer(startSession([due], { today, at: morning, settings: { fuzz: false }, total: 1 }), 4)
  const fit: RecallFit = { perInterval: [0.3, 0.5, 0.4, 0.2], fsrsDecay: 0.1542 }
  expect(summariseSession(session, 6).expected).toBeCloseTo(0.9, 10)
  expect(summariseSession(session, 6, fit).expected).toBe(predictedRecall(held, today, fit))
  expect(summariseSession(session, 6, fit).expected).toBeLessThan(0.8)
})

describe('redo', () => {
  test('does again exactly what undo took back, as often as there were steps', () => {
    fc.assert(
      fc.property(anyNames, anyGrades, fc.integer({ min: 1, max: 40 }), (names, answers, steps) => {
        const last = run(names, answers).at(-1)!
        let session = last
        for (let i = 0; i < steps; i++) session = undo(session)
        while (session.future.length > 0) session = redo(session)
        expect({ ...session, future: [] }).toEqual({ ...last, future: [] })
      }),
    )
  })

  test('is forgotten once another step is taken', () => {
    const undone = undo(answer(aSession(['a', 'b']), 2))
    expect(undone.future).toHaveLength(1)
    expect(answer(undone, 4).future).toEqual([])
  })
})

describe('a card put aside', () => {
  const id = 'event' as EventId
  test.each([
    { kind: 'buried', until: '2026-05-15' as Day, eventId: id, at: morning },
    { kind: 'suspended', eventId: id, at: morning },
  ] as const)('$kind leaves the table on either side, and undo brings it back', (event) => {
    for (const before of [aSession(['a', 'b']), advance(aSession(['a', 'b']), { kind: 'revealed' })]) {
      const after = advance(before, event)
      expect(onTable(after)).toBe('b')
      expect(cardsLeft(after)).toBe(1)
      expect({ ...undo(after), future: [] }).toEqual(before)
    }
  })

  test('a flag changes nothing but the mark on its card and the list of steps', () => {
    const before = aSession(['a', 'b'])
    const after = advance(before, { kind: 'flagged', flag: 'unsaid', eventId: id })
    expect(flagOf(after, 'a')).toBe('unsaid')
    expect({ ...after, past: [], cards: before.cards }).toEqual(before)
    expect({ ...undo(after), future: [] }).toEqual(before)
  })

  test('the reason of a flag belongs to the same step: undo and redo take both', () => {
    const before = advance(aSession(['a', 'b']), { kind: 'flagged', flag: 'unsaid', eventId: id })
    const named = advance(before, { kind: 'flagNamed', flag: 'unclear' })
    expect(named.past).toHaveLength(1)
    expect(flagOf(named, 'a')).toBe('unclear')
    expect(flagOf(undo(named), 'a')).toBeNull()
    expect(redo(undo(named))).toEqual(named)
  })

  test('a reason without a flag right before it changes nothing', () => {
    const session = answer(advance(aSession(['a', 'b']), { kind: 'flagged', flag: 'unsaid', eventId: id }), 4)
    expect(advance(session, { kind: 'flagNamed', flag: 'wrong' })).toBe(session)
  })

  test('the answer after a flag can be taken back, and the flag stays', () => {
    const session = answer(advance(aSession(['a', 'b']), { kind: 'flagged', flag: 'wrong', eventId: id }), 4)
    expect(flagOf(undo(session), 'a')).toBe('wrong')
    expect(flagOf(undo(undo(session)), 'a')).toBeNull()
  })
})

describe('practice', () => {
  test('moves no schedule, whatever the grade', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grades), (grade) => {
        const session = startSession([{ ...aCard('a'), practice: true }], {
          today,
          at: morning,
          settings,
          total: 1,
        })
        expect(answer(session, grade).cards.get('a' as CardId)?.state).toEqual(newCardState)
      }),
    )
  })
})

describe('what others say', () => {
  test('a card answered elsewhere is not asked here', () => {
    const event = { kind: 'answeredElsewhere', at: morning } as const
    const session = aSession(['a', 'b', 'c'])
    expect(onTable(advance(session, { ...event, cardId: 'a' as CardId }))).toBe('b')
    const later = advance(session, { ...event, cardId: 'b' as CardId })
    expect([onTable(later), cardsLeft(later)]).toEqual(['a', 2])
    expect(onTable(answer(later, 4))).toBe('c')
  })

  test("the server's queue replaces what is to come, never what was met", () => {
    const begun = answer(aSession(['a', 'b', 'c']), 4)
    const refreshed = advance(begun, {
      kind: 'refreshed',
      cards: [aCard('b'), aCard('d'), aCard('a')],
      total: 3,
      at: morning,
    })
    expect(onTable(refreshed)).toBe('b')
    expect(cardsLeft(refreshed)).toBe(2)
    expect(onTable(answer(refreshed, 4))).toBe('d')
  })

  test('a first card that the server does not ask any more gives way, unless it was turned', () => {
    const event = { kind: 'refreshed', cards: [aCard('b')], total: 1, at: morning } as const
    expect(onTable(advance(aSession(['a', 'b']), event))).toBe('b')
    const turned = advance(aSession(['a', 'b']), { kind: 'revealed' })
    expect(onTable(advance(turned, event))).toBe('a')
  })
})
