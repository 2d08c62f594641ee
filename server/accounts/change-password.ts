import type { FastifyReply, FastifyRequest } from 'fastify'
import { passwordFault } from '../../shared/account/password-fault.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { findAccount, savePasswordHash } from '../db/accounts.ts'
import { writing } from '../db/open-database.ts'
import { deleteOtherSessions } from '../db/sessions.ts'
import type { Accounts } from './accounts.ts'
import type { Person } from './asker.ts'
import { beginSession } from './sessions.ts'
import { takeTry } from './tries.ts'

/**
 * Changes the password of somebody who knows the old one, and signs their other browsers out. This one goes on under a secret
 * of its own, so that a copy of the one before is good no more.
 */
export async function changePassword(
  accounts: Accounts,
  person: Person,
  { current, next }: { readonly current: string; readonly next: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { db, clock, passwords } = accounts
  const { learnerId } = person
  const account = await findAccount(db.reader, learnerId)
  const fault = passwordFault(next, account?.name ?? '')
  if (fault !== null) throw new Refusal('weak_password', fault)
  const tried = await takeTry(db, [{ kind: 'device', of: `password ${learnerId}` }], clock())
  if (!(await passwords.matches(account?.passwordHash ?? null, current, 'known'))) {
    request.log.warn({ learner: learnerId, ip: request.ip }, 'a change of the password failed')
    throw new Refusal('wrong_password', 'The present password is wrong.')
  }
  await tried.takeBack()
  const hash = await passwords.hash(next, 'known')
  const kept = person.kind === 'session' ? await beginSession(accounts, learnerId, request, reply) : null
  await writing(db, async (trx) => {
    await savePasswordHash(trx, learnerId, hash)
    await deleteOtherSessions(trx, learnerId, kept)
  })
  request.log.info({ learner: learnerId }, 'a password was changed')
}
