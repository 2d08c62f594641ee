import { promisify } from 'node:util'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Below this a reply fits a packet or two, and packing it costs more than it saves. */
const smallestLength = 8192

/** Packs long JSON for a browser that can unpack it, beside the loop: a phone on a slow line waits for bytes. */
export async function compressReply(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < smallestLength) return payload
  if (reply.hasHeader('content-encoding')) return payload
  void reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers['accept-encoding'] ?? '')) return payload
  const { gzip } = await import('node:zlib')
  void reply.header('content-encoding', 'gzip').removeHeader('content-length')
  return promisify(gzip)(payload, { level: 4 })
}
