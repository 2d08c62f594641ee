import type { StatsChartsQuery, StatsChartsReply } from '../../shared/api/stats-charts.ts'
import { assertNever } from '../../shared/basics/brand.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { Calibration } from '../../shared/insight/calibration.ts'
import type { Leech } from '../../shared/insight/find-leeches.ts'
import { rangeStart, usualRange } from '../../shared/insight/stats-range.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { rulesIn } from '../../shared/schedule/profile.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type Scope, scopeKey, scopeKinds } from '../../shared/schedule/scope.ts'
import { findConcept } from '../db/concepts.ts'
import { findActiveProfile } from '../db/learners.ts'
import { findNoteNames } from '../db/notes.ts'
import { findProfile } from '../db/profiles.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { MemoryRunner } from './memory-runner.ts'
import { readFronts } from './read-fronts.ts'
import { toScope } from './scope-settings.ts'

/** A longer list is none to work on. */
const mostLeeches = 50

/** The figures of every chart: of all cards, or of those of a concept, a note or a tag. */
export async function openStatsCharts(
  learner: Learner,
  run: MemoryRunner,
  query: StatsChartsQuery,
): Promise<StatsChartsReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const settings = await readSettings(db, learnerId)
  const { today } = todayFor(settings, zone, clock())
  const range = query.range ?? usualRange
  const scope = await scopeAsked(db, learnerId, query)
  const { answers, cards } = await run({
    kind: 'gatherStats',
    learnerId,
    scope,
    today,
    from: rangeStart(range, today),
    leechDays: settings.leechLapses,
  })
  const { leeches, ...figures } = answers
  return {
    today,
    range,
    scope: scope === null ? null : { ...scope, title: await titleOf(db, learnerId, scope) },
    wanted: await wantedRecall(db, learnerId, scope),
    ...figures,
    leeches: await withFronts(db, learnerId, leeches.slice(0, mostLeeches)),
    leechTotal: leeches.length,
    leechDays: settings.leechLapses,
    ...cards,
  }
}

/** Predicted against actual over all answers, for the line that stands beside a mastery number. */
export async function openCalibration(
  { id: learnerId, db }: Learner,
  run: MemoryRunner,
  query: Omit<StatsChartsQuery, 'range'>,
): Promise<Calibration> {
  return run({ kind: 'calibrate', learnerId, scope: await scopeAsked(db.reader, learnerId, query) })
}

/** At most one kind may be named: a figure of two scopes would belong to neither. */
async function scopeAsked(db: Reader, learnerId: LearnerId, query: StatsChartsQuery): Promise<Scope | null> {
  const [first, ...others] = scopeKinds.flatMap((kind) => {
    const name = query[kind]
    return name === undefined ? [] : [{ kind, name }]
  })
  if (others.length > 0) throw new Refusal('invalid_request', 'Name one concept, one note or one tag.')
  return first === undefined ? null : toScope(db, learnerId, first)
}

async function titleOf(db: Reader, learnerId: LearnerId, { kind, name }: Scope): Promise<string> {
  switch (kind) {
    case 'concept':
      return (await findConcept(db, learnerId, name as ConceptId))?.term ?? ''
    case 'note':
      return (await findNoteNames(db, learnerId, [name as NoteId]))[0]?.title ?? ''
    case 'tag':
      return `#${name}`
    default:
      return assertNever(kind)
  }
}

/** What the learner asks of FSRS there; SM-2 is asked for nothing. */
async function wantedRecall(db: Reader, learnerId: LearnerId, scope: Scope | null): Promise<number | null> {
  const stored = await findProfile(db, learnerId, await findActiveProfile(db, learnerId))
  if (stored === undefined) return null
  return rulesIn(stored.setting, scope === null ? undefined : scopeKey(scope)).desiredRetention
}

async function withFronts(
  db: Reader,
  learnerId: LearnerId,
  leeches: readonly Leech[],
): Promise<StatsChartsReply['leeches']> {
  const fronts = await readFronts(
    db,
    learnerId,
    leeches.map(({ card }) => card),
  )
  return leeches.map((leech) => ({ ...leech, front: fronts.get(leech.card) ?? '' }))
}
