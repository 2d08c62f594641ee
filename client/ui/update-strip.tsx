import { applyUpdate } from '../state/app-update.ts'

/** A newer version waits. It is shown between sessions, and applied only when asked. */
export function UpdateStrip() {
  return (
    <div class="strip">
      Update ready.{' '}
      <button type="button" class="link-btn" onClick={applyUpdate}>
        Use it now
      </button>
    </div>
  )
}
