import { useState } from 'preact/hooks'
import type { SignedIn } from '../../../shared/api/accounts.ts'
import { tokenScopes } from '../../../shared/account/token-scopes.ts'
import { accountsApi } from '../../api/accounts.ts'
import { basePath } from '../../api/base-path.ts'
import { learner, rememberLearner } from '../../api/whose-page.ts'
import { outbox } from '../../state/sync.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { Group, Row } from '../../ui/settings-rows.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import './settings-account.css'

/** How this learner signs in: nothing on a server that runs for one person on one machine. */
export function SettingsAccount() {
  return learner === '' ? null : <Account />
}

function Account() {
  const { resource } = useResource('session', accountsApi.session)
  if (resource.kind !== 'ready' || resource.value.state !== 'signed_in') return null
  const who = resource.value
  return (
    <Group name="Account">
      <Row
        name={who.name}
        says={who.role === 'admin' ? 'You can invite others to this server.' : 'You are signed in.'}
      >
        {who.by === 'proxy' ? null : (
          <button type="button" class="btn quiet" onClick={() => void signOut()}>
            Sign out
          </button>
        )}
      </Row>
      <Browsers />
      <Tokens />
      {who.hasPassword ? <Password /> : null}
      {who.role === 'admin' ? <People who={who} /> : null}
    </Group>
  )
}

/** A day, as people write it. */
const longMoment = (at: number): string =>
  new Date(at).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' })

/** What waits is sent first; what cannot be sent stays on this device, for the same learner alone. */
async function signOut(): Promise<void> {
  await outbox.flush()
  await accountsApi.signOut().catch(() => null)
  rememberLearner(null)
  location.assign(`${basePath}/`)
}

function Browsers() {
  const { resource, reload } = useResource('sessions', accountsApi.sessions)
  if (resource.kind !== 'ready') return null
  const { sessions } = resource.value
  const after = (work: Promise<unknown>) => void work.then(reload, reload)
  return (
    <>
      {sessions.map(({ id, device, seenAt, isThis }) => (
        <Row key={id} name={device} says={isThis ? 'This browser' : `Used last on ${longMoment(seenAt)}`}>
          {isThis ? null : (
            <button type="button" class="btn quiet" onClick={() => after(accountsApi.endSession(id))}>
              Sign it out
            </button>
          )}
        </Row>
      ))}
      {sessions.length < 3 ? null : (
        <Row name="All other browsers" says="They sign in again, and lose nothing.">
          <button type="button" class="btn quiet" onClick={() => after(accountsApi.endOtherSessions())}>
            Sign them out
          </button>
        </Row>
      )}
    </>
  )
}

const mayDo = { read: 'look', review: 'review', write: 'change', import: 'bring in notes' } as const

function Tokens() {
  const { resource, reload } = useResource('tokens', accountsApi.tokens)
  const [secret, setSecret] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [mayChange, setMayChange] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  if (resource.kind !== 'ready') return null
  const make = async () => {
    try {
      const scopes = mayChange ? [...tokenScopes] : (['read', 'review'] as const)
      setSecret((await accountsApi.makeToken({ name, scopes: [...scopes], days: 365 })).secret)
      setName('')
      setTrouble(null)
      reload()
    } catch (error) {
      setTrouble(toApiError(error).message)
    }
  }
  return (
    <>
      {resource.value.tokens.map((token) => (
        <Row
          key={token.id}
          name={`Token “${token.name}”`}
          says={`May ${token.scopes.map((scope) => mayDo[scope]).join(', ')}. ${token.usedAt === null ? 'Never used' : `Used last on ${longMoment(token.usedAt)}`}.${token.expiresAt === null ? '' : ` Good until ${longMoment(token.expiresAt)}.`}`}
        >
          <button
            type="button"
            class="btn quiet"
            onClick={() => void accountsApi.revokeToken(token.id).then(reload, reload)}
          >
            Revoke
          </button>
        </Row>
      ))}
      <Row
        wide
        name="A token for a program"
        id="token-name"
        says="An assistant or a script asks with it, as you. It is good for a year."
        trouble={trouble}
      >
        {secret === null ? null : (
          <p class="settings-account-secret" role="status">
            Copy it now, it is not shown again: {secret}
          </p>
        )}
        <input
          id="token-name"
          class="input"
          placeholder="What is it for?"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <label>
          <input type="checkbox" checked={mayChange} onChange={() => setMayChange(!mayChange)} /> It may
          change notes and settings, too
        </label>
        <button type="button" class="btn quiet" onClick={() => void make()}>
          Make a token
        </button>
      </Row>
    </>
  )
}

function Password() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const change = () =>
    accountsApi.changePassword({ current, next }).then(
      () => {
        setCurrent('')
        setNext('')
        setSaid('Changed. Every other browser was signed out.')
      },
      (error: unknown) => setSaid(toApiError(error).message),
    )
  return (
    <Row wide name="Password" says="A new one signs every other browser out.">
      <PasswordField id="present-password" label="Present password" value={current} onInput={setCurrent} />
      <PasswordField id="next-password" label="New password" isNew value={next} onInput={setNext} />
      {said === null ? null : <p role="status">{said}</p>}
      <button type="button" class="btn quiet" onClick={() => void change()}>
        Change the password
      </button>
    </Row>
  )
}

function People({ who }: { readonly who: SignedIn }) {
  const { resource } = useResource('accounts', accountsApi.accounts)
  const links = useResource('links', accountsApi.links)
  const [address, setAddress] = useState<string | null>(null)
  const make = async (learnerId?: string) => {
    const { key } = await accountsApi.makeLink(learnerId === undefined ? {} : { learnerId })
    setAddress(`${location.origin}${basePath}/join#${key}`)
    links.reload()
  }
  if (resource.kind !== 'ready') return null
  return (
    <>
      {resource.value.accounts
        .filter(({ learnerId }) => learnerId !== who.learnerId)
        .map(({ learnerId, name }) => (
          <Row key={learnerId} name={name} says="Has an account here, with notes of their own.">
            <button type="button" class="btn quiet" onClick={() => void make(learnerId)}>
              Link for a new password
            </button>
          </Row>
        ))}
      {links.resource.kind !== 'ready'
        ? null
        : links.resource.value.links.map((link) => (
            <Row
              key={link.id}
              name={link.name === null ? 'An invitation' : `A new password for ${link.name}`}
              says={`Not used yet. Good until ${longMoment(link.expiresAt)}.`}
            >
              <button
                type="button"
                class="btn quiet"
                onClick={() => void accountsApi.takeLinkBack(link.id).then(links.reload, links.reload)}
              >
                Take it back
              </button>
            </Row>
          ))}
      <Row
        wide
        name="Invite somebody"
        says="The link works once, for a week. They get notes and cards of their own."
      >
        {address === null ? null : (
          <p class="settings-account-secret" role="status">
            Send them this: {address}
          </p>
        )}
        <button type="button" class="btn quiet" onClick={() => void make()}>
          Make an invitation
        </button>
      </Row>
    </>
  )
}
