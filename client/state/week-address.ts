/** The page of the week that a day lies in; of the present one without a day. */
export function weekAddress(day: string | null): string {
  return day === null ? '/week' : `/week?day=${day}`
}
