import { useEffect, useState } from 'preact/hooks'
import type { CardReply } from '../../shared/api/cards.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { api } from '../api-client.ts'
import { Sheet } from '../ui/sheet.tsx'
import { longDay } from '../words/words.ts'
import { eventWords, memoryWords } from '../words/memory-words.ts'

/** What is known of a card: its schedule from this page, its answers from the server while it can be asked. */
export function CardInfo(props: {
  readonly cardId: string
  readonly state: CardState
  readonly today: string
  readonly onClose: () => void
}) {
  const [history, setHistory] = useState<CardReply['history'] | null>(null)
  useEffect(() => {
    api.card(props.cardId).then(
      (card) => setHistory(card.history),
      () => {},
    )
  }, [props.cardId])
  return (
    <Sheet heading="What is known of this card" onClose={props.onClose}>
      <ul class="rows section">
        {memoryWords(props.state, props.today).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {history === null ? (
        <p class="hint section">The list of answers comes from the server when it can be asked.</p>
      ) : history.length === 0 ? null : (
        <>
          <h3 class="section">Answers</h3>
          <ul class="rows nums">
            {history.slice(0, 12).map((event) => (
              <li key={event.id}>
                {longDay(event.studyDay, props.today)}: {eventWords(event)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  )
}
