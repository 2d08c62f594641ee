import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * What a search of cards asks, gathered in one narrow row a card, and an index of every three letters of what cards say.
 * On SQLite triggers keep both with the rows they come from, in the same transaction; on PostgreSQL, which joins long
 * tables well, they are views.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const statement of isSqlite ? [...tables, ...filling, ...triggers] : views) {
    await sql.raw(statement).execute(db)
  }
}

// With two ends of line, so that the last letters, too, are found as the beginning of three.
const front = (row: string) => lowered(`coalesce(${row}.edited_front, ${row}.front)`)
const back = (row: string) => lowered(`coalesce(${row}.edited_back, ${row}.back)`)
const lowered = (text: string) => `lower(${text}) || '\n\n'`
const standing = (row: string) =>
  `${row}.status = 'retired', ${row}.status = 'doubtful' and ${row}.accepted_at is null,
   ${row}.edited_front is not null or ${row}.edited_back is not null, ${row}.kind, ${row}.flag`
const standingColumns = 'retired, doubtful, edited, card_kind, flag'
const state = (row: string) =>
  [
    'kind',
    'asked',
    'suspended',
    'due_on',
    'buried_until',
    'interval_days',
    'ease_hundredths',
    'lapses',
    'answers',
  ]
    .map((column) => `${row}.${column}`)
    .join(', ')
const stateColumns = state('').replaceAll('.', '')
const of = (row: string, id: string) => `learner_id = ${row}.learner_id and card_id = ${row}.${id}`

const tables = [
  `drop index if exists cards_sought`,
  `create table card_words (
    id integer primary key not null,
    learner_id text not null,
    card_id text not null,
    front text not null,
    back text not null,
    term text not null,
    foreign key (learner_id, card_id) references cards (learner_id, id)) strict`,
  `create virtual table card_words_index using fts5
    (front, back, term, content = 'card_words', content_rowid = 'id', tokenize = 'trigram', columnsize = 0)`,
  `create virtual table card_words_letters using fts5vocab('card_words_index', 'row')`,
  // Laid down in the order of its key: a walk over a learner's cards reads neither another's nor the words.
  `create table sought_cards (
    learner_id text not null,
    id integer not null references card_words (id),
    retired integer not null,
    doubtful integer not null,
    edited integer not null,
    card_kind text not null,
    flag text,
    kind text not null default 'new',
    asked integer not null default 0,
    suspended integer not null default 0,
    due_on text,
    buried_until text,
    interval_days integer not null default 0,
    ease_hundredths integer not null default 0,
    lapses integer not null default 0,
    answers integer not null default 0,
    card_id text not null,
    primary key (learner_id, id),
    foreign key (learner_id, card_id) references cards (learner_id, id)) strict, without rowid`,
  `create unique index sought_cards_by_card on sought_cards (learner_id, card_id)`,
]

const filling = [
  `insert into card_words (learner_id, card_id, front, back, term)
    select cards.learner_id, cards.id, ${front('cards')}, ${back('cards')}, ${lowered('concepts.term')} from cards
    inner join concepts on concepts.learner_id = cards.learner_id and concepts.id = cards.concept_id
    order by cards.id`,
  `insert into card_words_index (card_words_index) values ('rebuild')`,
  `insert into sought_cards (learner_id, id, card_id, ${standingColumns}, ${stateColumns})
    select cards.learner_id, card_words.id, cards.id, ${standing('cards')}, coalesce(schedules.kind, 'new'),
      coalesce(asked, 0), coalesce(suspended, 0), due_on, buried_until, coalesce(interval_days, 0),
      coalesce(ease_hundredths, 0), coalesce(lapses, 0), coalesce(answers, 0) from card_words
    inner join cards on cards.learner_id = card_words.learner_id and cards.id = card_words.card_id
    left join schedules on schedules.learner_id = cards.learner_id and schedules.card_id = cards.id
    order by card_words.id`,
]

const wordsOf = (row: string) =>
  `${front(row)}, ${back(row)},
   (select ${lowered('term')} from concepts where learner_id = ${row}.learner_id and id = ${row}.concept_id)`
const texts = (row: string) =>
  `${row}.front, ${row}.back, ${row}.edited_front, ${row}.edited_back, ${row}.concept_id`
const standings = (row: string) =>
  `${row}.status, ${row}.accepted_at, ${row}.edited_front, ${row}.edited_back, ${row}.kind, ${row}.flag`

const triggers = [
  `create trigger sought_cards_made after insert on cards begin
    insert into card_words (learner_id, card_id, front, back, term)
      values (new.learner_id, new.id, ${wordsOf('new')});
    insert into sought_cards (learner_id, id, card_id, ${standingColumns})
      values (new.learner_id, last_insert_rowid(), new.id, ${standing('new')});
  end`,
  `create trigger sought_cards_standing after update on cards when (${standings('old')}) is not (${standings('new')}) begin
    update sought_cards set (${standingColumns}) = (select ${standing('new')}) where ${of('new', 'id')};
  end`,
  `create trigger sought_cards_worded after update on cards when (${texts('old')}) is not (${texts('new')}) begin
    update card_words set (front, back, term) = (select ${wordsOf('new')})
      where id = (select id from sought_cards where ${of('new', 'id')});
  end`,
  `create trigger sought_cards_renamed after update of term on concepts when old.term is not new.term begin
    update card_words set term = ${lowered('new.term')} where id in (select sought_cards.id from cards
      inner join sought_cards on sought_cards.learner_id = cards.learner_id and sought_cards.card_id = cards.id
      where cards.learner_id = new.learner_id and cards.concept_id = new.id);
  end`,
  `create trigger sought_cards_placed after insert on schedules begin
    update sought_cards set (${stateColumns}) = (select ${state('new')}) where ${of('new', 'card_id')};
  end`,
  `create trigger sought_cards_answered after update on schedules when (${state('old')}) is not (${state('new')}) begin
    update sought_cards set (${stateColumns}) = (select ${state('new')}) where ${of('new', 'card_id')};
  end`,
  `create trigger card_words_made after insert on card_words begin
    insert into card_words_index (rowid, front, back, term) values (new.id, new.front, new.back, new.term);
  end`,
  `create trigger card_words_changed after update on card_words begin
    insert into card_words_index (card_words_index, rowid, front, back, term)
      values ('delete', old.id, old.front, old.back, old.term);
    insert into card_words_index (rowid, front, back, term) values (new.id, new.front, new.back, new.term);
  end`,
]

const flagged = (condition: string) => `case when ${condition} then 1 else 0 end`
const views = [
  `create view sought_cards as select cards.id as id, cards.learner_id, cards.id as card_id,
    ${flagged("cards.status = 'retired'")} as retired,
    ${flagged("cards.status = 'doubtful' and cards.accepted_at is null")} as doubtful,
    ${flagged('cards.edited_front is not null or cards.edited_back is not null')} as edited,
    cards.kind as card_kind, cards.flag, ${state('schedules')} from cards
    inner join schedules on schedules.learner_id = cards.learner_id and schedules.card_id = cards.id`,
  `create view card_words as select cards.id as id, cards.learner_id, cards.id as card_id, ${front('cards')} as front, ${back('cards')} as back,
    ${lowered('concepts.term')} as term from cards
    inner join concepts on concepts.learner_id = cards.learner_id and concepts.id = cards.concept_id`,
]
