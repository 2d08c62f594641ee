import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type Scheduler, sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import { sm2Profile } from '../../shared/schedule/profile.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Scope, ScopeKey } from '../../shared/schedule/scope.ts'
import { findProfile } from '../db/profiles.ts'
import type { Reader } from '../db/tables.ts'
import { readScopeMembers } from './scope-members.ts'

/** The cards of a learner that lie in a scope of a profile. */
interface Members {
  readonly profile: string
  readonly cards: ReadonlyMap<CardId, ScopeKey>
}

/**
 * The schedulers of the profiles in use. Answers are taken without waiting, so a profile is loaded before it becomes the
 * active one, with the cards of its scopes; FSRS itself is loaded only for a learner who chose it.
 */
export class Schedulers {
  readonly #known = new Map<string, Scheduler>([[sm2Profile, sm2Scheduler]])
  /** The scopes of the profiles that have some. */
  readonly #scopes = new Map<string, readonly Scope[]>()
  readonly #members = new Map<LearnerId, Members>()
  /** All learners' members: a card has one owner. */
  readonly #scopeOf = new Map<CardId, ScopeKey>()

  /** Makes a profile ready; refused when nothing is stored under its name. */
  async load(db: Reader, learnerId: LearnerId, profile: string): Promise<Scheduler> {
    const scheduler = this.#known.get(profile) ?? (await this.#make(db, learnerId, profile))
    // What is known of these members is renewed by `renewMembers` alone, which says what moved.
    if (this.#scopes.has(profile) && this.#members.get(learnerId)?.profile !== profile)
      await this.renewMembers(db, learnerId, profile)
    return scheduler
  }

  /** The scheduler of a profile that was loaded. */
  of(profile: string): Scheduler {
    const known = this.#known.get(profile)
    if (known === undefined) throw new Error(`Inconsistent: profile ${profile} is active and was not loaded`)
    return known
  }

  /** Looks again which of a learner's cards lie in the scopes of a profile, and gives those that moved. */
  async renewMembers(db: Reader, learnerId: LearnerId, profile: string): Promise<CardId[]> {
    const scopes = this.#scopes.get(profile)
    if (scopes === undefined) return []
    const cards = await readScopeMembers(db, learnerId, scopes)
    const before = this.#members.get(learnerId)?.cards ?? new Map<CardId, ScopeKey>()
    this.#members.set(learnerId, { profile, cards })
    for (const card of before.keys()) this.#scopeOf.delete(card)
    for (const [card, key] of cards) this.#scopeOf.set(card, key)
    return [...new Set([...before.keys(), ...cards.keys()])].filter(
      (card) => before.get(card) !== cards.get(card),
    )
  }

  async #make(db: Reader, learnerId: LearnerId, profile: string): Promise<Scheduler> {
    const stored = await findProfile(db, learnerId, profile)
    if (stored === undefined)
      throw new Refusal('unknown_profile', `There is no profile ${profile}. Choose the scheduler again.`)
    const { fsrsScheduler } = await import('../../shared/schedule/fsrs-scheduler.ts')
    const { setting } = stored
    const scheduler = fsrsScheduler(setting, (card) => this.#scopeOf.get(card))
    if (setting.scopes !== undefined)
      this.#scopes.set(
        profile,
        setting.scopes.map(({ scope }) => scope),
      )
    this.#known.set(profile, scheduler)
    return scheduler
  }
}
