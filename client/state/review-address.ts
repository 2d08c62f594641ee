import { paths } from '../router.ts'
import { type Scope, scopeNames } from './scope.ts'

/** The address of a sitting with this scope. */
export function reviewAddress(scope: Partial<Scope>): string {
  const query = scopeQuery(scope)
  return query === '' ? '/review' : `/review?${query}`
}

/** Where a session of this scope is looked at before it begins. */
export function studyAddress(scope: Partial<Scope>): string {
  const query = scopeQuery(scope)
  return query === '' ? paths.study : `${paths.study}?${query}`
}

function scopeQuery(scope: Partial<Scope>): string {
  const pairs = Object.entries(scopeNames).flatMap(([name, field]) => {
    const value = scope[field]
    return value === undefined ? [] : [[name, value === true ? '1' : String(value)]]
  })
  return new URLSearchParams(pairs).toString()
}
