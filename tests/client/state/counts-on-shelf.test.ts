import { expect, test } from 'vitest'
import type { QueueCard, QueueReply } from '../../../shared/api/queue.ts'
import type { Day } from '../../../shared/basics/time.ts'
import { newCardState } from '../../../shared/schedule/schedule.ts'
import { countsOnShelf } from '../../../client/state/counts-on-shelf.ts'
import type { Shelf } from '../../../client/state/shelf.ts'

const today = '2026-03-02' as Day

const aCard = (id: string, reason: QueueCard['reason'], state: object): QueueCard =>
  ({ id, reason, state: { ...newCardState, ...state } }) as unknown as QueueCard

const due = (dueOn: string, grade: number, on: string) => ({
  schedule: {
    kind: 'sm2',
    repetitions: 1,
    intervalDays: 1,
    easeHundredths: 250,
    lapses: 0,
    dueOn,
    repeatedOn: on,
  },
  lastAnswer: { on, at: 0, grade },
})
const waiting = due(today, 4, '2026-03-01')
const known = due('2026-03-08', 4, today)
const missed = due('2026-03-03', 2, today)

const aQueue = (counts: Partial<QueueReply['counts']>, of: Day = today) =>
  ({
    today: of,
    counts: { review: 0, drill: 0, new: 0, total: 0, ...counts },
    answeredToday: 5,
  }) as unknown as QueueReply

function aShelf(cards: readonly QueueCard[], reply: QueueReply): Shelf {
  const held = new Map(cards.map((card) => [card.id, card]))
  return { reply, ids: [...held.keys()], cards: held, at: 0 } as unknown as Shelf
}

test('Today counts what was answered on this device while its server was silent', () => {
  const cards = [
    aCard('a', 'review', waiting),
    aCard('b', 'review', known),
    aCard('c', 'review', missed),
    aCard('d', 'new', {}),
    aCard('e', 'new', known),
  ]
  // Ten more reviews lie only with the server.
  const reply = aQueue({ review: 13, new: 2, total: 15 })
  expect(countsOnShelf(reply, aShelf(cards, reply))).toMatchObject({
    counts: { review: 11, drill: 1, new: 1, total: 13 },
    answeredToday: 8,
  })
})

test('an open drill is counted once, and not as answered again', () => {
  const reply = aQueue({ drill: 2, total: 2 })
  const cards = [aCard('a', 'drill', missed), aCard('b', 'drill', known)]
  expect(countsOnShelf(reply, aShelf(cards, reply))).toMatchObject({
    counts: { drill: 1, total: 1 },
    answeredToday: 5,
  })
})

test('the shelf of another day says nothing of this one', () => {
  const queue = aQueue({ review: 4, total: 4 })
  const shelf = aShelf([aCard('a', 'review', known)], aQueue({ review: 1, total: 1 }, '2026-03-01' as Day))
  expect(countsOnShelf(queue, shelf)).toBe(queue)
})
