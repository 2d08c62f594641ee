import type { QueueReply } from '../../shared/api/queue.ts'
import type { SchedulerName } from '../words/part-words.ts'
import { api } from '../api-client.ts'
import { planFromShelf } from './offline-queue.ts'
import type { Scope } from './scope.ts'
import { studyDayNow, zoneInForce } from './settings-state.ts'
import { readShelf } from './shelf.ts'
import { flushBriefly } from './sync.ts'
import { type Resource, useResource } from './use-resource.ts'

/** A session as it would be, looked at before it begins. */
export interface ChosenSession {
  readonly reply: QueueReply
  readonly scheduler: SchedulerName
  /** Whether the server did not answer, so that only what lies on this device is asked. */
  readonly isFromDevice: boolean
}

/** What a session over a scope would ask. */
export function useChosenPart(scope: Scope): {
  readonly resource: Resource<ChosenSession>
  readonly reload: () => void
} {
  return useResource(`part ${JSON.stringify(scope)}`, () => lookAhead(scope))
}

async function lookAhead(scope: Scope): Promise<ChosenSession> {
  await flushBriefly()
  try {
    const [reply, { scheduler }] = await Promise.all([
      api.queue({ ...scope, limit: 1, zone: zoneInForce() }),
      api.scheduler(),
    ])
    return { reply, scheduler, isFromDevice: false }
  } catch (error) {
    const shelf = await readShelf()
    if (shelf === null) throw error
    const reply = await planFromShelf(shelf, null, studyDayNow(), scope)
    return { reply, scheduler: shelf.scheduler.scheduler, isFromDevice: true }
  }
}
