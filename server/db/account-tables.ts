import type { LinkKind, Role } from '../../shared/account/account.ts'
import type { TokenScope } from '../../shared/account/token-scopes.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Json } from './json-column.ts'

export interface AccountsTable {
  learner_id: LearnerId
  name: string
  name_key: string
  role: Role
  /** Null where another program signs the learner in. */
  password_hash: string | null
  /** Who the learner is to that program. */
  subject: string | null
  created_at: EpochMs
}
export interface SessionsTable {
  learner_id: LearnerId
  id: string
  secret_hash: string
  previous_hash: string | null
  rotated_at: EpochMs
  /** When the present secret first came; null while only the one before it did. */
  confirmed_at: EpochMs | null
  /** The browser, in words. */
  device: string
  created_at: EpochMs
  seen_at: EpochMs
}
export interface KnownDevicesTable {
  learner_id: LearnerId
  secret_hash: string
  seen_at: EpochMs
}
export interface ApiTokensTable {
  learner_id: LearnerId
  id: string
  name: string
  secret_hash: string
  scopes: Json<readonly TokenScope[]>
  created_at: EpochMs
  expires_at: EpochMs | null
  used_at: EpochMs | null
}
export interface OneTimeLinksTable {
  id: string
  kind: LinkKind
  secret_hash: string
  made_by: LearnerId | null
  /** Whose password it renews. */
  learner_id: LearnerId | null
  created_at: EpochMs
  expires_at: EpochMs
  used_at: EpochMs | null
}
export interface SignInTriesTable {
  bucket: string
  at: EpochMs
  id: string
}

/** The tables of those who sign in. */
export interface AccountTables {
  accounts: AccountsTable
  sessions: SessionsTable
  known_devices: KnownDevicesTable
  api_tokens: ApiTokensTable
  one_time_links: OneTimeLinksTable
  sign_in_tries: SignInTriesTable
}
