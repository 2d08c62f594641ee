import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { MasterySummary } from '../../../shared/api/concepts.ts'
import type { WeekReply } from '../../../shared/api/week.ts'
import { addDays } from '../../../shared/basics/time.ts'
import { doneSentence, emptyWeekSentence, weekName, weeksBeside } from '../../../shared/insight/week-words.ts'
import { weekBeside, weekOf } from '../../../shared/insight/week.ts'
import { api } from '../../api-client.ts'
import { BarChart } from '../../charts/bar-chart.tsx'
import { useFixedKeys } from '../../keys/use-keys.ts'
import { seeWeek } from '../../state/seen-week.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { suggestedBy } from '../../state/suggested.ts'
import { flushBriefly } from '../../state/sync.ts'
import { isNoSuchThing, useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { longDay } from '../../words/words.ts'
import { weekAddress } from '../../state/week-address.ts'
import { WeekLearnt } from './week-learnt.tsx'
import { WeekSlipped } from './week-slipped.tsx'
import { WeekToDo } from './week-to-do.tsx'
import { WeekTools } from './week-tools.tsx'
import './week-page.css'

/** What was learnt in a week, what slipped, and what to do: the present week, or the one that the address names. */
export function WeekPage() {
  const { query } = useLocation()
  const day = query.day ?? ''
  const { resource, reload } = useResource(`week ${day}`, async () => {
    await flushBriefly()
    const zone = zoneInForce()
    const week = await api.week({ zone, ...(day === '' ? {} : { day: day as WeekReply['from'] }) })
    // What is worth doing is a matter of today: a week of long ago is over.
    return { week, mastery: week.ahead === null ? null : await api.mastery(zone) }
  })
  if (resource.kind === 'loading') return <Page heading="Week" children={<Loading />} />
  if (resource.kind === 'failed')
    return (
      <Page heading="Week">
        {isNoSuchThing(resource.error) || resource.error.code === 'invalid_day' ? (
          <Empty
            action={
              <a class="btn" href={weekAddress(null)}>
                This week
              </a>
            }
          >
            {resource.error.message}
          </Empty>
        ) : (
          <Failure what="Could not load the week." error={resource.error} onRetry={reload} />
        )}
      </Page>
    )
  return <WeekReady {...resource.value} />
}

interface WeekReadyProps {
  readonly week: WeekReply
  readonly mastery: MasterySummary | null
}

function WeekReady({ week, mastery }: WeekReadyProps) {
  const { route } = useLocation()
  const { earlier, later } = weeksBeside(week)
  const leaf = (to: string | null) => (to === null ? undefined : () => route(weekAddress(to)))
  useFixedKeys({ ArrowLeft: leaf(earlier), ArrowRight: leaf(later) })
  const isLast = week.from === weekBeside(weekOf(week.today), -1).from
  useEffect(() => {
    if (isLast) void seeWeek(week.today)
  }, [isLast])
  const suggestions = suggestedBy(mastery)
  const empty = emptyWeekSentence(week)
  return (
    <Page title="Week" heading={`Week of ${weekName(week)}`} sub={empty ?? doneSentence(week)}>
      <WeekLeaves earlier={earlier} later={later} />
      <WeekTools week={week} suggestions={suggestions} />
      {empty === null ? (
        <>
          <WeekLearnt week={week} />
          <WeekSlipped week={week} />
        </>
      ) : null}
      <WeekToDo week={week} suggestions={suggestions} />
      {week.days.length === 0 ? null : <WeekDays week={week} />}
    </Page>
  )
}

/** The weeks beside it: back to that of the first answer, on to that of today. */
function WeekLeaves({ earlier, later }: ReturnType<typeof weeksBeside>) {
  return (
    <nav class="week-leaves" aria-label="Weeks">
      {earlier === null ? (
        <span class="small">This is the first week.</span>
      ) : (
        <a class="btn quiet" href={weekAddress(earlier)} rel="prev">
          Earlier week
        </a>
      )}
      {later === null ? null : (
        <a class="btn quiet" href={weekAddress(later)} rel="next">
          Later week
        </a>
      )}
    </nav>
  )
}

/** The answers of its seven days. */
function WeekDays({ week }: { readonly week: WeekReply }) {
  const { from, today, days } = week
  const bars = Array.from({ length: 7 }, (_, i) => {
    const day = addDays(from, i)
    const { answers = 0, newCards = 0 } = days.find((one) => one.day === day) ?? {}
    return {
      label: longDay(day, today),
      tick: longDay(day).slice(0, 3),
      value: answers - newCards,
      more: newCards,
      cells: [String(answers), String(newCards)],
    }
  })
  return (
    <section class="section" aria-labelledby="week-days">
      <h2 id="week-days">Day by day</h2>
      <BarChart
        title="Answers"
        sentence={doneSentence(week)}
        columns={['Day', 'answers', 'of them new']}
        parts={['met before', 'new cards']}
        bars={bars}
      />
    </section>
  )
}
