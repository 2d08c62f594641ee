import type { EventBody } from '../../shared/api/reviews.ts'

/** Saves unsent answers as a file, in the form that `POST /reviews` takes: the last resort when nothing else works. */
export function exportAnswers(events: readonly EventBody[]): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify({ events }, null, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = 'recollect-unsent-answers.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
