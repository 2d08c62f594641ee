import type { CardHistory, CountedAnswer } from '../card-history.ts'
import { type ScoredAnswers, scoredAnswers } from './scored-answers.ts'
import { type Sm2State, nextStoredSm2, sm2Start } from '../sm2.ts'

/** SM-2's state of a card with the days that belong to it, as numbers. */
export interface Sm2Standing {
  readonly state: Sm2State
  readonly repeatedOn: number
  readonly dueOn: number
}

/**
 * One answer of a history under SM-2, by the rules of the fold: due or late, it is a repetition; early, a failure starts
 * the card again and a pass changes nothing. The due day is the nominal one. A history has one answer a day, so a failure
 * later on the day of an early pass, which restarts the card in the fold, is not seen here.
 */
export function stepSm2(standing: Sm2Standing | null, { day, grade }: CountedAnswer): Sm2Standing {
  if (standing !== null && day < standing.dueOn && grade >= 3) return standing
  const state = nextStoredSm2(standing?.state ?? sm2Start, grade)
  return { state, repeatedOn: day, dueOn: day + state.intervalDays }
}

/** What SM-2 held of the card before each scored answer: from these its predictions are made. */
export interface Sm2Readings {
  readonly scored: ScoredAnswers
  /** Days since the last repetition. */
  readonly elapsedDays: Float64Array
  readonly intervalDays: Float64Array
  readonly repetitions: Uint16Array
}

/** Replays all histories under SM-2. */
export function readSm2(
  histories: readonly CardHistory[],
  scored: ScoredAnswers = scoredAnswers(histories),
): Sm2Readings {
  const readings: Sm2Readings = {
    scored,
    elapsedDays: new Float64Array(scored.count),
    intervalDays: new Float64Array(scored.count),
    repetitions: new Uint16Array(scored.count),
  }
  const standings: (Sm2Standing | null)[] = histories.map(([first]) =>
    first === undefined ? null : stepSm2(null, first),
  )
  for (let rank = 0; rank < scored.count; rank++) {
    const card = scored.card[rank] as number
    const answer = histories[card]?.[scored.index[rank] as number] as CountedAnswer
    const standing = standings[card] as Sm2Standing
    readings.elapsedDays[rank] = answer.day - standing.repeatedOn
    readings.intervalDays[rank] = standing.state.intervalDays
    readings.repetitions[rank] = standing.state.repetitions
    standings[card] = stepSm2(standing, answer)
  }
  return readings
}
