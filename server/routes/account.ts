import { Type } from 'typebox'
import { PasswordBody, SessionsReply, TokenBody, TokenMade, TokensReply } from '../../shared/api/accounts.ts'
import { Id, Problem } from '../../shared/api/common.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { requireAccounts } from '../accounts/accounts.ts'
import { type Person, requirePerson } from '../accounts/asker.ts'
import { changePassword } from '../accounts/change-password.ts'
import { revokeOtherSessions, revokeSession } from '../accounts/sessions.ts'
import { makeToken, revokeToken } from '../accounts/tokens.ts'
import { type ApiToken, listApiTokens } from '../db/api-tokens.ts'
import { listSessions } from '../db/sessions.ts'
import type { App, Deps } from '../deps.ts'

const ById = Type.Object({ id: Id })
const done = { 204: Type.Null(), '4xx': Problem }

/** `/password`, `/sessions`, `/tokens`: how the learner who asks signs in. Only they themselves, never a token. */
export async function accountRoutes(app: App, { accounts }: Deps): Promise<void> {
  app.put(
    '/password',
    {
      schema: {
        summary: 'Change the password; every other browser is signed out',
        body: PasswordBody,
        response: { ...done, 503: Problem },
      },
    },
    async (request, reply) => {
      await changePassword(
        requireAccounts(accounts),
        requirePerson(request.asker),
        request.body,
        request,
        reply,
      )
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/sessions',
    {
      schema: {
        summary: 'Browsers in which the learner is signed in',
        response: { 200: SessionsReply, '4xx': Problem },
      },
    },
    async ({ asker, learner }) => {
      const own = sessionOf(requirePerson(asker))
      const sessions = await listSessions(learner.db.reader, learner.id)
      return {
        sessions: sessions.map(({ id, device, createdAt, seenAt }) => ({
          id,
          device,
          createdAt,
          seenAt,
          isThis: id === own,
        })),
      }
    },
  )

  app.delete(
    '/sessions',
    { schema: { summary: 'Sign out every other browser', response: done } },
    async ({ asker, learner }, reply) => {
      await revokeOtherSessions(requireAccounts(accounts), learner.id, sessionOf(requirePerson(asker)))
      return reply.status(204).send(null)
    },
  )

  app.delete(
    '/sessions/:id',
    { schema: { summary: 'Sign out one browser', params: ById, response: done } },
    async ({ asker, learner, params }, reply) => {
      requirePerson(asker)
      await revokeSession(requireAccounts(accounts), learner.id, params.id)
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/tokens',
    {
      schema: {
        summary: 'Tokens for programs of the learner’s own',
        response: { 200: TokensReply, '4xx': Problem },
      },
    },
    async ({ asker, learner }) => {
      requirePerson(asker)
      return { tokens: (await listApiTokens(learner.db.reader, learner.id)).map(tokenView) }
    },
  )

  app.post(
    '/tokens',
    {
      schema: {
        summary: 'Make a token; it is shown this once',
        body: TokenBody,
        response: { 201: TokenMade, '4xx': Problem },
      },
    },
    async ({ asker, learner, body }, reply) => {
      requirePerson(asker)
      if (body.name.trim() === '')
        throw new Refusal(
          'invalid_request',
          'Give the token a name, such as that of the program that uses it.',
        )
      const { token, secret } = await makeToken(requireAccounts(accounts), learner.id, body)
      return reply.status(201).send({ token: tokenView(token), secret })
    },
  )

  app.delete(
    '/tokens/:id',
    { schema: { summary: 'Revoke a token', params: ById, response: done } },
    async ({ asker, learner, params }, reply) => {
      requirePerson(asker)
      await revokeToken(requireAccounts(accounts), learner.id, params.id)
      return reply.status(204).send(null)
    },
  )
}

const sessionOf = (person: Person): string | null => (person.kind === 'session' ? person.sessionId : null)

function tokenView({ id, name, scopes, createdAt, expiresAt, usedAt }: ApiToken) {
  return { id, name, scopes: [...scopes], createdAt, expiresAt, usedAt }
}
