import { api } from '../api-client.ts'
import { announce } from './announcer.ts'
import { countInbox } from './inbox-count.ts'
import { toApiError } from './use-resource.ts'

/** Takes a change of the library back and says so; returns why it could not be, or null when it was. */
export async function undoChange(id: string): Promise<string | null> {
  try {
    await api.undoChange(id)
    announce('Undone.')
    void countInbox()
    return null
  } catch (reason) {
    return toApiError(reason).message
  }
}
