import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NotesReply } from '../../../shared/api/notes.ts'
import type { EpochMs } from '../../../shared/basics/time.ts'
import type { CardId } from '../../../shared/card/card.ts'
import { cardStatuses, isAsked, isDoubtful } from '../../../shared/card/is-asked.ts'
import { findCards, markAsked, updateCard } from '../../../server/db/cards.ts'
import { countAskedFaults } from '../../../server/db/doctor.ts'
import { countInbox, listInbox } from '../../../server/db/inbox.ts'
import { writing } from '../../../server/db/open-database.ts'
import { listQuizMaterial } from '../../../server/db/quizzes.ts'
import { get } from '../../support/api.ts'
import { type TestApp, buildTestApp } from '../../support/build-test-app.ts'
import { noon } from '../../support/factories.ts'

const standings = cardStatuses.flatMap((status) =>
  [null, noon].map((acceptedAt: EpochMs | null) => ({ status, acceptedAt })),
)

let app: TestApp
let ids: CardId[]
/** One card of each standing, and the rest of the library as it was read. */
beforeEach(async () => {
  app = await buildTestApp()
  const { db } = app.deps
  const rows = await db.reader.selectFrom('cards').select('id').orderBy('id').execute()
  ids = rows.slice(0, standings.length).map(({ id }) => id)
  await writing(db, async (trx) => {
    for (const [index, standing] of standings.entries())
      await updateCard(trx, app.learner.id, ids[index] as CardId, standing)
    await markAsked(trx, app.learner.id, ids)
  })
})
afterEach(() => app.close())

test('the database asks exactly the cards that the core calls asked, whatever their status and acceptance', async () => {
  const { reader } = app.deps.db
  const cards = await findCards(reader, app.learner.id, ids)
  expect(cards).toHaveLength(standings.length)
  const expected = cards
    .filter(isAsked)
    .map(({ id }) => id)
    .sort()
  const marked = await reader
    .selectFrom('schedules')
    .select('card_id')
    .where('card_id', 'in', ids)
    .where('asked', '=', 1)
    .orderBy('card_id')
    .execute()
  expect(marked.map((row) => row.card_id)).toEqual(expected)
  const quizzed = (await listQuizMaterial(reader, app.learner.id)).map(({ card }) => card.id)
  expect(quizzed.filter((id) => ids.includes(id)).sort()).toEqual(expected)
  expect(await countAskedFaults(reader, app.learner.id)).toBe(0)
})

test('the database holds exactly the cards for doubtful that the core does', async () => {
  const { reader } = app.deps.db
  const all = await reader.selectFrom('cards').select('id').execute()
  const cards = await findCards(
    reader,
    app.learner.id,
    all.map(({ id }) => id),
  )
  const expected = cards
    .filter(isDoubtful)
    .map(({ id }) => id)
    .sort()
  expect(expected.length).toBeGreaterThan(0)
  const inbox = await listInbox(reader, app.learner.id, 'doubtful', undefined, 1000)
  expect(inbox.map(({ id }) => id).sort()).toEqual(expected)
  expect((await countInbox(reader, app.learner.id)).doubtful).toBe(expected.length)
  const { notes } = await get<NotesReply>(app, '/notes')
  expect(notes.map((note) => note.doubtful)).toEqual([expected.length])
})

test('a mark that does not fit a card is found, whatever its standing', async () => {
  const { db } = app.deps
  for (const id of ids) {
    const flip = (asked: number) =>
      writing(db, (trx) => trx.updateTable('schedules').set({ asked }).where('card_id', '=', id).execute())
    const { asked } = await db.reader
      .selectFrom('schedules')
      .select('asked')
      .where('card_id', '=', id)
      .executeTakeFirstOrThrow()
    await flip(1 - asked)
    expect(await countAskedFaults(db.reader, app.learner.id)).toBe(1)
    await flip(asked)
  }
})
