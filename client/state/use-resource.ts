import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type ApiError, toApiError } from '../api/request.ts'

export { toApiError } from '../api/request.ts'

/** Something a page asked for. */
export type Resource<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'ready'; readonly value: Value }

// What was shown last time is shown at once while the fresh answer is on its way.
const remembered = new Map<string, unknown>()

/** Loads `key` once it appears or changes, and again on `reload`. A late answer to an earlier key is dropped. */
export function useResource<Value>(
  key: string,
  load: () => Promise<Value>,
): { readonly resource: Resource<Value>; readonly reload: () => void; readonly put: (value: Value) => void } {
  const [held, setHeld] = useState<{ key: string; resource: Resource<Value> } | null>(null)
  const [round, setRound] = useState(0)
  const latest = useRef(load)
  latest.current = load

  useEffect(() => {
    let dropped = false
    const keep = (resource: Resource<Value>) => {
      if (!dropped) setHeld({ key, resource })
    }
    const ask = async () => {
      try {
        const value = await latest.current()
        remembered.set(key, value)
        keep({ kind: 'ready', value })
      } catch (error) {
        keep({ kind: 'failed', error: toApiError(error) })
      }
    }
    void ask()
    return () => {
      dropped = true
    }
  }, [key, round])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  const put = (value: Value) => {
    remembered.set(key, value)
    setHeld({ key, resource: { kind: 'ready', value } })
  }
  return { resource: held?.key === key ? held.resource : before(key), reload, put }
}

function before<Value>(key: string): Resource<Value> {
  return remembered.has(key) ? { kind: 'ready', value: remembered.get(key) as Value } : { kind: 'loading' }
}

/** Whether the address names nothing: an unknown id, or text that cannot be one. */
export function isNoSuchThing(error: ApiError): boolean {
  return error.status === 404 || (error.status === 400 && error.code === 'invalid_request')
}
