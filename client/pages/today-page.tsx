import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import { api } from '../api-client.ts'
import { StrataBar } from '../charts/strata-bar.tsx'
import { paths } from '../router.ts'
import { canStartOffline } from '../state/update-ready.ts'
import { now } from '../state/clock.ts'
import { countInbox, inboxTotal } from '../state/inbox-count.ts'
import { settings, takeSettings, zoneInForce } from '../state/settings-state.ts'
import { keepFor, readKept, readShelf } from '../state/shelf.ts'
import { flushBriefly, outbox } from '../state/sync.ts'
import { useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Failure, Loading } from '../ui/states.tsx'
import { counted, longDay } from '../ui/words.ts'
import { ComebackOffer } from './comeback-offer.tsx'
import { AllDone, DueNow, headingOf } from './today-due.tsx'
import { WeekAhead } from './week-ahead.tsx'
import { WorthDoing, useSuggestions } from './worth-doing.tsx'
import { useTodayKeys } from './use-today-keys.ts'
import './today-page.css'

/** Everything Today shows, and when the server said so. */
export interface Today {
  readonly queue: QueueReply
  readonly concepts: ConceptsReply
  readonly stats: StatsReply
  readonly at: number
}

export function TodayPage() {
  const { resource, reload } = useResource('today', loadToday)
  const kept = useKept(resource.kind !== 'ready')
  const today = resource.kind === 'ready' ? resource.value : kept
  if (today !== null) {
    const { queue, concepts } = today
    if (concepts.concepts.length === 0 && queue.counts.total === 0) return <NoNotes />
    return <TodayReady today={today} asOf={resource.kind === 'ready' ? null : today.at} onChanged={reload} />
  }
  if (resource.kind === 'loading') return <Page heading="Today" children={<Loading />} />
  if (resource.kind === 'failed') {
    return (
      <Page heading="Today">
        <Failure what="Could not load what is due." error={resource.error} onRetry={reload} />
        <StartAnyway />
      </Page>
    )
  }
  return null
}

async function loadToday(): Promise<Today> {
  await flushBriefly()
  const [queue, concepts, stats] = await Promise.all([
    api.queue({ limit: 1, zone: zoneInForce() }),
    api.concepts(),
    api.stats(),
  ])
  void outbox.meetEpoch(queue.epoch)
  takeSettings(queue.settings)
  const today = { queue, concepts, stats, at: now() }
  void keepFor('today', { ...today, queue: { ...queue, cards: [] } })
  return today
}

/** What was shown last time, while the fresh word is not there. */
function useKept(isWanted: boolean): Today | null {
  const [kept, setKept] = useState<Today | null>(null)
  useEffect(() => {
    if (isWanted) void readKept<Today>('today').then(setKept)
  }, [isWanted])
  return isWanted ? kept : null
}

function TodayReady(props: {
  readonly today: Today
  readonly asOf: number | null
  readonly onChanged: () => void
}) {
  const { today, asOf, onChanged } = props
  const { queue, concepts, stats } = today
  const { route } = useLocation()
  useEffect(() => void countInbox(), [])
  const suggestions = useSuggestions(concepts, queue.secondsPerCard)
  const hasCards = queue.counts.total > 0
  useTodayKeys({
    start: hasCards ? () => route(paths.review()) : null,
    suggestions: suggestions.map(({ href }) => href),
  })
  return (
    <Page title="Today" heading={headingOf(queue)} sub={<DayLine today={today} asOf={asOf} />}>
      {hasCards ? <DueNow queue={queue} /> : <AllDone queue={queue} />}
      <ComebackOffer queue={queue} stats={stats} onChanged={onChanged} />
      <WorthDoing suggestions={suggestions} />
      <section class="section">
        <h2>What you know</h2>
        <p class="sub know">{recallLine(concepts)}</p>
        <StrataBar counts={concepts.levels} />
        <p class="small strata-note">
          {counted(concepts.concepts.length, 'concept')} by how well you hold them.
        </p>
      </section>
      <WeekAhead today={queue.today} forecast={stats.forecast} />
      <InboxLine />
      {canStartOffline() ? null : (
        <p class="section small">
          Offline start and install need HTTPS or localhost. Your answers are kept on this device all the
          same.
        </p>
      )}
    </Page>
  )
}

function DayLine({ today, asOf }: { readonly today: Today; readonly asOf: number | null }) {
  const hour = `${String(settings.value.rolloverHour).padStart(2, '0')}:00`
  const studied = today.stats.studiedOfLast28
  return (
    <>
      {longDay(today.queue.today)} · next day starts at {hour}
      {studied === 0 ? null : ` · you studied ${studied} of the last 28 days`}
      {asOf === null ? null : ` · as of ${clockTime(asOf)}`}
    </>
  )
}

function clockTime(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
}

function recallLine({ overall }: ConceptsReply): string {
  const recalled = Math.round(overall.recallNow)
  const later = Math.round(overall.recallIn30Days)
  if (overall.answered === 0) return `${counted(overall.facts, 'fact')} in your notes, none asked yet.`
  return `About ${recalled} of ${counted(overall.facts, 'fact')} you would recall today. If you stopped now: about ${later} in 30 days.`
}

/** Cards that wait for a word of the learner; asked for after the page is there, and quiet when there are none. */
function InboxLine() {
  const waiting = inboxTotal.value
  if (waiting === 0) return null
  return (
    <p class="section hint">
      <a href={paths.inbox()}>
        {counted(waiting, 'card')} {waiting === 1 ? 'waits' : 'wait'} in the Inbox
      </a>{' '}
      for your decision. Nothing is asked differently until then.
    </p>
  )
}

/** The cards on this device do not need the server. */
function StartAnyway() {
  const [count, setCount] = useState(0)
  useEffect(() => void readShelf().then((shelf) => setCount(shelf?.cards.size ?? 0)), [])
  if (count === 0) return null
  return (
    <p class="section">
      <a class="btn" href={paths.review()}>
        Review the cards on this device
      </a>
    </p>
  )
}

function NoNotes() {
  return (
    <Page title="Today" heading="Bring in your notes">
      <Empty
        action={
          <a class="btn" href={paths.notes}>
            Bring in notes
          </a>
        }
      >
        Recollect makes cards from Markdown notes you already have. There are none yet.
      </Empty>
    </Page>
  )
}
