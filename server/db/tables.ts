import type { Kysely, Transaction } from 'kysely'
import type { Source } from '../../shared/api/common.ts'
import type { QuizEndReason, ReportReason } from '../../shared/api/quizzes.ts'
import type { Settings } from '../../shared/api/settings.ts'
import type { Day, EpochMs } from '../../shared/basics/time.ts'
import type { CardDecision } from '../../shared/card/card-decision.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { CardId, CardKey, CardKind } from '../../shared/card/card.ts'
import type { CardStatus } from '../../shared/card/is-asked.ts'
import type { LintReason } from '../../shared/card/lint-rule.ts'
import type { SideLanguages } from '../../shared/card/side-languages.ts'
import type { TasteReset } from '../../shared/card/learned-odds.ts'
import type { ConceptId, ConceptKey, Conflict } from '../../shared/concept/concept.ts'
import type { DraftKind } from '../../shared/draft/draft.ts'
import type { Fact, FactKey, FactKind } from '../../shared/fact/fact.ts'
import type { NoteGenre } from '../../shared/note/note-genre.ts'
import type { NoteId, NoteProblem, SkippedLine } from '../../shared/note/note.ts'
import type {
  DeviceId,
  EventId,
  Grade,
  LearnerId,
  ReviewEvent,
  Reviewed,
} from '../../shared/schedule/review-event.ts'
import type { FsrsSetting } from '../../shared/schedule/profile.ts'
import type { StabilityPerInterval } from '../../shared/schedule/predicted-recall.ts'
import type { QuestionKind } from '../../shared/quiz/question.ts'
import type { QuizVerdict } from '../../shared/quiz/given-answer.ts'
import type { AccountTables } from './account-tables.ts'
import type { ChangeCells, DigestCells, FactCells } from './standing-cells.ts'
import type { Json } from './json-column.ts'
import type { QuizAnswerColumn, QuizPlanColumn } from './stored-quiz.ts'
import type { QuestionColumn } from './stored-question.ts'

export interface InstanceTable {
  id: string
  epoch: string
  created_at: number
}
export interface LearnersTable {
  id: string
  name: string
  created_at: number
  settings: Json<Partial<Settings>>
  event_count: number
  event_digest: string
  /** The profile that `schedules` was folded with; empty where older rules folded it, which the next start sees to. */
  profile: string
  /** Null for the usual ones. */
  sm2_recall: Json<StabilityPerInterval> | null
  /** What was decided before it teaches nothing about the cards that the learner wants; null when nothing was reset. */
  taste_reset: Json<TasteReset> | null
}
export interface NotesTable {
  learner_id: LearnerId
  id: NoteId
  path: string
  origin: 'folder' | 'upload'
  title: string
  genre: NoteGenre
  body: string
  line_count: number
  body_hash: string
  reader_version: string
  /** The facts drawn from it, so that an unchanged note is never parsed again. */
  facts: Json<readonly Fact[]>
  skipped: Json<readonly SkippedLine[]>
  problems: Json<readonly NoteProblem[]>
  read_at: EpochMs
  missing: number
  /** Date of change and size of the file when it was read: microseconds UTC and bytes. */
  modified_us: number
  size_bytes: number
  /** The hash of a text that the learner took back; `gone` when they took back that the file vanished. */
  held_hash: string | null
}
export interface ConceptsTable {
  learner_id: LearnerId
  id: ConceptId
  concept_key: ConceptKey
  term: string
  aliases: Json<readonly string[]>
  /** The topics above it, the outermost first. */
  topic: Json<readonly string[]>
  /** 0 when no note speaks of it any more; its cards are retired, its history stays. */
  active: number
}
export interface FactsTable {
  learner_id: LearnerId
  fact_key: FactKey
  concept_id: ConceptId
  term: string
  kind: FactKind
  statement: string
  items: Json<readonly string[]>
  sources: Json<readonly Source[]>
  /** Where its note speaks of it: folders, title, headings. */
  topic: Json<readonly string[]>
  /** 1 when it belongs to its concept for its topic, because its own term names nothing. */
  by_topic: number
  /** When it came in; null for what was there before that was kept. */
  made_at: EpochMs | null
}
/** A fact as the notes give it. */
export type StatedFact = Omit<FactsTable, 'made_at'>
export interface ConceptStandingsTable {
  learner_id: LearnerId
  concept_id: ConceptId
  /** The last study day of its log; null before the first event. */
  day: Day | null
  level_before: number
  /** Since when the level is not proven in full: at the beginning of that day, and after it. */
  missed_before: Day | null
  level: number
  missed_since: Day | null
  newest_time: number | null
  newest_id: string | null
  facts: Json<readonly FactCells[]>
  /** The facts in short, for lists. */
  digest: Json<DigestCells>
  history: Json<readonly ChangeCells[]>
  /** The recall of the weeks before, three numbers a point. */
  trend: Json<readonly number[]>
  /** Paths of the notes that state its facts. */
  notes: Json<readonly string[]>
}
export interface ConflictsTable {
  learner_id: LearnerId
  fact_key: FactKey
  concept_id: ConceptId
  sentence: string
  sides: Json<Conflict['sides']>
}
/** The columns that the notes give a card, as they would stand in its row. */
export type ProposedColumns = Pick<CardsTable, 'kind' | 'front' | 'back' | 'accepted' | 'status' | 'reasons'>
export interface CardsTable {
  learner_id: LearnerId
  id: CardId
  card_key: CardKey
  concept_id: ConceptId
  fact_key: FactKey
  kind: CardKind
  front: string
  back: string
  accepted: Json<readonly string[]>
  /** The learner's own wording, which stands in place of the generated one. */
  edited_front: string | null
  edited_back: string | null
  status: CardStatus
  /** When the learner took a doubtful card into the queue. */
  accepted_at: EpochMs | null
  reasons: Json<readonly LintReason[]>
  sources: Json<readonly Source[]>
  created_at: EpochMs
  /** What waits for the learner's word; the card is asked as before until then. */
  waiting: 'meaning' | 'gone' | null
  /** For `meaning`: what the notes give the card now. */
  proposed: Json<ProposedColumns> | null
  /** Since when it is asked though its text is gone, because the learner said so. */
  kept_at: EpochMs | null
  skipped_at: EpochMs | null
  /** One of shared/card/card-flags.ts. */
  flag: CardFlag | null
  /** What its sides are written in; null where both are English. */
  languages: Json<SideLanguages> | null
}
/** What a search asks of a card, in one narrow row; kept by triggers, never written by us. */
export interface SoughtCardsTable extends Pick<
  SchedulesTable,
  | 'learner_id'
  | 'card_id'
  | 'kind'
  | 'asked'
  | 'suspended'
  | 'due_on'
  | 'buried_until'
  | 'interval_days'
  | 'ease_hundredths'
  | 'lapses'
  | 'answers'
> {
  /** In the order in which cards were made. */
  id: number
  retired: number
  /** Waiting for the learner's word. */
  doubtful: number
  edited: number
  card_kind: CardKind
  flag: CardFlag | null
}
/** What a card says, in lower case; kept by triggers, too. */
export interface CardWordsTable {
  id: number
  learner_id: LearnerId
  card_id: CardId
  front: string
  back: string
  term: string
}
export interface CardNotesTable {
  learner_id: LearnerId
  card_id: CardId
  note_id: NoteId
}
export interface EventsTable {
  learner_id: LearnerId
  id: EventId
  device_id: DeviceId
  at: EpochMs
  zone: string
  study_day: Day
  kind: ReviewEvent['kind']
  /** For `undone`: the card that the undone event spoke of, so that a card's log is one index range. */
  card_id: CardId | null
  grade: Grade | null
  duration_ms: number | null
  via: Reviewed['via'] | null
  effect: Reviewed['effect'] | null
  planned_due_on: Day | null
  kind_shown: string | null
  confidence: string | null
  profile: string | null
  target_id: EventId | null
  /** `until` of a burial, `dueOn` of a set due day. */
  day: Day | null
  received_at: EpochMs
  counted_on: Day
}
export interface SchedulesTable {
  learner_id: LearnerId
  card_id: CardId
  /** 1 while the card is ready, or doubtful and accepted. */
  asked: number
  /** The order in which new cards are introduced. */
  position: number
  kind: 'new' | 'sm2' | 'fsrs'
  repetitions: number
  interval_days: number
  ease_hundredths: number
  lapses: number
  due_on: Day | null
  repeated_on: Day | null
  suspended: number
  buried_until: Day | null
  last_answer_on: Day | null
  last_answer_at: number | null
  last_answer_grade: Grade | null
  answers: number
  missed_days: number
  first_answered_on: Day | null
  /** Fold order of the newest event in it: a newer one is one step, an older one a refold. */
  newest_time: number
  newest_id: string
  /** FSRS alone. */
  stability: number | null
  difficulty: number | null
}
export interface StudyDaysTable {
  learner_id: LearnerId
  day: Day
  answers: number
  passed: number
  new_cards: number
  review_cards: number
  review_passed: number
  duration_ms: number
}
export interface QuizzesTable {
  learner_id: LearnerId
  id: string
  concept_id: ConceptId | null
  created_at: EpochMs
  questions: Json<readonly QuestionColumn[]>
  /** Null for a quiz of the days when it knew two kinds. */
  plan: Json<QuizPlanColumn> | null
  /** When the learner ended it before it ended by itself, and why. */
  ended_at: EpochMs | null
  end_reason: QuizEndReason | null
}
export interface QuizAnswersTable {
  learner_id: LearnerId
  quiz_id: string
  question_id: string
  /** The first of its events: the name under which the page sent it. */
  event_id: EventId
  /** What was typed, '' for what was not. */
  given: string
  /** The option that was chosen, while there was nothing else to choose. */
  option_index: number | null
  verdict: QuizVerdict
  answered_at: EpochMs
  /** Null for an answer of the days when a quiz knew two kinds. */
  answer: Json<QuizAnswerColumn> | null
}
export interface QuizOptionsTable {
  learner_id: LearnerId
  card_id: CardId
  option: string
  shown: number
  picked: number
  reported: number
}
export interface QuizReportsTable {
  learner_id: LearnerId
  quiz_id: string
  question_id: string
  card_id: CardId
  kind: QuestionKind
  reason: ReportReason
  /** The option it is about, as it was shown. */
  option: string | null
  reported_at: EpochMs
}
export interface AcceptedAnswersTable {
  learner_id: LearnerId
  card_id: CardId
  answer: string
  accepted_at: EpochMs
}

export interface CardDecisionsTable {
  learner_id: LearnerId
  id: string
  card_id: CardId
  /** The key that the card had then. */
  card_key: CardKey
  decision: CardDecision
  at: EpochMs
  /** The change of the library that made it; while that is undone, nothing was decided. */
  change_id: string
}
export interface RejectionsTable {
  learner_id: LearnerId
  id: string
  /** `spanKey` or `questionSpan` of shared/card/rejected-spans.ts. */
  span: string
  /** The lines as they were, or the question. */
  quote: Json<readonly string[]>
  made_at: EpochMs
}
export interface DraftsTable {
  learner_id: LearnerId
  id: string
  note_id: NoteId
  kind: DraftKind
  question: string
  answer: string
  quote: string
  /** Where the quote stood when it was drafted. */
  lines: Json<readonly number[]>
  concept: string | null
  corrects: string | null
  card_key: CardKey
  /** What the one who drafted it calls itself. */
  drafted_by: string
  drafted_at: EpochMs
  state: 'waiting' | 'accepted' | 'dropped'
  /** The card that it became. */
  card_id: CardId | null
  decided_at: EpochMs | null
}
/** A section of a note that a model was sent: while its text is the same, it is not sent again. */
export interface DraftedSectionsTable {
  learner_id: LearnerId
  content_hash: string
  model: string
  at: EpochMs
  /** How many drafts came of it. */
  drafts: number
}
export interface ConceptWordsTable {
  learner_id: LearnerId
  kind: 'apart' | 'joined' | 'called' | 'side' | 'two' | 'needs'
  subject: string
  value: string | null
  /** What was said, for people. */
  sentence: string
  /** The concept on whose page it stands. */
  concept_key: ConceptKey
  change_id: string
}
/** A note's row as an undo keeps it; before November 2026 it had no genre. */
export type NoteBefore = Omit<NotesTable, 'genre'> & Partial<Pick<NotesTable, 'genre'>>
/** What undoing a change brings back: rows as they were. `Before` of before-column.ts is the same in fields. */
export interface BeforeRows {
  readonly notes: readonly { id: NoteId; before: NoteBefore | null; after: string }[]
  readonly cards: readonly {
    id: CardId
    columns: Partial<CardsTable>
    after?: Partial<Pick<CardsTable, 'edited_front' | 'edited_back'>>
  }[]
  readonly rejections: readonly string[]
  readonly words: readonly {
    kind: ConceptWordsTable['kind']
    subject: string
    was: ConceptWordsTable | null
  }[]
  readonly wroteFiles: boolean
  /** Drafts that it decided on; changes before December 2026 have none. */
  readonly drafts?: readonly string[]
}
export interface LibraryChangesTable {
  learner_id: LearnerId
  id: string
  kind: 'import' | 'folder' | 'save' | 'removal' | 'decision' | 'concept'
  at: EpochMs
  sentence: string
  /** Null when it cannot be undone. */
  before: Json<BeforeRows> | null
  undone_at: EpochMs | null
}

export interface ProfilesTable {
  learner_id: LearnerId
  id: string
  scheduler: 'fsrs'
  parameters: Json<FsrsSetting>
  made_at: EpochMs
  /** JSON: what showed that these parameters predict better than those before. */
  evidence: string | null
}

/** Every table, as Kysely sees it. A row becomes a domain value in `toCard`, `toState` … and nowhere else. */
export interface Tables extends AccountTables {
  instance: InstanceTable
  learners: LearnersTable
  notes: NotesTable
  concepts: ConceptsTable
  facts: FactsTable
  concept_standings: ConceptStandingsTable
  conflicts: ConflictsTable
  cards: CardsTable
  sought_cards: SoughtCardsTable
  card_words: CardWordsTable
  card_notes: CardNotesTable
  events: EventsTable
  schedules: SchedulesTable
  study_days: StudyDaysTable
  quizzes: QuizzesTable
  quiz_answers: QuizAnswersTable
  quiz_options: QuizOptionsTable
  quiz_reports: QuizReportsTable
  accepted_answers: AcceptedAnswersTable
  rejections: RejectionsTable
  drafts: DraftsTable
  drafted_sections: DraftedSectionsTable
  card_decisions: CardDecisionsTable
  concept_words: ConceptWordsTable
  library_changes: LibraryChangesTable
  profiles: ProfilesTable
}

/** For reading; a transaction fits too. */
export type Reader = Kysely<Tables>
/** For writing: only `writing` in open-database.ts hands one out. */
export type Writer = Transaction<Tables>
