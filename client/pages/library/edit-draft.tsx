import { EditWords } from '../../cards/edit-card.tsx'
import type { SkimmedCard } from '../../state/draft-row.ts'
import type { SkimDesk } from '../../state/use-skim.ts'

interface EditDraftProps {
  readonly draft: SkimmedCard
  readonly desk: SkimDesk
  /** When it was saved, or is left as it was. */
  readonly onStop: () => void
}

/** The words of a draft, which becomes a card when they are saved. */
export function EditDraft({ draft, desk, onStop }: EditDraftProps) {
  const { cardId: draftId } = draft
  return (
    <EditWords
      of={draftId}
      load={() => Promise.resolve(draft)}
      save={async ({ front, back }) => {
        await desk.keepInWords(draftId, { front, back })
        onStop()
      }}
      onEditNote={null}
      onCancel={onStop}
    />
  )
}
