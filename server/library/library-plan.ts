import type { ImportReply } from '../../shared/api/imports.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardPlace } from '../db/cards.ts'
import type {
  CardNotesTable,
  CardsTable,
  ConceptWordsTable,
  ConceptsTable,
  ConflictsTable,
  FactsTable,
  LibraryChangesTable,
  NotesTable,
} from '../db/tables.ts'
import type { UnreadableNote } from './decode-note.ts'
import type { LibrarySource, NoteFolders } from './gather-notes.ts'

/** What to plan: a reading of the folders, or of what is stored after something else changed. Plain data for a thread. */
export interface PlanRequest {
  readonly learnerId: LearnerId
  readonly now: number
  readonly folders: NoteFolders
  readonly kind: LibraryChangesTable['kind']
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
  /** What the learner says about concepts. */
  readonly words: readonly ConceptWordsTable[]
}

/** How the library was before a change: what undoing it brings back. Plain data, kept as JSON. */
export interface Before {
  readonly notes: readonly {
    readonly id: string
    /** Null for a note that was not there. */
    readonly before: NotesTable | null
    /** The hash of the text since, or `gone`. */
    readonly after: string
  }[]
  readonly cards: readonly {
    readonly id: string
    readonly columns: Partial<CardsTable>
    /** The learner's words that it wrote: other ones since then are not overwritten. */
    readonly after?: Wording
  }[]
  /** The rejections that it made. */
  readonly rejections: readonly string[]
  /** What was said before it about the same things. */
  readonly words: readonly {
    readonly kind: ConceptWordsTable['kind']
    readonly subject: string
    readonly was: ConceptWordsTable | null
  }[]
  /** Whether it wrote the notes' files. */
  readonly wroteFiles: boolean
}

/** The learner's own wording of a card; a side that was not spoken of is left out. */
export type Wording = Partial<Pick<CardsTable, 'edited_front' | 'edited_back'>>

export const emptyBefore: Before = { notes: [], cards: [], rejections: [], words: [], wroteFiles: false }

/** Every row that a plan writes, and nothing that stands there already. */
export interface LibraryWrites {
  notes: NotesTable[]
  stamps: Pick<NotesTable, 'id' | 'modified_us' | 'size_bytes'>[]
  missing: string[]
  concepts: ConceptsTable[]
  facts: FactsTable[]
  factsGone: string[]
  /** Null when the disagreements are the stored ones. */
  conflicts: ConflictsTable[] | null
  cards: CardsTable[]
  cardUpdates: { id: string; columns: Partial<CardsTable> }[]
  /** Cards whose key moves: the unique index allows no overlap, not even for a moment. */
  parked: string[]
  relinked: string[]
  links: CardNotesTable[]
  places: CardPlace[]
  /** Cards of which it may have changed whether they are asked. */
  asked: string[]
}

/** What a reading changes: the rows, and the same in words for people. */
export interface LibraryPlan {
  readonly request: PlanRequest
  readonly writes: LibraryWrites
  /** Null when nothing changed that could be undone. */
  readonly before: Before | null
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
