import type { ConceptId } from '../../shared/concept/concept.ts'
import { type ConceptStanding, untouched } from '../../shared/mastery/concept-standing.ts'
import { digestFacts } from '../../shared/mastery/mastery-sums.ts'
import type { Level } from '../../shared/mastery/levels.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { fromJson, toJson } from './json-column.ts'
import {
  toChangeCells,
  toDigestCells,
  toFactCells,
  toFactStanding,
  toLevelChange,
  toTrend,
  toTrendCells,
} from './standing-cells.ts'
import type { ConceptStandingsTable } from './tables.ts'

/** The columns that are folded from the log. */
export type StandingColumns = Omit<ConceptStandingsTable, 'learner_id' | 'concept_id' | 'notes'>

/** A row of the cache as the standing that it caches. The inverse of `toStandingColumns`. */
export function toStanding(row: StandingColumns): ConceptStanding {
  return {
    facts: fromJson(row.facts).map(toFactStanding),
    day: row.day,
    before: { level: row.level_before as Level, missedSince: row.missed_before },
    held: { level: row.level as Level, missedSince: row.missed_since },
    history: fromJson(row.history).map(toLevelChange),
    trend: toTrend(fromJson(row.trend)),
    newest:
      row.newest_time === null || row.newest_id === null
        ? null
        : { time: row.newest_time, id: row.newest_id },
  }
}

/** A standing as columns of `concept_standings`. */
export function toStandingColumns(standing: ConceptStanding): StandingColumns {
  return {
    day: standing.day,
    level_before: standing.before.level,
    missed_before: standing.before.missedSince,
    level: standing.held.level,
    missed_since: standing.held.missedSince,
    newest_time: standing.newest?.time ?? null,
    newest_id: standing.newest?.id ?? null,
    facts: toJson(standing.facts.map(toFactCells)),
    digest: toJson(toDigestCells(digestFacts(standing.facts))),
    history: toJson(standing.history.map(toChangeCells)),
    trend: toJson(toTrendCells(standing.trend)),
  }
}

/** The names of those columns, in their order. */
export const standingColumns = Object.keys(toStandingColumns(untouched)) as readonly (keyof StandingColumns)[]

/** A concept's whole row. */
export function toStandingRow(
  learnerId: LearnerId,
  conceptId: ConceptId,
  standing: ConceptStanding,
  notes: readonly string[],
): ConceptStandingsTable {
  return {
    learner_id: learnerId,
    concept_id: conceptId,
    ...toStandingColumns(standing),
    notes: toJson(notes),
  }
}
