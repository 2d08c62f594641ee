import type { QueueCard } from '../../shared/api/queue.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import { type QueueAsked, studyApi } from '../api/study.ts'
import { now } from './clock.ts'
import { studyDayNow, zoneInForce } from './settings-state.ts'
import { clearShelf, keepCards } from './shelf.ts'

/** How many days a device can go on without its server. */
const daysAhead = 3
const mostCards = 200
const newCards = 60
const atOnce = 20
const pauseMs = 15 * 60_000
let lastAt = 0

/**
 * Puts the cards of the next days on the shelf, now and then. `known` are the cards this device knows better than the
 * server, `today` those of the queue.
 */
export async function stockUp(known: () => ReadonlySet<string>, today: ReadonlySet<string>): Promise<void> {
  if (now() - lastAt < pauseMs && now() >= lastAt) return
  lastAt = now()
  try {
    const last = addDays(studyDayNow(), daysAhead)
    const learned = await ask({ state: 'learned', limit: mostCards })
    const fresh = await ask({ state: 'new', limit: newCards })
    const soon = [...learned.filter((card) => isBy(card, last)), ...fresh]
    await clearShelf(new Set([...today, ...known(), ...soon.map((card) => card.id)]))
    for (let at = 0; at < soon.length; at += atOnce) {
      await quiet()
      await keepCards(soon.slice(at, at + atOnce), known())
    }
  } catch {
    lastAt = 0
  }
}

async function ask(query: Omit<QueueAsked, 'zone'>): Promise<readonly QueueCard[]> {
  await quiet()
  return (await studyApi.queue({ ...query, zone: zoneInForce() })).cards
}

/** Waits for a moment in which the learner waits for nothing. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5000 })
    else setTimeout(resolve, 200)
  })
}

function isBy({ state: { schedule } }: QueueCard, last: Day): boolean {
  return schedule.kind !== 'new' && schedule.dueOn <= last
}
