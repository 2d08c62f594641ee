import { type Day, addDays } from '../../../shared/basics/time.ts'
import { counted, longDay } from '../../words/words.ts'

const days = 7
const tallest = 56

/** What falls due on each of the next seven days: numbers to read, with bars that show their shape. */
export function WeekAhead({
  today,
  forecast,
}: {
  readonly today: string
  readonly forecast: readonly number[]
}) {
  const week = forecast.slice(1, days + 1)
  const most = Math.max(...week, 1)
  if (week.every((count) => count === 0)) return null
  const sum = week.reduce((all, count) => all + count, 0)
  return (
    <section class="section">
      <h2>The next seven days</h2>
      <p class="sub">
        {counted(sum, 'review')} {sum === 1 ? 'is' : 'are'} due so far; what you answer today adds to{' '}
        {sum === 1 ? 'it' : 'them'}.
      </p>
      <ol class="today-week nums">
        {week.map((count, i) => {
          const day = longDay(addDays(today as Day, i + 1))
          const height = Math.max(1, Math.round((count / most) * tallest))
          return (
            <li key={day}>
              <svg viewBox={`0 0 24 ${tallest}`} preserveAspectRatio="none" aria-hidden="true">
                <rect class="today-week-bar" x="2" y={tallest - height} width="20" height={height} />
              </svg>
              <b>{count}</b>
              <span title={day}>
                {day.slice(0, 3)}
                <span class="vh">{day.slice(3)}</span>
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
