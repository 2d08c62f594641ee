import type { FastifyRequest } from 'fastify'
import { Refusal } from '../shared/basics/refusal.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host) || host === '::1'
}

/**
 * Without accounts the loopback address is the only fence, so no other site may speak through the learner's browser. A
 * change must come from our own page, or from no page at all, whatever cookies or forms a site tries; and a server on
 * loopback answers only to loopback's names, or a site could point its own name here and read.
 */
export function refuseForeignRequests(listensOnLoopback: boolean) {
  return async ({ method, headers }: FastifyRequest): Promise<void> => {
    const { host = '', origin } = headers
    if (listensOnLoopback && !loopbackNames.has(host.replace(/:\d+$/, ''))) {
      throw new Refusal('foreign_origin', 'This server answers only to localhost. Open it by that name.')
    }
    if (safeMethods.has(method)) return
    const isForeign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
    if (isForeign || headers['sec-fetch-site'] === 'cross-site') {
      throw new Refusal('foreign_origin', 'Changes are taken only from the app’s own page.')
    }
  }
}
