import type { FastifyRequest } from 'fastify'
import type { App, Deps } from './deps.ts'
import type { Learner } from './learner.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Set before anything else of the API looks at the request. */
    learner: Learner
  }
}

/** Puts the learner who asks on every request of the API; no route learns it any other way. */
export function knowWhoAsks(api: App, { db, clock, whoAsks, libraryOf }: Deps): void {
  api.decorateRequest('learner')
  api.addHook('onRequest', async (request) => {
    const id = await whoAsks(request)
    request.learner = { id, db, clock, zone: zoneOf(request), library: libraryOf(id) }
  })
}

/** The zone that an address names. Its form is judged later, by the schema of the address. */
function zoneOf({ query }: FastifyRequest): string | undefined {
  const { zone } = query as { readonly zone?: unknown }
  return typeof zone === 'string' ? zone : undefined
}
