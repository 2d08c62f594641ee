import { type Static, Type } from 'typebox'
import { type LinkKind, type Role as RoleName, linkKinds, longestName, roles } from '../account/account.ts'
import { longestPassword } from '../account/password-fault.ts'
import { type TokenScope, tokenScopes } from '../account/token-scopes.ts'
import { Id, Millis, Nullable, Text, closed } from './common.ts'

const Name = Type.String({ minLength: 1, maxLength: longestName * 4 })
const Password = Type.String({ minLength: 1, maxLength: longestPassword })
const Key = Type.String({ minLength: 1, maxLength: 200 })
const Role = Type.Unsafe<RoleName>(Type.Union(roles.map((role) => Type.Literal(role))))
const Scope = Type.Unsafe<TokenScope>(Type.Union(tokenScopes.map((scope) => Type.Literal(scope))))
const Kind = Type.Unsafe<LinkKind>(Type.Union(linkKinds.map((kind) => Type.Literal(kind))))

/** Who the page works for, and which ways in there are. */
export const SessionReply = Type.Union([
  /** This server runs for one person on one machine. */
  Type.Object({ state: Type.Literal('open') }, closed),
  Type.Object(
    {
      state: Type.Literal('signed_out'),
      /** Nobody has an account yet; the link to the first one stands where the server was started. */
      isNew: Type.Boolean(),
      hasPasswords: Type.Boolean(),
      /** What another program that signs people in is called; null without one. */
      provider: Nullable(Type.String()),
    },
    closed,
  ),
  Type.Object(
    {
      state: Type.Literal('signed_in'),
      learnerId: Type.String(),
      name: Type.String(),
      role: Role,
      /** `proxy`: a program before this one signs people in and out. */
      by: Type.Union([Type.Literal('session'), Type.Literal('proxy')]),
      hasPassword: Type.Boolean(),
    },
    closed,
  ),
])
export type SessionReply = Static<typeof SessionReply>
export type SignedIn = Extract<SessionReply, { state: 'signed_in' }>

export const SignInBody = Type.Object({ name: Name, password: Password }, closed)
export type SignInBody = Static<typeof SignInBody>

export const LinkCheckBody = Type.Object({ key: Key }, closed)
export const LinkCheckReply = Type.Object(
  {
    kind: Kind,
    /** Whose password is renewed. */
    name: Nullable(Type.String()),
  },
  closed,
)
export type LinkCheckReply = Static<typeof LinkCheckReply>

export const JoinBody = Type.Object(
  { key: Key, name: Type.String({ maxLength: longestName * 4 }), password: Password },
  closed,
)
export type JoinBody = Static<typeof JoinBody>

export const PasswordBody = Type.Object({ current: Password, next: Password }, closed)
export type PasswordBody = Static<typeof PasswordBody>

export const SessionsReply = Type.Object(
  {
    sessions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          device: Type.String(),
          createdAt: Millis,
          seenAt: Millis,
          isThis: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type SessionsReply = Static<typeof SessionsReply>

const Token = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    scopes: Type.Array(Scope),
    createdAt: Millis,
    expiresAt: Nullable(Millis),
    usedAt: Nullable(Millis),
  },
  closed,
)
export const TokensReply = Type.Object({ tokens: Type.Array(Token) }, closed)
export type TokensReply = Static<typeof TokensReply>
export const TokenBody = Type.Object(
  {
    name: Text(100),
    scopes: Type.Array(Scope, { minItems: 1, maxItems: tokenScopes.length, uniqueItems: true }),
    /** How long it is good for; null for ever. */
    days: Nullable(Type.Integer({ minimum: 1, maximum: 3660 })),
  },
  closed,
)
export type TokenBody = Static<typeof TokenBody>
export const TokenMade = Type.Object({ token: Token, secret: Type.String() }, closed)
export type TokenMade = Static<typeof TokenMade>

const Link = Type.Object(
  {
    id: Type.String(),
    kind: Kind,
    /** Whose password it renews. */
    name: Nullable(Type.String()),
    createdAt: Millis,
    expiresAt: Millis,
  },
  closed,
)
export const LinksReply = Type.Object({ links: Type.Array(Link) }, closed)
export type LinksReply = Static<typeof LinksReply>
/** For a new learner; with `learnerId` for the forgotten password of one who is here. */
export const LinkBody = Type.Object({ learnerId: Type.Optional(Id) }, closed)
export type LinkBody = Static<typeof LinkBody>
/** `key` stands behind “#” in the address of the page `/join`. */
export const LinkMade = Type.Object({ link: Link, key: Type.String() }, closed)
export type LinkMade = Static<typeof LinkMade>

export const AccountsReply = Type.Object(
  {
    accounts: Type.Array(
      Type.Object({ learnerId: Type.String(), name: Type.String(), role: Role, createdAt: Millis }, closed),
    ),
  },
  closed,
)
export type AccountsReply = Static<typeof AccountsReply>
