import { type Day, addDays, dayNumber, daysBetween, formatDay } from '../basics/time.ts'
import type { ConceptStanding, HeldLevel, LevelCause, LevelChange } from './concept-standing.ts'
import { isMissed, isProven, keptLevel } from './held-level.ts'
import { type Level, graceDays, levelRules, returnsAfterDays } from './levels.ts'
import { type FactStanding, type MasterySums, lastingRecall, sumFacts } from './mastery-sums.ts'

/** How the level moved, up to `today`: also by what nobody did. `sums` are those of its facts on `today`. */
export function levelHistory(
  standing: ConceptStanding,
  today: Day,
  sums: MasterySums = sumFacts(standing.facts, today),
): readonly LevelChange[] {
  return levelUntil(standing, today, sums).changes
}

/** The same with the level as it is held then. */
export function levelUntil(
  standing: ConceptStanding,
  today: Day,
  sums: MasterySums,
): { readonly changes: readonly LevelChange[]; readonly held: HeldLevel } {
  const { day, held, history, facts } = standing
  if (day === null) return { changes: history, held }
  const answered = [...history, ...changeOf(standing)]
  const cameIn = cameInOn(facts, day, today)
  if (levelLeft(held, sums, today) === held.level)
    return { changes: answered, held: asHeld(held.level, held.missedSince, sums, cameIn) }
  // What faded before new facts came in, what they took, and what faded since.
  const { changes: before, held: left } = untilDay(facts.filter(isThere), held, day, cameIn)
  const then = cameIn === today ? sums : sumFacts(facts, cameIn)
  const kept = levelLeft(left, then, cameIn)
  const grown: LevelChange[] =
    kept < left.level ? [{ on: cameIn, from: left.level, to: kept, why: { kind: 'more_asked' } }] : []
  const after = untilDay(facts, asHeld(kept, left.missedSince, then, cameIn), cameIn, today)
  return { changes: [...answered, ...before, ...grown, ...after.changes], held: after.held }
}

/** What is left of a level on a day without a further answer. */
export function levelLeft({ level, missedSince }: HeldLevel, sums: MasterySums, day: Day): Level {
  return keptLevel(level, sums, missedSince !== null && isInGrace(missedSince, day))
}

/** Whether a fact had come in when the last answer was given. */
export const isThere = ({ since }: FactStanding): boolean => since === null

/** Whether a level that is not proven in full since a day is in its days of grace. */
export function isInGrace(missedSince: Day, day: Day): boolean {
  return day < addDays(missedSince, graceDays)
}

/** A level with the day since which it is missed, if it is. */
export function asHeld(level: Level, missedSince: Day | null, sums: MasterySums, day: Day): HeldLevel {
  return { level, missedSince: isMissed(level, sums) ? (missedSince ?? day) : null }
}

/** A level that was lost because facts failed. */
export const isFailed = ({ from, to, why }: LevelChange): boolean => to < from && why.kind === 'failed'

/** The day on which a level that was lost by a failure may come back, as long as that lies ahead. */
export function returnsOn(history: readonly LevelChange[], level: Level, today: Day): Day | null {
  const fall = history.findLast(isFailed)
  const on = fall === undefined ? today : addDays(fall.on, returnsAfterDays)
  return fall !== undefined && fall.to === level && on > today ? on : null
}

/** The change of the standing's last day, if its level moved on it. */
export function changeOf({
  day,
  held: { level },
  before: { level: from },
  facts,
}: Pick<ConceptStanding, 'day' | 'held' | 'before' | 'facts'>): LevelChange[] {
  if (day === null || level === from) return []
  return [{ on: day, from, to: level, why: causeOf(facts.filter(isThere), from, level, day) }]
}

function causeOf(facts: readonly FactStanding[], from: Level, to: Level, on: Day): LevelCause {
  const day = dayNumber(on)
  if (to === 1 && from === 0) return { kind: 'started' }
  if (to > from)
    return { kind: 'recalled', facts: facts.filter(({ evidence }) => evidence.recalledOn === day).length }
  const failed = facts.filter(({ evidence }) => evidence.failedOn === day).length
  if (failed > 0) return { kind: 'failed', facts: failed }
  const sums = sumFacts(facts, on)
  const lost = levelRules.find((rule) => rule.level === to + 1)
  return lost === undefined || isProven(sums, lost)
    ? { kind: 'faded', recall: lastingRecall(sums) }
    : { kind: 'more_asked' }
}

/** What becomes of a level after `from`, up to and with `until`, without a further answer. */
export function untilDay(
  facts: readonly FactStanding[],
  start: HeldLevel,
  from: Day,
  until: Day,
): { readonly changes: readonly LevelChange[]; readonly held: HeldLevel } {
  const changes: LevelChange[] = []
  let held = start
  let at = from
  while (at < until) {
    const graceEnds = held.missedSince === null ? at : addDays(held.missedSince, graceDays)
    const endsWithGrace = graceEnds > at && graceEnds <= until
    const stretchEnds = endsWithGrace ? graceEnds : until
    const fadedOn = firstFaded(facts, held, at, endsWithGrace ? addDays(stretchEnds, -1) : stretchEnds)
    const on = fadedOn ?? stretchEnds
    const sums = sumFacts(facts, on)
    const to = levelLeft(held, sums, on)
    if (to < held.level) {
      const failed = fadedOn === null ? countFailedSince(facts, held.missedSince) : 0
      const why: LevelCause =
        failed > 0 ? { kind: 'failed', facts: failed } : { kind: 'faded', recall: lastingRecall(sums) }
      changes.push({ on, from: held.level, to, why })
    }
    held = asHeld(to, held.missedSince, sums, on)
    at = on
  }
  return { changes, held }
}

/** The first day after `from`, up to `until`, on which recall has sunk under what the level bears: it only sinks, so by halving. */
function firstFaded(facts: readonly FactStanding[], held: HeldLevel, from: Day, until: Day): Day | null {
  const isFaded = (day: Day) => levelLeft(held, sumFacts(facts, day), day) < held.level
  return until <= from || !isFaded(until) ? null : firstDayOf(isFaded, from, until)
}

/** The first day after `from` of what is so on `until`, once so stays so, and was not on `from`. */
export function firstDayOf(isSo: (day: Day) => boolean, from: Day, until: Day): Day {
  let [low, high] = [0, daysBetween(from, until)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isSo(addDays(from, middle))) high = middle
    else low = middle
  }
  return addDays(from, high)
}

/** How many facts failed on a day or later; null for ever. */
export function countFailedSince(facts: readonly FactStanding[], since: Day | null): number {
  const day = since === null ? 0 : dayNumber(since)
  return facts.filter(({ evidence }) => (evidence.failedOn ?? 0) >= day).length
}

/** The day on which the newest fact came in since `day`, else `today`: days are the learner's, so that of UTC is near enough. */
function cameInOn(facts: readonly FactStanding[], day: Day, today: Day): Day {
  const since = Math.max(0, ...facts.map((fact) => fact.since ?? 0))
  const on = formatDay(Math.floor(since / dayMs))
  if (since === 0 || on > today) return today
  return on < day ? day : on
}
const dayMs = 86_400_000
