import type { Step } from '../../shared/session/session.ts'
import { gradeName } from './grade-names.ts'

/** What a step is called when it is taken back. */
export function stepName(step: Step): string {
  if (step.kind === 'answered') return gradeName(step.grade)
  return { buried: 'burying', suspended: 'suspending', flagged: 'the flag' }[step.kind]
}
