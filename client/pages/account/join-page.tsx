import { useEffect, useState } from 'preact/hooks'
import type { LinkCheckReply } from '../../../shared/api/accounts.ts'
import { accountsApi } from '../../api/accounts.ts'
import { basePath } from '../../api/base-path.ts'
import { toApiError } from '../../api/request.ts'
import { rememberLearner } from '../../api/whose-page.ts'
import { Page } from '../../ui/page.tsx'
import { AccountForm, NameField } from './account-form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'

const headings = {
  set_up: 'Make the first account',
  invitation: 'Make your account',
  new_password: 'Choose a new password',
} as const

/** `/join#KEY`: what a one-time link opens. The key stands behind “#”, so that it is in no log of any server. */
export function JoinPage() {
  const key = location.hash.slice(1)
  const [link, setLink] = useState<LinkCheckReply | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    accountsApi.checkLink(key).then(setLink, (error: unknown) => setTrouble(toApiError(error).message))
  }, [key])
  return (
    <Page heading={link === null ? 'Join' : headings[link.kind]} title="Join">
      {trouble === null ? null : <p role="alert">{trouble}</p>}
      {link === null ? null : <JoinForm keyOfLink={key} link={link} />}
    </Page>
  )
}

function JoinForm({ keyOfLink, link }: { readonly keyOfLink: string; readonly link: LinkCheckReply }) {
  const [name, setName] = useState(link.name ?? '')
  const [password, setPassword] = useState('')
  const join = async () => {
    const { learnerId } = await accountsApi.join({ key: keyOfLink, name, password })
    rememberLearner(learnerId)
    location.replace(`${basePath}/`)
  }
  return (
    <AccountForm
      action={link.kind === 'new_password' ? 'Set the password' : 'Make the account'}
      onSubmit={join}
    >
      {link.kind === 'set_up' ? (
        <p class="hint">It is the admin’s: it has the notes that are here, and lets others in.</p>
      ) : null}
      <NameField id="join-name" value={name} isFixed={link.name !== null} onInput={setName} />
      <PasswordField id="join-password" label="Password" isNew value={password} onInput={setPassword} />
      <p class="hint">Ten letters or more. A few words in a row are easy to remember.</p>
    </AccountForm>
  )
}
