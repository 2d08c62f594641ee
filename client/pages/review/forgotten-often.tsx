import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { QueueCard } from '../../../shared/api/queue.ts'
import { LeechNotice } from '../../cards/leech-notice.tsx'
import { paths } from '../../router.ts'
import { doWithCards } from '../../state/act-on-cards.ts'
import { flushBriefly } from '../../state/sync.ts'

interface ForgottenOftenProps {
  readonly card: QueueCard
  /** Undefined for a card that was not forgotten often. */
  readonly missedDays: number | undefined
  readonly onEdit: () => void
}

/** What can be done about a forgotten card: an edit, and for one that is forgotten again and again, more than that. */
export function ForgottenOften({ card, missedDays, onEdit }: ForgottenOftenProps) {
  const { route } = useLocation()
  const [isSuspended, setSuspended] = useState(false)
  const source = card.sources.find(({ noteId }) => noteId !== null)
  const split = () =>
    source?.noteId == null ? onEdit() : route(paths.editNote(source.noteId, source.lines[0]))
  const suspend = async () => {
    // The answers come first, so that the card is put aside as it is now.
    await flushBriefly()
    await doWithCards({ action: 'suspend', target: { ids: [card.id] } }, () => setSuspended((was) => !was))
  }
  if (isSuspended) return <p class="hint summary-missed-edit">Suspended: it is not asked until you say so.</p>
  if (missedDays !== undefined)
    return (
      <LeechNotice
        missedDays={missedDays}
        onRewrite={onEdit}
        onSplit={split}
        onSuspend={() => void suspend()}
      />
    )
  return (
    <p class="row summary-missed-edit">
      <button type="button" class="btn quiet" onClick={onEdit}>
        Edit the card<span class="vh">: {card.prompt.text}</span>
      </button>
    </p>
  )
}
