import type { QueueCard } from '../../../shared/api/queue.ts'
import type { SessionCard } from '../../../shared/session/session.ts'
import { chosenKeys, singleKeys } from '../../state/device.ts'
import { gradesOnOffer } from '../../state/review-sitting.ts'
import { studyDayNow } from '../../state/settings-state.ts'
import { useLater } from '../../state/use-later.ts'
import type { ReviewActions } from './use-review-actions.ts'

/** What opens over or in place of the card; each part is loaded when it is first wanted. */
export function ReviewSheets(props: {
  readonly actions: ReviewActions
  readonly card: SessionCard | null
  readonly face: QueueCard | undefined
}) {
  const { actions, card } = props
  const { sheet, isEditing, closeSheet } = actions
  const isWanted = sheet !== null || isEditing
  const later = useLater(() => import('./review-sheet-parts.ts'), isWanted)
  if (!isWanted) return null
  if (later.kind === 'failed')
    return <Missing onClose={() => (isEditing ? actions.endEdit() : closeSheet())} />
  if (later.kind === 'loading') return null
  const { CardInfo, CardMenu, EditCard, ReviewKeySheet, deleteOnTable, showEdited } = later.part
  if (isEditing && card !== null) {
    return (
      <EditCard
        cardId={card.id}
        onEditNote={actions.openSource}
        onSaved={(saved) => {
          actions.endEdit()
          showEdited(saved)
        }}
        onCancel={actions.endEdit}
      />
    )
  }
  if (sheet === 'keys') return <ReviewKeySheet grades={gradesOnOffer()} onClose={closeSheet} />
  if (card === null) return null
  if (sheet === 'info')
    return <CardInfo cardId={card.id} state={card.state} today={studyDayNow()} onClose={closeSheet} />
  return (
    <CardMenu
      can={actions.can}
      chosenKeys={chosenKeys.value}
      showKeys={singleKeys.value}
      onAct={(action) => {
        closeSheet()
        actions.act({ kind: action }, 'menu')
      }}
      onDelete={() => {
        closeSheet()
        void deleteOnTable(card.id)
      }}
      onClose={closeSheet}
    />
  )
}

function Missing({ onClose }: { readonly onClose: () => void }) {
  return (
    <div class="panel section" role="alert">
      <p>
        <b>This part of the app could not be loaded.</b> Your answers are saved, and you can go on.
      </p>
      <p class="row failure-action">
        <button type="button" class="btn quiet" onClick={onClose}>
          Back to the card
        </button>
      </p>
    </div>
  )
}
