import { beforeEach, describe, expect, test } from 'vitest'
import type { EventBody, ReviewsReply, Verdict } from '../../../shared/api/reviews.ts'
import { ApiError } from '../../../client/api/request.ts'
import { type OutboxStore, createMemoryStore } from '../../../client/state/outbox-store.ts'
import { batchAtOnce, createOutbox, quietMs, retryDelayMs } from '../../../client/state/outbox.ts'

function anEvent(number: number): EventBody {
  return {
    kind: 'undone',
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    deviceId: 'device',
    at: 1_800_000_000_000 + number,
    zone: 'UTC',
    studyDay: '2026-05-14',
    targetId: `00000000-0000-7000-8000-${String(number + 5000).padStart(12, '0')}`,
  }
}

/** The network's edge, played: what was sent, what it answers, and a clock that only moves when told. */
function aWorld(store: OutboxStore = createMemoryStore()) {
  const sent: { ids: string[]; keepalive: boolean }[] = []
  const timers: { run: () => void; delayMs: number }[] = []
  const world = {
    store,
    sent,
    timers,
    epoch: '',
    answer: (event: EventBody): Verdict['verdict'] | 'silence' => (event.id === '' ? 'rejected' : 'recorded'),
    isDown: false,
    fault: null as ApiError | null,
    outbox: createOutbox({
      store: Promise.resolve(store),
      now: () => 0,
      later: (run, delayMs) => {
        const timer = { run, delayMs }
        timers.push(timer)
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
      },
      send: async (events, keepalive): Promise<ReviewsReply> => {
        sent.push({ ids: events.map((event) => event.id), keepalive })
        if (world.fault !== null) throw world.fault
        if (world.isDown) throw new ApiError('offline', 0, 'The server does not answer.')
        const verdicts = events.flatMap((event): Verdict[] => {
          const verdict = world.answer(event)
          return verdict === 'silence' ? [] : [{ id: event.id, verdict, sentence: 'No such card.' }]
        })
        return { verdicts, states: [], log: { count: 0, digest: '' }, epoch: world.epoch }
      },
    }),
  }
  return world
}

let world = aWorld()
beforeEach(() => {
  world = aWorld()
})

describe('an event leaves the outbox only on its own verdict', () => {
  test.each(['recorded', 'duplicate'] as const)('%s lets it go', async (verdict) => {
    world.answer = () => verdict
    await world.outbox.add(anEvent(1))
    await world.outbox.flush()
    expect(await world.store.waiting()).toEqual([])
    expect(world.outbox.waiting.value).toBe(0)
  })

  test('a reply that does not speak of it keeps it', async () => {
    world.answer = (event) => (event.id === anEvent(1).id ? 'silence' : 'recorded')
    await world.outbox.add(anEvent(1))
    await world.outbox.add(anEvent(2))
    await world.outbox.flush()
    expect(await world.store.waiting()).toEqual([anEvent(1)])
  })

  test('a network that fails keeps all of them', async () => {
    world.isDown = true
    await world.outbox.add(anEvent(1))
    await world.outbox.flush()
    expect(await world.store.waiting()).toEqual([anEvent(1)])
    expect(world.outbox.link.value).toBe('offline')
  })

  test('a refused one moves to the refused, and the others go on', async () => {
    world.answer = (event) => (event.id === anEvent(1).id ? 'rejected' : 'recorded')
    await world.outbox.add(anEvent(1))
    await world.outbox.add(anEvent(2))
    await world.outbox.flush()
    expect(await world.store.waiting()).toEqual([])
    expect(world.outbox.refused.value).toEqual([
      { id: anEvent(1).id, event: anEvent(1), sentence: 'No such card.' },
    ])
  })

  test('a page that closes sends everything and still waits for the verdicts', async () => {
    world.isDown = true
    await world.outbox.add(anEvent(1))
    world.outbox.flushAndLeave()
    await Promise.resolve()
    expect(world.sent.at(-1)).toEqual({ ids: [anEvent(1).id], keepalive: true })
    expect(await world.store.waiting()).toEqual([anEvent(1)])
  })
})

test('what an earlier visit left is sent at the start, in the order of answering', async () => {
  const left = aWorld(createMemoryStore([anEvent(1), anEvent(2), anEvent(3)]))
  await left.outbox.flush()
  expect(left.sent).toEqual([{ ids: [1, 2, 3].map((number) => anEvent(number).id), keepalive: false }])
  expect(left.outbox.waiting.value).toBe(0)
})

test('an answer waits for a quiet moment, the tenth for nothing', async () => {
  await world.outbox.add(anEvent(1))
  expect(world.timers.map((timer) => timer.delayMs)).toEqual([quietMs])
  for (let number = 2; number <= batchAtOnce; number++) await world.outbox.add(anEvent(number))
  expect(world.timers.map((timer) => timer.delayMs)).toEqual([0])
})

test('many answers go in batches until none is left', async () => {
  for (let number = 0; number < 250; number++) await world.outbox.add(anEvent(number))
  await world.outbox.flush()
  expect(world.sent.map((request) => request.ids.length)).toEqual([100, 100, 50])
  expect(world.outbox.waiting.value).toBe(0)
})

test('a silent server is asked again after 1, 2, 4 … 60 seconds, and new answers do not hurry it', async () => {
  world.isDown = true
  await world.outbox.add(anEvent(1))
  await world.outbox.flush()
  expect(world.timers.map((timer) => timer.delayMs)).toEqual([1000])
  await world.outbox.flush()
  expect(world.timers.map((timer) => timer.delayMs)).toEqual([2000])
  await world.outbox.add(anEvent(2))
  expect(world.timers.map((timer) => timer.delayMs)).toEqual([2000])
  expect([0, 1, 2, 5, 6, 20].map(retryDelayMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000])
})

test('when the network returns everything goes, and the next answer is sent as usual', async () => {
  world.isDown = true
  await world.outbox.add(anEvent(1))
  await world.outbox.flush()
  world.isDown = false
  await world.outbox.flush()
  expect(world.outbox.link.value).toBe('up')
  await world.outbox.add(anEvent(2))
  expect(world.timers.at(-1)?.delayMs).toBe(quietMs)
})

test('two flushes at once send an event once', async () => {
  await world.outbox.add(anEvent(1))
  await Promise.all([world.outbox.flush(), world.outbox.flush()])
  expect(world.sent).toHaveLength(1)
})

test('a store that forgets with the page is said to be one', async () => {
  await world.outbox.flush()
  expect(world.outbox.storage.value).toBe('denied')
})

test('what only such a store holds is not saved before the server has it', async () => {
  await world.outbox.add(anEvent(1))
  expect(world.outbox.unsaved.value).toBe(1)
  await world.outbox.flush()
  expect(world.outbox.unsaved.value).toBe(0)
})

test('what the server acknowledged is sent again when its memory was set back', async () => {
  world.epoch = 'first'
  await world.outbox.add(anEvent(1))
  await world.outbox.flush()
  expect(await world.store.waiting()).toEqual([])
  world.epoch = 'restored'
  await world.outbox.add(anEvent(2))
  await world.outbox.flush()
  await world.outbox.flush()
  expect(world.sent.map(({ ids }) => ids.length)).toEqual([1, 1, 1])
  expect(world.sent.at(-1)?.ids).toEqual([anEvent(1).id])
  expect(world.outbox.waiting.value).toBe(0)
})

test('an event that another tab sent is not sent again', async () => {
  await world.outbox.add(anEvent(1))
  await world.store.settle([anEvent(1)])
  await world.outbox.flush()
  expect(world.sent).toEqual([])
  expect(world.outbox.waiting.value).toBe(0)
})

test('what another tab left waiting is sent by this one', async () => {
  await world.outbox.flush()
  await world.store.add(anEvent(7))
  await world.outbox.flush()
  expect(world.sent).toEqual([{ ids: [anEvent(7).id], keepalive: false }])
})

test('a full device keeps the answer in memory, says so, and still sends it', async () => {
  const store = {
    ...createMemoryStore(),
    lasting: true,
    add: () => Promise.reject(new Error('QuotaExceeded')),
  }
  const full = aWorld(store)
  await full.outbox.add(anEvent(1))
  expect([full.outbox.storage.value, full.outbox.unsaved.value]).toEqual(['full', 1])
  await full.outbox.flush()
  expect(full.sent).toHaveLength(1)
  expect([full.outbox.waiting.value, full.outbox.unsaved.value]).toEqual([0, 0])
})

test('a sign-in that ran out is told apart from trouble', async () => {
  const locked = aWorld()
  locked.fault = new ApiError('unknown', 401, 'Sign in.')
  await locked.outbox.add(anEvent(1))
  await locked.outbox.flush()
  expect([locked.outbox.link.value, locked.outbox.waiting.value]).toEqual(['locked', 1])
})

test('the cards that wait are those that an event names, and those whose answer is taken back here', async () => {
  const card = { id: 'card-b' } as Parameters<typeof world.outbox.add>[1]
  await world.outbox.add({ ...anEvent(1), kind: 'suspended', cardId: 'card-a' })
  await world.outbox.add(anEvent(2), card)
  await world.outbox.add(anEvent(3))
  expect(world.outbox.cards()).toEqual(new Set(['card-a', 'card-b']))
  await world.outbox.flush()
  expect(world.outbox.cards()).toEqual(new Set())
})
