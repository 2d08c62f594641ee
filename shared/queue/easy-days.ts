import { type Day, weekdayOf } from '../basics/time.ts'

/**
 * Loads in which a card on an easy day counts as two: whoever chooses the emptiest day leaves about half as much there. It
 * is the server that knows them; a device that plans alone takes every day for a whole one.
 */
export function weighEasyDays(
  due: readonly { readonly day: Day; readonly count: number }[],
  easyDays: readonly number[],
): Map<Day, number> {
  return new Map(due.map(({ day, count }) => [day, easyDays.includes(weekdayOf(day)) ? 2 * count : count]))
}
