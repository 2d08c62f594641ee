import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A native dialog: it holds the focus, closes by Esc, and gives the focus back to its opener. */
export function Sheet(props: {
  readonly heading: string
  readonly onClose: () => void
  readonly children: ComponentChildren
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
    <dialog ref={dialog} class="sheet" aria-labelledby="sheet-heading" onClose={props.onClose}>
      <h2 id="sheet-heading">{props.heading}</h2>
      {props.children}
      <form method="dialog">
        <button class="btn quiet">Close</button>
      </form>
    </dialog>
  )
}
