import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { EventBody } from '../../shared/api/reviews.ts'

/** An event the server would not take, and why. Kept, because an answer is never thrown away silently. */
export interface RefusedEvent {
  readonly id: string
  readonly event: EventBody
  readonly sentence: string
}

/** Where answers wait for the server's verdict. */
export interface OutboxStore {
  /** False where the browser offers no database: answers then live as long as the page. */
  readonly lasting: boolean
  readonly add: (event: EventBody) => Promise<void>
  readonly remove: (ids: readonly string[]) => Promise<void>
  readonly refuse: (refused: readonly RefusedEvent[]) => Promise<void>
  readonly waiting: () => Promise<EventBody[]>
  readonly refused: () => Promise<RefusedEvent[]>
}

interface Tables extends DBSchema {
  waiting: { key: string; value: EventBody }
  refused: { key: string; value: RefusedEvent }
}

/** The database of this browser, or memory where it is blocked. */
export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    return databaseStore(
      await openDB<Tables>('recollect', 1, {
        upgrade(database) {
          database.createObjectStore('waiting', { keyPath: 'id' })
          database.createObjectStore('refused', { keyPath: 'id' })
        },
      }),
    )
  } catch {
    return createMemoryStore()
  }
}

export function createMemoryStore(events: readonly EventBody[] = []): OutboxStore {
  const waiting = new Map(events.map((event) => [event.id, event]))
  const refused = new Map<string, RefusedEvent>()
  return {
    lasting: false,
    add: async (event) => void waiting.set(event.id, event),
    remove: async (ids) => ids.forEach((id) => waiting.delete(id)),
    refuse: async (entries) => {
      for (const entry of entries) {
        refused.set(entry.id, entry)
        waiting.delete(entry.id)
      }
    },
    waiting: async () => [...waiting.values()],
    refused: async () => [...refused.values()],
  }
}

function databaseStore(database: IDBPDatabase<Tables>): OutboxStore {
  return {
    lasting: true,
    add: async (event) => void (await database.put('waiting', event)),
    remove: async (ids) => {
      const tx = database.transaction('waiting', 'readwrite')
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
    },
    refuse: async (entries) => {
      // One transaction: an event is in exactly one of the two stores, whatever happens to the tab.
      const tx = database.transaction(['waiting', 'refused'], 'readwrite')
      for (const entry of entries) {
        void tx.objectStore('refused').put(entry)
        void tx.objectStore('waiting').delete(entry.id)
      }
      await tx.done
    },
    // Ids are UUIDv7, so the key order is the order of answering.
    waiting: () => database.getAll('waiting'),
    refused: () => database.getAll('refused'),
  }
}
