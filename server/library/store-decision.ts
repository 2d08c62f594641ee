import { v7 as uuidv7 } from 'uuid'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { emptyBefore, toBeforeColumn } from '../db/before-column.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { markAsked, updateCard } from '../db/cards.ts'
import { insertLibraryChange } from '../db/library-changes.ts'
import { writing } from '../db/open-database.ts'
import { type Rejection, insertRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { undoableSince } from './apply-plan.ts'
import { cardsBefore } from './before.ts'

/** What the learner decided about cards. */
export interface MadeDecision {
  readonly updates: readonly { readonly id: CardId; readonly changes: CardChanges }[]
  /** The cards as they are until now. */
  readonly cards: ReadonlyMap<CardId, Card>
  readonly rejections: readonly Rejection[]
  readonly sentence: string
  readonly now: EpochMs
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
    for (const { id, changes } of updates) await updateCard(trx, learnerId, id, changes)
    await insertRejections(trx, learnerId, rejections)
    await markAsked(
      trx,
      learnerId,
      updates.map(({ id }) => id),
    )
    await insertLibraryChange(
      trx,
      learnerId,
      {
        id: changeId,
        kind: 'decision',
        at: now,
        sentence,
        before: toBeforeColumn(learnerId, before),
      },
      undoableSince(now),
    )
  })
  return changeId
}
