import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { Accounts } from './accounts.ts'
import type { Asker } from './asker.ts'
import { askerOfSession } from './sessions.ts'
import { askerOfToken } from './tokens.ts'

/** The header in which the page says whose answers it holds. No other site can send it without asking first. */
export const learnerHeader = 'x-recollect'

/** Who asks, for whom their page works, too. Throws where nobody is known. */
export async function askerOf(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asker> {
  const asker = await knownAsker(accounts, request, reply)
  if (asker === null) throw new Refusal('sign_in', 'Sign in to go on. Nothing is lost meanwhile.')
  if (asker.kind !== 'token') refuseOthersPage(asker, request)
  return asker
}

/** Who asks, whatever their page believes: by a token in the request, else by the session of the browser; null for nobody. */
export async function knownAsker(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asker | null> {
  const { authorization } = request.headers
  // A proxy that asks for a password of its own passes it on here. It is none of ours.
  if (authorization !== undefined && !/^Basic /i.test(authorization))
    return askerOfToken(accounts, bearerOf(authorization))
  return askerOfSession(accounts, request, reply)
}

function bearerOf(authorization: string): string {
  const token = /^Bearer (\S+)$/i.exec(authorization.trim())?.[1]
  if (token === undefined)
    throw new Refusal('sign_in', 'The header “authorization” is not understood. Write: Bearer, and a token.')
  return token
}

/** A page that still holds the answers of somebody else must not send them to whoever signed in after them. */
function refuseOthersPage({ learnerId }: Asker, { method, headers }: FastifyRequest): void {
  const named = headers[learnerHeader]
  if (named === learnerId) return
  if (named === undefined && (method === 'GET' || method === 'HEAD')) return
  throw new Refusal('other_learner', 'The page does not know yet that you are signed in. Load it again.')
}
