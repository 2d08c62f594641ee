import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { toApiError } from '../../api/request.ts'
import './account-form.css'

/** A form that lets somebody in: what went wrong stands above its one button. */
export function AccountForm(props: {
  readonly action: string
  readonly onSubmit: () => Promise<void>
  readonly children: ComponentChildren
}) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    setAsking(true)
    setTrouble(null)
    await props.onSubmit().catch((error: unknown) => setTrouble(toApiError(error).message))
    setAsking(false)
  }
  return (
    <form class="account-form" onSubmit={(event) => void submit(event)}>
      {props.children}
      {trouble === null ? null : (
        <p role="alert" class="account-trouble">
          {trouble}
        </p>
      )}
      <button class="btn" disabled={isAsking}>
        {props.action}
      </button>
    </form>
  )
}

export function NameField(props: {
  readonly id: string
  readonly value: string
  readonly isFixed?: boolean
  readonly onInput: (value: string) => void
}) {
  return (
    <div class="field">
      <label htmlFor={props.id}>Name</label>
      <input
        id={props.id}
        class="input"
        autocomplete="username"
        autocapitalize="off"
        spellcheck={false}
        required
        readOnly={props.isFixed === true}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  )
}
