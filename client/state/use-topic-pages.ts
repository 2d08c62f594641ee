import { useEffect, useRef, useState } from 'preact/hooks'
import type { TopicView } from '../../shared/api/concepts.ts'
import type { ConceptSort } from '../../shared/mastery/list-concepts.ts'
import { type ApiError, api } from '../api-client.ts'
import { zoneInForce } from './settings-state.ts'
import { flushBriefly } from './sync.ts'
import { toApiError } from './use-resource.ts'

export interface TopicPages {
  readonly topics: readonly TopicView[]
  /** How many there are; null before the first answer. */
  readonly total: number | null
  readonly error: ApiError | null
  /** Loads the next ones; null when all are here. */
  readonly more: (() => void) | null
  readonly reload: () => void
}

interface Held {
  readonly topics: readonly TopicView[]
  readonly total: number
  readonly nextCursor: string | null
}

/** The topics of the notes in some order, or those inside one, a page at a time; none are asked for without an order. */
export function useTopicPages(sort: ConceptSort | null, inside?: string): TopicPages {
  const [held, setHeld] = useState<Held | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [round, setRound] = useState(0)
  const latest = useRef(0)
  const load = async (cursor: string | null) => {
    if (sort === null) return
    const turn = ++latest.current
    if (cursor === null) await flushBriefly()
    try {
      const reply = await api.topics({
        sort,
        zone: zoneInForce(),
        ...(cursor === null ? {} : { cursor }),
        ...(inside === undefined ? {} : { inside }),
      })
      if (turn !== latest.current) return
      const before = cursor === null || held === null ? [] : held.topics
      setHeld({ ...reply, topics: [...before, ...reply.topics] })
      setError(null)
    } catch (reason) {
      if (turn === latest.current) setError(toApiError(reason))
    }
  }
  useEffect(() => void load(null), [sort, inside, round])
  const next = held?.nextCursor ?? null
  return {
    topics: held?.topics ?? [],
    total: held?.total ?? null,
    error,
    more: next === null ? null : () => void load(next),
    reload: () => setRound((count) => count + 1),
  }
}
