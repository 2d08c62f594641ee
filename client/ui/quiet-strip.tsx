import { clearLine, quietLine } from '../state/quiet-line.ts'

/** The one quiet line of the moment, in a place of its own so that nothing moves. */
export function QuietStrip() {
  const line = quietLine.value
  return (
    <div class="quiet-strip">
      {line === null ? null : (
        <>
          <span>{line.words}</span>
          {line.action === null ? null : (
            <button
              type="button"
              class="link-btn"
              onClick={() => {
                line.action?.run()
                clearLine()
              }}
            >
              {line.action.name}
            </button>
          )}
        </>
      )}
    </div>
  )
}
