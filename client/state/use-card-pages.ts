import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { CardSearchReply, CardSort, CardView } from '../../shared/api/cards.ts'
import { parseCardQuery } from '../../shared/card/parse-card-query.ts'
import { type ApiError, api } from '../api-client.ts'
import { deviceZone } from './device.ts'
import { flushBriefly } from './sync.ts'
import { toApiError } from './use-resource.ts'

export const cardsPerPage = 50

/** What a search found, of which only the parts that were looked at are here. */
export interface FoundCards {
  /** The query and order it is the answer to. */
  readonly q: string
  readonly sort: CardSort
  readonly reply: CardSearchReply
  readonly pages: ReadonlyMap<number, readonly CardView[]>
}

export interface CardPages {
  /** The last good answer; it stays while a newer one is on its way, or the query is not understood. */
  readonly found: FoundCards | null
  readonly error: ApiError | null
  readonly isBehind: boolean
  readonly cardAt: (row: number) => CardView | undefined
  /** Loads the parts that hold these rows. */
  readonly want: (from: number, to: number) => void
  readonly reload: () => void
  readonly put: (card: CardView) => void
}

/** The answer to a search, loaded a part at a time. A late answer to an earlier query is dropped. */
export function useCardPages(q: string, sort: CardSort): CardPages {
  const [found, setFound] = useState<FoundCards | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [round, setRound] = useState(0)
  const asked = useRef(new Set<number>())
  const latest = useRef(0)

  useEffect(() => {
    if (parseCardQuery(q).problems.length > 0) return
    const turn = ++latest.current
    const ask = async () => {
      if (round === 0) await flushBriefly()
      try {
        const reply = await api.searchCards({ q, sort, limit: cardsPerPage, zone: deviceZone() })
        if (turn !== latest.current) return
        asked.current = new Set([0])
        setFound({ q, sort, reply, pages: new Map([[0, reply.cards]]) })
        setError(null)
      } catch (reason) {
        if (turn === latest.current) setError(toApiError(reason))
      }
    }
    void ask()
  }, [q, sort, round])

  const want = useCallback(
    (from: number, to: number) => {
      if (found === null) return
      const turn = latest.current
      for (let page = Math.floor(from / cardsPerPage); page * cardsPerPage < to; page++) {
        if (asked.current.has(page)) continue
        asked.current.add(page)
        const query = { q: found.q, sort: found.sort, offset: page * cardsPerPage, limit: cardsPerPage }
        api.searchCards({ ...query, zone: deviceZone() }).then(
          (reply) => {
            if (turn !== latest.current) return
            setFound((now) => now && { ...now, pages: new Map([...now.pages, [page, reply.cards]]) })
          },
          () => asked.current.delete(page),
        )
      }
    },
    [found?.q, found?.sort, found?.reply],
  )
  const put = useCallback((card: CardView) => {
    setFound(
      (now) =>
        now && {
          ...now,
          pages: new Map([...now.pages].map(([page, cards]) => [page, replaced(cards, card)])),
        },
    )
  }, [])
  return {
    found,
    error,
    isBehind: found !== null && (found.q !== q || found.sort !== sort),
    cardAt: (row) => found?.pages.get(Math.floor(row / cardsPerPage))?.[row % cardsPerPage],
    want,
    reload: useCallback(() => setRound((count) => count + 1), []),
    put,
  }
}

function replaced(cards: readonly CardView[], card: CardView): readonly CardView[] {
  return cards.some(({ id }) => id === card.id)
    ? cards.map((one) => (one.id === card.id ? card : one))
    : cards
}
