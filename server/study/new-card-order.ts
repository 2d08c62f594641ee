import type { Settings } from '../../shared/api/settings.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findNewCards } from '../db/queue.ts'
import type { Reader } from '../db/tables.ts'
import { readScopeMembers } from './scope-members.ts'

/** More new cards than any library has. */
const all = 1_000_000

/**
 * Gives the first new cards in the order in which they are introduced: those of the soonest exam, then as they stand. Cards that are put off come
 * with the day until which is looked. */
export async function newCardOrder(
  db: Reader,
  learnerId: LearnerId,
  { exams }: Pick<Settings, 'exams'>,
  today: Day,
  until = today,
): Promise<(limit: number) => Promise<readonly CardId[]>> {
  const coming = exams.filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : 1))
  if (coming.length === 0) return (limit) => findNewCards(db, learnerId, until, limit)
  const ordered: CardId[] = []
  const fresh = await findNewCards(db, learnerId, until, all)
  const taken = new Set<CardId>()
  for (const { kind, name } of coming) {
    const members = await readScopeMembers(db, learnerId, [{ kind, name }])
    for (const card of fresh) {
      if (!members.has(card) || taken.has(card)) continue
      taken.add(card)
      ordered.push(card)
    }
  }
  ordered.push(...fresh.filter((card) => !taken.has(card)))
  return (limit) => Promise.resolve(ordered.slice(0, limit))
}
