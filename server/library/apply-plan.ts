import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { insertCards, markAsked, parkKeys, placeCards, saveCardNotes, updateCardRow } from '../db/cards.ts'
import { deleteConceptWord, saveConceptWord } from '../db/concept-words.ts'
import { deleteFacts, replaceConflicts, saveConcepts, saveFacts } from '../db/concepts.ts'
import { waitAgain } from '../db/drafts.ts'
import { inChunks } from '../db/in-chunks.ts'
import { dropTouchedStandings } from '../db/standings.ts'
import { type NewChange, insertLibraryChange, markUndone } from '../db/library-changes.ts'
import { markNotesMissing, saveNotes, stampNote } from '../db/notes.ts'
import { type Database, writing } from '../db/open-database.ts'
import { deleteRejections } from '../db/rejections.ts'
import type { LibraryRows } from '../db/library-writes.ts'
import type { Writer } from '../db/tables.ts'
import type { LibraryPlan } from './library-plan.ts'

const undoableMs = 30 * 86_400_000

/** Changes of the library can be undone for 30 days: those since this moment. */
export function undoableSince(now: EpochMs): EpochMs {
  return (now - undoableMs) as EpochMs
}

/** What is stored with a plan: its own record, or the mark on the change that it undoes. */
export interface Applied {
  readonly record: NewChange | null
  readonly undoes: string | null
  /** What else belongs to the change. */
  readonly also: ((trx: Writer) => Promise<void>) | null
}

/**
 * Stores a plan in one transaction. No card, event or note is ever deleted. A long plan lets the event loop turn between
 * its steps, so that questions are answered meanwhile.
 */
export async function applyPlan(
  db: Database,
  plan: LibraryPlan,
  { record, undoes, also }: Applied,
): Promise<void> {
  const { learnerId, now, restore, words } = plan.request
  await writing(db, async (trx) => {
    if (restore !== null) {
      await deleteRejections(trx, learnerId, restore.rejections)
      await waitAgain(trx, learnerId, restore.drafts)
      for (const { kind, subject, was } of restore.words) {
        if (was === null) await deleteConceptWord(trx, learnerId, { kind, subject })
        else await saveConceptWord(trx, learnerId, was)
      }
    }
    for (const word of words) await saveConceptWord(trx, learnerId, word)
    await storeRows(trx, learnerId, plan.rows, now)
    if (record !== null) await insertLibraryChange(trx, learnerId, record, undoableSince(now))
    if (undoes !== null) await markUndone(trx, learnerId, undoes, now)
    if (also !== null) await also(trx)
  })
}

// Small enough that a step takes about a millisecond.
const rowsAtOnce = 40

async function storeRows(trx: Writer, learnerId: LearnerId, all: LibraryRows, now: EpochMs): Promise<void> {
  // Before and after: a fact or card leaves one concept and comes to another.
  await dropTouchedStandings(trx, learnerId, all)
  const inSteps = async <Row>(rows: readonly Row[], store: (rows: readonly Row[]) => Promise<void>) => {
    for (const step of inChunks(rows, rowsAtOnce)) {
      await store(step)
      await nextTurn()
    }
  }
  await inSteps(all.notes, (rows) => saveNotes(trx, rows))
  for (const stamp of all.stamps) await stampNote(trx, learnerId, stamp)
  await markNotesMissing(trx, learnerId, all.missing)
  await inSteps(all.concepts, (rows) => saveConcepts(trx, rows))
  await inSteps(all.factsGone, (keys) => deleteFacts(trx, learnerId, keys))
  await inSteps(all.facts, (rows) => saveFacts(trx, rows, now))
  if (all.conflicts !== null) await replaceConflicts(trx, learnerId, all.conflicts)
  await inSteps(all.parked, (ids) => parkKeys(trx, learnerId, ids))
  await inSteps(all.cardUpdates, async (updates) => {
    for (const update of updates) await updateCardRow(trx, learnerId, update)
  })
  await inSteps(all.cards, (rows) => insertCards(trx, rows))
  await inSteps(all.relinked, (ids) => saveCardNotes(trx, learnerId, ids, []))
  await inSteps(all.links, (rows) => saveCardNotes(trx, learnerId, [], rows))
  await inSteps(all.places, (rows) => placeCards(trx, learnerId, rows))
  await inSteps(all.asked, (ids) => markAsked(trx, learnerId, ids))
  await dropTouchedStandings(trx, learnerId, all)
}
