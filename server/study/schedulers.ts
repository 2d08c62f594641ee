import { Refusal } from '../../shared/basics/refusal.ts'
import { type Scheduler, sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import { sm2Profile } from '../../shared/schedule/profile.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findProfile } from '../db/profiles.ts'
import type { Reader } from '../db/tables.ts'

/**
 * The schedulers of the profiles in use. Answers are taken without waiting, so a profile is loaded before it becomes the
 * active one; FSRS itself is loaded only for a learner who chose it.
 */
export class Schedulers {
  readonly #known = new Map<string, Scheduler>([[sm2Profile, sm2Scheduler]])

  /** Makes a profile ready; refused when nothing is stored under its name. */
  async load(db: Reader, learnerId: LearnerId, profile: string): Promise<Scheduler> {
    const known = this.#known.get(profile)
    if (known !== undefined) return known
    const stored = await findProfile(db, learnerId, profile)
    if (stored === undefined)
      throw new Refusal('unknown_profile', `There is no profile ${profile}. Choose the scheduler again.`)
    const { fsrsScheduler } = await import('../../shared/schedule/fsrs-scheduler.ts')
    const scheduler = fsrsScheduler(stored.setting)
    this.#known.set(profile, scheduler)
    return scheduler
  }

  /** The scheduler of a profile that was loaded. */
  of(profile: string): Scheduler {
    const known = this.#known.get(profile)
    if (known === undefined) throw new Error(`Inconsistent: profile ${profile} is active and was not loaded`)
    return known
  }
}
