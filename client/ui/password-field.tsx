import { useState } from 'preact/hooks'
import './password-field.css'

/** A password with a way to see it. Managers fill it in, and it may be pasted. */
export function PasswordField(props: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly isNew?: boolean
  readonly onInput: (value: string) => void
}) {
  const [isShown, setShown] = useState(false)
  return (
    <div class="field">
      <label htmlFor={props.id}>{props.label}</label>
      <div class="password-row">
        <input
          id={props.id}
          class="input"
          {...(isShown ? { type: 'text' } : { type: 'password' })}
          autocomplete={props.isNew === true ? 'new-password' : 'current-password'}
          autocapitalize="off"
          spellcheck={false}
          required
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <button type="button" class="btn quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
    </div>
  )
}
