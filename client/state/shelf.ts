import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { StockReply } from '../../shared/api/stock.ts'
import { deviceDatabase, outcome, writeKept } from './device-database.ts'

/** The server's last word about the day, without its cards. */
export interface KeptQueue {
  readonly reply: QueueReply
  /** The cards of the reply, in their order. */
  readonly ids: readonly string[]
  readonly scheduler: SchedulerReply
  readonly at: number
}

/** What the server said of the days to come, the cards themselves by their ids. */
export interface KeptStock extends Pick<StockReply, 'elsewhere' | 'siblingDays'> {
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

/** Puts cards of the days to come on the shelf; what lies there and is in `keep` is known better here. */
export async function keepCards(cards: readonly QueueCard[], keep: ReadonlySet<string>): Promise<void> {
  const database = await deviceDatabase()
  if (database === null) return
  await writeKept(database, ['cards'], (store) => {
    for (const card of cards) if (!keep.has(card.id)) store('cards').put(card)
  })
}

/** Takes everything off the shelf that is not wanted any more. */
export async function clearShelf(wanted: ReadonlySet<string>): Promise<void> {
  const database = await deviceDatabase()
  if (database === null) return
  const store = database.transaction('cards').objectStore('cards')
  const keys = (await outcome(store.getAllKeys())) as string[]
  const gone = keys.filter((id) => !wanted.has(id))
  if (gone.length > 0)
    await writeKept(database, ['cards'], (store) => gone.forEach((id) => store('cards').delete(id)))
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
