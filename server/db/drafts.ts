import type { CardId, CardKey } from '../../shared/card/card.ts'
import type { KnownCard } from '../../shared/draft/draft-library.ts'
import type { DraftKind } from '../../shared/draft/draft.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isAskedSql } from './asked.ts'
import { inChunks } from './in-chunks.ts'
import { fromJson, toJson } from './json-column.ts'
import type { DraftsTable, Reader, Writer } from './tables.ts'

/** A draft that passed the gate. */
export interface StoredDraft {
  readonly id: string
  readonly noteId: NoteId
  readonly kind: DraftKind
  readonly question: string
  readonly answer: string
  readonly quote: string
  /** Where the quote stood when it was drafted. */
  readonly lines: readonly number[]
  readonly concept: string | null
  readonly corrects: string | null
  /** What it asks about: once it is dropped, this is not proposed again. */
  readonly cardKey: CardKey
  readonly draftedBy: string
  readonly draftedAt: EpochMs
  readonly state: DraftsTable['state']
}

/** Drafts that wait, of one note or of all, the oldest first; `after` is the id of the last one that was shown. */
export async function listWaitingDrafts(
  db: Reader,
  learnerId: LearnerId,
  {
    noteId,
    after,
    limit,
  }: { readonly noteId?: NoteId | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<StoredDraft[]> {
  let query = selectDrafts(db, learnerId).where('state', '=', 'waiting').orderBy('id').limit(limit)
  if (noteId !== undefined) query = query.where('note_id', '=', noteId)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(toDraft)
}

/** Drafts by their ids, whatever became of them. */
export async function findDrafts(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly string[],
): Promise<StoredDraft[]> {
  const found: StoredDraft[] = []
  for (const chunk of inChunks(ids, 500))
    found.push(...(await selectDrafts(db, learnerId).where('id', 'in', chunk).execute()).map(toDraft))
  return found
}

/** How many drafts wait, of one note or of all. */
export async function countWaitingDrafts(db: Reader, learnerId: LearnerId, noteId?: NoteId): Promise<number> {
  let query = db
    .selectFrom('drafts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('learner_id', '=', learnerId)
    .where('state', '=', 'waiting')
  if (noteId !== undefined) query = query.where('note_id', '=', noteId)
  return (await query.executeTakeFirstOrThrow()).count
}

/** Both sides of every card that is asked, as they are shown, and of every draft that waits. */
export async function listKnownCards(db: Reader, learnerId: LearnerId): Promise<KnownCard[]> {
  const cards = await db
    .selectFrom('cards')
    .select((eb) => [
      eb.fn.coalesce('edited_front', 'front').as('front'),
      eb.fn.coalesce('edited_back', 'back').as('back'),
    ])
    .where('learner_id', '=', learnerId)
    .where(isAskedSql)
    .execute()
  const drafts = await db
    .selectFrom('drafts')
    .select(['question as front', 'answer as back'])
    .where('learner_id', '=', learnerId)
    .where('state', '=', 'waiting')
    .execute()
  return [...cards, ...drafts]
}

export async function insertDrafts(
  trx: Writer,
  learnerId: LearnerId,
  drafts: readonly StoredDraft[],
): Promise<void> {
  for (const chunk of inChunks(drafts, 50))
    await trx
      .insertInto('drafts')
      .values(chunk.map((draft) => toDraftRow(learnerId, draft)))
      .execute()
}

/** Marks drafts as cards, each with the one that it became. */
export async function acceptDrafts(
  trx: Writer,
  learnerId: LearnerId,
  accepted: readonly { readonly id: string; readonly cardId: CardId }[],
  now: EpochMs,
): Promise<void> {
  for (const { id, cardId } of accepted)
    await trx
      .updateTable('drafts')
      .set({ state: 'accepted', card_id: cardId, decided_at: now })
      .where('learner_id', '=', learnerId)
      .where('id', '=', id)
      .execute()
}

export async function dropDrafts(
  trx: Writer,
  learnerId: LearnerId,
  ids: readonly string[],
  now: EpochMs,
): Promise<void> {
  await setDrafts(trx, learnerId, ids, { state: 'dropped', decided_at: now })
}

/** What was decided on these drafts is taken back. */
export async function waitAgain(trx: Writer, learnerId: LearnerId, ids: readonly string[]): Promise<void> {
  await setDrafts(trx, learnerId, ids, { state: 'waiting', card_id: null, decided_at: null })
}

async function setDrafts(
  trx: Writer,
  learnerId: LearnerId,
  ids: readonly string[],
  columns: Partial<DraftsTable>,
): Promise<void> {
  for (const chunk of inChunks(ids, 500))
    await trx
      .updateTable('drafts')
      .set(columns)
      .where('learner_id', '=', learnerId)
      .where('id', 'in', chunk)
      .execute()
}

function selectDrafts(db: Reader, learnerId: LearnerId) {
  return db.selectFrom('drafts').selectAll().where('learner_id', '=', learnerId)
}

function toDraft(row: DraftsTable): StoredDraft {
  return {
    id: row.id,
    noteId: row.note_id,
    kind: row.kind,
    question: row.question,
    answer: row.answer,
    quote: row.quote,
    lines: fromJson(row.lines),
    concept: row.concept,
    corrects: row.corrects,
    cardKey: row.card_key,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    state: row.state,
  }
}

function toDraftRow(learnerId: LearnerId, draft: StoredDraft): DraftsTable {
  return {
    learner_id: learnerId,
    id: draft.id,
    note_id: draft.noteId,
    kind: draft.kind,
    question: draft.question,
    answer: draft.answer,
    quote: draft.quote,
    lines: toJson(draft.lines),
    concept: draft.concept,
    corrects: draft.corrects,
    card_key: draft.cardKey,
    drafted_by: draft.draftedBy,
    drafted_at: draft.draftedAt,
    state: draft.state,
    card_id: null,
    decided_at: null,
  }
}
