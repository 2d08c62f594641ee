import { NumberField } from '../../ui/settings-rows.tsx'

/** What is tried out. */
export interface Plan {
  readonly days: number
  readonly newPerDay: number
  readonly reviewsPerDay: number
  readonly retention: number
  /** Days of the week, 0 for Sunday. */
  readonly restDays: readonly number[]
  /** Those on which half of a day's work is done. */
  readonly easyDays: readonly number[]
  readonly breakFrom: string
  /** 0 for no break. */
  readonly breakDays: number
}

/** How much of a day's work is done on a day of the week. */
type DayWork = 'all' | 'half' | 'none'

interface PlanFieldsProps {
  readonly plan: Plan
  readonly hasRetention: boolean
  readonly onChange: (part: Partial<Plan>) => void
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const horizons = [30, 90, 180, 365]
const retentions = [0.75, 0.8, 0.85, 0.9, 0.93, 0.95]

/** The fields of the simulator. */
export function PlanFields({ plan, hasRetention, onChange }: PlanFieldsProps) {
  const work = (day: number): DayWork =>
    plan.restDays.includes(day) ? 'none' : plan.easyDays.includes(day) ? 'half' : 'all'
  const give = (day: number, chosen: DayWork) => {
    const others = (days: readonly number[]) => days.filter((one) => one !== day)
    onChange({
      restDays: [...others(plan.restDays), ...(chosen === 'none' ? [day] : [])].sort((a, b) => a - b),
      easyDays: [...others(plan.easyDays), ...(chosen === 'half' ? [day] : [])].sort((a, b) => a - b),
    })
  }
  return (
    <div class="simulator-plan">
      <div class="field">
        <label htmlFor="plan-new">New cards a day</label>
        <NumberField
          id="plan-new"
          value={plan.newPerDay}
          range={[0, 1000]}
          onChange={(newPerDay) => onChange({ newPerDay })}
        />
      </div>
      <div class="field">
        <label htmlFor="plan-reviews">Reviews a day, at most</label>
        <NumberField
          id="plan-reviews"
          value={plan.reviewsPerDay}
          range={[0, 10_000]}
          onChange={(reviewsPerDay) => onChange({ reviewsPerDay })}
        />
      </div>
      {hasRetention ? (
        <div class="field">
          <label htmlFor="plan-retention">Wanted recall</label>
          <select
            id="plan-retention"
            class="input"
            value={String(plan.retention)}
            onChange={(event) => onChange({ retention: Number(event.currentTarget.value) })}
          >
            {[...new Set([...retentions, plan.retention])]
              .sort((a, b) => a - b)
              .map((retention) => (
                <option key={retention} value={String(retention)}>
                  {Math.round(retention * 100)} %
                </option>
              ))}
          </select>
        </div>
      ) : null}
      <div class="field">
        <label htmlFor="plan-days">How far</label>
        <select
          id="plan-days"
          class="input"
          value={String(plan.days)}
          onChange={(event) => onChange({ days: Number(event.currentTarget.value) })}
        >
          {horizons.map((days) => (
            <option key={days} value={String(days)}>
              {days} days
            </option>
          ))}
        </select>
      </div>
      <fieldset class="simulator-rest">
        <legend class="label">Easy days and rest days</legend>
        {weekdays.map((name, i) => {
          const day = (i + 1) % 7
          return (
            <label key={name} class="simulator-weekday">
              {name}
              <select
                class="input"
                value={work(day)}
                onChange={(event) => give(day, event.currentTarget.value as DayWork)}
              >
                <option value="all">all</option>
                <option value="half">half</option>
                <option value="none">none</option>
              </select>
            </label>
          )
        })}
      </fieldset>
      <fieldset class="simulator-rest">
        <legend class="label">A break</legend>
        <span class="simulator-pick">
          of
          <NumberField
            id="plan-break"
            label="Days of break"
            value={plan.breakDays}
            range={[0, 365]}
            onChange={(breakDays) => onChange({ breakDays })}
          />
          days
        </span>
        <label class="simulator-pick">
          from
          <input
            class="input simulator-day"
            type="date"
            value={plan.breakFrom}
            onInput={(event) => onChange({ breakFrom: event.currentTarget.value })}
          />
        </label>
      </fieldset>
    </div>
  )
}
