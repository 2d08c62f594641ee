import { hashFields } from '../basics/hash.ts'

/** The profile of SM-2, which has no parameters. */
export const sm2Profile = 'sm2'

/** What a learner sets about FSRS. */
export interface FsrsSetting {
  /** The model's 21 weights. */
  readonly weights: readonly number[]
  /** The chance of recall, 0.70 to 0.97, at which a card returns. */
  readonly desiredRetention: number
}

/** The name under which events know a setting: the same setting always has the same name, on every device. */
export function fsrsProfile({ weights, desiredRetention }: FsrsSetting): string {
  return `fsrs-${hashFields(['fsrs-6', ...weights, desiredRetention])}`
}
