import type { FittedRecall } from './answer-store.ts'
import { fromJson } from './json-column.ts'
import type { LearnersTable, ProfilesTable } from './tables.ts'

/** A learner's row with that of the profile in force, as what predictions were fitted to. */
export interface FittedColumns {
  readonly sm2_recall: LearnersTable['sm2_recall']
  readonly parameters: ProfilesTable['parameters'] | null
}

export function toFittedRecall({ sm2_recall: recall, parameters }: FittedColumns): FittedRecall {
  return { perInterval: recall && fromJson(recall), fsrs: parameters && fromJson(parameters) }
}
