import { type Day, type EpochMs, dayNumber, hourOf } from '../../shared/basics/time.ts'
import { type AnswerFigures, answerFigures } from '../../shared/insight/answer-figures.ts'
import { readAnswers } from '../../shared/insight/answer-readings.ts'
import { type Calibration, calibrate, totalCalibration } from '../../shared/insight/calibration.ts'
import { type CardFigures, cardFigures } from '../../shared/insight/card-figures.ts'
import type { LearnerId, LoggedEvent } from '../../shared/schedule/review-event.ts'
import type { Scope } from '../../shared/schedule/scope.ts'
import { countAcceptedAnswers } from '../db/accepted-answers.ts'
import { readCardLogs } from '../db/card-logs.ts'
import { listLogParts } from '../db/doctor.ts'
import { type CardSet, countDue, countHeld } from '../db/held-cards.ts'
import { inChunks } from '../db/in-chunks.ts'
import { listLeeches } from '../db/leeches.ts'
import { findActiveProfile } from '../db/learners.ts'
import type { Reader } from '../db/tables.ts'
import { readRecallFit } from './read-recall-fit.ts'
import { Schedulers } from './schedulers.ts'
import { readScopeMembers } from './scope-members.ts'

/** Whose answers, to which cards. Plain data, so that a thread can take it. */
export interface ReadingsAsked {
  readonly learnerId: LearnerId
  /** Null for all cards. */
  readonly scope: Scope | null
}

/** How far back the figures look, too. */
export interface StatsAsked extends ReadingsAsked {
  readonly today: Day
  /** Null for all days. */
  readonly from: Day | null
  readonly leechDays: number
}

export interface GatheredStats {
  readonly answers: AnswerFigures
  readonly cards: CardFigures
}

/**
 * Reads the log of the cards and counts what the charts show. Whole logs are folded, because what was predicted of an
 * answer, and how old its memory was, stands nowhere else: ten years of it take a second, so this is work for a thread.
 */
export async function gatherStats(db: Reader, asked: StatsAsked): Promise<GatheredStats> {
  const { learnerId, today, from, leechDays } = asked
  const { cards, fit, readings } = await gatherReadings(db, asked)
  const since = from === null ? 0 : dayNumber(from) * dayMs
  const leeches = new Set(await listLeeches(db, learnerId, leechDays))
  const quizAppeals = await countAcceptedAnswers(db, learnerId, cards, since)
  return {
    answers: answerFigures(readings, { today, from, leeches, quizAppeals }),
    cards: cardFigures(
      await countHeld(db, learnerId, cards),
      await countDue(db, learnerId, cards),
      today,
      fit,
    ),
  }
}

/** Predicted against actual over all answers to the cards. */
export async function gatherCalibration(db: Reader, asked: ReadingsAsked): Promise<Calibration> {
  const { readings } = await gatherReadings(db, asked)
  return totalCalibration(calibrate(readings))
}

async function gatherReadings(db: Reader, { learnerId, scope }: ReadingsAsked) {
  const cards: CardSet = scope === null ? 'all' : [...(await readScopeMembers(db, learnerId, [scope])).keys()]
  return readReadings(db, learnerId, cards)
}

/** Every answer to some cards, read against what was held of them. */
export async function readReadings(db: Reader, learnerId: LearnerId, cards: CardSet) {
  const fit = await readRecallFit(db, learnerId)
  const scheduler = await new Schedulers().load(db, learnerId, await findActiveProfile(db, learnerId))
  const log = await readLog(db, learnerId, cards)
  return { cards, fit, readings: readAnswers(log, { scheduler, fit, hourOf: hoursByQuarter() }) }
}

const dayMs = 86_400_000
const quarterMs = 900_000

/** `hourOf`, asked once a quarter of an hour: no zone changes within one, and a sitting has many answers in each. */
function hoursByQuarter(): typeof hourOf {
  const zones = new Map<string, Map<number, number>>()
  return (at, zone) => {
    const hours = zones.get(zone) ?? new Map<number, number>()
    zones.set(zone, hours)
    const quarter = Math.floor(at / quarterMs)
    const hour = hours.get(quarter) ?? hourOf((quarter * quarterMs) as EpochMs, zone)
    hours.set(quarter, hour)
    return hour
  }
}

async function readLog(db: Reader, learnerId: LearnerId, cards: CardSet): Promise<LoggedEvent[]> {
  const log: LoggedEvent[] = []
  if (cards === 'all') {
    for await (const part of listLogParts(db, learnerId)) log.push(...part)
    return log
  }
  for (const part of inChunks(cards, 500))
    for (const events of (await readCardLogs(db, learnerId, part)).values()) log.push(...events)
  return log
}
