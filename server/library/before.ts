import { type NoteState, findNotes } from '../db/notes.ts'
import type { CardsTable, ConceptWordsTable, NotesTable, Reader } from '../db/tables.ts'
import type { Before, LibraryWrites, PlanRequest, Wording } from './library-plan.ts'

interface StoredBefore {
  readonly noteStates: ReadonlyMap<string, NoteState>
  readonly realCards: ReadonlyMap<string, CardsTable>
  readonly realWords: readonly ConceptWordsTable[]
}

/** Whether a note's text is another one than before, or was not there. */
export function hasNewText(note: NotesTable, states: ReadonlyMap<string, NoteState>): boolean {
  const before = states.get(note.id)
  return before?.body_hash !== note.body_hash || before.missing === 1
}

/** What it takes to undo a plan; null when no text and no word of the learner changed, for then nothing would stay undone. */
export async function beforeOf(
  db: Reader,
  stored: StoredBefore,
  writes: LibraryWrites,
  request: PlanRequest,
): Promise<Before | null> {
  const changed = writes.notes.filter((note) => hasNewText(note, stored.noteStates))
  if (changed.length + writes.missing.length + request.words.length === 0) return null
  const there = [...changed.map(({ id }) => id), ...writes.missing].filter(
    (id) => stored.noteStates.get(id)?.missing === 0,
  )
  const rows = new Map((await findNotes(db, request.learnerId, there)).map((row) => [row.id, row]))
  return {
    notes: [
      ...changed.map(({ id, body_hash }) => ({ id, before: rows.get(id) ?? null, after: body_hash })),
      ...writes.missing.map((id) => ({ id, before: rows.get(id) ?? null, after: 'gone' })),
    ],
    cards: cardsBefore(writes.cardUpdates, stored.realCards),
    rejections: [],
    words: request.words.map(({ kind, subject }) => ({
      kind,
      subject,
      was: stored.realWords.find((word) => word.kind === kind && word.subject === subject) ?? null,
    })),
    wroteFiles: ['import', 'save', 'removal'].includes(request.kind),
  }
}

/** The columns that updates change, as they were, and the wording that they bring. */
export function cardsBefore(
  updates: readonly { readonly id: string; readonly columns: Partial<CardsTable> }[],
  rows: ReadonlyMap<string, CardsTable>,
): Before['cards'] {
  return updates.flatMap(({ id, columns }) => {
    const row = rows.get(id)
    if (row === undefined) return []
    const names = Object.keys(columns) as (keyof CardsTable)[]
    const before = { id, columns: Object.fromEntries(names.map((name) => [name, row[name]])) }
    const after = wordingOf(columns)
    return [Object.keys(after).length === 0 ? before : { ...before, after }]
  })
}

function wordingOf({ edited_front, edited_back }: Partial<CardsTable>): Wording {
  return {
    ...(edited_front === undefined ? {} : { edited_front }),
    ...(edited_back === undefined ? {} : { edited_back }),
  }
}
