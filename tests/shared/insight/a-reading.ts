import type { Day } from '../../../shared/basics/time.ts'
import type { AnswerReading } from '../../../shared/insight/answer-readings.ts'
import { aCardId } from '../../support/factories.ts'

/** The first answer of 2026-03-02 to a young card, Good, after 9 seconds at noon, unless told otherwise. */
export function aReading(changes: Partial<AnswerReading> = {}): AnswerReading {
  return {
    card: aCardId(),
    day: '2026-03-02' as Day,
    hour: 12,
    grade: 4,
    durationMs: 9000,
    via: 'review',
    form: 'basic',
    role: 'review',
    before: { intervalDays: 6, recall: 0.9 },
    ...changes,
  }
}

/** Some readings alike. */
export const times = (count: number, changes: Partial<AnswerReading> = {}): AnswerReading[] =>
  Array.from({ length: count }, () => aReading(changes))

/** `passed` recalled ones of `asked`. */
export const tallied = (
  passed: number,
  asked: number,
  changes: Partial<AnswerReading> = {},
): AnswerReading[] => [...times(passed, changes), ...times(asked - passed, { ...changes, grade: 2 })]
