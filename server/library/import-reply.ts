import type { ImportReply } from '../../shared/api/imports.ts'
import type { CardId, GeneratedCard } from '../../shared/card/card.ts'
import type { HeldChanges } from '../../shared/card/hold-changes.ts'
import type { Library } from '../../shared/card/read-library.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { Card } from '../db/card-rows.ts'
import type { NoteState, StoredNote } from '../db/note-rows.ts'
import { hasNewText } from './before.ts'
import type { ReadLibrary } from './read-changed.ts'

interface Planned {
  readonly held: HeldChanges
  readonly library: Library
  readonly read: ReadLibrary
  readonly stored: ReadonlyMap<CardId, Card>
  readonly noteStates: ReadonlyMap<NoteId, NoteState>
  /** Facts on which notes disagreed before. */
  readonly disputed: ReadonlySet<string>
}

/** What a reading of the notes changes, as the preview shows it. */
export function toImportReply({ held, library, read, stored, noteStates, disputed }: Planned): ImportReply {
  const conflicts = library.conflicts.filter(({ factKey }) => !disputed.has(factKey))
  const { added, updated, moved, retired, otherMeaning, gone } = held
  const changed = updated.filter((update) => update.change !== 'same')
  const textOf = (id: CardId) => {
    const { front, back } = storedCard(stored, id)
    return { front, back }
  }
  return {
    applied: false,
    changeId: null,
    counts: {
      files: read.paths.size,
      added: added.length,
      updated: changed.length,
      same: updated.length - changed.length,
      moved: moved.length,
      retired: retired.length,
      waiting: otherMeaning.length + gone.length,
      conflicts: conflicts.length,
      refused: 0,
    },
    notes: read.notes
      .filter((note) => hasNewText(note, noteStates))
      .map((note) => toNoteChange(note, noteStates.get(note.id)?.missing === false)),
    added: added.map(toLine),
    updated: changed.map(({ id, card, change }) => ({ change, before: textOf(id), after: toLine(card) })),
    retired: retired.map((id) => retiredLine(storedCard(stored, id))),
    waiting: [
      ...otherMeaning.map(({ id, card }) => ({
        waiting: 'meaning' as const,
        before: textOf(id),
        after: toLine(card),
      })),
      ...gone.map((id) => ({ waiting: 'gone' as const, before: textOf(id), after: null })),
    ],
    conflicts: conflicts.map(({ sentence, sides }) => ({
      sentence,
      sides: sides.map(({ statement, sources }) => ({
        statement,
        sources: sources.map(({ file, lines, heading, text }) => ({
          noteId: null,
          file,
          lines: [...lines],
          heading: [...heading],
          text: [...text],
        })),
      })),
    })),
    refused: [],
    problems: [...read.problems],
  }
}

/** What a change did, in a line: “3 cards added, 1 changed.” */
export function changeSentence({ counts, notes }: ImportReply): string {
  const names = notes.map((note) => note.path)
  const about =
    names.length === 0 ? '' : names.length <= 2 ? `${names.join(', ')}: ` : `${names.length} notes: `
  const parts = [
    [counts.added, 'added'],
    [counts.updated, 'changed'],
    [counts.moved, 'moved'],
    [counts.retired, 'retired'],
  ] as const
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, word], i) =>
      i === 0 ? `${count} ${count === 1 ? 'card' : 'cards'} ${word}` : `${count} ${word}`,
    )
  const waiting = counts.waiting === 0 ? [] : [`${counts.waiting} waiting in the Inbox`]
  const all = [...said, ...waiting]
  return `${about}${all.length === 0 ? 'no card changed' : all.join(', ')}.`
}

function toNoteChange(note: StoredNote, isKnown: boolean): ImportReply['notes'][number] {
  const lines = note.body.split(/\r\n|\n|\r/)
  return {
    path: note.path,
    change: isKnown ? 'changed' : 'new',
    facts: note.facts.length,
    withoutCard: note.skipped.map(({ line, reason }) => ({
      line,
      reason,
      text: (lines[line - 1] ?? '').trim().slice(0, 200),
    })),
  }
}

function toLine(card: GeneratedCard): ImportReply['added'][number] {
  const { content, front, back, status } = card
  return { front, back, kind: content.kind, status, file: card.sources[0]?.file ?? '' }
}

function retiredLine(card: Card): ImportReply['retired'][number] {
  const { front, back, kind, sources } = card
  return { front, back, kind, status: 'retired', file: sources[0]?.file ?? '' }
}

function storedCard(stored: ReadonlyMap<CardId, Card>, id: CardId): Card {
  const card = stored.get(id)
  if (card === undefined) throw new Error(`Inconsistent: card ${id} changes and is not stored`)
  return card
}
