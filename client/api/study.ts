import type { QueueQuery, QueueReply } from '../../shared/api/queue.ts'
import type { EventBody, ReviewsReply } from '../../shared/api/reviews.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import { read, write } from './request.ts'

/** What of the queue is asked for; every field but the zone may be left out. */
export type QueueAsked = { readonly [Field in keyof QueueQuery]?: QueueQuery[Field] | undefined } & {
  readonly zone: string
}

/** What a review asks of the server. It comes with the first load, so it stands apart from all else. */
export const studyApi = {
  // A server that is silent for longer is as good as none: this device goes on by itself.
  queue: (query: QueueAsked) =>
    read<QueueReply>('/queue', { ...query }, { signal: AbortSignal.timeout(30_000) }),
  scheduler: () => read<SchedulerReply>('/scheduler'),
  sendReviews: (events: readonly EventBody[], keepalive: boolean) =>
    write<ReviewsReply>('POST', '/reviews', { events }, { keepalive }),
}
