import type {
  AccountsReply,
  JoinBody,
  LinkBody,
  LinkCheckReply,
  LinkMade,
  LinksReply,
  PasswordBody,
  SessionReply,
  SessionsReply,
  SignInBody,
  SignedIn,
  TokenBody,
  TokenMade,
  TokensReply,
} from '../../shared/api/accounts.ts'
import { read, write } from './request.ts'

const at = (place: string, id: string): string => `${place}/${encodeURIComponent(id)}`

/** What signing in, and the part of Settings about it, ask of the server. */
export const accountsApi = {
  session: () => read<SessionReply>('/session'),
  signIn: (body: SignInBody) => write<SignedIn>('POST', '/session', body),
  signOut: () => write<unknown>('DELETE', '/session'),
  checkLink: (key: string) => write<LinkCheckReply>('POST', '/link-checks', { key }),
  join: (body: JoinBody) => write<SignedIn>('POST', '/joins', body),
  changePassword: (body: PasswordBody) => write<unknown>('PUT', '/password', body),
  sessions: () => read<SessionsReply>('/sessions'),
  endSession: (id: string) => write<unknown>('DELETE', at('/sessions', id)),
  endOtherSessions: () => write<unknown>('DELETE', '/sessions'),
  tokens: () => read<TokensReply>('/tokens'),
  makeToken: (body: TokenBody) => write<TokenMade>('POST', '/tokens', body),
  revokeToken: (id: string) => write<unknown>('DELETE', at('/tokens', id)),
  accounts: () => read<AccountsReply>('/accounts'),
  links: () => read<LinksReply>('/links'),
  makeLink: (body: LinkBody) => write<LinkMade>('POST', '/links', body),
  takeLinkBack: (id: string) => write<unknown>('DELETE', at('/links', id)),
}
