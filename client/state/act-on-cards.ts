import { v7 as uuidv7 } from 'uuid'
import type { CardActionBody, CardActionReply } from '../../shared/api/cards.ts'
import { api } from '../api-client.ts'
import { now } from './clock.ts'
import { deviceId, deviceZone } from './device.ts'
import { sayQuietly } from './quiet-line.ts'
import { studyDayNow, zoneInForce } from './settings-state.ts'
import { toApiError } from './use-resource.ts'

type Unzoned<Body> = Body extends unknown ? Omit<Body, 'zone'> : never

/** How to take back the last thing done; null when there is nothing. */
let takeBack: (() => Promise<void>) | null = null

/** Does something with cards and says so in one quiet line, from where it can be undone. `onDone` runs after both. */
export async function doWithCards(body: Unzoned<CardActionBody>, onDone: () => void): Promise<void> {
  try {
    const reply = await api.actOnCards({ ...body, zone: deviceZone() })
    if (reply.count === 0) return sayQuietly(reply.sentence)
    takeBack = async () => {
      takeBack = null
      await undone(reply)
      onDone()
    }
    sayQuietly(reply.sentence, { name: 'Undo', run: () => void undoLast() })
    onDone()
  } catch (reason) {
    sayQuietly(`Nothing was changed. ${toApiError(reason).message}`)
  }
}

/** Takes back the last thing done with cards. */
export async function undoLast(): Promise<void> {
  if (takeBack === null) return sayQuietly('There is nothing to undo.')
  const run = takeBack
  try {
    await run()
    sayQuietly('Undone.')
  } catch (reason) {
    takeBack = run
    sayQuietly(`Not undone. ${toApiError(reason).message}`, { name: 'Try again', run: () => void undoLast() })
  }
}

const eventsAtOnce = 500

async function undone({ eventIds, changeId }: CardActionReply): Promise<void> {
  if (changeId !== null) await api.undoChange(changeId)
  for (let start = 0; start < eventIds.length; start += eventsAtOnce) {
    const events = eventIds.slice(start, start + eventsAtOnce).map((targetId) => ({
      kind: 'undone' as const,
      id: uuidv7(),
      deviceId: deviceId(),
      at: now(),
      zone: zoneInForce(),
      studyDay: studyDayNow(),
      targetId,
    }))
    await api.sendReviews(events, false)
  }
}
