import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * What is kept of each concept so that one more answer is one step, and how its level moved: a cache of the log, made anew
 * where a row is missing. Also when a fact came in, null for those that were there before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(onEngine(db, statement)).execute(db)
}

// SQLite checks the types of a column only in a strict table; PostgreSQL always does and knows no such word.
function onEngine(db: Kysely<unknown>, statement: string): string {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter))
    return statement.replaceAll(/\binteger\b/g, 'bigint')
  return statement.startsWith('create table') ? `${statement} strict` : statement
}

const statements = [
  `create table concept_standings (
    learner_id text not null,
    concept_id text not null,
    day text,
    level_before integer not null,
    missed_before text,
    level integer not null,
    missed_since text,
    newest_time integer,
    newest_id text,
    facts text not null,
    digest text not null,
    history text not null,
    trend text not null,
    notes text not null,
    primary key (learner_id, concept_id),
    foreign key (learner_id, concept_id) references concepts (learner_id, id))`,
  `alter table facts add column made_at integer`,
  // What a card alone had bridged, and shown in a quiz: mastery reckons with the whole fact now.
  `alter table schedules drop column longest_gap_days`,
  `alter table schedules drop column other_form_successes`,
  `create index facts_by_concept on facts (learner_id, concept_id)`,
]
