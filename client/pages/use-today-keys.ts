import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { singleKeys } from '../state/device.ts'

/** Space or Enter begins, digits open a suggestion, wherever the focus is not on a control of its own. */
export function useTodayKeys(now: {
  readonly start: (() => void) | null
  readonly suggestions: readonly string[]
}): void {
  const { route } = useLocation()
  const latest = useRef(now)
  latest.current = now
  // Before the paint: whoever sees the page may press a key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const controls = 'a, button, input, select, textarea, summary, dialog'
      if (event.target instanceof Element && event.target.closest(controls) !== null) return
      const { start, suggestions } = latest.current
      const isStart = (event.key === ' ' && singleKeys.value) || event.key === 'Enter'
      const href = singleKeys.value ? suggestions[Number(event.key) - 1] : undefined
      if (isStart && start !== null) start()
      else if (href !== undefined) route(href)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
