import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { StatsChartsReply } from '../../../shared/api/stats-charts.ts'
import { api } from '../../api-client.ts'
import { useFixedKeys } from '../../keys/use-keys.ts'
import { paths } from '../../router.ts'
import { weekAddress } from '../../state/week-address.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { flushBriefly } from '../../state/sync.ts'
import { isNoSuchThing, useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { StatsActivity } from './stats-activity.tsx'
import { type StatsAsked, askedOf, rangeBeside, statsAddress } from './stats-address.ts'
import { StatsAnswers } from './stats-answers.tsx'
import { StatsAsk } from './stats-ask.tsx'
import { StatsCards } from './stats-cards.tsx'
import { StatsForecast } from './stats-forecast.tsx'
import { StatsRecall } from './stats-recall.tsx'
import { Simulator } from './stats-simulator.tsx'
import { StatsTotals } from './stats-totals.tsx'
import './stats-page.css'

/** All figures of the learner's studying, of all cards or some, as far back as the address says. */
export function StatsPage() {
  const { query, route } = useLocation()
  const asked = askedOf(query)
  const ask = (next: StatsAsked) => route(statsAddress(next), true)
  useFixedKeys({
    ArrowLeft: () => ask({ ...asked, range: rangeBeside(asked.range, -1) }),
    ArrowRight: () => ask({ ...asked, range: rangeBeside(asked.range, 1) }),
  })
  const { resource, reload } = useResource(`stats ${statsAddress(asked)}`, async () => {
    await flushBriefly()
    const { scope, range } = asked
    return api.statsCharts({
      range,
      zone: zoneInForce(),
      ...(scope === null ? {} : { [scope.kind]: scope.name }),
    })
  })
  const shown = useLatest(resource.kind === 'ready' ? resource.value : null)
  return (
    <Page heading="Stats">
      <StatsAsk
        asked={asked}
        title={resource.kind === 'ready' ? (resource.value.scope?.title ?? null) : null}
        onAsk={ask}
      />
      {asked.scope === null ? (
        <p class="stats-week">
          <a href={weekAddress(null)}>Your week</a>: what you learnt, what slipped, and what to do.
        </p>
      ) : null}
      {resource.kind === 'failed' ? (
        isNoSuchThing(resource.error) ? (
          <Empty
            action={
              <a class="btn" href={paths.stats}>
                Show all cards
              </a>
            }
          >
            There is no such {asked.scope?.kind ?? 'thing'} any more.
          </Empty>
        ) : (
          <Failure what="Could not load the statistics." error={resource.error} onRetry={reload} />
        )
      ) : shown === null ? (
        <Loading />
      ) : (
        <div class="stats-charts" aria-busy={resource.kind === 'loading'}>
          <StatsReady stats={shown} />
        </div>
      )}
      {asked.scope === null ? <Simulator /> : null}
      <QuietStrip />
    </Page>
  )
}

function StatsReady({ stats }: { readonly stats: StatsChartsReply }) {
  if (stats.firstDay === null) return <NoAnswers stats={stats} />
  return (
    <>
      <StatsRecall stats={stats} />
      <StatsActivity stats={stats} />
      <StatsForecast stats={stats} />
      <StatsAnswers stats={stats} />
      <StatsCards stats={stats} />
      {stats.scope === null ? <StatsTotals /> : null}
    </>
  )
}

function NoAnswers({ stats: { scope } }: { readonly stats: StatsChartsReply }) {
  return (
    <Empty
      action={
        <a class="btn" href={paths.review()}>
          Start review
        </a>
      }
    >
      {scope === null
        ? 'No card was answered yet. Charts of your answers begin with your first review, and curves with about fifty.'
        : `No card of ${scope.title} was answered yet.`}
    </Empty>
  )
}

/** What was shown last, while other figures are on their way: the page keeps its shape. */
function useLatest<Value>(value: Value | null): Value | null {
  const latest = useRef<Value | null>(null)
  if (value !== null) latest.current = value
  return latest.current
}
