import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toStoredEvent } from '../../server/db/event-rows.ts'
import { type SqliteFile, openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import type { EventsTable } from '../../server/db/tables.ts'
import { type EpochMs, dayNumber, earliestEventAt, isZone, studyDayOf } from '../../shared/basics/time.ts'
import {
  type CardHistory,
  type CountedAnswer,
  cardHistories,
  countAnswer,
} from '../../shared/schedule/card-history.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { Unreadable } from './unreadable.ts'

/** One line of a review log from elsewhere. */
interface LogLine {
  readonly card: string
  readonly at: EpochMs
  readonly grade: Grade
  readonly durationMs: number
  readonly zone: string
}

/** The columns we read, by the names that Anki's exports and ours give them. */
const columnNames = {
  card: ['card_id'],
  at: ['review_time'],
  rating: ['rating', 'review_rating'],
  duration: ['duration', 'review_duration'],
  zone: ['zone'],
} as const
type Column = keyof typeof columnNames
const needed: readonly Column[] = ['card', 'at', 'rating']
const rolloverHour = 4

/**
 * The histories in a CSV file with the columns card_id, review_time (milliseconds), rating (1 to 4) and, if it likes,
 * duration (milliseconds) and zone (UTC without it). Throws `Unreadable`, one sentence that says what to mend.
 */
export function readLogFile(path: string): CardHistory[] {
  return parseLog(readText(path), path)
}

/** The same from the text of the file; `name` is what the sentences call it. */
export function parseLog(text: string, name: string): CardHistory[] {
  const [header = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = findColumns(header.split(','), name)
  const lines = rows.flatMap((row, index) =>
    row.trim() === '' ? [] : [readLine(row.split(','), columns, `line ${index + 2} of ${name}`)],
  )
  if (lines.length === 0)
    throw new Unreadable(`There are no reviews in ${name}: it has no rows below its header.`)
  return historiesOf(lines)
}

/** The histories of the learner whose database lies in a data folder. Opens it for reading only. */
export function readOwnLog(db: SqliteFile): CardHistory[] {
  const rows = db
    .prepare('select * from events where learner_id = (select id from learners order by created_at limit 1)')
    .all() as EventsTable[]
  return [...cardHistories(rows.map(toStoredEvent)).values()]
}

/** The same for a folder; throws `Unreadable` where there is no database or nothing was answered. */
export function readDataFolder(folder: string): CardHistory[] {
  const db = openOwn(join(folder, 'recollect.db'))
  try {
    const histories = readOwnLog(db)
    if (histories.length === 0) throw new Unreadable(`Nothing was answered yet in ${folder}.`)
    return histories
  } finally {
    db.close()
  }
}

function openOwn(file: string): SqliteFile {
  try {
    return openSqliteFile(file, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw new Unreadable(`There is no readable database at ${file}.`, { cause: error })
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Unreadable(`The review log ${path} cannot be read.`, { cause: error })
  }
}

function findColumns(header: readonly string[], name: string): Readonly<Record<Column, number>> {
  const names = header.map((column) => unquoted(column).toLowerCase())
  const place = (column: Column) =>
    names.findIndex((found) => columnNames[column].some((known) => known === found))
  const missing = needed.filter((column) => place(column) < 0).map((column) => columnNames[column][0])
  if (missing.length > 0) {
    throw new Unreadable(
      `${name} is no review log: its first line lacks ${missing.join(', ')} ` +
        '(wanted: card_id, review_time in milliseconds, rating 1 to 4; optional: duration, zone).',
    )
  }
  return {
    card: place('card'),
    at: place('at'),
    rating: place('rating'),
    duration: place('duration'),
    zone: place('zone'),
  }
}

function readLine(
  cells: readonly string[],
  columns: Readonly<Record<Column, number>>,
  where: string,
): LogLine {
  const cell = (column: Column) => unquoted(cells[columns[column]] ?? '')
  const rating = wholeNumber(cell('rating'), 1, 4, `rating in ${where}`)
  const zone = cell('zone') || 'UTC'
  if (!isZone(zone)) throw new Unreadable(`The zone in ${where} is “${zone}”, which is no IANA time zone.`)
  if (cell('card') === '') throw new Unreadable(`The card_id in ${where} is empty.`)
  return {
    card: cell('card'),
    at: wholeNumber(cell('at'), earliestEventAt, 8.64e15, `review_time in ${where}`) as EpochMs,
    grade: (rating + 1) as Grade,
    durationMs:
      cell('duration') === '' ? 0 : wholeNumber(cell('duration'), 0, 8.64e7, `duration in ${where}`),
    zone,
  }
}

function wholeNumber(text: string, least: number, most: number, what: string): number {
  const number = text === '' ? Number.NaN : Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new Unreadable(`The ${what} is “${text}”, not a whole number from ${least} to ${most}.`)
}

function historiesOf(lines: readonly LogLine[]): CardHistory[] {
  const histories = new Map<string, CountedAnswer[]>()
  for (const line of lines.toSorted((a, b) => a.at - b.at)) {
    const history = histories.get(line.card) ?? []
    histories.set(line.card, history)
    countAnswer(history, dayNumber(studyDayOf(line.at, line.zone, rolloverHour)), line)
  }
  return [...histories.values()]
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1')
}
