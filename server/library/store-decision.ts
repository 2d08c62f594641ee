import { v7 as uuidv7 } from 'uuid'
import { markAsked, updateCard } from '../db/cards.ts'
import { insertLibraryChange } from '../db/library-changes.ts'
import { writing } from '../db/open-database.ts'
import { insertRejections } from '../db/rejections.ts'
import type { CardsTable, RejectionsTable } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { undoableMs } from './apply-plan.ts'
import { cardsBefore } from './before.ts'
import { emptyBefore } from './library-plan.ts'

/** What the learner decided about cards. */
export interface MadeDecision {
  readonly updates: readonly { readonly id: string; readonly columns: Partial<CardsTable> }[]
  /** The cards as they are until now. */
  readonly cards: ReadonlyMap<string, CardsTable>
  readonly rejections: readonly RejectionsTable[]
  readonly sentence: string
  readonly now: number
}

/** Stores a decision with what it takes to undo it, in one transaction; returns the id of the change. Only inside `alone`. */
export async function storeDecision(
  { db, id: learnerId }: Learner,
  { updates, cards, rejections, sentence, now }: MadeDecision,
): Promise<string> {
  const changeId = uuidv7()
  const before = {
    ...emptyBefore,
    cards: cardsBefore(updates, cards),
    rejections: rejections.map(({ id }) => id),
  }
  await writing(db, async (trx) => {
    for (const { id, columns } of updates) await updateCard(trx, learnerId, id, columns)
    await insertRejections(trx, rejections)
    await markAsked(
      trx,
      learnerId,
      updates.map(({ id }) => id),
    )
    await insertLibraryChange(
      trx,
      {
        learner_id: learnerId,
        id: changeId,
        kind: 'decision',
        at: now,
        sentence,
        before: JSON.stringify(before),
        undone_at: null,
      },
      now - undoableMs,
    )
  })
  return changeId
}
