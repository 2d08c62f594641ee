import type { EventBody } from '../../shared/api/reviews.ts'
import { saveText } from './save-text.ts'

/** Saves unsent answers as a file, in the form that `POST /reviews` takes: the last resort when nothing else works. */
export function exportAnswers(events: readonly EventBody[]): void {
  saveText('recollect-unsent-answers.json', JSON.stringify({ events }, null, 2), 'application/json')
}
