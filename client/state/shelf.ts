import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { StockReply } from '../../shared/api/stock.ts'
import { deviceDatabase, kept, outcome, writeKept } from './device-database.ts'

/** The server's last word about the day, without its cards. */
export interface KeptQueue {
  readonly reply: QueueReply
  /** The cards of the reply, in their order. */
  readonly ids: readonly string[]
  readonly scheduler: SchedulerReply
  readonly at: number
}

/** What the server said of the days to come, the cards themselves by their ids. */
export interface KeptStock extends Omit<StockReply, 'cards' | 'ids'> {
  /** New cards are introduced in this order. */
  readonly ids: readonly string[]
}

export const stockKey = 'stock'

/** What this device can review by itself. */
export interface Shelf extends KeptQueue {
  readonly cards: ReadonlyMap<string, QueueCard>
}

/** What was put on the shelf, or null when there is nothing or the browser keeps nothing. Never throws. */
export async function readShelf(): Promise<Shelf | null> {
  try {
    const database = await deviceDatabase()
    if (database === null) return null
    const tx = database.transaction(['cards', 'kept'])
    const [queue, cards] = await Promise.all([
      outcome(tx.objectStore('kept').get('queue') as IDBRequest<KeptQueue | undefined>),
      outcome(tx.objectStore('cards').getAll() as IDBRequest<QueueCard[]>),
    ])
    return queue === undefined ? null : { ...queue, cards: new Map(cards.map((card) => [card.id, card])) }
  } catch {
    return null
  }
}

/** Puts today's queue on the shelf. */
export async function keepQueue(
  reply: QueueReply,
  scheduler: SchedulerReply,
  at: number,
  cards: readonly QueueCard[],
): Promise<void> {
  const database = await deviceDatabase()
  if (database === null) return
  const queue: KeptQueue = {
    reply: { ...reply, cards: [] },
    ids: cards.map((card) => card.id),
    scheduler,
    at,
  }
  await writeKept(database, ['cards', 'kept'], (store) => {
    store('kept').put(queue, 'queue')
    for (const card of cards) store('cards').put(card)
  })
}

/**
 * Puts cards of the days to come on the shelf. What is in `known` lies there as it is; so do the cards of the queue that
 * lies there by now: theirs came with labels, and perhaps after these.
 */
export async function keepCards(cards: readonly QueueCard[], known: ReadonlySet<string>): Promise<void> {
  await besideTheQueue((store, queued) => {
    for (const card of cards) if (!known.has(card.id) && !queued.has(card.id)) store.put(card)
  })
}

/** Takes everything off the shelf that is neither wanted any more nor in its queue. */
export async function clearShelf(wanted: ReadonlySet<string>): Promise<void> {
  const database = await deviceDatabase()
  if (database === null) return
  const keys = (await outcome(database.transaction('cards').objectStore('cards').getAllKeys())) as string[]
  const gone = keys.filter((id) => !wanted.has(id))
  if (gone.length === 0) return
  await besideTheQueue((store, queued) => {
    for (const id of gone) if (!queued.has(id)) store.delete(id)
  })
}

/** Changes cards of the shelf in one breath with a look at what its queue holds. */
async function besideTheQueue(
  change: (cards: IDBObjectStore, queued: ReadonlySet<string>) => void,
): Promise<void> {
  const database = await deviceDatabase()
  if (database === null) return
  const tx = database.transaction(['cards', 'kept'], 'readwrite')
  const done = kept(tx)
  const queue = (await outcome(tx.objectStore('kept').get('queue'))) as KeptQueue | undefined
  change(tx.objectStore('cards'), new Set(queue?.ids))
  tx.commit()
  await done
}

/** Something else that a page shows at once on the next visit. Never throws. */
export async function keepFor<Value>(key: string, value: Value): Promise<void> {
  try {
    const database = await deviceDatabase()
    if (database !== null) await writeKept(database, ['kept'], (store) => store('kept').put(value, key))
  } catch {
    // It will be asked for again.
  }
}

export async function readKept<Value>(key: string): Promise<Value | null> {
  try {
    const database = await deviceDatabase()
    if (database === null) return null
    const value = await outcome(database.transaction('kept').objectStore('kept').get(key))
    return (value as Value | undefined) ?? null
  } catch {
    return null
  }
}
