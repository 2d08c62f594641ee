import { useActivePlace } from '../../keys/dispatch.ts'
import { namesOf } from '../../keys/key-names.ts'

interface EditorKeys {
  readonly onSave: () => void
  readonly onJump: () => void
  readonly onHide: () => void
  readonly onCard: () => void
}

/** Ctrl+S saves, Ctrl+. goes between line and card, Ctrl+Shift+C makes the selection a gap, Ctrl+Shift+L a card. */
export function useEditorKeys(keys: EditorKeys): void {
  useActivePlace({
    isEverywhere: true,
    press: (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return false
      const key = namesOf(event).at(-1)
      if (key === 's' && !event.shiftKey) keys.onSave()
      else if (key === '.') keys.onJump()
      else if (key === 'c' && event.shiftKey) keys.onHide()
      else if (key === 'l' && event.shiftKey) keys.onCard()
      else return false
      return true
    },
  })
}
