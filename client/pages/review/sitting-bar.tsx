import { cardsLeft } from '../../../shared/session/session.ts'
import { type HeldSession, minutesLeft } from '../../state/sitting.ts'
import { outbox } from '../../state/sync.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHeading } from '../../ui/page.tsx'

interface SittingBarProps {
  readonly held: HeldSession | null
  readonly hasCard: boolean
  /** Whether only some of the day's cards are asked. */
  readonly isPart: boolean
  readonly onLeave: () => void
  readonly onUndo: () => void
  readonly onMore: () => void
}

/** The bar above a sitting: the way out, what is left, the way back, and everything else. */
export function SittingBar({ held, hasCard, isPart, onLeave, onUndo, onMore }: SittingBarProps) {
  const session = held?.session
  return (
    <header class="sitting-bar">
      <button
        type="button"
        class="icon-btn"
        aria-label="End session"
        title="End session (Esc)"
        onClick={onLeave}
      >
        <Icon name="close" />
      </button>
      <PageHeading title="Review" class="sitting-title">
        {isPart ? (held?.reply.part?.name ?? 'Your choice of cards') : 'Today’s review'}
      </PageHeading>
      <span class="sitting-counts nums">
        {held === null || !hasCard ? null : (
          <>
            <DoneCount answers={held.session.position.answers} />
            {cardsLeft(held.session)} left · about {minutesLeft(held)} min
          </>
        )}
      </span>
      <button
        type="button"
        class="icon-btn far"
        aria-label="Undo last answer"
        title="Undo last answer (Z)"
        disabled={session === undefined || session.past.length === 0}
        onClick={onUndo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon-btn far"
        aria-label="More actions"
        title="More actions (M)"
        disabled={!hasCard}
        onClick={onMore}
      >
        <Icon name="more" />
      </button>
    </header>
  )
}

/** On a phone what a thumb must reach stands right above the grades. */
export function ThumbRow(props: {
  readonly canUndo: boolean
  readonly onUndo: () => void
  readonly onEdit: () => void
  readonly onMore: () => void
}) {
  return (
    <div class="review-thumb-row">
      <button type="button" disabled={!props.canUndo} onClick={props.onUndo}>
        Undo
      </button>
      <button type="button" onClick={props.onEdit}>
        Edit
      </button>
      <button type="button" onClick={props.onMore}>
        More
      </button>
    </div>
  )
}

/** Only what is on the disk, or with the server, is called done. */
function DoneCount({ answers }: { readonly answers: number }) {
  const done = Math.max(0, answers - outbox.unsaved.value)
  return (
    <span class="wide" data-done={done}>
      {done === 0 ? '' : `${done} done · `}
    </span>
  )
}
