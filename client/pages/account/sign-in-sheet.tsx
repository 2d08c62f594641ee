import { useState } from 'preact/hooks'
import type { SessionReply, SignedIn } from '../../../shared/api/accounts.ts'
import { accountsApi } from '../../api/accounts.ts'
import { outbox } from '../../state/sync.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { counted } from '../../words/words.ts'
import { AccountForm, NameField } from './account-form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'

/** Signs in over whatever page is open, so that a sitting goes on where it was. */
export function SignInSheet(props: {
  readonly ways: Extract<SessionReply, { state: 'signed_out' }>
  readonly onDone: (who: SignedIn) => void
  readonly onClose: () => void
}) {
  return (
    <Sheet heading="Sign in" onClose={props.onClose}>
      {props.ways.isNew ? (
        <p>
          Nobody has an account here yet. Open the link that the server printed when it was started: it makes
          the first one.
        </p>
      ) : (
        <SignInForm onDone={props.onDone} />
      )}
    </Sheet>
  )
}

function SignInForm({ onDone }: { readonly onDone: (who: SignedIn) => void }) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const waiting = outbox.waiting.value
  return (
    <AccountForm action="Sign in" onSubmit={async () => onDone(await accountsApi.signIn({ name, password }))}>
      {waiting === 0 ? null : (
        <p class="hint">{counted(waiting, 'answer')} kept on this device, sent once you are signed in.</p>
      )}
      <NameField id="sign-in-name" value={name} onInput={setName} />
      <PasswordField id="sign-in-password" label="Password" value={password} onInput={setPassword} />
    </AccountForm>
  )
}
