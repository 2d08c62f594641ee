/** What a program may do with a token of its learner, from looking to changing notes. */
export const tokenScopes = ['read', 'review', 'write', 'import'] as const
export type TokenScope = (typeof tokenScopes)[number]

const reviewAddresses = /^\/(?:reviews|quizzes|quiz-plans)(?:\/|$)/
const importAddresses = /^\/imports(?:\/|$)/

/** What a request asks of the token that it comes with; `path` is the address behind `/api/v1`. */
export function scopeOf(method: string, path: string): TokenScope {
  if (method === 'GET' || method === 'HEAD') return 'read'
  if (reviewAddresses.test(path)) return 'review'
  return importAddresses.test(path) ? 'import' : 'write'
}
