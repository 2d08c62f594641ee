import { api } from '../../api-client.ts'
import { ExamPlan } from '../../cards/exam-plan.tsx'
import { settings, zoneInForce } from '../../state/settings-state.ts'
import { useResource } from '../../state/use-resource.ts'
import { Failure } from '../../ui/states.tsx'

/** Every exam with the plan it needs; asked for only where one is set. */
export function ExamLines({ onChanged }: { readonly onChanged: () => void }) {
  // What a device kept from an older version has none.
  return (settings.value.exams ?? []).length === 0 ? null : <Exams onChanged={onChanged} />
}

function Exams({ onChanged }: { readonly onChanged: () => void }) {
  const { resource, reload } = useResource('exams', () => api.exams(zoneInForce()))
  const changed = () => {
    reload()
    onChanged()
  }
  return (
    <section class="section" aria-labelledby="today-exams">
      <h2 id="today-exams">Exams</h2>
      {resource.kind === 'loading' ? <p class="hint">Working out the plan …</p> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not work out the plan." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? (
        <ul class="rows">
          {resource.value.exams.map((view) => (
            <li key={`${view.exam.kind} ${view.exam.name}`}>
              <ExamPlan view={view} today={resource.value.today} onChanged={changed} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
