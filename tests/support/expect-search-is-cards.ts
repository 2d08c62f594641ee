import { sql } from 'kysely'
import { expect } from 'vitest'
import type { TestApp } from './build-test-app.ts'

/** What a search walks along says of every card what the card's own rows say, and the index of words is whole. */
export async function expectSearchIsCards({ deps: { db } }: TestApp): Promise<void> {
  const own = await sql`
    select cards.learner_id, cards.id as card_id, cards.kind as card_kind, flag, cards.status = 'retired' as retired,
      cards.status = 'doubtful' and accepted_at is null as doubtful,
      edited_front is not null or edited_back is not null as edited,
      schedules.kind, asked, suspended, due_on, buried_until, interval_days, ease_hundredths, lapses, answers,
      lower(coalesce(edited_front, front)) || char(10) || char(10) as front,
      lower(coalesce(edited_back, back)) || char(10) || char(10) as back, lower(concepts.term) || char(10) || char(10) as term
    from cards inner join schedules on schedules.learner_id = cards.learner_id and schedules.card_id = cards.id
    inner join concepts on concepts.learner_id = cards.learner_id and concepts.id = cards.concept_id
    order by cards.id`.execute(db.reader)
  const kept = await sql`
    select sought_cards.learner_id, sought_cards.card_id, card_kind, flag, retired, doubtful, edited, kind, asked,
      suspended, due_on, buried_until, interval_days, ease_hundredths, lapses, answers, front, back, term
    from sought_cards inner join card_words on card_words.id = sought_cards.id order by sought_cards.card_id`.execute(
    db.reader,
  )
  expect(kept.rows).toEqual(own.rows)
  const check = sql`insert into card_words_index (card_words_index, rank) values ('integrity-check', 1)`
  await expect(check.execute(db.writer)).resolves.toBeDefined()
}
