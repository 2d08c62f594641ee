import type { EventBody } from '../../shared/api/reviews.ts'
import { ofLearner } from '../api/whose-page.ts'

/** An event the server would not take, and why. Kept, because an answer is never thrown away silently. */
export interface RefusedEvent {
  readonly id: string
  readonly event: EventBody
  readonly sentence: string
}

/**
 * What this browser keeps: answers on their way (`waiting`), those the server turned down, acknowledged ones for the day it
 * is restored from a backup that does not know them (`sent`), the cards of the next days, and single things by name.
 */
const storesWithIds = ['waiting', 'refused', 'sent', 'cards'] as const
export type StoreName = (typeof storesWithIds)[number] | 'kept'

let opened: Promise<IDBDatabase | null> | null = null

/** The one connection of this page, or null where the browser keeps nothing. */
export function deviceDatabase(): Promise<IDBDatabase | null> {
  opened ??= openDatabase().catch(() => null)
  return opened
}

/** The outcome of one request. */
export function outcome<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The database refused.')))
  })
}

/** Resolves when everything the transaction wrote is kept. */
export function kept(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.addEventListener('complete', () => resolve())
    tx.addEventListener('abort', () => reject(tx.error ?? new Error('The database has no room left.')))
  })
}

/** Writes in one transaction and waits until it is kept. */
export function writeKept(
  database: IDBDatabase,
  stores: readonly StoreName[],
  write: (store: (name: StoreName) => IDBObjectStore) => void,
  options?: IDBTransactionOptions,
): Promise<void> {
  const tx = database.transaction(stores, 'readwrite', options)
  write((name) => tx.objectStore(name))
  // Committed by hand: a tab that dies now has said all there is to say.
  tx.commit()
  return kept(tx)
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(ofLearner('recollect'), 3)
  request.addEventListener('upgradeneeded', () => {
    const { result } = request
    // What an older page kept to show looks otherwise today, and the server has it; answers stay.
    for (const name of ['cards', 'kept'])
      if (result.objectStoreNames.contains(name)) result.deleteObjectStore(name)
    for (const name of storesWithIds) {
      if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath: 'id' })
    }
    result.createObjectStore('kept')
  })
  const database = await outcome(request)
  // A newer page wants to change the tables: it must not wait for this one.
  database.addEventListener('versionchange', () => database.close())
  return database
}
