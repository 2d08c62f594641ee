import { type RefObject } from 'preact'

/** A field for an answer that can be typed fairly. Enter checks it; empty, it says “I don’t know”. */
export function TypedField(props: {
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly value: string
  readonly keyName: string | null
  readonly onInput: (text: string) => void
  readonly onCheck: () => void
}) {
  const { fieldRef, value, keyName, onInput, onCheck } = props
  return (
    <form
      class="card-typed"
      onSubmit={(event) => {
        event.preventDefault()
        onCheck()
      }}
    >
      <label for="typed-answer">
        Type your answer, if you like
        <input
          id="typed-answer"
          ref={fieldRef}
          class="input"
          dir="auto"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="done"
          maxLength={200}
          value={value}
          aria-keyshortcuts={keyName ?? undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            // Out of the field first; the next Esc leaves the sitting.
            event.stopPropagation()
            event.currentTarget.blur()
          }}
        />
      </label>
    </form>
  )
}
