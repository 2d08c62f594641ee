import type { FastifyRequest } from 'fastify'
import { passwordFault } from '../../shared/account/password-fault.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { findAccount, savePasswordHash } from '../db/accounts.ts'
import { writing } from '../db/open-database.ts'
import { deleteOtherSessions } from '../db/sessions.ts'
import type { Accounts } from './accounts.ts'
import type { Person } from './asker.ts'
import { takeTry } from './tries.ts'

/** Changes the password of somebody who knows the old one, and signs their other browsers out. */
export async function changePassword(
  { db, clock, passwords }: Accounts,
  person: Person,
  { current, next }: { readonly current: string; readonly next: string },
  request: FastifyRequest,
): Promise<void> {
  const account = await findAccount(db.reader, person.learnerId)
  const tried = await takeTry(db, [{ kind: 'device', of: `password ${person.learnerId}` }], clock())
  if (!(await passwords.matches(account?.passwordHash ?? null, current)))
    throw new Refusal('wrong_password', 'The present password is wrong.')
  await tried.succeed([])
  const fault = passwordFault(next, account?.name ?? '')
  if (fault !== null) throw new Refusal('weak_password', fault)
  const hash = await passwords.hash(next)
  await writing(db, async (trx) => {
    await savePasswordHash(trx, person.learnerId, hash)
    await deleteOtherSessions(trx, person.learnerId, person.kind === 'session' ? person.sessionId : null)
  })
  request.log.info({ learner: person.learnerId }, 'a password was changed')
}
