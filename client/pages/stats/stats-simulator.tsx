import { useState } from 'preact/hooks'
import type { SimulationBody, SimulationReply } from '../../../shared/api/memory.ts'
import type { SchedulerReply } from '../../../shared/api/scheduler.ts'
import type { Settings } from '../../../shared/api/settings.ts'
import { type Day, addDays, isDay } from '../../../shared/basics/time.ts'
import { simulationSentence } from '../../../shared/insight/simulation-sentence.ts'
import { api } from '../../api-client.ts'
import { BandChart } from '../../charts/band-chart.tsx'
import type { SimulatedFigure } from '../../charts/simulated-means.ts'
import { pointsOf } from '../../charts/simulated-points.ts'
import { studyDayNow } from '../../state/settings-state.ts'
import { flushBriefly } from '../../state/sync.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { longDay, shortDay } from '../../words/words.ts'
import { type Plan, PlanFields } from './stats-plan.tsx'
import { useApplied } from './stats-apply.ts'
import './stats-simulator.css'

const figures: readonly { readonly figure: SimulatedFigure; readonly name: string; readonly unit: string }[] =
  [
    { figure: 'reviews', name: 'Reviews a day', unit: 'Reviews' },
    { figure: 'minutes', name: 'Minutes a day', unit: 'Minutes' },
    { figure: 'backlog', name: 'Left for another day', unit: 'Cards' },
    { figure: 'recall', name: 'Recalled of all answered', unit: 'Share' },
  ]

/** What studying would be like under other settings, on the learner's own cards, before anything is changed. */
export function Simulator() {
  const settings = useResource('settings', api.settings)
  const scheduler = useResource('scheduler', api.scheduler)
  if (settings.resource.kind !== 'ready' || scheduler.resource.kind !== 'ready') return null
  return (
    <section class="section simulator" aria-labelledby="simulator">
      <h2 id="simulator">What if</h2>
      <p class="sub prose">
        Your own cards and habits, played forward under other settings. Nothing changes until you apply it.
      </p>
      <Desk settings={settings.resource.value} scheduler={scheduler.resource.value} />
    </section>
  )
}

interface DeskProps {
  readonly settings: Settings
  readonly scheduler: SchedulerReply
}

interface Outcome {
  readonly plan: Plan
  readonly tried: SimulationReply
  readonly now: SimulationReply
}

function Desk({ settings, scheduler }: DeskProps) {
  const [plan, setPlan] = useState<Plan>(() => planInForce(settings, scheduler))
  const [figure, setFigure] = useState<SimulatedFigure>('reviews')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [runs, setRuns] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const apply = useApplied(settings, scheduler)
  const simulate = async () => {
    setRuns(true)
    setTrouble(null)
    try {
      await flushBriefly()
      const now = await api.simulate(
        bodyOf({ ...planInForce(settings, scheduler), days: plan.days }, scheduler),
      )
      setOutcome({ plan, tried: await api.simulate(bodyOf(plan, scheduler)), now })
    } catch (reason) {
      setTrouble(`Could not work it out: ${toApiError(reason).message}`)
    } finally {
      setRuns(false)
    }
  }
  const shown = figures.find((one) => one.figure === figure)
  return (
    <>
      <PlanFields
        plan={plan}
        hasRetention={scheduler.scheduler === 'fsrs'}
        onChange={(part) => setPlan({ ...plan, ...part })}
      />
      <p class="row simulator-acts">
        <button type="button" class="btn" disabled={runs} onClick={() => void simulate()}>
          {runs ? 'Working it out …' : 'Play it forward'}
        </button>
        {outcome === null ? null : (
          <button type="button" class="btn quiet" onClick={() => void apply(outcome.plan)}>
            Apply
          </button>
        )}
      </p>
      {trouble === null ? null : <p role="alert">{trouble}</p>}
      {outcome === null || shown === undefined ? null : (
        <>
          <fieldset class="row simulator-picks">
            <legend class="vh">What to show</legend>
            {figures.map((one) => (
              <label key={one.figure} class="simulator-pick">
                <input
                  type="radio"
                  name="figure"
                  checked={figure === one.figure}
                  onChange={() => setFigure(one.figure)}
                />
                {one.name}
              </label>
            ))}
          </fieldset>
          <BandChart
            title={shown.name}
            sentence={simulationSentence(outcome.tried.days, outcome.now.days)}
            unit={shown.unit}
            isShare={figure === 'recall'}
            points={pointsOf(outcome.tried.from as Day, outcome.tried.days, outcome.now.days, figure, {
              long: (day) => longDay(day, outcome.tried.from),
              short: shortDay,
            })}
          />
        </>
      )}
    </>
  )
}

function planInForce(settings: Settings, scheduler: SchedulerReply): Plan {
  return {
    days: 90,
    newPerDay: settings.newPerDay,
    reviewsPerDay: settings.reviewsPerDay,
    retention: scheduler.desiredRetention ?? 0.9,
    restDays: settings.restDays,
    easyDays: settings.easyDays ?? [],
    breakFrom: addDays(studyDayNow(), 14),
    breakDays: 0,
  }
}

function bodyOf(plan: Plan, { scheduler }: SchedulerReply): SimulationBody {
  const pause =
    plan.breakDays > 0 && isDay(plan.breakFrom) ? { from: plan.breakFrom, days: plan.breakDays } : null
  return {
    days: plan.days,
    newPerDay: plan.newPerDay,
    reviewsPerDay: plan.reviewsPerDay,
    weekdays: [1, 2, 3, 4, 5, 6, 0].map((day) =>
      plan.restDays.includes(day) ? 0 : plan.easyDays.includes(day) ? 0.5 : 1,
    ),
    ...(scheduler === 'fsrs' ? { desiredRetention: plan.retention } : {}),
    ...(pause === null ? {} : { pause }),
  }
}
