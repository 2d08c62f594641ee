import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * A quiz with its plan and its end, and an answer with how it was judged and what it did to schedules. What options fared,
 * what was reported, and what the learner said is right as well stand by themselves: they outlive the quiz they came from.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const table of tables)
    await sql.raw(isSqlite ? `${table} strict` : table.replaceAll(/\binteger\b/g, 'bigint')).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table quizzes add column plan text`,
  `alter table quizzes add column ended_at integer`,
  `alter table quizzes add column end_reason text`,
  `alter table quiz_answers add column answer text`,
  `create index quizzes_by_time on quizzes (learner_id, created_at)`,
  `create index quiz_answers_by_time on quiz_answers (learner_id, answered_at)`,
]

const tables = [
  // How often an option stood under a card's question and was taken. `reported`: it never stands there again.
  `create table quiz_options (
    learner_id text not null,
    card_id text not null,
    option text not null,
    shown integer not null,
    picked integer not null,
    reported integer not null,
    primary key (learner_id, card_id, option),
    foreign key (learner_id, card_id) references cards (learner_id, id))`,

  `create table quiz_reports (
    learner_id text not null,
    quiz_id text not null,
    question_id text not null,
    card_id text not null,
    kind text not null,
    reason text not null,
    option text,
    reported_at integer not null,
    primary key (learner_id, quiz_id, question_id),
    foreign key (learner_id, quiz_id) references quizzes (learner_id, id),
    foreign key (learner_id, card_id) references cards (learner_id, id))`,

  // "I was right": what a card accepts besides what its notes give.
  `create table accepted_answers (
    learner_id text not null,
    card_id text not null,
    answer text not null,
    accepted_at integer not null,
    primary key (learner_id, card_id, answer),
    foreign key (learner_id, card_id) references cards (learner_id, id))`,
]
