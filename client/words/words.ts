/** `1 card`, `2 cards`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}

/** Minutes a number of seconds comes to, in words; never nought. */
export function aboutMinutes(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes < 90 ? `about ${counted(minutes, 'minute')}` : `about ${Math.round(minutes / 6) / 10} hours`
}

/** `8 min 40 s`. */
export function spokenDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** `Thursday 14 May`, of a day written YYYY-MM-DD; with the year where it is another one than `today`'s. */
export function longDay(day: string, today = day): string {
  const form = day.slice(0, 4) === today.slice(0, 4) ? 'long' : 'longWithYear'
  return formatOf(form).format(noonOf(day)).replace(',', '')
}

/** `14 May`. */
export function shortDay(day: string): string {
  return formatOf('short').format(noonOf(day))
}

const forms = {
  long: { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  longWithYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  short: { day: 'numeric', month: 'short', timeZone: 'UTC' },
} as const

// A formatter takes longer to make than a card to show, so each is made once.
const made = new Map<keyof typeof forms, Intl.DateTimeFormat>()

function formatOf(form: keyof typeof forms): Intl.DateTimeFormat {
  const known = made.get(form) ?? new Intl.DateTimeFormat('en-GB', forms[form])
  made.set(form, known)
  return known
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}
