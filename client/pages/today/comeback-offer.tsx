import { useEffect, useState } from 'preact/hooks'
import type { ComebackReply } from '../../../shared/api/comeback.ts'
import type { QueueReply } from '../../../shared/api/queue.ts'
import type { StatsReply } from '../../../shared/api/stats.ts'
import type { Day } from '../../../shared/basics/time.ts'
import { api } from '../../api-client.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { toApiError } from '../../state/use-resource.ts'
import { aboutMinutes, counted, longDay } from '../../words/words.ts'

const lengths = [3, 7, 14, 30] as const
const usualOfNewcomer = 20
const shownDays = 5

/** More than twice a usual day waits: the way back, spread over days, to be agreed to before anything changes. */
export function ComebackOffer(props: {
  readonly queue: QueueReply
  readonly stats: StatsReply
  readonly onChanged: () => void
}) {
  const { queue, stats, onChanged } = props
  const [days, setDays] = useState<number>(7)
  const [plan, setPlan] = useState<ComebackReply | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isOffered = queue.comebackDaysLeft === 0 && isBacklog(queue, stats)
  useEffect(() => {
    if (!isOffered) return
    setTrouble(null)
    api
      .comeback(days, zoneInForce())
      .then(setPlan, (reason: unknown) => setTrouble(toApiError(reason).message))
  }, [isOffered, days])
  const change = (comeback: { from: Day; days: number } | null) => {
    api
      .changeSettings({ comeback })
      .then(onChanged, (reason: unknown) => setTrouble(toApiError(reason).message))
  }
  if (queue.comebackDaysLeft > 0) {
    return (
      <p class="section hint">
        Your way back: {counted(queue.comebackDaysLeft, 'day')} left, no new cards until then.{' '}
        <button type="button" class="link-btn" onClick={() => change(null)}>
          End it
        </button>
      </p>
    )
  }
  if (!isOffered) return null
  return (
    <section class="section notice today-comeback" aria-labelledby="comeback-heading">
      <h2 id="comeback-heading">A lot has piled up. Spread it?</h2>
      <p>
        {counted(queue.counts.review, 'review')} wait. Spread over some days, the weakest memories come first,
        and new cards pause until you are through.
      </p>
      <p class="row">
        <label for="comeback-days">
          Over{' '}
          <select
            id="comeback-days"
            class="input"
            value={String(days)}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          >
            {lengths.map((length) => (
              <option key={length} value={String(length)}>
                {length} days
              </option>
            ))}
          </select>
        </label>
        {plan === null || plan.days.length === 0 ? null : (
          <button type="button" class="btn quiet" onClick={() => change({ from: plan.from as Day, days })}>
            Spread it
          </button>
        )}
      </p>
      {trouble === null ? null : <p role="alert">The plan could not be made. {trouble}</p>}
      {plan === null ? (
        <ComingDays days={days} />
      ) : (
        <Days plan={plan} secondsPerCard={queue.secondsPerCard} />
      )}
    </section>
  )
}

/** The room that the plan will take, so that nothing below it jumps. */
function ComingDays({ days }: { readonly days: number }) {
  const lines = Math.min(days, shownDays) + (days > shownDays ? 1 : 0)
  return (
    <ul class="today-comeback-days" aria-hidden="true">
      {Array.from({ length: lines }, (_, i) => (
        <li key={i}>&nbsp;</li>
      ))}
    </ul>
  )
}

function Days({ plan, secondsPerCard }: { readonly plan: ComebackReply; readonly secondsPerCard: number }) {
  const shown = plan.days.slice(0, shownDays)
  const more = plan.days.length - shown.length
  return (
    <ul class="nums today-comeback-days">
      {shown.map(({ day, reviews, left }) => (
        <li key={day}>
          {longDay(day)}: {counted(reviews, 'review')}, {aboutMinutes(reviews * secondsPerCard)}; {left} left
          after it
        </li>
      ))}
      {more > 0 ? <li>… and {counted(more, 'day')} more</li> : null}
    </ul>
  )
}

/** Whether more than twice a usual day waits: what was answered on a day of the last four weeks, in the middle. */
function isBacklog({ counts, today }: QueueReply, { days }: StatsReply): boolean {
  const recent = days
    .filter(({ day }) => day < today)
    .slice(-28)
    .map(({ answers }) => answers)
    .sort((a, b) => a - b)
  const usual = recent[Math.floor(recent.length / 2)] ?? usualOfNewcomer
  return counts.review > 2 * Math.max(usual, usualOfNewcomer / 2)
}
