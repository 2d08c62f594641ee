import { clearLine, quietLine } from '../state/quiet-line.ts'

/** The one quiet line of the moment, in a place of its own so that nothing moves. */
export function QuietStrip() {
  const line = quietLine.value
  return (
    <div class="quiet-line quiet-strip">
      {line === null ? null : (
        <>
          <span>{line.words}</span>
          {line.actions.map(({ name, run }) => (
            <button
              key={name}
              type="button"
              class="link-btn"
              onClick={() => {
                clearLine()
                run()
              }}
            >
              {name}
            </button>
          ))}
        </>
      )}
    </div>
  )
}
