import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** Names of requests that no other run of the server gives: a log of months may be searched for one. */
export function requestNames(): () => string {
  const run = randomBytes(4).toString('hex')
  let count = 0
  return () => `${run}-${(++count).toString(36)}`
}

/**
 * What the log says of requests and faults. A query holds what somebody searched for, a header who they are, and an error may
 * carry whatever it was made with: none of it is written down.
 */
export const logSerializers = {
  req: ({ method, url }: FastifyRequest) => ({ method, path: url.split('?', 1)[0] ?? '' }),
  err: (error: Error): LoggedError => ({
    type: error.constructor.name,
    message: error.message.slice(0, 300),
    // The frames alone: the first line repeats the message in full.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...('code' in error ? { code: error.code } : {}),
    ...(error.cause instanceof Error ? { cause: logSerializers.err(error.cause) } : {}),
  }),
}

interface LoggedError {
  readonly [field: string]: unknown
  type: string
  message: string
  stack: string
}
