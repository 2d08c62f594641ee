import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ConceptRow, ConceptsQuery } from '../../shared/api/concepts.ts'
import { type ApiError, api } from '../api-client.ts'
import { zoneInForce } from './settings-state.ts'
import { flushBriefly } from './sync.ts'
import { toApiError } from './use-resource.ts'

const conceptsPerPage = 50

/** Which concepts are asked for, and in which order. */
export type ConceptListQuery = {
  readonly [Name in 'q' | 'sort' | 'level' | 'note' | 'topic']?: ConceptsQuery[Name] | undefined
}

interface FoundConcepts {
  /** The query it is the answer to. */
  readonly key: string
  readonly total: number
  readonly pages: ReadonlyMap<number, readonly ConceptRow[]>
}

export interface ConceptPages {
  /** How many there are; null before the first answer. The last one stays while a newer one is on its way. */
  readonly total: number | null
  readonly error: ApiError | null
  readonly conceptAt: (row: number) => ConceptRow | undefined
  /** Loads the parts that hold these rows. */
  readonly want: (from: number, to: number) => void
  readonly reload: () => void
}

/** A list of concepts of any length, loaded a part at a time. A late answer to an earlier query is dropped. */
export function useConceptPages(query: ConceptListQuery): ConceptPages {
  const [found, setFound] = useState<FoundConcepts | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [round, setRound] = useState(0)
  const asked = useRef(new Set<number>())
  const latest = useRef(0)
  const key = JSON.stringify(query)
  const askFor = (page: number) =>
    api.concepts({
      ...(JSON.parse(key) as ConceptsQuery),
      offset: page * conceptsPerPage,
      limit: conceptsPerPage,
      zone: zoneInForce(),
    })

  useEffect(() => {
    const turn = ++latest.current
    const ask = async () => {
      await flushBriefly()
      try {
        const { total, concepts } = await askFor(0)
        if (turn !== latest.current) return
        asked.current = new Set([0])
        setFound({ key, total, pages: new Map([[0, concepts]]) })
        setError(null)
      } catch (reason) {
        if (turn === latest.current) setError(toApiError(reason))
      }
    }
    void ask()
  }, [key, round])

  const want = useCallback(
    (from: number, to: number) => {
      if (found === null || found.key !== key) return
      const turn = latest.current
      for (let page = Math.floor(from / conceptsPerPage); page * conceptsPerPage < to; page++) {
        if (asked.current.has(page)) continue
        asked.current.add(page)
        askFor(page).then(
          ({ concepts }) => {
            if (turn !== latest.current) return
            setFound((now) => now && { ...now, pages: new Map([...now.pages, [page, concepts]]) })
          },
          () => asked.current.delete(page),
        )
      }
    },
    [found?.key, key],
  )
  return {
    total: found?.total ?? null,
    error,
    conceptAt: (row) => found?.pages.get(Math.floor(row / conceptsPerPage))?.[row % conceptsPerPage],
    want,
    reload: useCallback(() => setRound((count) => count + 1), []),
  }
}
