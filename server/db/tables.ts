import type { Kysely, Transaction } from 'kysely'
import type { CardFlag } from '../../shared/card/card-flags.ts'

export interface InstanceTable {
  id: string
  epoch: string
  created_at: number
}
export interface LearnersTable {
  id: string
  name: string
  created_at: number
  /** JSON of shared/api/settings.ts. */
  settings: string
  event_count: number
  event_digest: string
  /** The profile that `schedules` was folded with. */
  profile: string
  /** JSON of `StabilityPerInterval`; null for the usual ones. */
  sm2_recall: string | null
}
export interface NotesTable {
  learner_id: string
  id: string
  path: string
  origin: 'folder' | 'upload'
  title: string
  body: string
  line_count: number
  body_hash: string
  reader_version: string
  /** JSON: the facts drawn from it, so that an unchanged note is never parsed again. */
  facts: string
  skipped: string
  problems: string
  read_at: number
  missing: number
  /** Date of change and size of the file when it was read: microseconds UTC and bytes. */
  modified_us: number
  size_bytes: number
  /** The hash of a text that the learner took back; `gone` when they took back that the file vanished. */
  held_hash: string | null
}
export interface ConceptsTable {
  learner_id: string
  id: string
  concept_key: string
  term: string
  aliases: string
  /** 0 when no note speaks of it any more; its cards are retired, its history stays. */
  active: number
}
export interface FactsTable {
  learner_id: string
  fact_key: string
  concept_id: string
  term: string
  kind: string
  statement: string
  items: string
  sources: string
}
export interface ConflictsTable {
  learner_id: string
  fact_key: string
  concept_id: string
  sentence: string
  sides: string
}
export interface CardsTable {
  learner_id: string
  id: string
  card_key: string
  concept_id: string
  fact_key: string
  kind: string
  front: string
  back: string
  accepted: string
  /** The learner's own wording, which stands in place of the generated one. */
  edited_front: string | null
  edited_back: string | null
  status: 'ready' | 'doubtful' | 'retired'
  /** When the learner took a doubtful card into the queue. */
  accepted_at: number | null
  reasons: string
  sources: string
  created_at: number
  /** What waits for the learner's word; the card is asked as before until then. */
  waiting: 'meaning' | 'gone' | null
  /** For `meaning`: JSON of the columns that the notes give the card now. */
  proposed: string | null
  /** Since when it is asked though its text is gone, because the learner said so. */
  kept_at: number | null
  skipped_at: number | null
  /** One of shared/card/card-flags.ts. */
  flag: CardFlag | null
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
  card_kind: string
  flag: CardFlag | null
}
/** What a card says, in lower case; kept by triggers, too. */
export interface CardWordsTable {
  id: number
  learner_id: string
  card_id: string
  front: string
  back: string
  term: string
}
export interface CardNotesTable {
  learner_id: string
  card_id: string
  note_id: string
}
export interface EventsTable {
  learner_id: string
  id: string
  device_id: string
  at: number
  zone: string
  study_day: string
  kind: string
  /** For `undone`: the card that the undone event spoke of, so that a card's log is one index range. */
  card_id: string | null
  grade: number | null
  duration_ms: number | null
  via: string | null
  effect: string | null
  planned_due_on: string | null
  kind_shown: string | null
  confidence: string | null
  profile: string | null
  target_id: string | null
  /** `until` of a burial, `dueOn` of a set due day. */
  day: string | null
  received_at: number
  counted_on: string
}
export interface SchedulesTable {
  learner_id: string
  card_id: string
  /** 1 while the card is ready, or doubtful and accepted. */
  asked: number
  /** The order in which new cards are introduced. */
  position: number
  kind: 'new' | 'sm2' | 'fsrs'
  repetitions: number
  interval_days: number
  ease_hundredths: number
  lapses: number
  due_on: string | null
  repeated_on: string | null
  suspended: number
  buried_until: string | null
  last_answer_on: string | null
  last_answer_at: number | null
  last_answer_grade: number | null
  answers: number
  first_answered_on: string | null
  longest_gap_days: number
  other_form_successes: number
  /** Fold order of the newest event in it: a newer one is one step, an older one a refold. */
  newest_time: number
  newest_id: string
  /** FSRS alone. */
  stability: number | null
  difficulty: number | null
}
export interface StudyDaysTable {
  learner_id: string
  day: string
  answers: number
  passed: number
  new_cards: number
  review_cards: number
  review_passed: number
  duration_ms: number
}
export interface QuizzesTable {
  learner_id: string
  id: string
  concept_id: string | null
  created_at: number
  questions: string
}
export interface QuizAnswersTable {
  learner_id: string
  quiz_id: string
  question_id: string
  event_id: string
  given: string
  option_index: number | null
  verdict: 'right' | 'near' | 'wrong'
  answered_at: number
}

export interface RejectionsTable {
  learner_id: string
  id: string
  /** `spanKey` of shared/card/rejected-spans.ts. */
  span: string
  /** JSON of the lines as they were. */
  quote: string
  made_at: number
}
export interface ConceptWordsTable {
  learner_id: string
  kind: 'apart' | 'joined' | 'called' | 'side'
  subject: string
  value: string | null
  /** What was said, for people. */
  sentence: string
  /** The concept on whose page it stands. */
  concept_key: string
  change_id: string
}
export interface LibraryChangesTable {
  learner_id: string
  id: string
  kind: 'import' | 'folder' | 'save' | 'removal' | 'decision' | 'concept'
  at: number
  sentence: string
  /** JSON of `Before` in server/library/library-plan.ts; null when it cannot be undone. */
  before: string | null
  undone_at: number | null
}

export interface ProfilesTable {
  learner_id: string
  id: string
  scheduler: 'fsrs'
  /** JSON of `FsrsSetting` in shared/schedule/profile.ts. */
  parameters: string
  made_at: number
  /** JSON: what showed that these parameters predict better than those before. */
  evidence: string | null
}

/** Every table, as Kysely sees it. A row becomes a domain value in `toCard`, `toState` … and nowhere else. */
export interface Tables {
  instance: InstanceTable
  learners: LearnersTable
  notes: NotesTable
  concepts: ConceptsTable
  facts: FactsTable
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
  rejections: RejectionsTable
  concept_words: ConceptWordsTable
  library_changes: LibraryChangesTable
  profiles: ProfilesTable
}

/** For reading; a transaction fits too. */
export type Reader = Kysely<Tables>
/** For writing: only `writing` in open-database.ts hands one out. */
export type Writer = Transaction<Tables>
