import type { Exam } from '../../shared/api/exams.ts'
import { api } from '../api-client.ts'
import { examOf } from '../state/exams.ts'
import { zoneInForce } from '../state/settings-state.ts'
import { useResource } from '../state/use-resource.ts'
import { ExamDate, ExamPlan } from './exam-plan.tsx'

/** The exam of a concept, note or tag: its plan, or a day to be chosen. Nothing while it is not known. */
export function ExamOf({ exam }: { readonly exam: Omit<Exam, 'on'> }) {
  const { resource, reload } = useResource('exams', () => api.exams(zoneInForce()))
  if (resource.kind !== 'ready') return null
  const { exams, today } = resource.value
  const view = exams.find((one) => examOf(exam, [one.exam]) !== undefined)
  if (view !== undefined) return <ExamPlan view={view} today={today} onChanged={reload} />
  return (
    <details class="exam-of">
      <summary>An exam on it?</summary>
      <ExamDate exam={exam} on={null} onChanged={reload} />
    </details>
  )
}
