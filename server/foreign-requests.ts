import type { FastifyRequest } from 'fastify'
import { Refusal } from '../shared/basics/refusal.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Without accounts the loopback address is the only fence, so no other site may speak through the learner's browser:
 * a change must come from our own page (or from no page at all), whatever cookies or forms a site tries.
 */
export async function refuseForeignRequests(request: FastifyRequest): Promise<void> {
  if (safeMethods.has(request.method)) return
  const { origin, host } = request.headers
  const isForeign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
  if (isForeign || request.headers['sec-fetch-site'] === 'cross-site') {
    throw new Refusal('foreign_origin', 'Changes are taken only from the app’s own page.')
  }
}
