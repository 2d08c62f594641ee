import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { ConceptStanding, MasteryRules } from '../../shared/mastery/concept-standing.ts'
import { foldConcept } from '../../shared/mastery/fold-concept.ts'
import { digestFacts } from '../../shared/mastery/mastery-sums.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findActiveProfile } from '../db/learners.ts'
import { type Database, writing } from '../db/open-database.ts'
import {
  type KeptDigest,
  type KeptStanding,
  findKept,
  listDigests,
  listKeptAfter,
  listUnkept,
  readConceptLogs,
  saveStandings,
} from '../db/standings.ts'
import type { Reader } from '../db/tables.ts'
import { readRecallFit } from './read-recall-fit.ts'
import type { Schedulers } from './schedulers.ts'

/** What is kept of all concepts, in short. What is not kept yet is made from the log; `isWhole` says that nothing was. */
export async function readDigests(
  db: Reader,
  learnerId: LearnerId,
  schedulers: Schedulers,
): Promise<{ readonly kept: readonly KeptDigest[]; readonly isWhole: boolean }> {
  const kept = await listDigests(db, learnerId)
  const unkept = await listUnkept(db, learnerId, null, Number.MAX_SAFE_INTEGER)
  if (unkept.length === 0) return { kept, isWhole: true }
  const made = (await makeStandings(db, learnerId, unkept, schedulers)).map(
    ({ conceptId, standing, notes }) => ({
      conceptId,
      held: standing.held,
      stamp: '',
      digest: () => digestFacts(standing.facts),
      notes,
    }),
  )
  return { kept: [...kept, ...made], isWhole: false }
}

/** What is kept of some concepts, made from their logs where nothing is. */
export async function readStandings(
  db: Reader,
  learnerId: LearnerId,
  conceptIds: readonly ConceptId[],
  schedulers: Schedulers,
): Promise<ReadonlyMap<ConceptId, ConceptStanding>> {
  const kept = await findKept(db, learnerId, conceptIds)
  const known = new Set(kept.map(({ conceptId }) => conceptId))
  const unkept = conceptIds.filter((id) => !known.has(id))
  const made = unkept.length === 0 ? [] : await makeStandings(db, learnerId, unkept, schedulers)
  return new Map([...kept, ...made].map(({ conceptId, standing }) => [conceptId, standing]))
}

// Small enough that an answer waits for a part only a moment.
const conceptsAtOnce = 50

/** Keeps what is not kept yet, a part at a time, so that answers come in between. */
export async function fillStandings(
  db: Database,
  learnerId: LearnerId,
  schedulers: Schedulers,
): Promise<void> {
  let after: ConceptId | null = null
  do {
    const from: ConceptId | null = after
    after = await writing(db, async (trx) => {
      const unkept = await listUnkept(trx, learnerId, from, conceptsAtOnce)
      if (unkept.length > 0)
        await saveStandings(trx, learnerId, await makeStandings(trx, learnerId, unkept, schedulers))
      return unkept.length < conceptsAtOnce ? null : (unkept.at(-1) ?? null)
    })
    await nextTurn()
  } while (after !== null)
}

/** Keeps in the background what a look found missing, for one learner at a time. */
export class StandingFiller {
  readonly #db: Database
  readonly #schedulers: Schedulers
  readonly #onFault: (error: unknown) => void
  readonly #filling = new Map<LearnerId, Promise<void>>()

  constructor(db: Database, schedulers: Schedulers, onFault: (error: unknown) => void) {
    this.#db = db
    this.#schedulers = schedulers
    this.#onFault = onFault
  }

  fillSoon(learnerId: LearnerId): void {
    if (this.#filling.has(learnerId)) return
    const filling = fillStandings(this.#db, learnerId, this.#schedulers)
      .catch(this.#onFault)
      .finally(() => this.#filling.delete(learnerId))
    this.#filling.set(learnerId, filling)
  }

  /** Settles when nothing is being filled any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#filling.values())
  }
}

/** A kept standing that the log does not give. */
export interface StandingFault {
  readonly conceptId: ConceptId
  /** The columns that differ. */
  readonly columns: readonly string[]
}

/** Folds every concept's log and yields what is kept otherwise. What is not kept is no fault: it is made when looked at. */
export async function* findStandingFaults(
  db: Reader,
  learnerId: LearnerId,
  schedulers: Schedulers,
): AsyncGenerator<StandingFault> {
  let after: ConceptId | null = null
  for (;;) {
    const cached = await listKeptAfter(db, learnerId, after, conceptsAtOnce)
    const last = cached.at(-1)
    if (last === undefined) return
    after = last.conceptId
    const ids = cached.map(({ conceptId }) => conceptId)
    const made = new Map(
      (await makeStandings(db, learnerId, ids, schedulers)).map((one) => [one.conceptId, one]),
    )
    for (const { conceptId, differsFrom } of cached) {
      const wanted = made.get(conceptId)
      const columns = wanted === undefined ? [] : differsFrom(wanted)
      if (columns.length > 0) yield { conceptId, columns }
    }
    await nextTurn()
  }
}

/** The standings of some concepts, from their whole logs. */
async function makeStandings(
  db: Reader,
  learnerId: LearnerId,
  conceptIds: readonly ConceptId[],
  schedulers: Schedulers,
): Promise<KeptStanding[]> {
  const rules = await readMasteryRules(db, learnerId, schedulers)
  const logs = await readConceptLogs(db, learnerId, conceptIds)
  return logs.map(({ conceptId, facts, notes }) => ({
    conceptId,
    standing: foldConcept(facts, rules),
    notes,
  }))
}

async function readMasteryRules(
  db: Reader,
  learnerId: LearnerId,
  schedulers: Schedulers,
): Promise<MasteryRules> {
  const profile = await findActiveProfile(db, learnerId)
  return {
    scheduler: await schedulers.load(db, learnerId, profile),
    fit: await readRecallFit(db, learnerId),
  }
}
