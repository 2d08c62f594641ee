import type { QueueCard } from '../../shared/api/queue.ts'
import { agreeingNotes } from '../../shared/card/agreeing-notes.ts'
import { SourceList } from '../ui/source-list.tsx'

/** What the notes say of a card, once it is turned. */
export function SourceMargin({ card }: { readonly card: QueueCard }) {
  const notes = new Set(card.sources.map((source) => source.file)).size
  return (
    <>
      <h2>From your notes</h2>
      <SourceList sources={card.sources} answer={tellingText(card)} />
      <p class="agree">{notes <= 1 ? 'One note says so' : agreement(card, notes)}</p>
    </>
  )
}

/** "Two notes agree" only where both say the answer; another one may tell something else of the same thing. */
function agreement(card: QueueCard, notes: number): string {
  const agreeing = agreeingNotes(card.answer.text, card.sources)
  return agreeing === notes ? `${notes} notes agree` : `From ${notes} notes`
}

/** Question and answer together say which words of a long line are meant, also where the answer is one term. */
function tellingText(card: QueueCard): string {
  const { prompt, answer } = card
  return answer.text.split(/\s+/).length > 3 ? answer.text : `${prompt.text} ${answer.text}`
}
