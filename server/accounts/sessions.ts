import type { FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { deviceWords } from '../../shared/account/device-words.ts'
import { idleDays, judgeSession, mostDays } from '../../shared/account/session-life.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { writing } from '../db/open-database.ts'
import {
  type Session,
  deleteEndedSessions,
  deleteOtherSessions,
  deleteSession,
  deleteSessionOfSecret,
  findSession,
  insertSession,
  saveSession,
} from '../db/sessions.ts'
import { forgetDevicesBefore, rememberDevice } from '../db/sign-in-tries.ts'
import type { Accounts } from './accounts.ts'
import type { Asker } from './asker.ts'
import { clearCookie, readCookie, setCookie } from './cookies.ts'
import { newSecret, secretHash } from './secrets.ts'

/**
 * Signs a browser in: a session of its own, under a secret that was never used before. The one that it held until now, whoever's
 * it was, ends with that. Returns its id.
 */
export async function beginSession(
  { db, clock, baseUrl }: Accounts,
  learnerId: LearnerId,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const [secret, device] = [newSecret(), readCookie(request, baseUrl, 'device') ?? newSecret()]
  const before = readCookie(request, baseUrl, 'session')
  const now = clock()
  const session: Session = {
    learnerId,
    id: uuidv7(),
    secretHash: secretHash(secret),
    previousHash: null,
    rotatedAt: now,
    confirmedAt: null,
    device: deviceWords(request.headers['user-agent'] ?? ''),
    createdAt: now,
    seenAt: now,
  }
  await writing(db, async (trx) => {
    await deleteEndedSessions(trx, learnerId, now - idleDays * dayMs, now - mostDays * dayMs)
    await forgetDevicesBefore(trx, learnerId, now - mostDays * dayMs)
    if (before !== null) await deleteSessionOfSecret(trx, secretHash(before))
    await insertSession(trx, session)
    await rememberDevice(trx, learnerId, secretHash(device), now)
  })
  setCookie(reply, baseUrl, 'session', secret)
  setCookie(reply, baseUrl, 'device', device)
  return session.id
}

const dayMs = 86_400_000

/** Who asks with the session that the browser holds; null where it holds none that is good. */
export async function askerOfSession(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asker | null> {
  const { db, clock, baseUrl } = accounts
  const secret = readCookie(request, baseUrl, 'session')
  if (secret === null) return null
  const hash = secretHash(secret)
  const session = await findSession(db.reader, hash)
  if (session === null) return null
  const verdict = judgeSession(session, hash === session.secretHash ? 'present' : 'previous', clock())
  if (verdict.kind !== 'good') {
    if (verdict.kind === 'stolen')
      request.log.warn(
        { learner: session.learnerId, session: session.id, ip: request.ip },
        'a session was ended: a secret came that its browser had given up',
      )
    await writing(db, (trx) => deleteSession(trx, session.learnerId, session.id))
    clearCookie(reply, baseUrl, 'session')
    return null
  }
  const { rotates, confirms, isSeen } = verdict
  if (rotates || confirms || isSeen) {
    const fresh = rotates ? newSecret() : null
    const isKept = await keep(accounts, session, hash, fresh, confirms)
    if (fresh !== null && isKept) setCookie(reply, baseUrl, 'session', fresh)
  }
  return { kind: 'session', learnerId: session.learnerId, sessionId: session.id, role: session.role }
}

/** Whether it was kept: of two requests at once that would change the secret, one does. */
async function keep(
  { db, clock }: Accounts,
  { learnerId, id, ...known }: Session,
  cameWith: string,
  fresh: string | null,
  confirms: boolean,
): Promise<boolean> {
  const now = clock()
  const { secretHash: present, previousHash, rotatedAt, confirmedAt, device, createdAt } = known
  const changed =
    fresh === null
      ? { secretHash: present, previousHash, rotatedAt, confirmedAt: confirms ? now : confirmedAt }
      : { secretHash: secretHash(fresh), previousHash: cameWith, rotatedAt: now, confirmedAt: null }
  return writing(db, (trx) =>
    saveSession(trx, { learnerId, id, device, createdAt, seenAt: now, ...changed }, present),
  )
}

/** Signs this browser out, whoever its page believes to work for. */
export async function endSession(
  { db, baseUrl }: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const secret = readCookie(request, baseUrl, 'session')
  if (secret !== null) await writing(db, (trx) => deleteSessionOfSecret(trx, secretHash(secret)))
  clearCookie(reply, baseUrl, 'session')
}

/** Signs one of the learner's browsers out. */
export async function revokeSession({ db }: Accounts, learnerId: LearnerId, id: string): Promise<void> {
  const wasThere = await writing(db, (trx) => deleteSession(trx, learnerId, id))
  if (!wasThere) throw new Refusal('not_found', 'There is no such session. It may have ended already.')
}

/** Signs all of the learner's browsers out but this one. */
export async function revokeOtherSessions(
  { db }: Accounts,
  learnerId: LearnerId,
  kept: string | null,
): Promise<void> {
  await writing(db, (trx) => deleteOtherSessions(trx, learnerId, kept))
}
