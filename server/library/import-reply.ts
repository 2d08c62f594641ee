import type { ImportReply } from '../../shared/api/imports.ts'
import type { CardId, GeneratedCard } from '../../shared/card/card.ts'
import type { SkippedLine } from '../../shared/note/note.ts'
import type { NotesTable } from '../db/tables.ts'
import type { LibraryPlan } from './sync-library.ts'

/** What a reading of the notes changes, as the preview shows it. */
export function toImportReply(
  plan: LibraryPlan,
  refused: ImportReply['refused'] | readonly ImportReply['refused'][number][],
  files: number,
  applied: boolean,
): ImportReply {
  const { added, updated, moved, retired } = plan.changes
  const changed = updated.filter((update) => update.change !== 'same')
  return {
    applied,
    counts: {
      files,
      added: added.length,
      updated: changed.length,
      same: updated.length - changed.length,
      moved: moved.length,
      retired: retired.length,
      conflicts: plan.conflicts.length,
      refused: refused.length,
    },
    notes: plan.notes.map((note) => toNoteChange(note, plan.knownNotes.has(note.id))),
    added: added.map(toLine),
    updated: changed.map(({ id, card, change }) => ({
      change,
      before: storedText(plan, id),
      after: toLine(card),
    })),
    retired: retired.map((id) => {
      const card = plan.stored.get(id)
      if (card === undefined) throw new Error(`Inconsistent: card ${id} is retired and not stored`)
      const sources = JSON.parse(card.sources) as { file: string }[]
      return {
        front: card.front,
        back: card.back,
        kind: card.kind,
        status: 'retired',
        file: sources[0]?.file ?? '',
      }
    }),
    refused: [...refused],
    problems: [...plan.problems],
  }
}

function toNoteChange(note: NotesTable, isKnown: boolean): ImportReply['notes'][number] {
  const lines = note.body.split(/\r\n|\n|\r/)
  return {
    path: note.path,
    change: isKnown ? 'changed' : 'new',
    facts: (JSON.parse(note.facts) as unknown[]).length,
    withoutCard: (JSON.parse(note.skipped) as SkippedLine[]).map(({ line, reason }) => ({
      line,
      reason,
      text: (lines[line - 1] ?? '').trim().slice(0, 200),
    })),
  }
}

function toLine(card: GeneratedCard) {
  const { front, back, kind, status } = card
  return { front, back, kind, status, file: card.sources[0]?.file ?? '' }
}

function storedText(plan: LibraryPlan, id: CardId): { front: string; back: string } {
  const card = plan.stored.get(id)
  if (card === undefined) throw new Error(`Inconsistent: card ${id} is updated and not stored`)
  return { front: card.front, back: card.back }
}
