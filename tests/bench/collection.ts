import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Day, type EpochMs, addDays, formatDay } from '../../shared/basics/time.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import type { StoredState } from '../../server/db/answer-store.ts'
import { openDatabase } from '../../server/db/open-database.ts'
import { Schedulers } from '../../server/study/schedulers.ts'
import { fillStandings } from '../../server/study/standings.ts'
import { type SqliteFile, openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { newFoldColumns, toFoldColumns } from '../../server/db/state-rows.ts'
import { cardColumns, conceptColumns, insertRow } from './insert-row.ts'
import { bellDraw, drawGrade, seededRandom } from './seeded.ts'
import { freshFolder, root, workFolder } from './work-folder.ts'

export const benchLearner = '01890000-0000-7000-8000-000000000001' as LearnerId
/** Noon of the day on which every generated collection is opened. */
export const benchNow = Date.UTC(2026, 2, 2, 12) as EpochMs
export const benchToday = '2026-03-02' as Day
const dayMs = 86_400_000

export interface CollectionSize {
  readonly cards: number
  /** Lines of the log, spread over three years. Without a number just enough for the time estimate. */
  readonly reviews?: number
  /** Eight where it is not said. */
  readonly cardsPerConcept?: number
}

/**
 * The data folder of a generated collection: 5 % new cards, intervals lognormal around 30 days, 8.6 % due; five cards to
 * three facts, and what is kept of each concept. Made once and kept; made anew when the schema or this file changes.
 */
export async function collection(size: CollectionSize): Promise<string> {
  const reviews = size.reviews ?? 2000
  const perConcept = size.cardsPerConcept ?? 8
  const name = `cards-${size.cards}-of-${perConcept}-reviews-${reviews}-${recipe()}`
  const folder = join(workFolder, name)
  if (existsSync(folder)) return folder
  console.log(`Making a collection of ${size.cards} cards and ${reviews} reviews (once) …`)
  const draft = freshFolder(`${name}.draft`)
  await (await openDatabase(draft, benchNow)).close()
  const file = openSqliteFile(join(draft, 'recollect.db'))
  file.pragma('synchronous = OFF')
  file.pragma('cache_size = -400000')
  file.transaction(() => {
    writeLibrary(file, size.cards, perConcept)
    writeLog(file, size.cards, reviews)
    writeStudyDays(file)
  })()
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
  const db = await openDatabase(draft, benchNow)
  await fillStandings(db, benchLearner, new Schedulers())
  await db.close()
  renameSync(draft, folder)
  return folder
}

export function benchCardId(number: number): string {
  return `01890000-0000-7000-a000-${number.toString(16).padStart(12, '0')}`
}

export function benchEventId(number: number): string {
  return `01890000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`
}

/** Gives the cards of a database schedules as those of a generated collection, seen from the day of `now`. */
export function studyGeneratedCards(file: SqliteFile, now: EpochMs): void {
  const random = seededRandom(11)
  const rows = file.prepare('select card_id, position from schedules order by position, card_id').raw().all()
  const saveState = scheduleWriter(file, now)
  file.transaction(() => {
    for (const [id, position] of rows as [string, number][]) saveState(id, position, drawSchedule(random))
  })()
}

/** The names of generated collections hold what they were made by. */
export function recipe(): string {
  const hash = createHash('sha256')
  const migrations = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.ts'))
  const bench = join(root, 'tests', 'bench')
  const files = [
    ...migrations.sort().map((name) => join(root, 'migrations', name)),
    join(bench, 'collection.ts'),
    join(bench, 'seeded.ts'),
  ]
  for (const file of files) hash.update(basename(file)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 8)
}

const words = (
  'cache index query schema token queue thread socket buffer replica shard commit branch deploy image layer volume ' +
  'route header cookie cursor mutex lock leaf root node edge graph batch stream'
).split(' ')

function writeLibrary(file: SqliteFile, cards: number, perConcept: number): void {
  const random = seededRandom(7 + cards)
  const insertConcept = insertRow(file, 'concepts', conceptColumns)
  const insertCard = insertRow(file, 'cards', cardColumns)
  insertRow(file, 'learners', ['id', 'name', 'created_at', 'settings', 'event_count', 'event_digest'])(
    benchLearner,
    'Learner',
    benchNow - 1100 * dayMs,
    settings,
    0,
    '0'.repeat(16),
  )
  const saveFact = factWriter(file)
  const saveState = scheduleWriter(file, benchNow)
  for (let i = 1; i <= cards; i++) {
    const concept = Math.floor((i - 1) / perConcept)
    const conceptId = `01890000-0000-7000-b000-${concept.toString(16).padStart(12, '0')}`
    const word = (place: number) => words[(i * 31 + place * 17 + (i >> 5)) % words.length] ?? ''
    if ((i - 1) % perConcept === 0)
      insertConcept(benchLearner, conceptId, `concept-${concept}`, `${word(1)} ${concept}`, '[]', 1)
    const front = `What does the ${word(1)} ${word(2)} do when a ${word(3)} ${i} fails?`
    const back =
      `The ${word(2)} keeps a ${word(4)} per ${word(5)}, so the ${word(3)} ${i} is retried on the next ${word(6)} and ` +
      `the ${word(7)} stays consistent with the ${word(8)}.`
    const source = {
      noteId: null,
      file: `note-${concept >> 5}.md`,
      lines: [i % 200, i % 200],
      heading: [word(1)],
      text: [back],
    }
    const factNumber = Math.floor(((i - 1) * 3) / 5)
    const fact = `fact-${factNumber}`
    saveFact(benchLearner, fact, conceptId, 'definition', back, '[]', JSON.stringify([source]), word(1))
    insertCard(
      benchLearner,
      benchCardId(i),
      `card-${i}`,
      conceptId,
      fact,
      'basic',
      front,
      back,
      '[]',
      'ready',
      '[]',
      JSON.stringify([source]),
      benchNow - 1100 * dayMs,
    )
    saveState(benchCardId(i), i, drawSchedule(random))
  }
}

/** A fact with the cards of which it comes first. */
function factWriter(file: SqliteFile): (...values: readonly unknown[]) => void {
  const insert = file.prepare(
    `insert or ignore into facts (learner_id, fact_key, concept_id, kind, statement, items, sources, term, topic, by_topic)
     values (?, ?, ?, ?, ?, ?, ?, ?, '[]', 0)`,
  )
  return (...values) => void insert.run(...values)
}

/** As many reviews a day as the limit allows: the peers were measured without one. */
const settings = JSON.stringify({ ...defaultSettings, zone: 'UTC', reviewsPerDay: 10_000 })

interface DrawnSchedule {
  readonly intervalDays: number
  readonly easeHundredths: number
  readonly repetitions: number
  readonly lapses: number
  /** Days since the last answer. */
  readonly ago: number
}

/** Null is a new card. */
function drawSchedule(random: () => number): DrawnSchedule | null {
  const isNew = random() < 0.05
  const [place, practice, length, ease] = [random(), random(), bellDraw(random), bellDraw(random)] as const
  if (isNew) return null
  const intervalDays = Math.max(1, Math.min(1500, Math.round(30 * Math.exp(1.2 * length))))
  return {
    intervalDays,
    easeHundredths: Math.round(Math.max(130, Math.min(320, 240 + 25 * ease))),
    repetitions: 1 + Math.floor(practice * 15),
    lapses: Math.floor(practice * practice * 4),
    // At least yesterday: nothing was answered yet on the day the collection is opened.
    ago: Math.max(1, Math.floor(place * (intervalDays * 1.04 + 1))),
  }
}

/** Writes a card’s row of `schedules`, as if its last answer had been a good one; null is a card never answered. */
function scheduleWriter(
  file: SqliteFile,
  now: EpochMs,
): (cardId: string, position: number, schedule: DrawnSchedule | null) => void {
  const today = formatDay(Math.floor(now / dayMs))
  const columns = ['learner_id', 'card_id', 'asked', 'position', ...Object.keys(newFoldColumns)]
  const places = columns.map(() => '?').join(', ')
  const save = file.prepare(`insert or replace into schedules (${columns.join(', ')}) values (${places})`)
  return (cardId, position, schedule) => {
    const fold = schedule === null ? newFoldColumns : toFoldColumns(drawnState(schedule, today, now))
    save.run(benchLearner, cardId, 1, position, ...Object.values(fold))
  }
}

function drawnState(
  { repetitions, intervalDays, easeHundredths, lapses, ago }: DrawnSchedule,
  today: Day,
  now: EpochMs,
): StoredState {
  const lastOn = addDays(today, -ago)
  const at = now - ago * dayMs
  return {
    state: {
      ...newCardState,
      schedule: {
        kind: 'sm2',
        repetitions,
        intervalDays,
        easeHundredths,
        lapses,
        dueOn: addDays(lastOn, intervalDays),
        repeatedOn: lastOn,
      },
      lastAnswer: { on: lastOn, at, grade: 4 },
      answers: repetitions + lapses,
      firstAnsweredOn: addDays(lastOn, -3 * intervalDays),
    },
    newestTime: at,
    newestId: benchEventId(0),
  }
}

function writeLog(file: SqliteFile, cards: number, reviews: number): void {
  const random = seededRandom(99)
  const insert = insertRow(file, 'events', [
    'learner_id',
    'id',
    'device_id',
    'at',
    'zone',
    'study_day',
    'kind',
    'card_id',
    'grade',
    'duration_ms',
    'via',
    'effect',
    'kind_shown',
    'profile',
    'received_at',
    'counted_on',
  ])
  const firstDay = benchNow / dayMs - 1095
  for (let i = 0; i < reviews; i++) {
    const day = Math.floor(firstDay + (1094 * i) / reviews)
    // Evenly over the hours of the study day, in order, so that ids rise with time as UUIDv7 does.
    const at = day * dayMs + Math.floor((((1094 * i) / reviews) % 1) * 16 * 3_600_000) + 6 * 3_600_000
    const card = 1 + Math.floor(random() * cards)
    const on = formatDay(day)
    insert(
      benchLearner,
      benchEventId(i),
      'device-a',
      at,
      'UTC',
      on,
      'reviewed',
      benchCardId(card),
      drawGrade(random),
      1500 + Math.floor(random() * 12_000),
      'review',
      'schedule',
      'basic',
      'sm2',
      at,
      on,
    )
  }
  file.prepare('update learners set event_count = ?').run(reviews)
}

/** The day rows as the answer path would have left them: a card’s first answer of a day decides. */
function writeStudyDays(file: SqliteFile): void {
  file.exec(`
    insert into study_days (learner_id, day, answers, passed, new_cards, review_cards, review_passed, duration_ms)
    select learner_id, counted_on, count(*), sum(grade >= 3), sum(nth = 1), sum(nth > 1 and nth_today = 1),
      sum(nth > 1 and nth_today = 1 and grade >= 3), sum(duration_ms)
    from (select learner_id, counted_on, grade, duration_ms,
      row_number() over (partition by card_id order by at, id) as nth,
      row_number() over (partition by card_id, counted_on order by at, id) as nth_today from events)
    group by learner_id, counted_on`)
}
