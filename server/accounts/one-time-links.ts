import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { type LinkKind, linkLastsMs, nameFault } from '../../shared/account/account.ts'
import { passwordFault } from '../../shared/account/password-fault.ts'
import { countedAddress } from '../../shared/account/sign-in-limits.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import {
  type Account,
  findAccount,
  findAccountByName,
  insertAccount,
  savePasswordHash,
} from '../db/accounts.ts'
import { insertLearner } from '../db/learners.ts'
import { type OneTimeLink, findLink, insertLink, saveLinkUse } from '../db/one-time-links.ts'
import { writing } from '../db/open-database.ts'
import { deleteOtherSessions } from '../db/sessions.ts'
import type { Reader, Writer } from '../db/tables.ts'
import type { Accounts } from './accounts.ts'
import { newSecret, secretHash } from './secrets.ts'
import { takeTry } from './tries.ts'

/** Makes a link that works once. Its key is shown now and never again. */
export async function makeLink(
  trx: Writer,
  of: Pick<OneTimeLink, 'kind' | 'madeBy' | 'learnerId'>,
  now: EpochMs,
): Promise<{ link: OneTimeLink; key: string }> {
  const key = newSecret()
  const link = {
    id: uuidv7(),
    ...of,
    createdAt: now,
    expiresAt: (now + linkLastsMs[of.kind]) as EpochMs,
    usedAt: null,
  }
  await insertLink(trx, link, secretHash(key))
  return { link, key }
}

/** The address of a page that takes a key. Behind “#” it stays in the browser, out of the logs of servers. */
export const addressOfLink = (base: string, key: string): string => `${base}/join#${key}`

/** What a key is good for, and whose password it renews. */
export async function checkLink(
  accounts: Accounts,
  key: string,
  request: FastifyRequest,
): Promise<{ kind: LinkKind; name: string | null }> {
  const { db } = accounts
  const { kind, learnerId } = await countedLink(accounts, key, request)
  return { kind, name: learnerId === null ? null : ((await findAccount(db.reader, learnerId))?.name ?? null) }
}

/** Makes the account, or sets the password, that a link is for. */
export async function useLink(
  accounts: Accounts,
  { key, name, password }: { readonly key: string; readonly name: string; readonly password: string },
  request: FastifyRequest,
): Promise<Account> {
  const { db, clock, passwords, welcome } = accounts
  const found = await countedLink(accounts, key, request)
  const renewed = found.learnerId === null ? null : await findAccount(db.reader, found.learnerId)
  refuseFaults(renewed?.name ?? name, password)
  const passwordHash = await passwords.hash(password)
  const account = await writing(db, async (trx) => {
    const now = clock()
    const link = await openLink(trx, key, now)
    await saveLinkUse(trx, link.id, now)
    if (link.kind !== 'new_password') return addAccount(trx, accounts, link.kind, name.trim(), passwordHash)
    if (renewed === null) throw new Error(`Inconsistent: link ${link.id} renews nobody's password`)
    await savePasswordHash(trx, renewed.learnerId, passwordHash)
    await deleteOtherSessions(trx, renewed.learnerId, null)
    return renewed
  })
  await welcome(account.learnerId)
  request.log.info({ learner: account.learnerId, kind: found.kind }, 'a link was used')
  return account
}

/** The first account is that of the learner who was there before; every other one begins with nothing. */
export async function addAccount(
  trx: Writer,
  { clock, firstLearner }: Pick<Accounts, 'clock' | 'firstLearner'>,
  kind: Exclude<LinkKind, 'new_password'>,
  name: string,
  passwordHash: string | null,
  subject: string | null = null,
): Promise<Account> {
  if ((await findAccountByName(trx, name)) !== null)
    throw new Refusal('account_taken', `Somebody here is called “${name}” already. Choose another name.`)
  const now = clock()
  const isFirst = (await findAccount(trx, firstLearner)) === null
  if (kind === 'set_up' && !isFirst)
    throw new Refusal('link_expired', 'This server is set up already. Ask its admin for an invitation.')
  const takesFirst = isFirst && kind === 'set_up'
  const learnerId = takesFirst ? firstLearner : (uuidv7() as LearnerId)
  if (!takesFirst) await insertLearner(trx, learnerId, name, defaultSettings, now)
  const account = {
    learnerId,
    name,
    role: takesFirst ? ('admin' as const) : ('learner' as const),
    passwordHash,
  }
  await insertAccount(trx, { ...account, subject }, now)
  return { ...account, createdAt: now }
}

/** Guesses at keys are counted by address. */
async function countedLink(
  { db, clock }: Accounts,
  key: string,
  { ip, log }: FastifyRequest,
): Promise<OneTimeLink> {
  const tried = await takeTry(db, [{ kind: 'link', of: countedAddress(ip) }], clock())
  try {
    const link = await openLink(db.reader, key, clock())
    await tried.takeBack()
    return link
  } catch (error) {
    log.warn({ ip }, 'a link was refused')
    throw error
  }
}

async function openLink(db: Reader, key: string, now: number): Promise<OneTimeLink> {
  const link = await findLink(db, secretHash(key))
  if (link === null) throw new Refusal('link_expired', 'This link is not known here. Ask for a new one.')
  if (link.usedAt !== null)
    throw new Refusal('link_expired', 'This link was used already. Sign in, or ask for a new one.')
  if (link.expiresAt <= now) throw new Refusal('link_expired', 'This link is too old. Ask for a new one.')
  return link
}

function refuseFaults(name: string, password: string): void {
  const ofName = nameFault(name)
  if (ofName !== null) throw new Refusal('invalid_request', ofName)
  const ofPassword = passwordFault(password, name)
  if (ofPassword !== null) throw new Refusal('weak_password', ofPassword)
}
