import type { BlockList } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isTrusted } from './trusted-networks.ts'

/** Says once that somebody speaks for others and is not listed: until they are, all those others are counted as one. */
export function sayUnlistedProxy(trustedNetworks: BlockList) {
  let isSaid = false
  return (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
    if (!isSaid && request.headers['x-forwarded-for'] !== undefined) {
      const proxy = request.socket.remoteAddress ?? ''
      isSaid = !isTrusted(trustedNetworks, proxy)
      if (isSaid)
        request.log.warn(
          { proxy },
          'a request was passed on by a proxy that TRUSTED_REVERSE_PROXY_NETWORKS does not list: all whom it serves count as one address',
        )
    }
    done()
  }
}
