import type { CardId } from '../../shared/card/card.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { Before, OwnWording } from '../db/before-column.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import type { ConceptWord } from '../db/concept-rows.ts'
import type { LibraryWrites } from '../db/library-writes.ts'
import type { NoteState, StoredNote } from '../db/note-rows.ts'
import { findNotes } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'
import type { PlanRequest } from './library-plan.ts'

interface StoredBefore {
  readonly noteStates: ReadonlyMap<NoteId, NoteState>
  readonly realCards: ReadonlyMap<CardId, Card>
  readonly realWords: readonly ConceptWord[]
}

/** Whether a note's text is another one than before, or was not there. */
export function hasNewText(note: StoredNote, states: ReadonlyMap<NoteId, NoteState>): boolean {
  const before = states.get(note.id)
  return before?.bodyHash !== note.bodyHash || before.missing
}

/** What it takes to undo a plan; null when no text and no word of the learner changed, for then nothing would stay undone. */
export async function beforeOf(
  db: Reader,
  stored: StoredBefore,
  writes: LibraryWrites,
  request: PlanRequest,
): Promise<Before | null> {
  const changed = writes.notes.filter((note) => hasNewText(note, stored.noteStates))
  const said = request.words.length + request.wanted.length
  if (changed.length + writes.missing.length + said === 0) return null
  const there = [...changed.map(({ id }) => id), ...writes.missing].filter(
    (id) => stored.noteStates.get(id)?.missing === false,
  )
  const notes = new Map((await findNotes(db, request.learnerId, there)).map((note) => [note.id, note]))
  return {
    notes: [
      ...changed.map(({ id, bodyHash }) => ({ id, before: notes.get(id) ?? null, after: bodyHash })),
      ...writes.missing.map((id) => ({ id, before: notes.get(id) ?? null, after: 'gone' })),
    ],
    cards: [...cardsBefore(writes.cardUpdates, stored.realCards), ...unwantedBefore(writes, request)],
    rejections: [],
    words: request.words.map(({ kind, subject }) => ({
      kind,
      subject,
      was: stored.realWords.find((word) => word.kind === kind && word.subject === subject) ?? null,
    })),
    wroteFiles: ['import', 'save', 'removal'].includes(request.kind),
    drafts: [],
  }
}

/** Cards that the learner asked for were not there: an undo retires them. */
function unwantedBefore({ cards }: LibraryWrites, { wanted }: PlanRequest): Before['cards'] {
  return cards
    .filter(({ key }) => wanted.includes(key))
    .map(({ id }) => ({ id, before: { status: 'retired', acceptedAt: null }, after: {} }))
}

/** The fields that updates change, as they were, and the wording that they bring. */
export function cardsBefore(
  updates: readonly { readonly id: CardId; readonly changes: CardChanges }[],
  cards: ReadonlyMap<CardId, Card>,
): Before['cards'] {
  return updates.flatMap(({ id, changes }) => {
    const card = cards.get(id)
    if (card === undefined) return []
    const fields = Object.keys(changes) as (keyof CardChanges)[]
    const before = Object.fromEntries(fields.map((field) => [field, card[field]])) as CardChanges
    return [{ id, before, after: ownWordingOf(changes) }]
  })
}

function ownWordingOf({ ownFront, ownBack }: CardChanges): OwnWording {
  return {
    ...(ownFront === undefined ? {} : { ownFront }),
    ...(ownBack === undefined ? {} : { ownBack }),
  }
}
