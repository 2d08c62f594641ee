import { Type } from 'typebox'
import { AccountsReply, LinkBody, LinkMade, LinksReply } from '../../shared/api/accounts.ts'
import { Id, Problem } from '../../shared/api/common.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { requireAdmin } from '../accounts/asker.ts'
import { makeLink } from '../accounts/one-time-links.ts'
import { findAccount, listAccounts } from '../db/accounts.ts'
import { type OneTimeLink, deleteLink, listOpenLinks } from '../db/one-time-links.ts'
import { writing } from '../db/open-database.ts'
import type { App } from '../deps.ts'

/** `/accounts`, `/links`: who is here, and links that let somebody in. For admins. */
export async function peopleRoutes(app: App): Promise<void> {
  app.get(
    '/accounts',
    {
      schema: { summary: 'Everybody who can sign in here', response: { 200: AccountsReply, '4xx': Problem } },
    },
    async ({ asker, learner }) => {
      requireAdmin(asker)
      const accounts = await listAccounts(learner.db.reader)
      return {
        accounts: accounts.map(({ learnerId, name, role, createdAt }) => ({
          learnerId,
          name,
          role,
          createdAt,
        })),
      }
    },
  )

  app.get(
    '/links',
    {
      schema: {
        summary: 'One-time links that were not used yet',
        response: { 200: LinksReply, '4xx': Problem },
      },
    },
    async ({ asker, learner: { db, clock, id } }) => {
      requireAdmin(asker)
      const names = new Map((await listAccounts(db.reader)).map(({ learnerId, name }) => [learnerId, name]))
      const links = await listOpenLinks(db.reader, id, clock())
      return { links: links.map((link) => linkView(link, names.get(link.learnerId as LearnerId) ?? null)) }
    },
  )

  app.post(
    '/links',
    {
      schema: {
        summary: 'Invite somebody, or let somebody who forgot their password set a new one',
        body: LinkBody,
        response: { 201: LinkMade, '4xx': Problem },
      },
    },
    async ({ asker, body, learner: { db, clock, id } }, reply) => {
      requireAdmin(asker)
      const learnerId = (body.learnerId ?? null) as LearnerId | null
      const account = learnerId === null ? null : await findAccount(db.reader, learnerId)
      if (learnerId !== null && account === null) throw new Refusal('not_found', 'There is no such account.')
      const kind = learnerId === null ? 'invitation' : 'new_password'
      const { link, key } = await writing(db, (trx) =>
        makeLink(trx, { kind, madeBy: id, learnerId }, clock()),
      )
      return reply.status(201).send({ link: linkView(link, account?.name ?? null), key })
    },
  )

  app.delete(
    '/links/:id',
    {
      schema: {
        summary: 'Take a link back',
        params: Type.Object({ id: Id }),
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async ({ asker, params, learner: { db, id } }, reply) => {
      requireAdmin(asker)
      const wasThere = await writing(db, (trx) => deleteLink(trx, id, params.id))
      if (!wasThere)
        throw new Refusal('not_found', 'There is no such link. It may have been taken back already.')
      return reply.status(204).send(null)
    },
  )
}

function linkView({ id, kind, createdAt, expiresAt }: OneTimeLink, name: string | null) {
  return { id, kind, name, createdAt, expiresAt }
}
