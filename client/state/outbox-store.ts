import type { QueueCard } from '../../shared/api/queue.ts'
import type { EventBody } from '../../shared/api/reviews.ts'
import {
  type RefusedEvent,
  type StoreName,
  deviceDatabase,
  kept,
  outcome,
  writeKept,
} from './device-database.ts'

export type { RefusedEvent } from './device-database.ts'

/** Where answers wait for the server's verdict, and stay known after it. */
export interface OutboxStore {
  /** False where the browser offers no database: answers then live as long as the page. */
  readonly lasting: boolean
  /** Keeps the event and, in the same breath, the card as it is after it. Rejects when the device is full. */
  readonly add: (event: EventBody, card?: QueueCard) => Promise<void>
  /** The server has these: they wait no more, and are kept in case its memory is set back. */
  readonly settle: (events: readonly EventBody[]) => Promise<void>
  readonly refuse: (refused: readonly RefusedEvent[]) => Promise<void>
  readonly waiting: () => Promise<EventBody[]>
  readonly refused: () => Promise<RefusedEvent[]>
  /** The server's epoch when it was last heard; null before that. */
  readonly epoch: () => Promise<string | null>
  /** Another life of the server's database began: everything it acknowledged before waits again. Returns how many. */
  readonly beginEpoch: (epoch: string) => Promise<number>
  /** Forgets acknowledged events older than `before`. */
  readonly prune: (before: number) => Promise<void>
}

/** The database of this browser, or memory where it is blocked. */
export async function openOutboxStore(): Promise<OutboxStore> {
  const database = await deviceDatabase()
  return database === null ? createMemoryStore() : databaseStore(database)
}

export function createMemoryStore(events: readonly EventBody[] = []): OutboxStore {
  const waiting = new Map(events.map((event) => [event.id, event]))
  const sent = new Map<string, EventBody>()
  const refused = new Map<string, RefusedEvent>()
  let epoch: string | null = null
  return {
    lasting: false,
    add: async (event) => void waiting.set(event.id, event),
    settle: async (settled) => {
      for (const event of settled) {
        waiting.delete(event.id)
        sent.set(event.id, event)
      }
    },
    refuse: async (entries) => {
      for (const entry of entries) {
        refused.set(entry.id, entry)
        waiting.delete(entry.id)
      }
    },
    waiting: async () => [...waiting.values()],
    refused: async () => [...refused.values()],
    epoch: async () => epoch,
    beginEpoch: async (begun) => {
      const again = epoch === null ? [] : [...sent.values()]
      epoch = begun
      for (const event of again) {
        waiting.set(event.id, event)
        sent.delete(event.id)
      }
      return again.length
    },
    prune: async (before) => [...sent.keys()].forEach((id) => id < firstIdAt(before) && sent.delete(id)),
  }
}

/** Ids are UUIDv7: in their order they are as old as they were made, so the key order is the order of answering. */
function firstIdAt(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

function databaseStore(database: IDBDatabase): OutboxStore {
  const all = <Value>(name: StoreName) =>
    outcome(database.transaction(name).objectStore(name).getAll() as IDBRequest<Value[]>)
  return {
    lasting: true,
    // Strict: a grade that counts as kept survives the power cord.
    add: (event, card) =>
      writeKept(
        database,
        ['waiting', 'cards'],
        (store) => {
          store('waiting').put(event)
          if (card !== undefined) store('cards').put(card)
        },
        { durability: 'strict' },
      ),
    settle: (events) =>
      writeKept(database, ['waiting', 'sent'], (store) => {
        for (const event of events) {
          store('sent').put(event)
          store('waiting').delete(event.id)
        }
      }),
    // One transaction: an event is in exactly one of the stores, whatever happens to the tab.
    refuse: (entries) =>
      writeKept(database, ['waiting', 'refused'], (store) => {
        for (const entry of entries) {
          store('refused').put(entry)
          store('waiting').delete(entry.id)
        }
      }),
    waiting: () => all<EventBody>('waiting'),
    refused: () => all<RefusedEvent>('refused'),
    epoch: async () =>
      ((await outcome(database.transaction('kept').objectStore('kept').get('epoch'))) as
        string | undefined) ?? null,
    beginEpoch: async (epoch) => {
      const tx = database.transaction(['waiting', 'sent', 'kept'], 'readwrite')
      const done = kept(tx)
      const known: unknown = await outcome(tx.objectStore('kept').get('epoch'))
      // Another tab may have met the new epoch first; then its events wait already.
      const isNew = known !== undefined && known !== epoch
      const again = isNew ? await outcome(tx.objectStore('sent').getAll() as IDBRequest<EventBody[]>) : []
      for (const event of again) {
        tx.objectStore('waiting').put(event)
        tx.objectStore('sent').delete(event.id)
      }
      tx.objectStore('kept').put(epoch, 'epoch')
      await done
      return again.length
    },
    prune: (before) =>
      writeKept(database, ['sent'], (store) => {
        store('sent').delete(IDBKeyRange.upperBound(firstIdAt(before), true))
      }),
  }
}
