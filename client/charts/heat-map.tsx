import { useEffect, useRef, useState } from 'preact/hooks'
import { type Day, addDays } from '../../shared/basics/time.ts'
import { type ActiveDay, calendarWeeks, heatName, heatOf, heatSteps } from '../../shared/insight/activity.ts'
import { counted, longDay } from '../words/words.ts'
import './heat-map.css'

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const monthName = (month: string): string => monthFormat.format(Date.parse(`${month}-15T12:00:00Z`))

interface HeatMapProps {
  readonly label: string
  readonly from: Day
  readonly until: Day
  readonly days: ReadonlyMap<Day, ActiveDay>
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** So few weeks have room for larger cells. */
const fewWeeks = 27
/** How far each key goes, in days. */
const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
  PageUp: -28,
  PageDown: 28,
}

/** A calendar of weeks, a shade a day. One cell takes the focus and the arrows walk it: up and down a day, aside a week. */
export function HeatMap({ label, from, until, days }: HeatMapProps) {
  const [at, setAt] = useState(until)
  const [seen, setSeen] = useState<Day | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const weeks = calendarWeeks(from, until)
  const day = at < from || at > until ? until : at
  // The last days are what one looks for first.
  useEffect(() => {
    if (box.current !== null) box.current.scrollLeft = box.current.scrollWidth
  }, [from, until])
  const walk = (event: KeyboardEvent) => {
    const aim = event.key === 'Home' ? from : event.key === 'End' ? until : stepped(day, event.key)
    if (aim === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = aim < from ? from : aim > until ? until : aim
    setAt(next)
    box.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  const cellProps = (one: Day) => ({
    tabIndex: one === day ? 0 : -1,
    onFocus: () => {
      setAt(one)
      setSeen(one)
    },
    onPointerEnter: () => setSeen(one),
  })
  return (
    <>
      <div class="heat" ref={box}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its cells take the focus
          role="grid"
          aria-label={label}
          class={weeks.length <= fewWeeks ? 'heat-grid is-wide' : 'heat-grid'}
          onKeyDown={walk}
          onPointerLeave={() => setSeen(null)}
        >
          <thead>
            <tr>
              <th scope="col">
                <span class="vh">Day of the week</span>
              </th>
              {monthsOf(weeks).map(({ month, length }) => (
                <th key={month} scope="col" colSpan={length}>
                  <span class={length > 1 ? undefined : 'vh'}>{monthName(month)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((name, weekday) => (
              <tr key={name}>
                <th scope="row">
                  <span class={weekday % 2 === 0 ? undefined : 'vh'}>
                    {name.slice(0, 3)}
                    <span class="vh">{name.slice(3)}</span>
                  </span>
                </th>
                {weeks.map((week, column) => {
                  const one = week[weekday] ?? null
                  if (one === null) return <td key={column} aria-label="Not in this range" />
                  const answers = days.get(one)?.answers ?? 0
                  return (
                    <td
                      key={one}
                      data-day={one}
                      class={`heat-cell is-${heatOf(answers)}`}
                      aria-label={`${counted(answers, 'answer')}, ${longDay(one, until)}`}
                      {...cellProps(one)}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="heat-says nums" aria-hidden="true">
        {seen === null
          ? 'Point at a day, or walk with the arrow keys.'
          : dayWords(days.get(seen), seen, until)}
      </p>
      <HeatLegend />
    </>
  )
}

function stepped(day: Day, key: string): Day | null {
  const step = steps[key]
  return step === undefined ? null : addDays(day, step)
}

function dayWords(active: ActiveDay | undefined, day: Day, until: Day): string {
  const name = longDay(day, until)
  if (active === undefined) return `0 answers · ${name}`
  const { answers, passed, newCards, durationMs } = active
  const minutes = Math.max(1, Math.round(durationMs / 60_000))
  return `${counted(answers, 'answer')}, ${passed} recalled, ${newCards} new, ${minutes} min · ${name}`
}

/** The months above the weeks; a week belongs to the month of its first day. */
function monthsOf(weeks: readonly (readonly (Day | null)[])[]): { month: string; length: number }[] {
  const months: { month: string; length: number }[] = []
  for (const week of weeks) {
    const month = (week.find((day) => day !== null) ?? '').slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.length++
    else months.push({ month, length: 1 })
  }
  return months
}

function HeatLegend() {
  return (
    <ul class="heat-legend nums" aria-label="Answers a day, by shade">
      {heatSteps.map((_, shade) => (
        <li key={shade}>
          <i class={`heat-cell is-${shade}`} aria-hidden="true" />
          {heatName(shade)}
        </li>
      ))}
    </ul>
  )
}
