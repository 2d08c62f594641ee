import type { Role } from '../../shared/account/account.ts'
import type { TokenScope } from '../../shared/account/token-scopes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'

/** Who asks, and how that is known. */
export type Asker =
  /** Whoever sits at this machine: a server without accounts. */
  | { readonly kind: 'local'; readonly learnerId: LearnerId }
  | {
      readonly kind: 'session'
      readonly learnerId: LearnerId
      readonly sessionId: string
      readonly role: Role
    }
  | { readonly kind: 'token'; readonly learnerId: LearnerId; readonly scopes: readonly TokenScope[] }
  /** A listed proxy vouches for them. */
  | { readonly kind: 'proxy'; readonly learnerId: LearnerId; readonly role: Role }

/** A person, who alone may change how they sign in. */
export type Person = Extract<Asker, { kind: 'session' | 'proxy' }>

export function requirePerson(asker: Asker): Person {
  if (asker.kind === 'session' || asker.kind === 'proxy') return asker
  if (asker.kind === 'local')
    throw new Refusal('no_accounts', 'This server runs for one person on one machine and has no accounts.')
  throw new Refusal(
    'not_allowed',
    'A token cannot see or change how its learner signs in. Sign in on the page.',
  )
}

/** Whoever may do what concerns the whole server: its admins; where there are no accounts, whoever sits here. */
export function requireOwner(asker: Asker): void {
  if (asker.kind !== 'local') requireAdmin(asker)
}

export function requireAdmin(asker: Asker): Person {
  const person = requirePerson(asker)
  if (person.role === 'admin') return person
  throw new Refusal('not_allowed', 'Only an admin of this server may do that.')
}
