import type { QueueReply } from '../../shared/api/queue.ts'
import type { QueuedCard } from '../../shared/queue/build-queue.ts'

/** Which cards are asked, and the day's counts. */
export type QueuePlan = Pick<QueueReply, 'counts' | 'answeredToday' | 'part'> & {
  readonly queue: readonly QueuedCard[]
  /** The day's limit of new cards, as `DayPlan` has it; absent for a part. */
  readonly newLimit?: number | null
}
