import { type ReadonlySignal, signal } from '@preact/signals'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { EventBody, ReviewsReply } from '../../shared/api/reviews.ts'
import type { OutboxStore, RefusedEvent } from './outbox-store.ts'

/** Answers on their way to the server. The law: an event leaves only on its own verdict. */
export interface Outbox {
  /** How many answers the server has not confirmed yet, those of other tabs among them. */
  readonly waiting: ReadonlySignal<number>
  /** How many answers of this page are neither on the disk nor with the server. */
  readonly unsaved: ReadonlySignal<number>
  readonly link: ReadonlySignal<Link>
  /** When the present trouble began; null while all is well. */
  readonly troubledSince: ReadonlySignal<number | null>
  readonly refused: ReadonlySignal<readonly RefusedEvent[]>
  readonly storage: ReadonlySignal<Storage>
  /** Keeps the event, and the card as it is after it, and sends it soon. Never throws. */
  readonly add: (event: EventBody, card?: QueueCard) => Promise<void>
  /** Sends what waits, and resolves when it was tried. Never throws. */
  readonly flush: () => Promise<void>
  /** Sends what this page added in requests that outlive it. */
  readonly flushAndLeave: () => void
  /** Looks again at what waits: another tab changed it. */
  readonly lookAgain: () => Promise<void>
  /** What the server calls the life of its database. In another life, everything is sent again. */
  readonly meetEpoch: (epoch: string) => Promise<void>
  /** What the browser says of its network: offline at once, and a try when it is back. */
  readonly setNetwork: (isOnline: boolean) => void
  /** Every event that waits, oldest first. */
  readonly events: () => EventBody[]
  /** Every card that an event that waits speaks of; of an undo, where this page made it. */
  readonly cards: () => ReadonlySet<string>
}

/** Whether the last send got an answer. `troubled`: the server is there and does not manage; `locked`: it wants a sign-in. */
export type Link = 'up' | 'offline' | 'troubled' | 'locked'
/** Whether answers survive a reload: `denied` where the browser keeps nothing, `full` when it has no room left. */
export type Storage = 'lasting' | 'denied' | 'full'

export interface OutboxDeps {
  readonly store: Promise<OutboxStore>
  readonly send: (events: readonly EventBody[], keepalive: boolean) => Promise<ReviewsReply>
  /** Starts a timer and returns how to stop it. */
  readonly later: (run: () => void, delayMs: number) => () => void
  readonly now: () => number
  /** Lets one tab at a time send; without it this page is alone. */
  readonly alone?: (work: () => Promise<void>) => Promise<void>
  /** Tells the other tabs that what waits has changed. */
  readonly tell?: () => void
  /** Up to this share is added to a delay, so that many pages do not ask at once. */
  readonly jitter?: () => number
  readonly onReply?: (reply: ReviewsReply) => void
  /** The server's memory was set back: so many answers that it had are sent again. */
  readonly onSetBack?: (count: number) => void
}

export const quietMs = 400
export const batchAtOnce = 10
/** A keepalive request may carry 64 KB; an event is under half a kilobyte. */
const largestBatch = 100
const keepSentMs = 90 * 86_400_000

export function createOutbox(deps: OutboxDeps): Outbox {
  const waiting = signal(0)
  const unsaved = signal(0)
  const link = signal<Link>('up')
  const troubledSince = signal<number | null>(null)
  const refused = signal<readonly RefusedEvent[]>([])
  const storage = signal<Storage>('lasting')
  // What the store holds, in memory too: a page that closes has no time to read a database.
  const held = new Map<string, EventBody>()
  // Added by this page, and not on the disk yet, or never because it is full.
  const unwritten = new Set<string>()
  const own = new Set<string>()
  const inFlight = new Set<string>()
  // An undo names only the event it takes back.
  const cardsOfUndos = new Map<string, string>()
  let stopTimer = () => {}
  let failures = 0
  let sending: Promise<void> | null = null
  let epoch: string | null = null

  const opened = open()

  async function open(): Promise<OutboxStore> {
    const store = await deps.store
    storage.value = store.lasting ? 'lasting' : 'denied'
    for (const event of await store.waiting()) held.set(event.id, event)
    refused.value = await store.refused()
    epoch = await store.epoch()
    count()
    store.prune(deps.now() - keepSentMs).catch(() => {})
    return store
  }

  function count(): void {
    waiting.value = held.size
    // A store that goes with the page keeps nothing: there only the server's word saves an answer.
    const isForgotten = storage.value === 'denied'
    unsaved.value = isForgotten ? [...own].filter((id) => held.has(id)).length : unwritten.size
  }

  async function add(event: EventBody, card?: QueueCard): Promise<void> {
    held.set(event.id, event)
    own.add(event.id)
    if (event.kind === 'undone' && card !== undefined) cardsOfUndos.set(event.id, card.id)
    unwritten.add(event.id)
    count()
    if (failures === 0) schedule(held.size >= batchAtOnce ? 0 : quietMs)
    const store = await opened
    try {
      await store.add(event, card)
      unwritten.delete(event.id)
      count()
      deps.tell?.()
      // A verdict may have come before the store was ready; then the event must not come back.
      if (!held.has(event.id)) await store.settle([event])
    } catch {
      // It stays in memory, and is sent from there; the page says so and offers a copy.
      storage.value = 'full'
    }
  }

  function schedule(delayMs: number): void {
    stopTimer()
    stopTimer = deps.later(() => void flush(), delayMs)
  }

  async function flush(): Promise<void> {
    await opened
    stopTimer()
    sending ??= (deps.alone ?? straight)(sendAll).finally(() => {
      sending = null
    })
    await sending
  }

  async function sendAll(): Promise<void> {
    // Another tab may have sent some of them while this one waited for its turn.
    await lookAgain()
    while (held.size > 0) {
      const batch = [...held.values()].slice(0, largestBatch)
      if (!(await sendBatch(batch))) return
    }
  }

  async function lookAgain(): Promise<void> {
    const store = await opened
    const stored = new Map((await store.waiting()).map((event) => [event.id, event]))
    for (const id of held.keys()) if (!stored.has(id) && !unwritten.has(id)) held.delete(id)
    for (const [id, event] of stored) if (!inFlight.has(id) || held.has(id)) held.set(id, event)
    count()
  }

  /** Whether to go on: false when nothing left the outbox, so that a silent server is not asked in a circle. */
  async function sendBatch(batch: readonly EventBody[]): Promise<boolean> {
    for (const event of batch) inFlight.add(event.id)
    try {
      const left = await settle(await deps.send(batch, false))
      failures = 0
      if (left === 0) return retryLater('troubled')
      link.value = 'up'
      troubledSince.value = null
      return true
    } catch (error) {
      return retryLater(linkAfter(error))
    } finally {
      for (const event of batch) inFlight.delete(event.id)
    }
  }

  function retryLater(state: Link): false {
    link.value = state
    troubledSince.value ??= deps.now()
    schedule(retryDelayMs(failures) * (1 + (deps.jitter?.() ?? 0)))
    failures++
    return false
  }

  async function settle(reply: ReviewsReply): Promise<number> {
    await meetEpoch(reply.epoch)
    const store = await opened
    const verdicts = reply.verdicts.filter((verdict) => verdict.id !== null && held.has(verdict.id))
    const of = (id: string | null) => held.get(id ?? '')
    const turnedDown = verdicts.flatMap((verdict): RefusedEvent[] => {
      const event = verdict.verdict === 'rejected' ? of(verdict.id) : undefined
      return event === undefined
        ? []
        : [{ id: event.id, event, sentence: verdict.sentence ?? 'No reason was given.' }]
    })
    const taken = verdicts.flatMap((verdict) =>
      verdict.verdict === 'rejected' ? [] : (of(verdict.id) ?? []),
    )
    if (turnedDown.length > 0) await store.refuse(turnedDown)
    // What was never written down is not written down now that the server has it.
    await store.settle(taken.filter((event) => !unwritten.has(event.id)))
    for (const { id } of [...taken, ...turnedDown]) {
      held.delete(id)
      own.delete(id)
      unwritten.delete(id)
    }
    count()
    if (turnedDown.length > 0) refused.value = await store.refused()
    deps.tell?.()
    deps.onReply?.(reply)
    return verdicts.length
  }

  async function meetEpoch(met: string): Promise<void> {
    const store = await opened
    if (met === '' || met === epoch) return
    epoch = met
    const again = await store.beginEpoch(met)
    if (again === 0) return
    deps.onSetBack?.(again)
    await lookAgain()
    schedule(0)
  }

  function flushAndLeave(): void {
    const all = [...held.values()].filter((event) => own.has(event.id) && !inFlight.has(event.id))
    for (let at = 0; at < all.length; at += largestBatch) {
      const batch = all.slice(at, at + largestBatch)
      for (const event of batch) inFlight.add(event.id)
      // If the page lives on, the verdicts count; if not, the next start sends again and duplicates do no harm.
      deps
        .send(batch, true)
        .then(settle, () => {})
        .finally(() => batch.forEach((event) => inFlight.delete(event.id)))
    }
  }

  function setNetwork(isOnline: boolean): void {
    link.value = isOnline && held.size === 0 ? 'up' : 'offline'
    troubledSince.value = link.value === 'up' ? null : (troubledSince.value ?? deps.now())
    if (isOnline) void flush()
  }

  return {
    waiting,
    unsaved,
    link,
    troubledSince,
    refused,
    storage,
    add,
    flush,
    flushAndLeave,
    lookAgain,
    meetEpoch,
    setNetwork,
    events: () => [...held.values()],
    cards: () =>
      new Set(
        [...held.values()].flatMap((event) =>
          'cardId' in event ? event.cardId : (cardsOfUndos.get(event.id) ?? []),
        ),
      ),
  }
}

/** 1, 2, 4 … 60 seconds. */
export function retryDelayMs(failures: number): number {
  return Math.min(60_000, 1000 * 2 ** failures)
}

function straight(work: () => Promise<void>): Promise<void> {
  return work()
}

function linkAfter(error: unknown): Link {
  if (!(error instanceof Error)) return 'troubled'
  if ('code' in error && error.code === 'offline') return 'offline'
  return 'status' in error && (error.status === 401 || error.status === 403) ? 'locked' : 'troubled'
}
