import { hashFields } from '../basics/hash.ts'
import { type Scope, scopeKey } from './scope.ts'

/** The profile of SM-2, which has no parameters. */
export const sm2Profile = 'sm2'

/** What FSRS schedules a card by. */
export interface FsrsRules {
  /** The model's 21 weights. */
  readonly weights: readonly number[]
  /** The chance of recall, 0.70 to 0.97, at which a card returns. */
  readonly desiredRetention: number
}

/** What the cards of a scope have of their own. */
export interface ScopeSetting {
  readonly scope: Scope
  readonly desiredRetention: number
  /** Absent while the learner's weights hold there too. They share the learner's w20, so that one curve shows every recall. */
  readonly weights?: readonly number[]
}

/** What a learner sets about FSRS. */
export interface FsrsSetting extends FsrsRules {
  /** Of several scopes that hold a card the first counts. */
  readonly scopes?: readonly ScopeSetting[]
}

/** The name under which events know a setting: the same setting always has the same name, on every device. */
export function fsrsProfile({ weights, desiredRetention, scopes = [] }: FsrsSetting): string {
  const own = scopes.flatMap((one) => [scopeKey(one.scope), one.desiredRetention, ...(one.weights ?? [])])
  return `fsrs-${hashFields(['fsrs-6', ...weights, desiredRetention, ...own])}`
}

/** Whether two settings run on the same numbers. */
export function haveSameWeights(a: FsrsRules, b: FsrsRules): boolean {
  return (
    a.weights.length === b.weights.length && a.weights.every((weight, index) => weight === b.weights[index])
  )
}

/** What a card of a scope is scheduled by; the learner's own where nothing is set for it. */
export function rulesIn(setting: FsrsSetting, key: string | undefined): FsrsRules {
  const own = setting.scopes?.find(({ scope }) => scopeKey(scope) === key)
  if (own === undefined) return setting
  return { weights: own.weights ?? setting.weights, desiredRetention: own.desiredRetention }
}
