import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConceptRow } from '../../shared/api/concepts.ts'
import { type ApiError, api } from '../api-client.ts'
import { toApiError } from './use-resource.ts'

/** What a search for concepts by name found: the nearest name first. */
export interface ConceptSearch {
  /** Null before the first answer; the last one stays while the next is on its way. */
  readonly found: readonly ConceptRow[] | null
  /** How many there are in all. */
  readonly total: number
  readonly error: ApiError | null
}

const searchAfterMs = 120

/** Searches the concepts as somebody types. A late answer to an earlier text is dropped. */
export function useConceptSearch(text: string, limit: number): ConceptSearch {
  const [search, setSearch] = useState<ConceptSearch>({ found: null, total: 0, error: null })
  const latest = useRef(0)
  useEffect(() => {
    const turn = ++latest.current
    const ask = () =>
      api.concepts({ q: text.trim(), sort: 'az', limit }).then(
        ({ concepts, total }) => {
          if (turn === latest.current) setSearch({ found: concepts, total, error: null })
        },
        (reason: unknown) => {
          if (turn === latest.current) setSearch((now) => ({ ...now, error: toApiError(reason) }))
        },
      )
    const timer = setTimeout(() => void ask(), latest.current === 1 ? 0 : searchAfterMs)
    return () => clearTimeout(timer)
  }, [text, limit])
  return search
}
