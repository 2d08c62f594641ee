import { useEffect, useState } from 'preact/hooks'

/** A part of the page that comes when it is wanted: nothing yet, itself, or a load that failed. */
export type Later<Part> =
  { readonly kind: 'loading' } | { readonly kind: 'failed' } | { readonly kind: 'ready'; readonly part: Part }

/** Loads a part once it is wanted; a failed load is tried again the next time it is wanted. */
export function useLater<Part>(load: () => Promise<Part>, isWanted: boolean): Later<Part> {
  const [held, setHeld] = useState<Later<Part>>({ kind: 'loading' })
  useEffect(() => {
    if (!isWanted || held.kind === 'ready') return
    load().then(
      (part) => setHeld({ kind: 'ready', part }),
      () => setHeld({ kind: 'failed' }),
    )
  }, [isWanted])
  return held
}
