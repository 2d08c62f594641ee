import type { StatsReply } from '../../../shared/api/stats.ts'
import { type Day, addDays, daysBetween } from '../../../shared/basics/time.ts'
import { api } from '../../api-client.ts'
import { type Bar, BarChart } from '../../charts/bar-chart.tsx'
import { paths } from '../../router.ts'
import { flushBriefly } from '../../state/sync.ts'
import { useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { aboutMinutes, counted, longDay, shortDay } from '../../words/words.ts'
import { Simulator } from './stats-simulator.tsx'
import './stats-page.css'

const minuteMs = 60_000

export function StatsPage() {
  const { resource, reload } = useResource('stats', async () => {
    await flushBriefly()
    return api.stats()
  })
  return (
    <Page heading="Stats" sub={resource.kind === 'ready' ? studiedWords(resource.value) : undefined}>
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load the statistics." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <StatsReady stats={resource.value} /> : null}
    </Page>
  )
}

function StatsReady({ stats }: { readonly stats: StatsReply }) {
  const { cards } = stats
  const answersByDay = lastDays(stats, 30)
  return (
    <>
      <dl class="stats-figures nums">
        <Figure name="First-try recall" value={retentionValue(stats)} note={retentionNote(stats)} />
        <Figure name="Cards answered" value={`${cards.answered} of ${cards.ready}`} note={restWords(stats)} />
        <Figure
          name="Kept in your log"
          value={stats.log.count.toLocaleString('en')}
          note="Every answer, in reviews and quizzes, and every undo. Nothing is ever deleted."
        />
      </dl>
      <section class="section" aria-labelledby="day-by-day">
        <h2 id="day-by-day">Day by day</h2>
        {stats.days.length === 0 ? (
          <Empty
            action={
              <a class="btn" href={paths.review()}>
                Start review
              </a>
            }
          >
            Charts of your answers begin with your first review.
          </Empty>
        ) : (
          <BarChart
            title="Answers, last 30 days"
            sentence={answerSentence(stats)}
            unit="answers"
            bars={answersByDay}
          />
        )}
        <BarChart
          title="Due, next 30 days"
          sentence={forecastSentence(stats)}
          unit="cards"
          bars={forecastBars(stats)}
        />
      </section>
      <Simulator />
      <QuietStrip />
    </>
  )
}

function Figure(props: { readonly name: string; readonly value: string; readonly note: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <b>{props.value}</b>
        <span>{props.note}</span>
      </dd>
    </div>
  )
}

function studiedWords(stats: StatsReply): string {
  return `You studied ${stats.studiedOfLast28} of the last 28 days`
}

/** Below twenty answers a percentage pretends to know more than it does. */
function retentionValue({ retention }: StatsReply): string {
  if (retention.asked === 0) return '–'
  if (retention.share === null || retention.asked < 20) return `${retention.passed} of ${retention.asked}`
  return `${Math.round(retention.share * 100)} %`
}

function retentionNote({ retention }: StatsReply): string {
  if (retention.asked === 0) return 'Counts cards you met on an earlier day.'
  return `${retention.passed.toLocaleString('en')} of ${counted(retention.asked, 'first answer')} of a day, on cards met before.`
}

function restWords({ cards }: StatsReply): string {
  const parts = []
  if (cards.doubtful > 0) parts.push(`${cards.doubtful} doubtful`)
  if (cards.suspended > 0) parts.push(`${cards.suspended} suspended`)
  if (cards.retired > 0) parts.push(`${cards.retired} retired`)
  return parts.length === 0 ? 'Every card is ready.' : `Besides these: ${parts.join(', ')}.`
}

function lastDays(stats: StatsReply, count: number): Bar[] {
  const byDay = new Map(stats.days.map((row) => [row.day, row.answers]))
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(stats.today as Day, i - count + 1)
    return bar(stats.today, day, byDay.get(day) ?? 0)
  })
}

function forecastBars(stats: StatsReply): Bar[] {
  return stats.forecast.map((value, i) => bar(stats.today, addDays(stats.today as Day, i), value))
}

function bar(today: string, day: Day, value: number): Bar {
  const distance = daysBetween(today as Day, day)
  const tick = distance === 0 ? 'today' : distance % 7 === 0 ? shortDay(day) : undefined
  return { label: longDay(day, today), value, ...(tick === undefined ? {} : { tick }) }
}

function answerSentence(stats: StatsReply): string {
  const from = addDays(stats.today as Day, -29)
  const rows = stats.days.filter((row) => row.day >= from)
  const answers = rows.reduce((sum, row) => sum + row.answers, 0)
  const time = rows.reduce((sum, row) => sum + row.durationMs, 0)
  if (answers === 0) return 'No answers in the last 30 days.'
  return `${counted(answers, 'answer')} on ${counted(rows.length, 'day')}, ${time < minuteMs ? 'under a minute' : aboutMinutes(time / 1000)} in all.`
}

function forecastSentence({ forecast }: StatsReply): string {
  const total = forecast.reduce((sum, due) => sum + due, 0)
  const busiest = Math.max(0, ...forecast)
  if (total === 0) return 'Nothing is due in the next 30 days.'
  const when = forecast.indexOf(busiest)
  const where = when === 0 ? 'today' : when === 1 ? 'tomorrow' : `in ${when} days`
  return `${counted(total, 'card')} as things stand; the busiest day is ${where}, with ${busiest}.`
}
