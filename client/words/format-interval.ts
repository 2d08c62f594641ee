/** An interval as the keys show it: `today`, `1 d`, `3 wk`, `5 mo`, `1.2 y`. */
export function formatInterval(days: number): string {
  if (days <= 0) return 'today'
  if (days < 21) return `${days} d`
  if (days < 60) return `${Math.round(days / 7)} wk`
  if (days < 365) return `${Math.round(days / 30.44)} mo`
  const years = (days / 365.25).toFixed(1)
  return `${years.replace(/\.0$/, '')} y`
}

/** The same for the ear: `4 days`, `3 weeks`. */
export function sayInterval(days: number): string {
  if (days <= 0) return 'today'
  const [amount = '', unit = ''] = formatInterval(days).split(' ')
  const noun = { d: 'day', wk: 'week', mo: 'month', y: 'year' }[unit] ?? unit
  return `in ${amount} ${noun}${amount === '1' ? '' : 's'}`
}

/** What a key promises: a missed card comes back today before its interval begins. */
export function formatPreview(preview: { readonly intervalDays: number; readonly drill: boolean }): string {
  const interval = formatInterval(preview.intervalDays)
  return preview.drill && preview.intervalDays > 0 ? `today, then ${interval}` : interval
}
