import { useEffect, useState } from 'preact/hooks'
import type { CardReply } from '../../shared/api/cards.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { api } from '../api-client.ts'
import { Sheet } from '../ui/sheet.tsx'
import { counted, longDay } from '../ui/words.ts'
import { sayInterval } from './format-interval.ts'
import { gradeName } from './grade-names.ts'

/** What is known of a card: its schedule from this page, its answers from the server while it can be asked. */
export function CardInfo(props: {
  readonly cardId: string
  readonly state: CardState
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
        {factsOf(props.state).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <h3 class="section">Answers</h3>
      {history === null ? (
        <p class="hint">The list of answers comes from the server when it can be asked.</p>
      ) : (
        <ul class="rows nums">
          {history.slice(0, 12).map((event) => (
            <li key={event.id}>
              {longDay(event.studyDay)}: {eventWords(event)}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function factsOf({ schedule, answers, firstAnsweredOn }: CardState): string[] {
  if (schedule.kind === 'new') return ['Never asked.']
  return [
    `Due on ${longDay(schedule.dueOn)}; the interval is ${sayInterval(schedule.intervalDays).replace('in ', '')}.`,
    `Answered ${counted(answers, 'time')}${firstAnsweredOn === null ? '' : ` since ${longDay(firstAnsweredOn)}`}.`,
    `Forgotten ${counted(schedule.lapses, 'time')} after it was known.`,
    schedule.kind === 'sm2'
      ? `Ease ${(schedule.easeHundredths / 100).toFixed(2)}, ${counted(schedule.repetitions, 'success', 'successes')} in a row.`
      : `Stability ${schedule.stability.toFixed(1)} days, difficulty ${schedule.difficulty.toFixed(1)} of 10.`,
  ]
}

function eventWords({ kind, grade, undone }: CardReply['history'][number]): string {
  const what = grade === null ? kind : gradeName(grade as Parameters<typeof gradeName>[0])
  return undone ? `${what}, taken back` : what
}
