import { useEffect } from 'preact/hooks'
import type { QueueReply } from '../../../shared/api/queue.ts'
import { paths } from '../../router.ts'
import { reviewAddress } from '../../state/review-address.ts'
import { reading, watchReading } from '../../state/reading.ts'
import { Empty } from '../../ui/states.tsx'
import { readingWords } from '../../words/reading-words.ts'
import { counted, longDay } from '../../words/words.ts'

/** There was nothing to ask from the start; while notes are read their cards are still to come. */
export function NothingDue({
  reply: { next, today, breakUntil, isReading, part, moreNew, answeredToday },
  onRead,
}: {
  readonly reply: QueueReply
  readonly onRead: () => void
}) {
  if (isReading) return <StillReading onRead={onRead} />
  if (part != null) return <NothingInPart part={part} />
  // No card is due today or later, and none is new: a quiz would find nothing either.
  if (next === null && moreNew === null && answeredToday === 0 && breakUntil === null) return <NoCards />
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

/** A library in which nothing asks yet. */
function NoCards() {
  return (
    <Empty
      action={
        <a class="btn" href={paths.notes}>
          Bring in your notes
        </a>
      }
    >
      There is no card to ask: cards are made from your notes.
    </Empty>
  )
}

/** A part that was chosen has nothing to ask: why, and what can be studied in its place. */
export function NothingInPart({ part }: { readonly part: NonNullable<QueueReply['part']> }) {
  return (
    <Empty
      action={
        <span class="row">
          {part.instead.map(({ name, cards, scope }, i) => (
            <a key={name} class={i === 0 ? 'btn' : 'btn quiet'} href={reviewAddress(scope)}>
              {name} ({cards})
            </a>
          ))}
          <a class="btn quiet" href={paths.study}>
            Choose something else
          </a>
        </span>
      }
    >
      {part.missing ?? 'There is nothing to ask here now.'}
    </Empty>
  )
}

/** Says how far the reading is, and when it is over. */
function StillReading({ onRead }: { readonly onRead: () => void }) {
  useEffect(() => {
    let isLeft = false
    void watchReading(() => void (isLeft || onRead()))
    return () => {
      isLeft = true
    }
  }, [])
  const state = reading.value
  return (
    <Empty>
      Your notes are being read; their cards come next.{' '}
      {state === null || state.state === 'idle' ? '' : readingWords(state)}
    </Empty>
  )
}
