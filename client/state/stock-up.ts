import type { StockReply } from '../../shared/api/stock.ts'
import { read } from '../api/request.ts'
import { now } from './clock.ts'
import { zoneInForce } from './settings-state.ts'
import { type KeptStock, clearShelf, keepCards, keepFor, stockKey } from './shelf.ts'

const atOnce = 20
const pauseMs = 15 * 60_000
let lastAt = 0

/**
 * Puts the cards of the next days on the shelf, now and then. `known` are the cards this device knows better than the
 * server.
 */
export async function stockUp(known: () => ReadonlySet<string>): Promise<void> {
  if (now() - lastAt < pauseMs && now() >= lastAt) return
  lastAt = now()
  try {
    await quiet()
    const { cards, elsewhere, siblingDays } = await read<StockReply>('/stock', { zone: zoneInForce() })
    const ids = cards.map((card) => card.id)
    await clearShelf(new Set([...known(), ...ids]))
    await keepFor<KeptStock>(stockKey, { ids, elsewhere, siblingDays })
    for (let at = 0; at < cards.length; at += atOnce) {
      await quiet()
      await keepCards(cards.slice(at, at + atOnce), known())
    }
  } catch {
    lastAt = 0
  }
}

/** Waits for a moment in which the learner waits for nothing. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5000 })
    else setTimeout(resolve, 200)
  })
}
