import type { QueueCard } from '../../shared/api/queue.ts'
import { agreeingNotes } from '../../shared/card/agreeing-notes.ts'

/** "Two notes agree" only where both say the answer; another one may tell something else of the same thing. */
export function Agreement({ card, notes }: { readonly card: QueueCard; readonly notes: number }) {
  const agreeing = agreeingNotes(card.answer.text, card.sources)
  return <>{agreeing === notes ? `${notes} notes agree` : `From ${notes} notes`}</>
}
