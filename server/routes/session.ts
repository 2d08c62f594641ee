import { Type } from 'typebox'
import {
  JoinBody,
  LinkCheckBody,
  LinkCheckReply,
  SessionReply,
  SignInBody,
  type SignedIn,
} from '../../shared/api/accounts.ts'
import { Problem } from '../../shared/api/common.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { type Account, findAccount, hasAccounts } from '../db/accounts.ts'
import { type Accounts, requireAccounts } from '../accounts/accounts.ts'
import { knownAsker } from '../accounts/asker-of.ts'
import { checkLink, useLink } from '../accounts/one-time-links.ts'
import { beginSession, endSession } from '../accounts/sessions.ts'
import { signIn } from '../accounts/sign-in.ts'
import type { App, Deps } from '../deps.ts'

const isPublic = { config: { isPublic: true } } as const

/** `/session`, `/link-checks`, `/joins`: coming in and going out. Whoever asks here is not known yet. */
export async function sessionRoutes(app: App, { accounts }: Deps): Promise<void> {
  app.get(
    '/session',
    {
      ...isPublic,
      schema: {
        summary: 'Who is signed in, or which ways in there are',
        response: { 200: SessionReply, '4xx': Problem },
      },
    },
    async (request, reply) => {
      if (accounts === null) return { state: 'open' as const }
      // Here a page learns whom it works for, so it may name somebody else, or nobody.
      const asker = await knownAsker(accounts, request, reply).catch(nobody)
      if (asker === null || asker.kind === 'local' || asker.kind === 'token') return signedOut(accounts)
      const account = await findAccount(accounts.db.reader, asker.learnerId)
      if (account === null) return signedOut(accounts)
      return signedIn(account, asker.kind)
    },
  )

  app.post(
    '/session',
    {
      ...isPublic,
      schema: {
        summary: 'Sign in',
        body: SignInBody,
        response: { 200: SessionReply, '4xx': Problem, 503: Problem },
      },
    },
    async (request, reply) => {
      const own = requireAccounts(accounts)
      const account = await signIn(own, request.body, request)
      await beginSession(own, account.learnerId, request, reply)
      return signedIn(account, 'session')
    },
  )

  app.delete(
    '/session',
    { ...isPublic, schema: { summary: 'Sign out', response: { 204: Type.Null(), '4xx': Problem } } },
    async (request, reply) => {
      const own = requireAccounts(accounts)
      await endSession(own, request, reply)
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/link-checks',
    {
      ...isPublic,
      schema: {
        summary: 'What a one-time link is good for',
        body: LinkCheckBody,
        response: { 200: LinkCheckReply, '4xx': Problem },
      },
    },
    (request) => checkLink(requireAccounts(accounts), request.body.key, request),
  )

  app.post(
    '/joins',
    {
      ...isPublic,
      schema: {
        summary: 'Make an account, or set a new password, by a one-time link',
        body: JoinBody,
        response: { 201: SessionReply, '4xx': Problem, 503: Problem },
      },
    },
    async (request, reply) => {
      const own = requireAccounts(accounts)
      const account = await useLink(own, request.body, request)
      await beginSession(own, account.learnerId, request, reply)
      return reply.status(201).send(signedIn(account, 'session'))
    },
  )
}

const nobody = (error: unknown): null => {
  if (error instanceof Refusal) return null
  throw error
}

const signedIn = (account: Account, by: SignedIn['by']): SignedIn => ({
  state: 'signed_in',
  learnerId: account.learnerId,
  name: account.name,
  role: account.role,
  by,
  hasPassword: account.passwordHash !== null,
})

async function signedOut({ db }: Accounts) {
  const isNew = !(await hasAccounts(db.reader))
  return { state: 'signed_out' as const, isNew, hasPasswords: true, provider: null }
}
