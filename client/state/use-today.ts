import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { MasterySummary } from '../../shared/api/concepts.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import { type ApiError, api } from '../api-client.ts'
import { now } from './clock.ts'
import { dealFromServer } from './deal.ts'
import { countsOnShelf } from './counts-on-shelf.ts'
import { countInbox } from './inbox-count.ts'
import { planFromShelf } from './offline-queue.ts'
import { countSkim } from './skim-count.ts'
import { studyDayNow, takeSettings, zoneInForce } from './settings-state.ts'
import { keepFor, readKept, readShelf } from './shelf.ts'
import { flushBriefly, outbox } from './sync.ts'
import { useResource } from './use-resource.ts'

/** How well things are known, and what was done so far. */
export interface Standing {
  readonly mastery: MasterySummary
  readonly stats: StatsReply
  /** Whether the server was still reading the notes, so that more will come. */
  readonly isReading: boolean
}

/** The queue as it lies on this device, and when the server said so. */
export interface KeptQueue {
  readonly queue: QueueReply
  readonly at: number
}

/** What there is to show of the day. */
export interface TodayAtHand {
  readonly queue: QueueReply
  /** Null while it is on its way: it is much larger than the queue, and nobody waits for it to begin. */
  readonly standing: Standing | null
  /** Why there is none, and none from an earlier visit either. */
  readonly standingError: ApiError | null
  /** When the server said so, where that was at an earlier visit. */
  readonly asOf: number | null
}

// What an earlier version of the app kept under “standing” has another form.
const standingKey = 'mastery'
const readAgainMs = 1000
const stockAfterMs = 4000
const cardsAtOnce = 50

/** The day as the server tells it; while it is silent, as this device knows it, and else as it was told last time. */
export function useToday(): {
  readonly today: TodayAtHand | null
  readonly error: ApiError | null
  readonly reload: () => void
} {
  const queue = useResource('today', loadQueue)
  const standing = useResource('today-standing', loadStanding)
  const freshQueue = queue.resource.kind === 'ready' ? queue.resource.value : null
  const freshStanding = standing.resource.kind === 'ready' ? standing.resource.value : null
  const kept = useKept<KeptQueue>('today', freshQueue === null, withAnswers)
  const keptStanding = useKept<Standing>(standingKey, freshStanding === null)
  // Each as soon as it is there: whoever begins at once finds the queue here when the server is gone.
  useLayoutEffect(() => {
    if (freshQueue === null) return
    void keepFor<KeptQueue>('today', { queue: { ...freshQueue, cards: [] }, at: now() })
  }, [freshQueue])
  useLayoutEffect(() => {
    if (freshStanding !== null) void keepFor<Standing>(standingKey, freshStanding)
  }, [freshStanding])
  const reload = () => {
    queue.reload()
    standing.reload()
  }
  useEffect(() => {
    if (freshStanding?.isReading !== true) return
    const again = setTimeout(reload, readAgainMs)
    return () => clearTimeout(again)
  }, [freshStanding])
  useEffect(() => {
    if (freshQueue !== null) return stockSoon(freshQueue.today)
  }, [freshQueue?.today])
  const here = useDayHere(queue.resource.kind === 'failed')
  const shownQueue = freshQueue ?? here ?? kept?.queue ?? null
  return {
    today:
      shownQueue === null
        ? null
        : {
            queue: shownQueue,
            standing: freshStanding ?? keptStanding,
            standingError: standing.resource.kind === 'failed' ? standing.resource.error : null,
            asOf: freshQueue === null ? (kept?.at ?? here?.now ?? null) : null,
          },
    error: queue.resource.kind === 'failed' ? queue.resource.error : null,
    reload,
  }
}

async function loadQueue(): Promise<QueueReply> {
  await flushBriefly()
  const queue = await api.queue({ limit: 1, zone: zoneInForce() })
  void outbox.meetEpoch(queue.epoch)
  takeSettings(queue.settings)
  return queue
}

async function loadStanding(): Promise<Standing> {
  await flushBriefly()
  // Asked first: when it was over by now, everything below is whole.
  const isReading = (await api.reading()).state !== 'idle'
  // All of it at once: parts that arrive one after another make the page jump.
  const [mastery, stats] = await Promise.all([
    api.mastery(zoneInForce()),
    api.stats(),
    countInbox(),
    countSkim(),
  ])
  return { mastery, stats, isReading }
}

/** Puts the cards of the day on the device, where they do not lie yet: a review may begin when the server is gone. */
function stockSoon(today: string): () => void {
  const stock = async () => {
    if ((await readShelf())?.reply.today !== today) await dealFromServer({}, cardsAtOnce)
  }
  const soon = setTimeout(() => void stock().catch(() => {}), stockAfterMs)
  return () => clearTimeout(soon)
}

/** The day as the cards on this device stand now, with what was answered on it since the server was asked. */
function useDayHere(isWanted: boolean): QueueReply | null {
  const [day, setDay] = useState<QueueReply | null>(null)
  useEffect(() => {
    if (!isWanted) return
    const plan = async () => {
      const shelf = await readShelf()
      if (shelf !== null) setDay(await planFromShelf(shelf, null, studyDayNow()))
    }
    void plan().catch(() => {})
  }, [isWanted])
  return isWanted ? day : null
}

/** What was shown last time, while the fresh word is not there. */
function useKept<Value>(
  key: string,
  isWanted: boolean,
  amend: (value: Value) => Promise<Value> = async (value) => value,
): Value | null {
  const [kept, setKept] = useState<Value | null>(null)
  useEffect(() => {
    if (!isWanted) return
    void readKept<Value>(key).then(async (value) => setKept(value && (await amend(value))))
  }, [isWanted])
  return isWanted ? kept : null
}

/** What was answered here while the server was silent is done, whatever it said before. */
async function withAnswers({ queue, at }: KeptQueue): Promise<KeptQueue> {
  const shelf = await readShelf()
  return { queue: shelf === null ? queue : countsOnShelf(queue, shelf), at }
}
