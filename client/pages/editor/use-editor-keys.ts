import { useEffect, useRef } from 'preact/hooks'

interface EditorKeys {
  readonly onSave: () => void
  readonly onJump: () => void
  readonly onHide: () => void
}

/** Ctrl+S saves, Ctrl+. goes between line and card, Ctrl+Shift+C makes the selection a gap. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return
      const key = event.key.toLowerCase()
      if (key === 's' && !event.shiftKey) latest.current.onSave()
      else if (key === '.') latest.current.onJump()
      else if (key === 'c' && event.shiftKey) latest.current.onHide()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
