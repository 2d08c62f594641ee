import { v7 as uuidv7 } from 'uuid'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardDecision } from '../../shared/card/card-decision.ts'
import { type Before, emptyBefore, toBeforeColumn } from '../db/before-column.ts'
import { insertCardDecisions } from '../db/card-decisions.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { markAsked, updateCard } from '../db/cards.ts'
import { dropDrafts, waitAgain } from '../db/drafts.ts'
import { insertLibraryChange, markUndone } from '../db/library-changes.ts'
import { writing } from '../db/open-database.ts'
import { type Rejection, deleteRejections, insertRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { undoableSince } from './apply-plan.ts'
import { cardsBefore } from './before.ts'

/** What the learner decided about cards. */
export interface MadeDecision {
  readonly updates: readonly { readonly id: CardId; readonly changes: CardChanges }[]
  /** The cards as they are until now. */
  readonly cards: ReadonlyMap<CardId, Card>
  readonly rejections: readonly Rejection[]
  /** What it says of the worth of cards; a flag says nothing of it. */
  readonly decided: readonly { readonly id: CardId; readonly decision: CardDecision }[]
  /** Drafts that are dropped with it. */
  readonly dropped?: readonly string[]
  readonly sentence: string
  readonly now: EpochMs
}

/** Stores a decision with what it takes to undo it, in one transaction; returns the id of the change. Only inside `alone`. */
export async function storeDecision(
  { db, id: learnerId }: Learner,
  { updates, cards, rejections, decided, dropped = [], sentence, now }: MadeDecision,
): Promise<string> {
  const changeId = uuidv7()
  const before = {
    ...emptyBefore,
    cards: cardsBefore(updates, cards),
    rejections: rejections.map(({ id }) => id),
    drafts: dropped,
  }
  await writing(db, async (trx) => {
    for (const { id, changes } of updates) await updateCard(trx, learnerId, id, changes)
    await insertRejections(trx, learnerId, rejections)
    await dropDrafts(trx, learnerId, dropped, now)
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
    await insertCardDecisions(
      trx,
      learnerId,
      changeId,
      decided.map(({ id, decision }) => ({ cardId: id, cardKey: keyOf(cards, id), decision, at: now })),
    )
  })
  return changeId
}

/**
 * Takes a decision back by its record alone, where the notes were not read since: then the cards are still as they would
 * be made anew. Only inside `alone`.
 */
export async function takeBackDecision(
  { db, id: learnerId }: Learner,
  { id, before }: { readonly id: string; readonly before: Before },
  now: EpochMs,
): Promise<void> {
  await writing(db, async (trx) => {
    await deleteRejections(trx, learnerId, before.rejections)
    await waitAgain(trx, learnerId, before.drafts)
    for (const card of before.cards) await updateCard(trx, learnerId, card.id, card.before)
    await markAsked(
      trx,
      learnerId,
      before.cards.map((card) => card.id),
    )
    await markUndone(trx, learnerId, id, now)
  })
}

function keyOf(cards: ReadonlyMap<CardId, Card>, id: CardId): Card['key'] {
  const card = cards.get(id)
  if (card === undefined) throw new Error(`Inconsistent: card ${id} was decided on and not gathered`)
  return card.key
}
