import { useLocation } from 'preact-iso'
import type { QueueReply } from '../../../shared/api/queue.ts'
import type { StatsReply } from '../../../shared/api/stats.ts'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import { paths } from '../../router.ts'
import { studyAddress } from '../../state/review-address.ts'
import { aboutMinutes, counted, longDay } from '../../words/words.ts'
import { steeringWords } from '../../words/steering-words.ts'
import { MoreNew } from './more-new.tsx'

/** Today in one line. */
export function headingOf(queue: QueueReply): string {
  const { total } = queue.counts
  if (queue.breakUntil !== null) return `On a break until ${longDay(queue.breakUntil, queue.today)}`
  if (total > 0) return `${counted(total, 'card')}, ${aboutMinutes(total * queue.secondsPerCard)}`
  const done = queue.answeredToday > 0 ? 'Done for today.' : 'Nothing due today.'
  if (queue.next === null) return done
  const isTomorrow = queue.next.on === addDays(queue.today as Day, 1)
  return `${done} Next: ${counted(queue.next.count, 'card')} ${isTomorrow ? 'tomorrow' : `on ${longDay(queue.next.on, queue.today)}`}`
}

interface DueProps {
  readonly queue: QueueReply
  /** Null while they are on their way. */
  readonly stats: StatsReply | null
  readonly onChanged: () => void
}

/** What is due, and the one button. */
export function DueNow({ queue, stats, onChanged }: DueProps) {
  const { route } = useLocation()
  const { review, drill, new: fresh } = queue.counts
  return (
    <section class="panel today-cta" aria-label="Due now">
      <ul class="today-parts nums">
        <Part count={review} words="to review" />
        <Part count={drill} words="still learning" />
        <Part count={fresh} words="new" />
      </ul>
      <div class="today-start-bar">
        <button type="button" class="btn" onClick={() => route(paths.review())}>
          Start review
        </button>
      </div>
      <div class="row today-other">
        <MoreNew queue={queue} onChanged={onChanged} />
        <a href={paths.study}>Study something else</a>
      </div>
      <DayNote queue={queue} stats={stats} />
    </section>
  )
}

/** Nothing is due: that is said, and more is offered quietly. */
export function AllDone({ queue, onChanged }: Omit<DueProps, 'stats'>) {
  return (
    <section class="panel today-cta" aria-label="Due now">
      <p>{doneWords(queue)}</p>
      <p class="row">
        <a class="btn quiet" href={paths.quiz()}>
          Take a quiz
        </a>
        <a class="btn quiet" href={studyAddress({ state: 'ahead' })}>
          Study ahead
        </a>
        <a class="btn quiet" href={paths.study}>
          Study something else
        </a>
      </p>
      <div class="row today-other">
        <MoreNew queue={queue} onChanged={onChanged} />
      </div>
    </section>
  )
}

function doneWords(queue: QueueReply): string {
  if (queue.breakUntil !== null) return 'Nothing is asked during your break. What falls due waits for you.'
  return queue.answeredToday === 0
    ? 'Nothing is due. That is how it should be.'
    : `You answered ${counted(queue.answeredToday, 'card')} today.`
}

function DayNote({ queue, stats }: Pick<DueProps, 'queue' | 'stats'>) {
  const steering = steeringWords(queue.settings, stats)
  const words: string[] = []
  if (queue.answeredToday > 0) words.push(`${counted(queue.answeredToday, 'card')} answered today`)
  if (queue.tomorrow > 0) words.push(`${queue.tomorrow} due tomorrow`)
  if (words.length === 0 && steering === null) return null
  return (
    <div class="hint today-cta-note nums">
      {words.length === 0 ? null : <p>{words.join(' · ')}</p>}
      {steering === null ? null : <p>{steering}</p>}
    </div>
  )
}

function Part({ count, words }: { readonly count: number; readonly words: string }) {
  if (count === 0) return null
  return (
    <li>
      <b>{count}</b> <span>{words}</span>
    </li>
  )
}
