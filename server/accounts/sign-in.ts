import type { FastifyRequest } from 'fastify'
import { nameKey } from '../../shared/account/account.ts'
import { countedAddress } from '../../shared/account/sign-in-limits.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { type Account, findAccountByName, savePasswordHash } from '../db/accounts.ts'
import { writing } from '../db/open-database.ts'
import { isKnownDevice } from '../db/sign-in-tries.ts'
import type { Accounts } from './accounts.ts'
import { readCookie } from './cookies.ts'
import { secretHash } from './secrets.ts'
import { type Counted, byAddress, takeTry } from './tries.ts'

/**
 * Whose name and password these are. Every refusal is the same, and takes as long, whether the name or the password is
 * wrong. Failures are counted by name and address, and apart for a browser that the account knows.
 */
export async function signIn(
  accounts: Accounts,
  { name, password }: { readonly name: string; readonly password: string },
  request: FastifyRequest,
): Promise<Account> {
  const { db, clock, passwords } = accounts
  const account = await findAccountByName(db.reader, name)
  const counted = await whoIsCounted(accounts, account, name, request)
  const { log, ip } = request
  const told = { learner: account?.learnerId ?? null, ip }
  const tried = await takeTry(db, counted, clock()).catch((error: unknown) => {
    log.warn(told, 'a sign-in was refused: too many tries')
    throw error
  })
  const guest = counted.some(({ kind }) => kind === 'device') ? 'known' : 'stranger'
  const isRight = await passwords
    .matches(account?.passwordHash ?? null, password, guest)
    .catch(async (error: unknown) => {
      await tried.takeBack()
      throw error
    })
  if (!isRight || account === null) {
    log.warn(told, 'a sign-in failed')
    throw new Refusal('wrong_password', 'Name or password is wrong.')
  }
  await tried.takeBack(counted.filter(({ kind }) => kind !== 'address'))
  if (account.passwordHash !== null && passwords.isOutdated(account.passwordHash)) {
    const hash = await passwords.hash(password, 'known')
    await writing(db, (trx) => savePasswordHash(trx, account.learnerId, hash))
  }
  log.info(told, 'signed in')
  return account
}

async function whoIsCounted(
  { db, baseUrl }: Accounts,
  account: Account | null,
  name: string,
  request: FastifyRequest,
): Promise<Counted[]> {
  const device = readCookie(request, baseUrl, 'device')
  if (
    account !== null &&
    device !== null &&
    (await isKnownDevice(db.reader, account.learnerId, secretHash(device)))
  )
    return [{ kind: 'device', of: `${account.learnerId} ${device}` }]
  const key = nameKey(name)
  return [
    { kind: 'nameAndAddress', of: `${key} ${countedAddress(request.ip)}` },
    { kind: 'name', of: key },
    byAddress(request.ip),
  ]
}
