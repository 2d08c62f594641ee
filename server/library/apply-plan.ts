import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { insertCards, markAsked, parkKeys, placeCards, saveCardNotes, updateCard } from '../db/cards.ts'
import { deleteConceptWord, saveConceptWord } from '../db/concept-words.ts'
import { deleteFacts, replaceConflicts, saveConcepts, saveFacts } from '../db/concepts.ts'
import { inChunks } from '../db/in-chunks.ts'
import { insertLibraryChange, markUndone } from '../db/library-changes.ts'
import { markNotesMissing, saveNotes, stampNote } from '../db/notes.ts'
import { type Database, writing } from '../db/open-database.ts'
import { deleteRejections } from '../db/rejections.ts'
import type { LibraryChangesTable, Writer } from '../db/tables.ts'
import type { LibraryPlan, LibraryWrites } from './library-plan.ts'

/** How long a change of the library can be undone. */
export const undoableMs = 30 * 86_400_000

/** What is stored with a plan: its own record, or the mark on the change that it undoes. */
export interface Applied {
  readonly record: LibraryChangesTable | null
  readonly undoes: string | null
}

/**
 * Stores a plan in one transaction. No card, event or note is ever deleted. A long plan lets the event loop turn between
 * its steps, so that questions are answered meanwhile.
 */
export async function applyPlan(db: Database, plan: LibraryPlan, { record, undoes }: Applied): Promise<void> {
  const { learnerId, now, restore, words } = plan.request
  await writing(db, async (trx) => {
    if (restore !== null) {
      await deleteRejections(trx, learnerId, restore.rejections)
      for (const { kind, subject, was } of restore.words) {
        if (was === null) await deleteConceptWord(trx, { learner_id: learnerId, kind, subject })
        else await saveConceptWord(trx, was)
      }
    }
    for (const word of words) await saveConceptWord(trx, word)
    await storeWrites(trx, learnerId, plan.writes)
    if (record !== null) await insertLibraryChange(trx, record, now - undoableMs)
    if (undoes !== null) await markUndone(trx, learnerId, undoes, now)
  })
}

// Small enough that a step takes about a millisecond.
const rowsAtOnce = 40

async function storeWrites(trx: Writer, learnerId: LearnerId, writes: LibraryWrites): Promise<void> {
  const inSteps = async <Row>(rows: readonly Row[], store: (rows: readonly Row[]) => Promise<void>) => {
    for (const step of inChunks(rows, rowsAtOnce)) {
      await store(step)
      await nextTurn()
    }
  }
  await inSteps(writes.notes, (rows) => saveNotes(trx, rows))
  for (const stamp of writes.stamps) await stampNote(trx, learnerId, stamp)
  await markNotesMissing(trx, learnerId, writes.missing)
  await inSteps(writes.concepts, (rows) => saveConcepts(trx, rows))
  await inSteps(writes.factsGone, (keys) => deleteFacts(trx, learnerId, keys))
  await inSteps(writes.facts, (rows) => saveFacts(trx, rows))
  if (writes.conflicts !== null) await replaceConflicts(trx, learnerId, writes.conflicts)
  await inSteps(writes.parked, (ids) => parkKeys(trx, learnerId, ids))
  await inSteps(writes.cardUpdates, async (updates) => {
    for (const { id, columns } of updates) await updateCard(trx, learnerId, id, columns)
  })
  await inSteps(writes.cards, (rows) => insertCards(trx, rows))
  await inSteps(writes.relinked, (ids) => saveCardNotes(trx, learnerId, ids, []))
  await inSteps(writes.links, (rows) => saveCardNotes(trx, learnerId, [], rows))
  await inSteps(writes.places, (rows) => placeCards(trx, learnerId, rows))
  await inSteps(writes.asked, (ids) => markAsked(trx, learnerId, ids))
}
