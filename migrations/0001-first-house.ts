import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * The first schema. The learner's id leads every key. Times are integer milliseconds UTC, study days `YYYY-MM-DD` text,
 * booleans 0 or 1, JSON is text, ids are text: the same on SQLite and PostgreSQL.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(strictOn(db, statement)).execute(db)
  for (const statement of indexes) await sql.raw(statement).execute(db)
}

// SQLite checks the types of a column only in a strict table; PostgreSQL always does and knows no such word.
function strictOn(db: Kysely<unknown>, statement: string): string {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  return isSqlite ? `${statement} strict` : statement.replaceAll(/\binteger\b/g, 'bigint')
}

const tables = [
  `create table instance (
    id text primary key not null,
    epoch text not null,
    created_at integer not null)`,

  `create table learners (
    id text primary key not null,
    name text not null,
    created_at integer not null,
    settings text not null,
    event_count integer not null,
    event_digest text not null)`,

  `create table notes (
    learner_id text not null references learners (id),
    id text not null,
    path text not null,
    origin text not null,
    title text not null,
    body text not null,
    line_count integer not null,
    body_hash text not null,
    reader_version text not null,
    facts text not null,
    skipped text not null,
    problems text not null,
    read_at integer not null,
    missing integer not null,
    primary key (learner_id, id))`,

  `create table concepts (
    learner_id text not null references learners (id),
    id text not null,
    concept_key text not null,
    term text not null,
    aliases text not null,
    active integer not null,
    primary key (learner_id, id))`,

  `create table facts (
    learner_id text not null,
    fact_key text not null,
    concept_id text not null,
    kind text not null,
    statement text not null,
    items text not null,
    sources text not null,
    primary key (learner_id, fact_key),
    foreign key (learner_id, concept_id) references concepts (learner_id, id))`,

  `create table conflicts (
    learner_id text not null,
    fact_key text not null,
    concept_id text not null,
    sentence text not null,
    sides text not null,
    primary key (learner_id, fact_key),
    foreign key (learner_id, concept_id) references concepts (learner_id, id))`,

  `create table cards (
    learner_id text not null,
    id text not null,
    card_key text not null,
    concept_id text not null,
    fact_key text not null,
    kind text not null,
    front text not null,
    back text not null,
    accepted text not null,
    edited_front text,
    edited_back text,
    status text not null,
    accepted_at integer,
    reasons text not null,
    sources text not null,
    created_at integer not null,
    primary key (learner_id, id),
    foreign key (learner_id, concept_id) references concepts (learner_id, id))`,

  `create table card_notes (
    learner_id text not null,
    card_id text not null,
    note_id text not null,
    primary key (learner_id, note_id, card_id),
    foreign key (learner_id, card_id) references cards (learner_id, id),
    foreign key (learner_id, note_id) references notes (learner_id, id))`,

  // The log. Rows are only ever added. `counted_on` is the day the fold uses; `received_at` is set once.
  `create table events (
    learner_id text not null,
    id text not null,
    device_id text not null,
    at integer not null,
    zone text not null,
    study_day text not null,
    kind text not null,
    card_id text,
    grade integer,
    duration_ms integer,
    via text,
    effect text,
    planned_due_on text,
    kind_shown text,
    confidence text,
    profile text,
    target_id text,
    day text,
    received_at integer not null,
    counted_on text not null,
    primary key (learner_id, id),
    foreign key (learner_id, card_id) references cards (learner_id, id))`,

  // One row a card, new ones too. The columns from “kind” on are a cache of the fold over the card's events; the ones
  // before it are the card's own, kept here so that the queue is one walk along an index. Both can be made anew.
  `create table schedules (
    learner_id text not null,
    card_id text not null,
    asked integer not null,
    position integer not null,
    kind text not null,
    repetitions integer not null,
    interval_days integer not null,
    ease_hundredths integer not null,
    lapses integer not null,
    due_on text,
    repeated_on text,
    suspended integer not null,
    buried_until text,
    last_answer_on text,
    last_answer_at integer,
    last_answer_grade integer,
    answers integer not null,
    first_answered_on text,
    longest_gap_days integer not null,
    other_form_successes integer not null,
    newest_time integer not null,
    newest_id text not null,
    primary key (learner_id, card_id),
    foreign key (learner_id, card_id) references cards (learner_id, id))`,

  // A cache too: one row a learner and study day, kept with every answer, so that a chart never reads the log.
  `create table study_days (
    learner_id text not null,
    day text not null,
    answers integer not null,
    passed integer not null,
    new_cards integer not null,
    review_cards integer not null,
    review_passed integer not null,
    duration_ms integer not null,
    primary key (learner_id, day))`,

  `create table quizzes (
    learner_id text not null,
    id text not null,
    concept_id text,
    created_at integer not null,
    questions text not null,
    primary key (learner_id, id))`,

  `create table quiz_answers (
    learner_id text not null,
    quiz_id text not null,
    question_id text not null,
    event_id text not null,
    given text not null,
    option_index integer,
    verdict text not null,
    answered_at integer not null,
    primary key (learner_id, quiz_id, question_id),
    foreign key (learner_id, quiz_id) references quizzes (learner_id, id))`,
]

const indexes = [
  `create unique index notes_by_path on notes (learner_id, origin, path)`,
  `create unique index concepts_by_key on concepts (learner_id, concept_key)`,
  `create unique index cards_by_key on cards (learner_id, card_key)`,
  `create index cards_by_concept on cards (learner_id, concept_id)`,
  `create index cards_by_fact on cards (learner_id, fact_key)`,
  `create index events_by_card on events (learner_id, card_id)`,
  `create index events_by_target on events (learner_id, target_id) where target_id is not null`,
  `create index events_by_day on events (learner_id, counted_on)`,
  `create index schedules_due on schedules
    (learner_id, due_on, repeated_on, interval_days, repetitions, buried_until, last_answer_on, card_id)
    where kind = 'sm2' and asked = 1 and suspended = 0`,
  `create index schedules_new on schedules (learner_id, position, card_id, buried_until)
    where kind = 'new' and asked = 1 and suspended = 0`,
  `create index schedules_answered_on on schedules (learner_id, last_answer_on) where last_answer_on is not null`,
  `create index schedules_suspended on schedules (learner_id) where suspended = 1`,
]
