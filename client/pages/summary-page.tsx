import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type SessionSummary, summariseSession } from '../../shared/session/summarise-session.ts'
import { isFinished } from '../../shared/session/session.ts'
import { api } from '../api-client.ts'
import { paths } from '../router.ts'
import { announce } from '../state/announcer.ts'
import { reviewAddress } from '../state/scope.ts'
import { settings, zoneInForce } from '../state/settings-state.ts'
import { closeSitting, practiseAgain, sitting, undoStep } from '../state/session-state.ts'
import { flushBriefly, outbox } from '../state/sync.ts'
import { useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { counted, spokenDuration } from '../ui/words.ts'
import { ForgottenCards } from './forgotten-cards.tsx'
import { useSummaryKeys } from './use-summary-keys.ts'
import './summary-page.css'

export function SummaryPage() {
  const { route } = useLocation()
  const held = sitting.value
  // Taken once: what is shown here must not empty itself when the sitting is closed.
  const [summary] = useState(() =>
    held === null ? null : summariseSession(held.session, settings.value.leechLapses),
  )
  const faces = useRef<ReadonlyMap<string, QueueCard>>(held?.faces ?? new Map<string, QueueCard>())
  if (held !== null) faces.current = held.faces
  const isEmpty = summary === null || summary.answers === 0
  const hasEnded = held !== null && isFinished(held.session)
  const { resource } = useResource('queue-after', async () => {
    await flushBriefly()
    return api.queue({ limit: 1, zone: zoneInForce() })
  })
  useEffect(() => {
    if (isEmpty) route(paths.today, true)
    else announce(`Done. ${announced(summary)}`)
  }, [])

  const address = held === null ? paths.review() : reviewAddress(held.scope)
  const undoLast = () => {
    undoStep()
    route(address)
  }
  const retry = () => {
    if (isEmpty || summary.forgotten.length === 0) return
    practiseAgain(summary.forgotten)
    route(reviewAddress({ practice: true }))
  }
  const finish = () => {
    closeSitting()
    route(paths.today)
  }
  useSummaryKeys({ onEnter: finish, onRetry: retry, onUndo: undoLast })
  if (isEmpty || held === null) return <Page heading="Nothing answered yet" />

  const forgotten = summary.forgotten.flatMap((id: CardId) => faces.current.get(id) ?? [])
  return (
    <Page
      title="Review done"
      heading={`${counted(summary.cards, 'card')}, ${spokenDuration(summary.durationMs)}`}
      sub={recallWords(summary)}
    >
      <p class="summary-next">
        {resource.kind === 'ready' ? nextWords(resource.value.counts.total, resource.value.tomorrow) : null}
        {outbox.waiting.value > 0 ? ` ${counted(outbox.waiting.value, 'answer')} not yet synced.` : null}
      </p>
      <p class="row summary-actions">
        <button type="button" class="btn" aria-keyshortcuts="Enter" onClick={finish}>
          Back to Today
        </button>
        {hasEnded ? null : (
          <a class="btn quiet" href={address}>
            Go on
          </a>
        )}
        {forgotten.length === 0 ? null : (
          <button type="button" class="btn quiet" aria-keyshortcuts="R" onClick={retry}>
            Retry the forgotten
          </button>
        )}
        <button type="button" class="btn quiet" aria-keyshortcuts="Z" onClick={undoLast}>
          Undo last answer
        </button>
      </p>
      <ForgottenCards cards={forgotten} leeches={summary.leeches} />
    </Page>
  )
}

function recallWords(summary: SessionSummary): string {
  const parts = []
  if (summary.seenBefore > 0) {
    parts.push(`${summary.firstTry} of ${summary.seenBefore} recalled at the first try`)
    parts.push(`the schedule expected about ${Math.round(summary.expected)}`)
  }
  if (summary.newCards > 0) parts.push(`${counted(summary.newCards, 'new card')} met`)
  return parts.length === 0 ? `${counted(summary.answers, 'answer')} given` : parts.join(' · ')
}

function announced(summary: SessionSummary): string {
  return summary.seenBefore > 0
    ? `${summary.firstTry} of ${summary.seenBefore} first try.`
    : `${counted(summary.cards, 'card')}.`
}

function nextWords(left: number, tomorrow: number): string {
  if (left > 0) return `${counted(left, 'card')} left today.`
  return tomorrow === 0 ? 'Nothing is due tomorrow.' : `Tomorrow: ${counted(tomorrow, 'card')}.`
}
