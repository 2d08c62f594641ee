import { type StatsRange, statsRanges, usualRange } from '../../../shared/insight/stats-range.ts'
import { type Scope, scopeKinds } from '../../../shared/schedule/scope.ts'
import { paths } from '../../router.ts'

/** What the charts are about: which cards, and how far back. */
export interface StatsAsked {
  /** Null for all cards. */
  readonly scope: Scope | null
  readonly range: StatsRange
}

/** What an address asks for; what it does not know is left out, and of two scopes the first counts. */
export function askedOf(query: Readonly<Record<string, string>>): StatsAsked {
  const kind = scopeKinds.find((one) => (query[one] ?? '') !== '')
  const range = statsRanges.find((one) => one === query.range) ?? usualRange
  return { range, scope: kind === undefined ? null : { kind, name: query[kind] ?? '' } }
}

/** The address that asks for it; the usual things are not named. */
export function statsAddress({ scope, range }: StatsAsked): string {
  const params = new URLSearchParams()
  if (scope !== null) params.set(scope.kind, scope.name)
  if (range !== usualRange) params.set('range', range)
  const text = params.toString()
  return text === '' ? paths.stats : `${paths.stats}?${text}`
}

/** The range beside another one, shorter (−1) or longer (1); the same at either end. */
export function rangeBeside(range: StatsRange, step: -1 | 1): StatsRange {
  return statsRanges[statsRanges.indexOf(range) + step] ?? range
}
