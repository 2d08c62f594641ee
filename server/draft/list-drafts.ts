import type { DraftListReply, DraftView } from '../../shared/api/drafts.ts'
import { findQuote, plainWords } from '../../shared/draft/find-quote.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { type StoredDraft, countWaitingDrafts, listWaitingDrafts } from '../db/drafts.ts'
import type { StoredNote } from '../db/note-rows.ts'
import { findNotes } from '../db/notes.ts'
import type { Learner } from '../learner.ts'

/** Drafts that wait, the oldest first, each with the lines where its quote stands now. */
export async function listDrafts(
  { id, db }: Learner,
  query: {
    readonly noteId: NoteId | undefined
    readonly cursor: string | undefined
    readonly limit: number
  },
): Promise<DraftListReply> {
  const { noteId, cursor, limit } = query
  const rows = await listWaitingDrafts(db.reader, id, { noteId, after: cursor, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const notes = await findNotes(db.reader, id, [...new Set(page.map((draft) => draft.noteId))])
  const views = new Map(notes.map((note) => [note.id, viewsOf(note)]))
  return {
    drafts: page.flatMap((draft) => views.get(draft.noteId)?.(draft) ?? []),
    waiting: await countWaitingDrafts(db.reader, id, noteId),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** The drafts of one note as the page gets them; its words are read once. */
function viewsOf({ path, title, body, missing }: StoredNote): (draft: StoredDraft) => DraftView {
  const words = plainWords(missing ? '' : body)
  return ({ id, noteId, kind, question, answer, quote, lines, concept, corrects, draftedBy, draftedAt }) => ({
    draftId: id,
    noteId,
    file: path,
    note: title,
    kind,
    question,
    answer,
    quote,
    lines: [...(findQuote(words, quote, lines[0] ?? null)?.lines ?? [])],
    concept,
    corrects,
    draftedBy,
    draftedAt,
  })
}
