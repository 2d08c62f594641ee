import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { MasterySummary } from '../../../shared/api/concepts.ts'
import { StrataBar } from '../../charts/strata-bar.tsx'
import { paths } from '../../router.ts'
import { inboxTotal } from '../../state/inbox-count.ts'
import { skimCounts } from '../../state/skim-count.ts'
import { settings } from '../../state/settings-state.ts'
import { readShelf } from '../../state/shelf.ts'
import { Page } from '../../ui/page.tsx'
import { GoodNote } from '../../ui/good-note.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { counted, longDay } from '../../words/words.ts'
import { ComebackOffer } from './comeback-offer.tsx'
import { ExamLines } from './exam-lines.tsx'
import { InstallOffer } from './today-install.tsx'
import { AllDone, DueNow, headingOf } from './today-due.tsx'
import { WeekAhead } from './week-ahead.tsx'
import { LastWeek } from './last-week.tsx'
import { WorthDoing } from './worth-doing.tsx'
import { suggestedBy } from '../../state/suggested.ts'
import { type TodayAtHand, useToday } from '../../state/use-today.ts'
import { useTodayKeys } from './use-today-keys.ts'
import { levelsPath } from '../../help-paths.ts'
import './today-page.css'

export function TodayPage() {
  const { today, error, reload } = useToday()
  if (today !== null) {
    const { queue, standing, standingError } = today
    const isEmpty = queue.counts.total === 0
    // Whether nothing is due, or there are no notes at all, is not known before the concepts are here.
    if (isEmpty && standing === null && standingError === null)
      return <Page heading="Today" children={<Loading />} />
    if (isEmpty && standing?.isReading === true) return <FirstReading />
    if (isEmpty && standing?.mastery.concepts === 0) return <NoNotes />
    return <TodayReady today={today} onChanged={reload} />
  }
  if (error === null) return <Page heading="Today" children={<Loading />} />
  return (
    <Page heading="Today">
      <Failure what="Could not load what is due." error={error} onRetry={reload} />
      <StartAnyway />
    </Page>
  )
}

function TodayReady(props: { readonly today: TodayAtHand; readonly onChanged: () => void }) {
  const { today, onChanged } = props
  const { queue, standing, standingError } = today
  const { route } = useLocation()
  const suggestions = suggestedBy(standing?.mastery ?? null)
  const hasCards = queue.counts.total > 0
  useTodayKeys({
    start: hasCards ? () => route(paths.review()) : null,
    suggestions: suggestions.map(({ href }) => href),
  })
  return (
    <Page title="Today" heading={headingOf(queue)} sub={<DayLine today={today} />}>
      {hasCards ? (
        <DueNow queue={queue} stats={standing?.stats ?? null} onChanged={onChanged} />
      ) : (
        <AllDone queue={queue} onChanged={onChanged} />
      )}
      {standing === null && standingError !== null ? (
        <Failure what="Could not load what you know." error={standingError} onRetry={onChanged} />
      ) : null}
      {standing === null ? null : (
        <>
          <ComebackOffer queue={queue} stats={standing.stats} onChanged={onChanged} />
          <ExamLines onChanged={onChanged} />
          <WorthDoing suggestions={suggestions} onChanged={onChanged} />
          <section class="section">
            <h2>What you know</h2>
            <p class="sub today-know">{recallLine(standing.mastery)}</p>
            <StrataBar counts={standing.mastery.levels} />
            <p class="small today-strata-note">
              {counted(standing.mastery.concepts, 'concept')} by how well you hold them.{' '}
              <a href={levelsPath}>What the levels mean</a>
            </p>
          </section>
          <LastWeek days={standing.stats.days} today={queue.today} />
          <WeekAhead today={queue.today} forecast={standing.stats.forecast} />
          {suggestions.some(({ kind }) => kind === 'inbox') ? null : <InboxLine />}
          <SkimLine />
          <InstallOffer />
        </>
      )}
    </Page>
  )
}

function DayLine({ today: { queue, standing, asOf } }: { readonly today: TodayAtHand }) {
  const hour = `${String(settings.value.rolloverHour).padStart(2, '0')}:00`
  const studied = standing?.stats.studiedOfLast28 ?? 0
  return (
    <>
      {longDay(queue.today)} · next day starts at {hour}
      {studied === 0 ? null : ` · you studied ${studied} of the last 28 days`}
      {asOf === null ? null : ` · as of ${clockTime(asOf)}`}
    </>
  )
}

function clockTime(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
}

function recallLine({ overall }: MasterySummary): string {
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

/** New cards can be looked over before they are asked; nobody must. */
function SkimLine() {
  const { ready, proposed, drafted } = skimCounts.value ?? { ready: 0, proposed: 0, drafted: 0 }
  if (ready === 0) return null
  return (
    <p class="section hint">
      <a href={paths.skim()}>Skim {counted(ready + proposed + drafted, 'new card')}</a> to keep what is worth
      it. A review does not wait for that.
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

/** The notes are on their way; what they give appears by itself. */
function FirstReading() {
  return (
    <Page title="Today" heading="Your notes are being read">
      <p class="sub">The first cards appear here in a moment.</p>
    </Page>
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
      <GoodNote />
    </Page>
  )
}
