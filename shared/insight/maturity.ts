import type { AnswerReading } from './answer-readings.ts'

/** From this interval on a card is mature, as Anki counts it. */
export const matureDays = 21

export const maturities = ['new', 'young', 'mature'] as const
export type Maturity = (typeof maturities)[number]

/** How old a memory was when its card was asked, by the interval it had then. */
export function maturityOf({ before }: Pick<AnswerReading, 'before'>): Maturity {
  if (before === null) return 'new'
  return before.intervalDays < matureDays ? 'young' : 'mature'
}
