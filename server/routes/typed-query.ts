import type { FastifyRequest } from 'fastify'

/**
 * A query string carries text only. The named fields become numbers or booleans where they are written as such, so that
 * the schema can judge them; bodies are never coerced.
 */
export function typedQuery(...names: readonly string[]) {
  return async (request: FastifyRequest): Promise<void> => {
    const query = request.query as Record<string, unknown>
    for (const name of names) query[name] = typed(query[name])
    for (const name of names) if (query[name] === undefined) delete query[name]
  }
}

function typed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (value === 'true') return true
  if (value === 'false') return false
  return /^-?\d{1,15}$/.test(value) ? Number(value) : value
}
