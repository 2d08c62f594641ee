import type { Brand } from './brand.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = Brand<number, 'EpochMs'>

/** A calendar day as `YYYY-MM-DD`. Days compare as text; they are dates in a journal, not instants. */
export type Day = Brand<string, 'Day'>

/** The earliest time an event may claim: 2000-01-01. Anything before is a broken clock. */
export const earliestEventAt = 946_684_800_000 as EpochMs

/** Where the times that an event may claim end: at the year 9999, the last in which every day is written as `Day` is. */
export const latestEventAt = 253_370_764_800_000 as EpochMs

/** Whether `text` is a day that exists in the calendar. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && formatDay(dayNumber(text as Day)) === text
}

/** The day `days` after `day` (before it, when negative). */
export function addDays(day: Day, days: number): Day {
  return formatDay(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day of the week: 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

/** Days since 1970-01-01 of the proleptic Gregorian calendar (Hinnant, days_from_civil). */
export function dayNumber(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return remember(day, era * 146_097 + dayOfEra - 719_468)
}

/** The inverse of `dayNumber` (Hinnant, civil_from_days). */
export function formatDay(number: number): Day {
  const known = days.get(number)
  if (known !== undefined) return known
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const day = `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as Day
  if (days.size < mostDays) days.set(number, day)
  return day
}

// A fold asks for the same few thousand days over and over. A calendar does not change, so they may be kept.
const mostDays = 50_000
const numbers = new Map<Day, number>()
const days = new Map<number, Day>()

function remember(day: Day, number: number): number {
  if (numbers.size < mostDays) numbers.set(day, number)
  return number
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

/**
 * The study day of a moment: the calendar day of (wall clock − rollover hours) in the learner's zone.
 * The subtraction is on the wall clock, so days on which the clocks change are neither skipped nor doubled.
 */
export function studyDayOf(at: EpochMs, zone: string, rolloverHour: number): Day {
  const wall = wallClock(at, zone)
  return wall.hour < rolloverHour ? addDays(wall.day, -1) : wall.day
}

/** The hour of the wall clock, 0 to 23, at a moment in a zone. */
export function hourOf(at: EpochMs, zone: string): number {
  return wallClock(at, zone).hour
}

/** Whether the platform knows the IANA zone. */
export function isZone(zone: string): boolean {
  return zoneFormat(zone) !== null
}

function wallClock(at: EpochMs, zone: string): { day: Day; hour: number } {
  const format = zoneFormat(zone)
  if (format === null) throw new Error(`Inconsistent: unknown zone ${zone} passed the edge`)
  // en-CA with these options prints `2025-03-30, 04`.
  const text = format.format(at)
  return { day: text.slice(0, 10) as Day, hour: Number(text.slice(12, 14)) }
}

// Building a formatter costs far more than using it; a zone's rules do not change while we run.
const formats = new Map<string, Intl.DateTimeFormat | null>()

function zoneFormat(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = buildZoneFormat(zone)
  if (formats.size < 1000) formats.set(zone, format)
  return format
}

function buildZoneFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    })
  } catch {
    return null
  }
}
