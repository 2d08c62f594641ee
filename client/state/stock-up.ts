import type { StockCardsReply, StockReply } from '../../shared/api/stock.ts'
import type { QueueCard } from '../../shared/api/queue.ts'
import { read } from '../api/request.ts'
import { now } from './clock.ts'
import { zoneInForce } from './settings-state.ts'
import { type KeptStock, clearShelf, keepCards, keepFor, stockKey } from './shelf.ts'

const atOnce = 20
const askedAtOnce = 100
const pauseMs = 15 * 60_000
/** After a failure it is tried again sooner, but not at once: the disk may be full. */
const retryMs = 60_000
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
    const { cards, ...stock } = await read<StockReply>('/stock', { zone: zoneInForce() })
    const { ids } = stock
    await keepInParts(cards, known)
    for (let at = cards.length; at < ids.length; at += askedAtOnce) {
      await quiet()
      const asked = ids.slice(at, at + askedAtOnce).join(',')
      await keepInParts((await read<StockCardsReply>('/stock/cards', { ids: asked })).cards, known)
    }
    // Last of all: the numbers about the other cards are true once these lie here.
    await keepFor<KeptStock>(stockKey, stock)
    await clearShelf(new Set([...known(), ...ids]))
  } catch {
    lastAt = now() - pauseMs + retryMs
  }
}

async function keepInParts(cards: readonly QueueCard[], known: () => ReadonlySet<string>): Promise<void> {
  for (let at = 0; at < cards.length; at += atOnce) {
    await quiet()
    await keepCards(cards.slice(at, at + atOnce), known())
  }
}

/** Waits for a moment in which the learner waits for nothing. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5000 })
    else setTimeout(resolve, 200)
  })
}
