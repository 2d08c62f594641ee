import { api } from '../../api-client.ts'
import { ApiError } from '../../api/request.ts'
import { EditWords } from '../../cards/edit-card.tsx'
import type { SkimmedCard } from '../../state/draft-row.ts'
import type { Reworded } from '../../state/use-skim.ts'

interface EditDraftProps {
  readonly draft: SkimmedCard
  readonly onSaved: (card: Reworded) => void
  readonly onCancel: () => void
}

/** The words of a draft, which becomes a card when they are saved. */
export function EditDraft({ draft, onSaved, onCancel }: EditDraftProps) {
  const { cardId: draftId } = draft
  return (
    <EditWords
      of={draftId}
      load={() => Promise.resolve(draft)}
      save={async ({ front, back }) => {
        const { changeId, refused } = await api.decideDrafts({
          decisions: [{ draftId, decision: 'accept', question: front, answer: back }],
        })
        const [first] = refused
        if (first !== undefined) throw new ApiError(first.code, 409, first.sentence)
        onSaved({ id: draftId, front, back, changeId })
      }}
      onEditNote={null}
      onCancel={onCancel}
    />
  )
}
