import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LogReply, ReviewsReply } from '../../shared/api/reviews.ts'
import type { CardsReply } from '../../shared/api/cards.ts'
import { type EpochMs, studyDayOf } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { foldReviews } from '../../shared/schedule/fold-reviews.ts'
import { fsrsScheduler } from '../../shared/schedule/fsrs-scheduler.ts'
import { defaultFsrsParameters } from '../../shared/schedule/fsrs.ts'
import { sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import {
  type LoggedEvent,
  type ReviewEvent,
  addToDigest,
  emptyDigest,
} from '../../shared/schedule/review-event.ts'
import { get, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const usual = { weights: defaultFsrsParameters, desiredRetention: 0.9 }

/** A device: what it knows of the log, what it has not sent, and how far it has read what others did. */
interface Device {
  readonly id: string
  readonly clockOff: number
  readonly zone: string
  readonly log: Map<string, LoggedEvent>
  unsent: ReviewEvent[]
  sent: ReviewEvent[]
  position: number
}
const aDevice = (id: string, clockOff: number, zone = 'UTC'): Device => ({
  id,
  clockOff,
  zone,
  log: new Map(),
  unsent: [],
  sent: [],
  position: 0,
})

type Step =
  | { readonly kind: 'answer'; readonly card: number; readonly grade: number }
  | { readonly kind: 'undo'; readonly target: number }
  | { readonly kind: 'resend' }
  | { readonly kind: 'send'; readonly share: number }
  | { readonly kind: 'wait'; readonly minutes: number }

const aStep: fc.Arbitrary<Step & { device: 0 | 1 }> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('answer' as const), card: fc.nat(5), grade: fc.nat(5) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), target: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('resend' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('send' as const), share: fc.nat(100) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.nat(2000) }) },
  )
  .chain((step) => fc.constantFrom(0 as const, 1 as const).map((device) => ({ ...step, device })))

test.each([
  // The phone is a day's edge to the west: its answers of the night count on the day before.
  ['sm2', 'UTC'],
  ['sm2', 'America/New_York'],
  ['fsrs', 'UTC'],
  ['fsrs', 'America/New_York'],
] as const)(
  'under %s, with a phone in %s, two devices that answer, undo and send again in any order agree with each other and the server',
  async (kind, zone) => {
    const scheduler = kind === 'sm2' ? sm2Scheduler : fsrsScheduler(usual)
    if (kind === 'fsrs') await send(app, 'PUT', '/scheduler', { scheduler: 'fsrs' })
    const fold = (log: Iterable<LoggedEvent>) => foldReviews(log, scheduler)
    const cards = (await get<CardsReply>(app, '/cards?limit=200')).cards.map(({ id }) => id as CardId)
    const [steps] = fc.sample(fc.array(aStep, { minLength: 400, maxLength: 400 }), {
      numRuns: 1,
      seed: 20260329,
    })
    const devices: readonly [Device, Device] = [aDevice('desk', 0), aDevice('phone', 4 * 60_000, zone)]
    let rounds = 0
    for (const step of steps ?? []) {
      const device = devices[step.device]
      if (step.kind === 'wait') app.now += step.minutes * 60_000
      else if (step.kind === 'answer')
        act(device, answer(device, cards[step.card % cards.length] ?? ('' as CardId), step.grade))
      else if (step.kind === 'undo') undo(device, step.target)
      else if (step.kind === 'resend') await push(device, device.sent.slice(-7))
      else {
        const count = Math.ceil((device.unsent.length * step.share) / 100)
        await push(device, device.unsent.slice(0, count))
      }
      rounds++
    }
    expect(rounds).toBeGreaterThanOrEqual(200)
    app.now += dayMs
    for (const device of devices) await push(device, device.unsent)
    for (const device of devices) await pull(device)
    const [desk, phone] = devices.map(({ log }) => JSON.stringify(sorted(fold(log.values()))))
    expect(desk).toBe(phone)
    const server = new Map(
      (await get<CardsReply>(app, '/cards?limit=200')).cards.map(({ id, state }): [string, unknown] => [
        id,
        state,
      ]),
    )
    for (const [id, state] of fold(devices[0].log.values())) expect(server.get(id)).toEqual(state)
    const { log } = await get<LogReply>(app, '/reviews?limit=1')
    const own = [...devices[0].log.values()].reduce(
      (digest, { event }) => addToDigest(digest, event),
      emptyDigest,
    )
    expect(log).toEqual(own)
    for (const device of devices) for (const { id } of device.sent) expect(devices[0].log.has(id)).toBe(true)
    await expectCacheIsFold(app)
  },
)

function act(device: Device, event: ReviewEvent): void {
  device.unsent.push(event)
  device.log.set(event.id, { event, countedOn: event.studyDay })
}

function base(device: Device) {
  const at = (app.now + device.clockOff) as EpochMs
  return {
    id: uuidv7() as ReviewEvent['id'],
    learnerId: app.learner.id,
    deviceId: device.id as ReviewEvent['deviceId'],
    at,
    zone: device.zone,
    studyDay: studyDayOf(at, device.zone, 4),
  }
}

function answer(device: Device, cardId: CardId, grade: number): ReviewEvent {
  return {
    ...base(device),
    kind: 'reviewed',
    cardId,
    grade: grade as 0,
    durationMs: 3000,
    via: 'review',
    effect: 'schedule',
    kindShown: 'basic',
    profile: 'sm2',
  }
}

function undo(device: Device, target: number): void {
  const known = [...device.log.keys()]
  const targetId = known[target % Math.max(1, known.length)]
  if (targetId !== undefined)
    act(device, { ...base(device), kind: 'undone', targetId: targetId as ReviewEvent['id'] })
}

/** Sends some events; what the server answers for is acknowledged, one by one. */
async function push(device: Device, events: readonly ReviewEvent[]): Promise<void> {
  if (events.length === 0) return
  const { body } = await send<ReviewsReply>(app, 'POST', '/reviews', { events: [...events] })
  for (const verdict of body.verdicts) {
    const event = events.find(({ id }) => id === verdict.id)
    if (event === undefined) continue
    device.unsent = device.unsent.filter(({ id }) => id !== event.id)
    // A second undo of one target is a duplicate that the log does not keep; an undo of what never came is refused.
    if (verdict.verdict === 'recorded') device.sent.push(event)
    else if (!device.sent.some(({ id }) => id === event.id)) device.log.delete(event.id)
  }
}

async function pull(device: Device): Promise<void> {
  for (let more = true; more;) {
    const reply = await get<LogReply>(app, `/reviews?after=${device.position}&limit=100`)
    for (const { event, receivedAt, countedOn } of reply.events as unknown as LoggedEvent[])
      device.log.set(event.id, { event, receivedAt, countedOn })
    device.position = reply.position
    more = reply.more
  }
}

function sorted(states: ReturnType<typeof foldReviews>) {
  return [...states.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
}
