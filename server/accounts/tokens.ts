import { v7 as uuidv7 } from 'uuid'
import type { TokenScope } from '../../shared/account/token-scopes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import {
  type ApiToken,
  deleteApiToken,
  findApiToken,
  insertApiToken,
  listApiTokens,
  saveTokenUse,
} from '../db/api-tokens.ts'
import { writing } from '../db/open-database.ts'
import type { Accounts } from './accounts.ts'
import type { Asker } from './asker.ts'
import { newSecret, secretHash, tokenBeginning } from './secrets.ts'

const mostTokens = 50
const dayMs = 86_400_000
const useEveryMs = 600_000

/** Makes a token for a program of the learner's. It is shown now and never again. */
export async function makeToken(
  { db, clock }: Accounts,
  learnerId: LearnerId,
  wanted: { readonly name: string; readonly scopes: readonly TokenScope[]; readonly days: number | null },
): Promise<{ token: ApiToken; secret: string }> {
  const secret = newSecret(tokenBeginning)
  const now = clock()
  const token: ApiToken = {
    learnerId,
    id: uuidv7(),
    name: wanted.name.trim(),
    scopes: wanted.scopes,
    createdAt: now,
    expiresAt: wanted.days === null ? null : ((now + wanted.days * dayMs) as EpochMs),
    usedAt: null,
  }
  await writing(db, async (trx) => {
    if ((await listApiTokens(trx, learnerId)).length >= mostTokens)
      throw new Refusal(
        'not_allowed',
        `There are ${mostTokens} tokens already. Revoke one that is not used any more.`,
      )
    await insertApiToken(trx, token, secretHash(secret))
  })
  return { token, secret }
}

export async function revokeToken({ db }: Accounts, learnerId: LearnerId, id: string): Promise<void> {
  const wasThere = await writing(db, (trx) => deleteApiToken(trx, learnerId, id))
  if (!wasThere) throw new Refusal('not_found', 'There is no such token. It may have been revoked already.')
}

/** Who asks with this token. Throws where it is not good. */
export async function askerOfToken({ db, clock }: Accounts, secret: string): Promise<Asker> {
  const token = await findApiToken(db.reader, secretHash(secret))
  if (token === null) throw new Refusal('sign_in', 'The token is not known here. It may have been revoked.')
  const now = clock()
  if (token.expiresAt !== null && token.expiresAt <= now)
    throw new Refusal('sign_in', 'The token is too old. Make a new one in Settings.')
  if (token.usedAt === null || now >= token.usedAt + useEveryMs)
    await writing(db, (trx) => saveTokenUse(trx, token.learnerId, token.id, now))
  return { kind: 'token', learnerId: token.learnerId, scopes: token.scopes }
}
