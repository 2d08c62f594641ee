import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import { addDays } from '../../shared/basics/time.ts'
import { api } from '../api-client.ts'
import { StrataBar } from '../charts/strata-bar.tsx'
import { paths } from '../router.ts'
import { singleKeys } from '../state/device.ts'
import { countInbox, inboxTotal } from '../state/inbox-count.ts'
import { settings, takeSettings, zoneInForce } from '../state/settings-state.ts'
import { flushBriefly } from '../state/sync.ts'
import { useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Failure, Loading } from '../ui/states.tsx'
import { aboutMinutes, counted, longDay } from '../ui/words.ts'
import './today-page.css'

interface Today {
  readonly queue: QueueReply
  readonly concepts: ConceptsReply
  readonly stats: StatsReply
}

export function TodayPage() {
  const { resource, reload } = useResource('today', loadToday)
  useStartKeys(resource.kind === 'ready' && resource.value.queue.counts.total > 0)
  if (resource.kind === 'loading') return <Page heading="Today" children={<Loading />} />
  if (resource.kind === 'failed') {
    return (
      <Page heading="Today">
        <Failure what="Could not load what is due." error={resource.error} onRetry={reload} />
      </Page>
    )
  }
  const { queue, concepts } = resource.value
  if (concepts.concepts.length === 0 && queue.counts.total === 0) return <NoNotes />
  return <TodayReady {...resource.value} />
}

async function loadToday(): Promise<Today> {
  await flushBriefly()
  const [queue, concepts, stats] = await Promise.all([
    api.queue({ limit: 1, zone: zoneInForce() }),
    api.concepts(),
    api.stats(),
  ])
  takeSettings(queue.settings)
  return { queue, concepts, stats }
}

function TodayReady({ queue, concepts, stats }: Today) {
  const { total } = queue.counts
  const heading =
    total > 0
      ? `${counted(total, 'card')}, ${aboutMinutes(total * queue.secondsPerCard)}`
      : doneHeading(queue)
  return (
    <Page title="Today" heading={heading} sub={<DayLine queue={queue} stats={stats} />}>
      {total > 0 ? <DueNow queue={queue} /> : <AllDone queue={queue} />}
      <section class="section">
        <h2>What you know</h2>
        <p class="sub know">{recallLine(concepts)}</p>
        <StrataBar counts={concepts.levels} />
        <p class="small strata-note">
          {counted(concepts.concepts.length, 'concept')} by how well you hold them.
        </p>
      </section>
      <Conflicts concepts={concepts} />
      <InboxLine />
    </Page>
  )
}

function DayLine({ queue, stats }: { readonly queue: QueueReply; readonly stats: StatsReply }) {
  const hour = `${String(settings.value.rolloverHour).padStart(2, '0')}:00`
  const studied = stats.studiedOfLast28
  return (
    <>
      {longDay(queue.today)} · next day starts at {hour}
      {studied === 0 ? null : ` · you studied ${studied} of the last 28 days`}
    </>
  )
}

function DueNow({ queue }: { readonly queue: QueueReply }) {
  const { route } = useLocation()
  const { review, drill, new: fresh } = queue.counts
  return (
    <section class="panel cta" aria-label="Due now">
      <ul class="parts nums">
        <Part count={review} words="to review" />
        <Part count={drill} words="still learning" />
        <Part count={fresh} words="new" />
      </ul>
      <button type="button" class="btn start" onClick={() => route(paths.review())}>
        Start review
      </button>
      <DayNote queue={queue} />
    </section>
  )
}

function DayNote({ queue }: { readonly queue: QueueReply }) {
  const words = []
  if (queue.answeredToday > 0) words.push(`${counted(queue.answeredToday, 'card')} answered today`)
  if (queue.tomorrow > 0) words.push(`${queue.tomorrow} due tomorrow`)
  return words.length === 0 ? null : <p class="hint cta-note nums">{words.join(' · ')}</p>
}

function Part({ count, words }: { readonly count: number; readonly words: string }) {
  if (count === 0) return null
  return (
    <li>
      <b>{count}</b> <span>{words}</span>
    </li>
  )
}

function AllDone({ queue }: { readonly queue: QueueReply }) {
  return (
    <section class="panel cta" aria-label="Due now">
      <p>
        {queue.answeredToday === 0
          ? 'Nothing is due. That is how it should be.'
          : `You answered ${counted(queue.answeredToday, 'card')} today.`}
      </p>
      <a class="btn quiet" href={paths.quiz()}>
        Take a quiz
      </a>
    </section>
  )
}

function doneHeading(queue: QueueReply): string {
  const done = queue.answeredToday > 0 ? 'Done for today.' : 'Nothing due today.'
  if (queue.next === null) return done
  const isTomorrow = queue.next.on === addDays(queue.today as Parameters<typeof addDays>[0], 1)
  return `${done} Next: ${counted(queue.next.count, 'card')} ${isTomorrow ? 'tomorrow' : `on ${longDay(queue.next.on, queue.today)}`}`
}

function recallLine({ overall }: ConceptsReply): string {
  const now = Math.round(overall.recallNow)
  const later = Math.round(overall.recallIn30Days)
  if (overall.answered === 0) return `${counted(overall.facts, 'fact')} in your notes, none asked yet.`
  return `About ${now} of ${counted(overall.facts, 'fact')} you would recall today. If you stopped now: about ${later} in 30 days.`
}

function Conflicts({ concepts }: { readonly concepts: ConceptsReply }) {
  const torn = concepts.concepts.filter((concept) => concept.conflicts > 0)
  if (torn.length === 0) return null
  return (
    <section class="section">
      <h2>Your notes disagree</h2>
      <ul class="rows">
        {torn.slice(0, 3).map((concept) => (
          <li key={concept.id} class="conflict-row">
            <div>
              {concept.term}
              <p class="hint">Two notes say different things; its cards wait until you say which is right.</p>
            </div>
            <a class="btn quiet" href={paths.concept(concept.id)} aria-label={`Look at ${concept.term}`}>
              Look
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Cards that wait for a word of the learner; asked for after the page is there, and quiet when there are none. */
function InboxLine() {
  useEffect(() => void countInbox(), [])
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

/** Space or Enter begins, wherever the focus is not on a control of its own. */
function useStartKeys(isOn: boolean): void {
  const { route } = useLocation()
  useEffect(() => {
    if (!isOn) return
    const start = (event: KeyboardEvent) => {
      const isStart = (event.key === ' ' && singleKeys.value) || event.key === 'Enter'
      if (!isStart || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (
        event.target instanceof Element &&
        event.target.closest('a, button, input, select, textarea, summary')
      )
        return
      event.preventDefault()
      route(paths.review())
    }
    addEventListener('keydown', start)
    return () => removeEventListener('keydown', start)
  }, [isOn])
}
