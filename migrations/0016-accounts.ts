import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * How learners sign in. Of every secret only its hash is stored: what is read here opens nothing. Tries are counted in the
 * database, so that a restart, or another process, forgets none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(strictOn(db, statement)).execute(db)
  for (const statement of indexes) await sql.raw(statement).execute(db)
}

function strictOn(db: Kysely<unknown>, statement: string): string {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  return isSqlite ? `${statement} strict` : statement.replaceAll(/\binteger\b/g, 'bigint')
}

const tables = [
  `create table accounts (
    learner_id text primary key not null references learners (id),
    name text not null,
    name_key text not null,
    role text not null,
    password_hash text,
    subject text,
    created_at integer not null)`,

  // After a change of the secret the old one is good until the new one was seen, and a moment longer.
  `create table sessions (
    learner_id text not null references accounts (learner_id),
    id text not null,
    secret_hash text not null,
    previous_hash text,
    rotated_at integer not null,
    confirmed_at integer,
    device text not null,
    created_at integer not null,
    seen_at integer not null,
    primary key (learner_id, id))`,

  // A browser in which the learner once signed in: strangers who guess elsewhere never shut it out.
  `create table known_devices (
    learner_id text not null references accounts (learner_id),
    secret_hash text not null,
    seen_at integer not null,
    primary key (learner_id, secret_hash))`,

  `create table api_tokens (
    learner_id text not null references accounts (learner_id),
    id text not null,
    name text not null,
    secret_hash text not null,
    scopes text not null,
    created_at integer not null,
    expires_at integer,
    used_at integer,
    primary key (learner_id, id))`,

  // Links that work once: for the first account, for a new learner, for a forgotten password. The first is nobody's.
  `create table one_time_links (
    id text primary key not null,
    kind text not null,
    secret_hash text not null,
    made_by text references accounts (learner_id),
    learner_id text references accounts (learner_id),
    created_at integer not null,
    expires_at integer not null,
    used_at integer)`,

  `create table sign_in_tries (
    bucket text not null,
    at integer not null,
    id text not null,
    primary key (bucket, at, id))`,
]

const indexes = [
  `create unique index accounts_by_name on accounts (name_key)`,
  `create unique index accounts_by_subject on accounts (subject) where subject is not null`,
  `create unique index sessions_by_secret on sessions (secret_hash)`,
  `create index sessions_by_previous on sessions (previous_hash) where previous_hash is not null`,
  `create unique index api_tokens_by_secret on api_tokens (secret_hash)`,
  `create unique index one_time_links_by_secret on one_time_links (secret_hash)`,
  `create index sign_in_tries_by_time on sign_in_tries (at)`,
]
