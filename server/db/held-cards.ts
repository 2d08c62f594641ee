import { sql } from 'kysely'
import type { CardId } from '../../shared/card/card.ts'
import type { HeldCards } from '../../shared/insight/card-figures.ts'
import type { DueCount } from '../../shared/insight/forecast.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { inChunks } from './in-chunks.ts'
import { toSchedule } from './state-rows.ts'
import type { Reader } from './tables.ts'

/** Some cards by their ids, or all that a learner has. */
export type CardSet = readonly CardId[] | 'all'

// As the partial index of `schedules` has it.
const isDueKind = sql<boolean>`due_on is not null and asked = 1 and suspended = 0`

/** How many of these cards are due on each day, and until when they are hidden. Of many cards a day may come more than once. */
export function countDue(db: Reader, learnerId: LearnerId, cards: CardSet): Promise<DueCount[]> {
  return inParts(cards, (part) =>
    scheduled(db, learnerId, part)
      .select((eb) => [eb.ref('due_on').$notNull().as('dueOn'), eb.fn.countAll<number>().as('count')])
      .select('buried_until as buriedUntil')
      .groupBy(['due_on', 'buried_until'])
      .execute(),
  )
}

/** What is held of the answered ones among these cards, cards that are held alike together. */
export async function countHeld(db: Reader, learnerId: LearnerId, cards: CardSet): Promise<HeldCards[]> {
  const alike = [
    'kind',
    'repetitions',
    'interval_days',
    'ease_hundredths',
    'repeated_on',
    'stability',
    'difficulty',
  ] as const
  const rows = await inParts(cards, (part) =>
    scheduled(db, learnerId, part)
      .select(alike)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .groupBy(alike)
      .execute(),
  )
  return rows.flatMap(({ count, ...row }) => {
    // Neither its lapses nor its day say how it is held.
    const schedule = toSchedule({ ...row, lapses: 0, due_on: row.repeated_on })
    return schedule.kind === 'new' ? [] : [{ schedule, count }]
  })
}

function scheduled(db: Reader, learnerId: LearnerId, part: CardSet) {
  const all = db.selectFrom('schedules').where('learner_id', '=', learnerId).where(isDueKind)
  return part === 'all' ? all : all.where('card_id', 'in', part)
}

async function inParts<Row>(cards: CardSet, ask: (part: CardSet) => Promise<Row[]>): Promise<Row[]> {
  if (cards === 'all') return ask('all')
  const rows: Row[] = []
  for (const part of inChunks(cards, 500)) rows.push(...(await ask(part)))
  return rows
}
