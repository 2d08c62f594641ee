import { useState } from 'preact/hooks'
import type { StatsChartsReply } from '../../../shared/api/stats-charts.ts'
import { type Day, addDays, daysBetween } from '../../../shared/basics/time.ts'
import {
  type ActivePeriod,
  activePeriods,
  answersSentence,
  calendarSentence,
  minutesSentence,
} from '../../../shared/insight/activity.ts'
import { counted } from '../../../shared/insight/share-words.ts'
import { rangeStart } from '../../../shared/insight/stats-range.ts'
import { type Bar, BarChart } from '../../charts/bar-chart.tsx'
import { ChartFoot } from '../../charts/chart-frame.tsx'
import { HeatMap } from '../../charts/heat-map.tsx'
import { longDay, shortDay } from '../../words/words.ts'

/** What was done, day by day. */
export function StatsActivity({ stats }: { readonly stats: StatsChartsReply }) {
  const { today, days } = stats
  const from = rangeStart(stats.range, today) ?? stats.firstDay ?? today
  const periods = activePeriods(days, from, today)
  const answers = days.reduce((sum, day) => sum + day.answers, 0)
  const about = {
    count: counted(answers, 'answer'),
    definition: 'Every answer that counts for the schedule, what is drilled on the same day among them.',
  }
  return (
    <section class="section" aria-labelledby="stats-activity">
      <h2 id="stats-activity">What you did</h2>
      <Calendar stats={stats} from={from} />
      <div class="stats-pair">
        <BarChart
          title="Answers"
          sentence={answersSentence(days, from, today)}
          about={about}
          columns={[nameOfPeriod(periods), 'answers', 'of them new']}
          parts={['met before', 'new cards']}
          bars={periods.map((period, i) => ({
            ...namesOf(periods, i, today),
            value: period.answers - period.newCards,
            more: period.newCards,
            cells: [period.answers, period.newCards].map((one) => one.toLocaleString('en')),
          }))}
        />
        <BarChart
          title="Minutes"
          sentence={minutesSentence(days, from, today)}
          about={{
            count: counted(days.length, 'day with answers', 'days with answers'),
            definition: 'The time from a card’s appearing to its reveal, 60 seconds at most.',
          }}
          columns={[nameOfPeriod(periods), 'minutes']}
          bars={periods.map(({ minutes }, i) => ({
            ...namesOf(periods, i, today),
            value: minutes,
            cells: [(Math.round(minutes * 10) / 10).toLocaleString('en')],
          }))}
        />
      </div>
    </section>
  )
}

const daysOfYear = 364

/** A calendar of the range; of more than a year one at a time. */
function Calendar({ stats, from }: { readonly stats: StatsChartsReply; readonly from: Day }) {
  const [year, setYear] = useState('last')
  const { today, days } = stats
  const isLong = from < addDays(today, -daysOfYear)
  const years = isLong ? yearsOf(from, today) : []
  const chosen = years.includes(year) ? year : 'last'
  const first = isLong && chosen !== 'last' ? (`${chosen}-01-01` as Day) : addDays(today, -daysOfYear)
  const span = isLong
    ? { from: first < from ? from : first, until: chosen === 'last' ? today : (`${chosen}-12-31` as Day) }
    : { from, until: today }
  const until = span.until > today ? today : span.until
  const shown = days.filter(({ day }) => day >= span.from && day <= until)
  return (
    <figure class="chart">
      <figcaption>
        <h3>Calendar</h3>
        <p class="sub">{calendarSentence(days, span.from, until)}</p>
      </figcaption>
      {isLong ? (
        <div class="field stats-year">
          <label htmlFor="stats-year">Year</label>
          <select
            id="stats-year"
            class="input"
            value={chosen}
            onChange={(event) => setYear(event.currentTarget.value)}
          >
            <option value="last">Last 12 months</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <HeatMap
        label="Answers a day"
        from={span.from}
        until={until}
        days={new Map(shown.map((day) => [day.day, day]))}
      />
      <ChartFoot
        about={{
          count: counted(shown.length, 'day with answers', 'days with answers'),
          definition: 'Answers of each study day. The shades are fixed, not set by your best day.',
        }}
        table={
          <>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">answers</th>
                <th scope="col">recalled</th>
                <th scope="col">new cards</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((day) => (
                <tr key={day.day}>
                  <th scope="row">{longDay(day.day, today)}</th>
                  <td class="nums">{day.answers}</td>
                  <td class="nums">{day.passed}</td>
                  <td class="nums">{day.newCards}</td>
                </tr>
              ))}
            </tbody>
          </>
        }
      />
    </figure>
  )
}

function yearsOf(from: Day, today: Day): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(today.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, i) => String(last - i))
}

function nameOfPeriod([first]: readonly ActivePeriod[]): string {
  return first === undefined || first.from === first.until ? 'Day' : 'Days'
}

/** The name of a bar, and at about every fourth of the way what stands under the axis. */
function namesOf(periods: readonly ActivePeriod[], at: number, today: Day): Pick<Bar, 'label' | 'tick'> {
  const { from, until } = periods[at] as ActivePeriod
  const label = from === until ? longDay(until, today) : `${shortDay(from)} to ${longDay(until, today)}`
  const fromEnd = periods.length - 1 - at
  if (fromEnd === 0) return { label, tick: 'today' }
  const every = Math.max(1, Math.round(periods.length / 4))
  if (fromEnd % every !== 0) return { label }
  const isLong = daysBetween(periods[0]?.from ?? today, today) > daysOfYear + 7
  return { label, tick: isLong ? `${shortDay(from).split(' ')[1]} ${from.slice(0, 4)}` : shortDay(from) }
}
