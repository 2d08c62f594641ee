import type { EventBody } from '../../shared/api/reviews.ts'

/** Saves answers as a file; what makes the file is loaded when it is wanted. */
export async function saveAnswers(events: readonly EventBody[]): Promise<void> {
  const { exportAnswers } = await import('./export-answers.ts')
  exportAnswers(events)
}
