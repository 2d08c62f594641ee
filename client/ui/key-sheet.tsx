import { useEffect, useRef } from 'preact/hooks'

export interface KeyRow {
  readonly keys: readonly string[]
  readonly does: string
}

/** All keys of the place you are in. A native dialog: it holds the focus and gives it back to the opener. */
export function KeySheet({
  rows,
  onClose,
  note,
}: {
  readonly rows: readonly KeyRow[]
  readonly onClose: () => void
  readonly note?: string | undefined
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="key-sheet-title" onClose={onClose}>
      <h2 id="key-sheet-title">Keys</h2>
      {note === undefined ? null : <p class="hint">{note}</p>}
      <dl>
        {rows.map((row) => (
          <div key={row.does}>
            <dt>
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{row.does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="btn quiet">Close</button>
      </form>
    </dialog>
  )
}
