import { useEffect, useRef } from 'preact/hooks'
import { singleKeys } from '../state/device.ts'

/** Enter ends, R asks the forgotten cards again, Z takes the last answer back. */
export function useSummaryKeys(now: {
  readonly onEnter: () => void
  readonly onRetry: () => void
  readonly onUndo: () => void
}): void {
  const latest = useRef(now)
  latest.current = now
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.altKey || event.isComposing) return
      const isControl =
        event.target instanceof Element &&
        event.target.closest('a, button, input, select, textarea, summary, dialog') !== null
      const key = event.key.toLowerCase()
      const hasModifier = event.ctrlKey || event.metaKey
      if (key === 'z' && (hasModifier || singleKeys.value)) latest.current.onUndo()
      else if (hasModifier) return
      else if (event.key === 'Enter' && !isControl) latest.current.onEnter()
      else if (key === 'r' && singleKeys.value && !isControl) latest.current.onRetry()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
