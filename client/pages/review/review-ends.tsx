import type { QueueReply } from '../../../shared/api/queue.ts'
import { paths } from '../../router.ts'
import { Empty } from '../../ui/states.tsx'
import { counted, longDay } from '../../words/words.ts'

/** The server holds more cards than came so far. */
export function WaitingForMore({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Empty
      action={
        <button type="button" class="btn" onClick={onRetry}>
          Try again
        </button>
      }
    >
      The next cards are not here yet. What you answered is saved.
    </Empty>
  )
}

/** There was nothing to ask from the start. */
export function NothingDue({ reply: { next, today, breakUntil } }: { readonly reply: QueueReply }) {
  return (
    <Empty
      action={
        <a class="btn" href={paths.quiz()}>
          Take a quiz instead
        </a>
      }
    >
      {breakUntil === null
        ? 'Nothing is due here now.'
        : `You are on a break until ${longDay(breakUntil, today)}.`}
      {next === null ? '' : ` Next: ${counted(next.count, 'card')} on ${longDay(next.on, today)}.`}
    </Empty>
  )
}
