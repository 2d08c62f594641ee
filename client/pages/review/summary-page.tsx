import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { CardId } from '../../../shared/card/card.ts'
import { summariseSession } from '../../../shared/session/summarise-session.ts'
import { type Session, isFinished } from '../../../shared/session/session.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { countFinishedSession } from '../../state/install-offer.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { reviewAddress } from '../../state/review-address.ts'
import { settings, zoneInForce } from '../../state/settings-state.ts'
import { sitting } from '../../state/review-sitting.ts'
import { flushBriefly, outbox } from '../../state/sync.ts'
import { useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { counted, spokenDuration } from '../../words/words.ts'
import { ForgottenCards } from './forgotten-cards.tsx'
import { LevelsMoved } from './summary-levels.tsx'
import { announced, missedDaysOf, nextWords, recallWords } from '../../words/summary-words.ts'
import { useSummaryKeys } from './use-summary-keys.ts'
import './summary-page.css'

export function SummaryPage() {
  const { route } = useLocation()
  const held = sitting.held.value
  // Taken once: what is shown here must not empty itself when the session is closed.
  const [summary] = useState(() =>
    held === null ? null : summariseSession(held.session, settings.value.leechLapses, held.reply.recallFit),
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
    if (isEmpty) return route(paths.today, true)
    announce(`Done. ${announced(summary)}`)
    if (hasEnded && hasBegunAnew(held.session)) countFinishedSession()
  }, [])

  const address = held === null ? paths.review() : reviewAddress(held.scope)
  const undoLast = () => {
    sitting.undo()
    route(address)
  }
  const retry = () => {
    if (isEmpty || summary.forgotten.length === 0) return
    sitting.practiseAgain(summary.forgotten)
    route(reviewAddress({ practice: true }))
  }
  const finish = () => {
    sitting.close()
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
            Continue
          </a>
        )}
        {forgotten.length === 0 ? null : (
          <button
            type="button"
            class="btn quiet"
            aria-keyshortcuts={shortcutOf('summary', 'retry')}
            onClick={retry}
          >
            <span>
              Retry<span class="summary-if-room"> the forgotten</span>
            </span>
          </button>
        )}
        <button
          type="button"
          class="btn quiet"
          aria-keyshortcuts={shortcutOf('summary', 'undo')}
          onClick={undoLast}
        >
          <span>
            Undo<span class="summary-if-room"> last answer</span>
          </span>
        </button>
      </p>
      <QuietStrip />
      <ForgottenCards cards={forgotten} missedDays={missedDaysOf(summary, held.session)} />
      <LevelsMoved session={held.session} faces={faces.current} />
    </Page>
  )
}

/** The last session whose end was counted: coming back to its summary, after an undo, does not count it again. */
let countedSession: string | undefined

function hasBegunAnew({ past }: Session): boolean {
  const first = past[0]?.eventId
  const isNew = first !== countedSession
  countedSession = first
  return isNew
}
