import type { ComponentChildren } from 'preact'
import { useErrorBoundary, useLayoutEffect } from 'preact/hooks'
import type { QueueCard } from '../../shared/api/queue.ts'

/** Whether a card can be shown at all; what a server or a half-written cache sent is not trusted blindly. */
export function isWhole(card: QueueCard | undefined): card is QueueCard {
  return (
    card !== undefined &&
    typeof card.prompt?.text === 'string' &&
    typeof card.answer?.text === 'string' &&
    Array.isArray(card.sources) &&
    Array.isArray(card.previews) &&
    card.previews.length > 0
  )
}

/** Stands in for a card that cannot be shown, with the two things that help. */
export function BrokenCard(props: { readonly onEdit: () => void; readonly onBury: () => void }) {
  return (
    <div class="panel section" role="alert">
      <p>
        <b>This card cannot be shown.</b> Your answers are saved, and the next card is fine.
      </p>
      <p class="row failure-action">
        <button type="button" class="btn" onClick={props.onBury}>
          Bury it until tomorrow
        </button>
        <button type="button" class="btn quiet" onClick={props.onEdit}>
          Edit it
        </button>
      </p>
    </div>
  )
}

/** Shows `instead` when the card it holds breaks while it is drawn, and tries again with the next card. */
export function CardGuard(props: {
  readonly cardId: string
  readonly instead: ComponentChildren
  readonly children: ComponentChildren
}) {
  const [error, reset] = useErrorBoundary((reason: unknown) => console.error(reason))
  useLayoutEffect(reset, [props.cardId])
  return <>{error === undefined ? props.children : props.instead}</>
}
