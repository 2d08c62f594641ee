import type { DecidedCards, LibraryChange } from '../../shared/api/changes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Before } from '../db/before-column.ts'
import { countDecisionsByChange } from '../db/card-decisions.ts'
import type { Card, NamedCard } from '../db/card-rows.ts'
import { findCards } from '../db/cards.ts'
import {
  type ChangeSummary,
  findLibraryChange,
  hasReadSince,
  listLibraryChanges,
} from '../db/library-changes.ts'
import type { StoredNote } from '../db/note-rows.ts'
import { findNoteNames, findNotes } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { undoableSince } from './apply-plan.ts'
import { planChange, storeChange } from './change-library.ts'
import { type NoteFolders, bodyHash } from './gather-notes.ts'
import { noteFile, readNow, setAside, writeNoteFile } from './note-files.ts'
import { takeBackDecision } from './store-decision.ts'
import { differing } from './stored-values.ts'

/** The changes of the last 30 days, newest first. */
export async function openChanges({ id, db, clock }: Learner): Promise<LibraryChange[]> {
  const since = undoableSince(clock())
  const decided = await decidedSince(db.reader, id, since)
  return (await listLibraryChanges(db.reader, id, since)).map((change) =>
    toChange(change, decided.get(change.id)),
  )
}

/** What each change since a moment decided about cards, with the titles of their notes. */
async function decidedSince(
  db: Reader,
  learnerId: LearnerId,
  since: EpochMs,
): Promise<ReadonlyMap<string, DecidedCards[]>> {
  const rows = await countDecisionsByChange(db, learnerId, since)
  const noteIds = new Set(rows.flatMap(({ source }) => source?.noteId ?? []))
  const names = await findNoteNames(db, learnerId, [...noteIds] as NoteId[])
  const titles = new Map<string, string>(names.map(({ id, title }) => [id, title]))
  const byChange = new Map<string, DecidedCards[]>()
  for (const { changeId, decision, count, source } of rows) {
    const note = titles.get(source?.noteId ?? '') ?? source?.file ?? ''
    byChange.set(changeId, [...(byChange.get(changeId) ?? []), { decision, note, count }])
  }
  return byChange
}

/**
 * Takes a change back: the notes' readings, the cards' keys and wordings, what was decided and said, and the files that
 * the app itself wrote. Reviews stay. Refused when a note or a card's wording changed again since, for then something
 * newer would be lost.
 */
export function undoChange(learner: Learner, id: string): Promise<LibraryChange> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const change = await findLibraryChange(db.reader, learnerId, id)
    if (change === undefined) throw new Refusal('not_found', `There is no change ${id}.`)
    const { before } = change
    const blocked = whyBlocked(change)
    if (before === null || blocked !== null) throw new Refusal('not_undoable', blocked ?? nothingBefore)
    const notes = await findNotes(
      db.reader,
      learnerId,
      before.notes.map((note) => note.id),
    )
    refuseChangedSince(before, notes)
    const cards = await findCards(
      db.reader,
      learnerId,
      before.cards.map((card) => card.id),
    )
    refuseRewordedSince(before, cards)
    if (change.kind === 'decision' && !(await hasReadSince(db.reader, learnerId, change))) {
      const now = clock()
      await takeBackDecision(learner, { id, before }, now)
      return toChange({ ...change, undoneAt: now })
    }
    const plan = await planChange(learner, {
      kind: change.kind,
      from: 'stored',
      decided: notes.map((note) => note.path),
      restore: before,
      undoes: id,
    })
    if (before.wroteFiles) await restoreFiles(library.folders, before, notes)
    await storeChange(learner, plan, { undoes: id })
    return toChange({ ...change, undoneAt: plan.request.now })
  })
}

function toChange(change: ChangeSummary, decided: DecidedCards[] = []): LibraryChange {
  const { id, kind, at, sentence } = change
  return { id, kind, at, sentence, decided, undone: change.undoneAt !== null, blocked: whyBlocked(change) }
}

const nothingBefore =
  'There is nothing to go back to: no note changed, only the rules by which notes are read, or it is more than 30 days ago.'

function whyBlocked({ undoneAt, undoable }: ChangeSummary): string | null {
  if (undoneAt !== null) return 'This change was undone already.'
  return undoable ? null : nothingBefore
}

function refuseChangedSince(before: Before, notes: readonly StoredNote[]): void {
  const byId = new Map(notes.map((note) => [note.id, note]))
  for (const { id, after } of before.notes) {
    const note = byId.get(id)
    const now = note === undefined || note.missing ? 'gone' : note.bodyHash
    if (now === after) continue
    throw new Refusal(
      'not_undoable',
      `${note?.path ?? 'A note'} changed again after this. Undo the later change first.`,
    )
  }
}

function refuseRewordedSince(before: Before, cards: readonly NamedCard[]): void {
  const byId = new Map(cards.map((card) => [card.id, card]))
  for (const { id, after } of before.cards) {
    const card = byId.get(id)
    if (card === undefined || Object.keys(differing<Card>(card, after)).length === 0) continue
    throw new Refusal(
      'not_undoable',
      `A card about “${card.concept}” was put in other words after this. Undo the later change first.`,
    )
  }
}

/** Puts back the files that the app wrote. One that was changed by hand since stays, and nothing is undone. */
async function restoreFiles(
  folders: NoteFolders,
  before: Before,
  notes: readonly StoredNote[],
): Promise<void> {
  const paths = new Map(notes.map((note) => [note.id, note.path]))
  const targets = before.notes.map((note) => {
    const path = paths.get(note.id)
    if (path === undefined) throw new Error(`Inconsistent: note ${note.id} is undone and not stored`)
    return { ...note, path, file: noteFile(folders, path) }
  })
  const marks = new Map<string, string>()
  for (const { path, file, after } of targets) {
    const now = await readNow(file)
    if ((now === null ? 'gone' : bodyHash(now.note)) !== after)
      throw new Refusal(
        'not_undoable',
        `${path} was changed by another program since. Nothing was undone. Read the folder again first.`,
      )
    marks.set(file, now?.hasByteOrderMark === true ? '\uFEFF' : '')
  }
  for (const { file, before: was } of targets) {
    if (was === null) await setAside(folders.uploadFolder, file)
    else await writeNoteFile(file, (marks.get(file) ?? '') + was.body)
  }
}
