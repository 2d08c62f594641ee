import { useLocation } from 'preact-iso'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'

/** Space or Enter begins, and each suggestion has its key. */
export function useTodayKeys(now: {
  readonly start: (() => void) | null
  readonly suggestions: readonly string[]
}): void {
  const { route } = useLocation()
  const [first, second, third] = now.suggestions.map((href) => () => route(href))
  const start = now.start ?? undefined
  useFixedKeys({ Enter: start, ' ': start })
  useKeys('today', { suggestion1: first, suggestion2: second, suggestion3: third })
}
