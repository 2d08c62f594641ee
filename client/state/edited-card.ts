import type { CardEdited } from '../../shared/api/cards.ts'
import { api } from '../api-client.ts'
import { sayQuietly } from './quiet-line.ts'
import { sitting } from './review-sitting.ts'
import { undoChange } from './undo-change.ts'
import { toApiError } from './use-resource.ts'

/** Shows the card on the table in its new words, with the way back to the old ones. */
export function showEdited(edited: CardEdited): void {
  sitting.takeFace(edited)
  const { id, changeId } = edited
  const back = async () => {
    const failure = await undoChange(changeId ?? '')
    if (failure !== null) return sayQuietly(`Not undone. ${failure}`)
    try {
      sitting.takeFace(await api.card(id))
      sayQuietly('The card has its old words again.')
    } catch (reason) {
      sayQuietly(
        `Its old words are back, and are shown when the server can be asked. ${toApiError(reason).message}`,
      )
    }
  }
  sayQuietly(
    'Saved. The card keeps its history.',
    changeId === null ? null : { name: 'Undo', run: () => void back() },
  )
}
