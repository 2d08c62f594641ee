import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Below this a reply fits a packet or two, and packing it costs more than it saves. */
const smallestLength = 8192

/**
 * Packs long JSON for a browser that can unpack it, beside the loop: a phone on a slow line waits for bytes. A short reply
 * passes through in the same turn, for an answer is one.
 */
export function compressReply(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: Error | null, payload?: unknown) => void,
): void {
  if (typeof payload !== 'string' || payload.length < smallestLength) return done(null, payload)
  if (reply.hasHeader('content-encoding')) return done(null, payload)
  void reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers['accept-encoding'] ?? ''))
    return done(null, payload)
  gzip(payload, { level: 4 }, (error, packed) => {
    if (error !== null) return done(error)
    void reply.header('content-encoding', 'gzip').removeHeader('content-length')
    done(null, packed)
  })
}
