import type { AccountConfig } from '../account-config.ts'
import { hasAccounts } from '../db/accounts.ts'
import { deleteSetUpLinks } from '../db/one-time-links.ts'
import { writing } from '../db/open-database.ts'
import type { Accounts } from './accounts.ts'
import { addAccount, makeLink } from './one-time-links.ts'

/**
 * Sees to the first account: makes the one that the environment names, or a link by which somebody makes it. Returns the key
 * of that link, anew at each start; null when there is an account.
 */
export async function prepareFirstAccount(
  accounts: Accounts,
  admin: AccountConfig['admin'],
): Promise<string | null> {
  const { db, clock, passwords } = accounts
  if (await hasAccounts(db.reader)) return null
  const passwordHash = admin === null ? null : await passwords.hash(admin.password)
  return writing(db, async (trx) => {
    // Another server on the same database may have been first.
    if (await hasAccounts(trx)) return null
    await deleteSetUpLinks(trx)
    if (admin === null) {
      const { key } = await makeLink(trx, { kind: 'set_up', madeBy: null, learnerId: null }, clock())
      return key
    }
    await addAccount(trx, accounts, 'set_up', admin.name, passwordHash)
    return null
  })
}
