import { api } from '../api-client.ts'
import { ApiError } from '../api/request.ts'
import { keepWaiting, waitingFlags } from './waiting-flags.ts'

let isSending = false

/** Tells the server every flag that waits, one after the other; a flag said meanwhile is sent as well. Never throws. */
export async function sendAll(): Promise<void> {
  if (isSending) return
  isSending = true
  try {
    for (;;) {
      const [next] = Object.entries(waitingFlags())
      if (next === undefined) return
      const [cardId, flag] = next
      await api.patchCard(cardId, { flag }).catch((reason: unknown) => {
        // The server heard it and will not have it, now or later: the card is gone.
        if (!(reason instanceof ApiError) || ![400, 404].includes(reason.status)) throw reason
      })
      const { [cardId]: said, ...others } = waitingFlags()
      // Another word on the same card may have been said while this one travelled.
      if (said === flag) keepWaiting(others)
    }
  } catch {
    // They wait for the next try.
  } finally {
    isSending = false
  }
}
