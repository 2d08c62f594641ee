import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CardId } from '../../shared/card/card.ts'
import { type SessionSummary, summariseSession } from '../../shared/session/summarise-session.ts'
import { isFinished } from '../../shared/session/session.ts'
import { api } from '../api-client.ts'
import { textOf } from '../cards/crumb.ts'
import { paths } from '../router.ts'
import { announce } from '../state/announcer.ts'
import { zoneInForce } from '../state/settings-state.ts'
import { closeSitting, sitting, undoAnswer } from '../state/session-state.ts'
import { flushBriefly, outbox } from '../state/sync.ts'
import { useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { SourceList } from '../ui/source-list.tsx'
import { counted, spokenDuration } from '../ui/words.ts'
import './summary-page.css'

export function SummaryPage() {
  const { route } = useLocation()
  const held = sitting.value
  // Taken once: what is shown here must not empty itself when the sitting is closed.
  const [summary] = useState(() => (held === null ? null : summariseSession(held.session)))
  const hasEnded = held !== null && isFinished(held.session)
  const { resource } = useResource('queue-after', async () => {
    await flushBriefly()
    return api.queue({ limit: 1, zone: zoneInForce() })
  })

  useEffect(() => {
    if (summary === null) route(paths.today, true)
    else announce(`Done. ${counted(summary.cards, 'card')}.`)
  }, [])
  if (summary === null || held === null) return <Page heading="Nothing answered yet" />

  const goBack = () => {
    undoAnswer()
    route(paths.review(held.conceptId))
  }
  const forgotten = summary.forgotten.flatMap((id: CardId) => held.faces.get(id) ?? [])
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
        <a class="btn" href={paths.today} onClick={closeSitting}>
          Back to Today
        </a>
        {hasEnded ? null : (
          <a class="btn quiet" href={paths.review(held.conceptId)}>
            Go on
          </a>
        )}
        <button type="button" class="btn quiet" onClick={goBack}>
          Undo last answer
        </button>
      </p>
      {forgotten.length === 0 ? null : (
        <section class="section">
          <h2>Forgotten this time</h2>
          <ul class="rows">
            {forgotten.map((card) => (
              <li key={card.id} class="missed">
                <div>
                  <div class="face missed-prompt" dangerouslySetInnerHTML={{ __html: card.promptHtml }} />
                  <div class="face missed-answer" dangerouslySetInnerHTML={{ __html: card.answerHtml }} />
                </div>
                <div class="missed-source">
                  <SourceList sources={card.sources} answer={textOf(card.answerHtml)} shown={1} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function recallWords(summary: SessionSummary): string {
  const parts = []
  if (summary.seenBefore > 0)
    parts.push(`${summary.firstTry} of ${summary.seenBefore} recalled at the first try`)
  if (summary.newCards > 0) parts.push(`${counted(summary.newCards, 'new card')} met`)
  return parts.length === 0 ? `${counted(summary.answers, 'answer')} given` : parts.join(' · ')
}

function nextWords(left: number, tomorrow: number): string {
  if (left > 0) return `${counted(left, 'card')} left today.`
  return tomorrow === 0 ? 'Nothing is due tomorrow.' : `Tomorrow: ${counted(tomorrow, 'card')}.`
}
