import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBefore, toBeforeColumn } from '../../../server/db/before-column.ts'
import { toCard, toCardChanges, toCardColumns, toCardRow } from '../../../server/db/card-rows.ts'
import {
  toConcept,
  toConceptRow,
  toConflict,
  toConflictRow,
  toFact,
  toFactRow,
} from '../../../server/db/concept-rows.ts'
import { fromJson } from '../../../server/db/json-column.ts'
import { toStanding, toStandingColumns } from '../../../server/db/standing-rows.ts'
import { toNote, toNoteRow } from '../../../server/db/note-rows.ts'
import { standingOf } from '../../shared/mastery/a-concept.ts'
import { aPast } from '../../shared/mastery/a-past.ts'
import { send } from '../../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../../support/build-test-app.ts'

let app: TestApp
/** A library with a disagreement, words of the learner's own, and a card that waits with what its note says now. */
beforeAll(async () => {
  app = await buildTestApp({
    'a.md': '# A\n\n- **TTL**: the time after which a cached entry is dropped.\n',
    'b.md': '# B\n\n- **TTL**: a number of hops that a packet may still take.\n',
    'caching.md': someNotes,
  })
  const { id } = await app.deps.db.reader.selectFrom('cards').select('id').limit(1).executeTakeFirstOrThrow()
  await send(app, 'PATCH', `/cards/${id}`, { front: 'In my words?' })
  await app.writeNote(
    'caching.md',
    someNotes.replace('the removal of old entries', 'the arrival of new guests'),
  )
})
afterAll(() => app.close())

const rowsOf = (table: 'cards' | 'notes' | 'concepts' | 'facts' | 'conflicts' | 'library_changes') =>
  app.deps.db.reader.selectFrom(table).selectAll().execute()

test.each([
  ['cards', toCard, toCardRow],
  ['notes', toNote, toNoteRow],
  ['concepts', toConcept, toConceptRow],
  ['facts', toFact, toFactRow],
  ['conflicts', toConflict, toConflictRow],
] as const)('every row of %s is a value, and the value is that row again', async (table, toValue, toRow) => {
  const rows = await rowsOf(table)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    const made = toRow(app.learner.id, toValue(row as never) as never)
    // When a fact came in is not the notes' to say: the table keeps it beside.
    expect(table === 'facts' ? { ...made, made_at: app.now } : made).toEqual(row)
  }
})

test('changed columns of a card are changed fields, and the fields are those columns again', async () => {
  for (const row of await app.deps.db.reader.selectFrom('cards').selectAll().execute()) {
    const { learner_id: _learner, id: _id, ...columns } = row
    expect(toCardColumns(toCardChanges(columns))).toEqual(columns)
  }
  expect(toCardColumns(toCardChanges({ kept_at: null }))).toEqual({ kept_at: null })
})

test('what an undo brings back is kept as it was', async () => {
  const changes = await app.deps.db.reader.selectFrom('library_changes').select('before').execute()
  const kept = changes.flatMap(({ before }) => before ?? [])
  expect(kept.length).toBeGreaterThan(1)
  for (const before of kept)
    expect(fromJson(toBeforeColumn(app.learner.id, toBefore(before)))).toEqual(fromJson(before))
})

test('how a concept stands is its row, and the row is how it stands', () => {
  fc.assert(
    fc.property(aPast, ({ concept, story }) => {
      const standing = standingOf(concept, story)
      expect(toStanding(toStandingColumns(standing))).toEqual(standing)
    }),
  )
})
