import type { EpochMs } from '../../shared/basics/time.ts'
import { listDraftedSince } from '../db/drafted-sections.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from '../study/learner-settings.ts'

const twoDaysMs = 172_800_000

/** How many drafts the learner's own model may give on a study day, and how many of them are left on this one. */
export async function draftsToday({
  id,
  db,
  clock,
  zone,
}: Learner): Promise<{ readonly leftToday: number; readonly perDay: number }> {
  const now = clock()
  const settings = await readSettings(db.reader, id)
  const { today } = todayFor(settings, zone, now)
  const lately = await listDraftedSince(db.reader, id, (now - twoDaysMs) as EpochMs)
  const given = lately
    .filter(({ at }) => todayFor(settings, zone, at).today === today)
    .reduce((sum, { drafts }) => sum + drafts, 0)
  return { leftToday: Math.max(0, settings.draftsPerDay - given), perDay: settings.draftsPerDay }
}

/** How many drafts the learner's own model may still give on this study day. */
export async function draftsLeftToday(learner: Learner): Promise<number> {
  return (await draftsToday(learner)).leftToday
}
