import type { CardId } from '../../shared/card/card.ts'
import { api } from '../api-client.ts'
import { deviceZone } from './device.ts'
import { sayQuietly } from './quiet-line.ts'
import { sitting } from './review-sitting.ts'
import { undoChange } from './undo-change.ts'
import { toApiError } from './use-resource.ts'

/** Deletes the card on the table: it rests, its line gives no card any more, and its answers stay. Needs the server. */
export async function deleteOnTable(id: CardId): Promise<void> {
  try {
    const { changeId } = await api.actOnCards({ action: 'retire', target: { ids: [id] }, zone: deviceZone() })
    sitting.bury()
    const back = async () => {
      const failure = changeId === null ? null : await undoChange(changeId)
      if (failure !== null) return sayQuietly(`Not undone. ${failure}`)
      const last = sitting.held.value?.session.past.at(-1)
      if (last?.kind === 'buried' && last.card.id === id) sitting.undo()
      sayQuietly('The card is back.')
    }
    sayQuietly('Deleted. Its line gives no card any more.', { name: 'Undo', run: () => void back() })
  } catch (reason) {
    sayQuietly(`Not deleted. ${toApiError(reason).message}`)
  }
}
