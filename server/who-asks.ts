import type { FastifyRequest } from 'fastify'
import { scopeOf } from '../shared/account/token-scopes.ts'
import { Refusal } from '../shared/basics/refusal.ts'
import type { Asker } from './accounts/asker.ts'
import type { App, Deps } from './deps.ts'
import type { Learner } from './learner.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, and how that is known. Set before anything else of the API looks at the request, but for public addresses. */
    asker: Asker
    /** For whom the use cases work. */
    learner: Learner
  }
  interface FastifyContextConfig {
    /** Nobody has to be known here: this is how people come in. */
    readonly isPublic?: boolean
  }
}

/** Puts the learner who asks on every request of the API; no route learns it any other way. */
export function knowWhoAsks(api: App, { db, clock, accounts, whoAsks, libraryOf }: Deps): void {
  api.decorateRequest('asker')
  api.decorateRequest('learner')
  api.addHook('onRequest', async (request, reply) => {
    // What is one learner's is kept by no proxy, and by no browser that several people use.
    if (accounts !== null) void reply.header('cache-control', 'no-store')
    if (request.routeOptions.config.isPublic === true) return
    const asker = await whoAsks(request, reply)
    refuseBeyondScopes(asker, request)
    const id = asker.learnerId
    request.asker = asker
    request.learner = { id, db, clock, zone: zoneOf(request), library: libraryOf(id) }
  })
}

/** A token does what it was made for, and nothing more. */
function refuseBeyondScopes(asker: Asker, { method, routeOptions }: FastifyRequest): void {
  if (asker.kind !== 'token') return
  const wanted = scopeOf(method, (routeOptions.url ?? '').replace(/^\/api\/v1/, ''))
  if (asker.scopes.includes(wanted)) return
  throw new Refusal(
    'not_allowed',
    `This token was not made for that: it lacks “${wanted}”. Make another one in Settings.`,
  )
}

/** The zone that an address names. Its form is judged later, by the schema of the address. */
function zoneOf({ query }: FastifyRequest): string | undefined {
  const { zone } = query as { readonly zone?: unknown }
  return typeof zone === 'string' ? zone : undefined
}
