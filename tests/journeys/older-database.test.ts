import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveSettings } from '../../server/db/learners.ts'
import { writing } from '../../server/db/open-database.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { readSettings } from '../../server/study/learner-settings.ts'
import { get, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { expectSearchIsCards } from '../support/expect-search-is-cards.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { type Holdings, holdingsOf } from '../support/holdings.ts'
import type { LogReply } from '../../shared/api/reviews.ts'
import type { OlderLibrary } from '../fixtures/database/make-database.ts'

const fixture = (name: string) => new URL(`../fixtures/database/2026-11-30.${name}`, import.meta.url)
const unpacked = async (name: string) => gunzipSync(await readFile(fixture(name)))

let app: TestApp
let older: OlderLibrary
beforeAll(async () => {
  older = JSON.parse((await unpacked('expected.json.gz')).toString()) as OlderLibrary
  const database = await unpacked('sqlite.gz')
  const lay = async (dataDir: string) => {
    await layFile(join(dataDir, 'recollect.db'), database)
    for (const [path, text] of Object.entries(older.uploads))
      await layFile(join(dataDir, 'notes', path), text)
  }
  app = await buildTestApp(older.folder, { now: older.now, lay })
  // Which cards a learner wants of the same notes is another story, told in choose-cards.test.ts.
  const { id, db } = app.learner
  const settings = { ...(await readSettings(db.reader, id)), cardDensity: 'all' } as const
  await writing(db, (trx) => saveSettings(trx, id, settings))
  const { learner } = older.holdings
  older = {
    ...older,
    holdings: {
      ...older.holdings,
      // A setting that came later has its default.
      learner: { ...learner, settings: { ...defaultSettings, ...learner.settings, cardDensity: 'all' } },
      schedules: older.holdings.schedules.map(withoutMastery),
    },
  }
})
afterAll(() => app.close())

async function layFile(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

/** Compared part by part, so that a difference is told where it is. */
function expectHeld(held: Holdings, as: (holdings: Holdings) => object = (holdings) => holdings): void {
  const [now, then] = [as(held), as(older.holdings)]
  for (const [part, holding] of Object.entries(then))
    expect({ [part]: now[part as keyof typeof now] }).toEqual({ [part]: holding })
}

// The tests go on from each other: a library is opened, read again, and gone on with.

test('a database of an older version opens with everything that it held', async () => {
  expectHeld(await holdingsOf(app))
  await expectCacheIsFold(app)
  await expectSearchIsCards(app)
})

test('notes that did not change are read by later rules: every card stays, with its answers and what was said of it', async () => {
  await readFolder(app.learner)
  const held = await holdingsOf(app)
  expectKept(held)
  for (const part of untouched) expect({ [part]: held[part] }).toEqual({ [part]: older.holdings[part] })
  expect(held.quizzes.map(answersOf)).toEqual(older.holdings.quizzes.map(answersOf))
  await expectCacheIsFold(app)
  await expectSearchIsCards(app)
})

/** What no rule for reading notes has a say in. */
const untouched = ['learner', 'studyDays'] as const

/** A quiz as it was answered: its questions are shown in the words of today. */
const answersOf = ({ id, createdAt, answered, right, questions }: Holdings['quizzes'][number]) => ({
  id,
  createdAt,
  answered,
  right,
  questions: questions.map(({ kind, cardId, answer }) => ({
    kind,
    cardId,
    given: answer?.given,
    optionIndex: answer?.optionIndex,
    verdict: answer?.verdict,
  })),
})

/**
 * Later rules may add cards and word them better, and doubt or drop what its owner never met. No answered card goes or
 * stops being asked, and none loses an answer, an edit or a flag.
 */
function expectKept(held: Holdings): void {
  const kept = ({ id, history, flag, edited_front, edited_back }: Holdings['cards'][number]) => ({
    id,
    history,
    flag,
    edited_front,
    edited_back,
  })
  const known = new Set(older.holdings.cards.map(({ id }) => id))
  expect(held.cards.filter(({ id }) => known.has(id)).map(kept)).toEqual(older.holdings.cards.map(kept))
  // Where a card stands in its note is read anew: only cards never seen are ordered by it.
  const met = new Set(older.holdings.cards.flatMap(({ id, history }) => (history.length > 0 ? [id] : [])))
  const scheduled = ({ position: _, asked, ...schedule }: Holdings['schedules'][number]) =>
    met.has(schedule.card_id) ? { ...schedule, asked } : schedule
  expect(held.schedules.filter(({ card_id }) => known.has(card_id)).map(scheduled)).toEqual(
    older.holdings.schedules.map(scheduled),
  )
}

/** What an older version kept of a card for mastery, which reckons with the whole fact now and keeps that elsewhere. */
function withoutMastery(schedule: Holdings['schedules'][number]): Holdings['schedules'][number] {
  const {
    longest_gap_days: _gap,
    other_form_successes: _forms,
    ...rest
  } = schedule as typeof schedule & Record<'longest_gap_days' | 'other_form_successes', number>
  return rest
}

test('the newest change of an older version can be undone, and every answer is still there', async () => {
  const { learner, changes } = older.holdings
  const [newest] = changes
  expect((await send(app, 'DELETE', `/changes/${newest?.id ?? ''}`)).status).toBe(200)
  const held = await holdingsOf(app)
  const known = held.changes.filter(({ id }) => changes.some((change) => change.id === id))
  expect(known[0]).toEqual({ ...newest, undone: true, blocked: expect.any(String) as string })
  expect(known.slice(1)).toEqual(changes.slice(1))
  const { log } = await get<LogReply>(app, '/reviews?limit=1')
  expect(log).toEqual({ count: learner.event_count, digest: learner.event_digest })
  expectKept(held)
  await expectCacheIsFold(app)
})
