import { type ReadonlySignal, signal } from '@preact/signals'
import type { EventBody, ReviewsReply } from '../../shared/api/reviews.ts'
import type { OutboxStore, RefusedEvent } from './outbox-store.ts'

/** Answers on their way to the server. The law: an event leaves only on its own verdict. */
export interface Outbox {
  /** How many answers the server has not confirmed yet. */
  readonly waiting: ReadonlySignal<number>
  readonly link: ReadonlySignal<Link>
  readonly refused: ReadonlySignal<readonly RefusedEvent[]>
  /** Whether answers survive a reload. */
  readonly lasting: ReadonlySignal<boolean>
  readonly add: (event: EventBody) => Promise<void>
  /** Sends what waits, and resolves when it was tried. Never throws. */
  readonly flush: () => Promise<void>
  /** Sends what waits in requests that outlive the page. */
  readonly flushAndLeave: () => void
}

/** Whether the last send got an answer. `troubled`: the server is there and does not manage. */
export type Link = 'up' | 'offline' | 'troubled'

export interface OutboxDeps {
  readonly store: Promise<OutboxStore>
  readonly send: (events: readonly EventBody[], keepalive: boolean) => Promise<ReviewsReply>
  /** Starts a timer and returns how to stop it. */
  readonly later: (run: () => void, delayMs: number) => () => void
  readonly onReply?: (reply: ReviewsReply) => void
}

export const quietMs = 400
export const batchAtOnce = 10
/** A keepalive request may carry 64 KB; an event is under half a kilobyte. */
const largestBatch = 100

export function createOutbox(deps: OutboxDeps): Outbox {
  const waiting = signal(0)
  const link = signal<Link>('up')
  const refused = signal<readonly RefusedEvent[]>([])
  const lasting = signal(true)
  // What the store holds, in memory too: a page that closes has no time to read a database.
  const held = new Map<string, EventBody>()
  let stopTimer = () => {}
  let failures = 0
  let sending: Promise<void> | null = null

  const opened = open()

  async function open(): Promise<OutboxStore> {
    const store = await deps.store
    lasting.value = store.lasting
    for (const event of await store.waiting()) held.set(event.id, event)
    refused.value = await store.refused()
    waiting.value = held.size
    return store
  }

  async function add(event: EventBody): Promise<void> {
    held.set(event.id, event)
    waiting.value = held.size
    if (failures === 0) schedule(held.size >= batchAtOnce ? 0 : quietMs)
    const store = await opened
    await store.add(event)
    // A verdict may have come before the store was ready; then the event must not come back.
    if (!held.has(event.id)) await store.remove([event.id])
  }

  function schedule(delayMs: number): void {
    stopTimer()
    stopTimer = deps.later(() => void flush(), delayMs)
  }

  async function flush(): Promise<void> {
    await opened
    stopTimer()
    sending ??= sendAll().finally(() => {
      sending = null
    })
    await sending
  }

  async function sendAll(): Promise<void> {
    while (held.size > 0) {
      const batch = [...held.values()].slice(0, largestBatch)
      if (!(await sendBatch(batch))) return
    }
  }

  /** Whether to go on: false when nothing left the outbox, so that a silent server is not asked in a circle. */
  async function sendBatch(batch: readonly EventBody[]): Promise<boolean> {
    try {
      const left = await settle(await deps.send(batch, false))
      failures = 0
      link.value = 'up'
      return left > 0 || retryLater('troubled')
    } catch (error) {
      return retryLater(isOffline(error) ? 'offline' : 'troubled')
    }
  }

  function retryLater(state: Link): false {
    link.value = state
    schedule(retryDelayMs(failures))
    failures++
    return false
  }

  async function settle(reply: ReviewsReply): Promise<number> {
    const store = await opened
    const verdicts = reply.verdicts.filter((verdict) => verdict.id !== null && held.has(verdict.id))
    const turnedDown = verdicts.flatMap((verdict): RefusedEvent[] => {
      const event = verdict.verdict === 'rejected' ? held.get(verdict.id ?? '') : undefined
      return event === undefined
        ? []
        : [{ id: event.id, event, sentence: verdict.sentence ?? 'No reason was given.' }]
    })
    const taken = verdicts.flatMap((verdict) =>
      verdict.verdict === 'rejected' || verdict.id === null ? [] : [verdict.id],
    )
    if (turnedDown.length > 0) await store.refuse(turnedDown)
    await store.remove(taken)
    for (const id of [...taken, ...turnedDown.map((entry) => entry.id)]) held.delete(id)
    waiting.value = held.size
    if (turnedDown.length > 0) refused.value = await store.refused()
    deps.onReply?.(reply)
    return verdicts.length
  }

  function flushAndLeave(): void {
    const all = [...held.values()]
    for (let at = 0; at < all.length; at += largestBatch) {
      // If the page lives on, the verdicts count; if not, the next start sends again and duplicates do no harm.
      deps.send(all.slice(at, at + largestBatch), true).then(settle, () => {})
    }
  }

  return { waiting, link, refused, lasting, add, flush, flushAndLeave }
}

/** 1, 2, 4 … 60 seconds. */
export function retryDelayMs(failures: number): number {
  return Math.min(60_000, 1000 * 2 ** failures)
}

function isOffline(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'offline'
}
