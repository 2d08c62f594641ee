import { useState } from 'preact/hooks'
import type { SchedulerReply } from '../../../shared/api/scheduler.ts'
import { api } from '../../api-client.ts'
import { meanOf } from '../../charts/simulated-means.ts'
import { toApiError } from '../../state/use-resource.ts'
import { Row } from '../../ui/settings-rows.tsx'

interface RetentionCostProps {
  readonly scheduler: SchedulerReply
  readonly busy: boolean
  readonly onChoose: (retention: number) => void
}

interface Cost {
  readonly reviews: number
  readonly minutes: number
  readonly recall: number
}

const offered = [0.75, 0.8, 0.85, 0.9, 0.93, 0.95]
const simulatedDays = 120

/** How much one wants to recall, with what that costs on the learner's own cards. */
export function RetentionCost({ scheduler, busy, onChoose }: RetentionCostProps) {
  const wanted = scheduler.desiredRetention ?? 0.9
  const [costs, setCosts] = useState<ReadonlyMap<number, Cost>>(new Map())
  const [runs, setRuns] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const choices = offered.includes(wanted) ? offered : [...offered, wanted].sort((a, b) => a - b)
  const simulate = async () => {
    setRuns(true)
    setTrouble(null)
    try {
      for (const desiredRetention of choices) {
        const { days } = await api.simulate({ days: simulatedDays, scheduler: 'fsrs', desiredRetention })
        const cost = {
          reviews: meanOf(days, 'reviews'),
          minutes: meanOf(days, 'minutes'),
          recall: days.at(-1)?.recall.median ?? 0,
        }
        setCosts((known) => new Map([...known, [desiredRetention, cost]]))
      }
    } catch (reason) {
      setTrouble(`Could not work it out: ${toApiError(reason).message}`)
    } finally {
      setRuns(false)
    }
  }
  return (
    <Row
      name="Wanted recall"
      says="The chance of recall at which a card returns. More recall costs more reviews, and steeply so above 90 %."
      byDefault="90 %"
      wide
      trouble={trouble}
    >
      <table class="setting-table nums">
        <thead>
          <tr>
            <th scope="col">Recall</th>
            <th scope="col">Reviews a day</th>
            <th scope="col">Minutes a day</th>
            <th scope="col">Recalled after {simulatedDays} days</th>
          </tr>
        </thead>
        <tbody>
          {choices.map((retention) => {
            const cost = costs.get(retention)
            return (
              <tr key={retention}>
                <th scope="row">
                  <label class="setting-day-pick">
                    <input
                      type="radio"
                      name="retention"
                      checked={retention === wanted}
                      disabled={busy}
                      onChange={() => onChoose(retention)}
                    />
                    {Math.round(retention * 100)} %
                  </label>
                </th>
                <td>{cost === undefined ? '–' : cost.reviews.toFixed(0)}</td>
                <td>{cost === undefined ? '–' : cost.minutes.toFixed(cost.minutes < 10 ? 1 : 0)}</td>
                <td>{cost === undefined ? '–' : `${Math.round(cost.recall * 100)} %`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <button type="button" class="btn quiet" disabled={runs} onClick={() => void simulate()}>
        {runs ? 'Working it out …' : 'Show what each costs me'}
      </button>
    </Row>
  )
}
