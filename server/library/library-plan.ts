import type { ImportReply } from '../../shared/api/imports.ts'
import type { CardKey } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { Before } from '../db/before-column.ts'
import type { ConceptWord } from '../db/concept-rows.ts'
import type { ChangeSummary, NewChange } from '../db/library-changes.ts'
import type { LibraryRows } from '../db/library-writes.ts'
import type { UnreadableNote } from './decode-note.ts'
import type { LibrarySource, NoteFolders } from './gather-notes.ts'

/** What to plan: a reading of the folders, or of what is stored after something else changed. Plain data for a thread. */
export interface PlanRequest {
  readonly learnerId: LearnerId
  readonly now: EpochMs
  readonly folders: NoteFolders
  readonly kind: ChangeSummary['kind']
  /** `disk` looks at the folders; `stored` takes the notes as they were read last. */
  readonly from: 'disk' | 'stored'
  /** Texts in place of the files of the same path. */
  readonly extra: readonly LibrarySource[]
  /** Paths whose file is taken out. */
  readonly without: readonly string[]
  /** Notes whose changes the learner has seen and wants: those of their cards do not ask first. */
  readonly decided: readonly string[]
  /** What was, for an undo. */
  readonly restore: Before | null
  /** The change that is taken back, whose decisions count no more. */
  readonly undoes: string | null
  /** What the learner says about concepts. */
  readonly words: readonly ConceptWord[]
  /** Cards that the learner wants though they would be left out. */
  readonly wanted: readonly CardKey[]
}

/** What a reading changes: the rows, and the same in words for people. */
export interface LibraryPlan {
  readonly request: PlanRequest
  readonly rows: LibraryRows
  /** What it takes to undo it, as it is stored; null when nothing changed that could be undone. */
  readonly before: NewChange['before']
  /** Whether the text of a note, a card or a concept changes. */
  readonly changes: boolean
  readonly reply: ImportReply
  readonly unreadable: readonly UnreadableNote[]
}

/** How far a reading is. */
export interface Progress {
  readonly done: number
  readonly of: number
  readonly facts: number
  readonly file: string | null
}

/** What a long plan tells and asks on its way. */
export interface PlanHooks {
  readonly report: (progress: Progress) => void
  /** Waits while the reading is paused; throws when it was cancelled. */
  readonly gate: () => Promise<void>
}
