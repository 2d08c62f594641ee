import { useState } from 'preact/hooks'
import type { ConceptReply } from '../../../shared/api/concepts.ts'
import { type ApiError, api } from '../../api-client.ts'
import { formatInterval } from '../../words/format-interval.ts'
import { announce } from '../../state/announcer.ts'
import { studyDayNow } from '../../state/settings-state.ts'
import { toApiError } from '../../state/use-resource.ts'
import { QuotedLine } from '../../ui/quoted-line.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import { shortDay } from '../../words/words.ts'

type ConceptFact = ConceptReply['facts'][number]
type FactCard = ConceptFact['cards'][number]

/** One fact: what is stated, every place that states it, and the cards that ask for it. */
export function FactRow({ fact, onChanged }: { readonly fact: ConceptFact; readonly onChanged: () => void }) {
  return (
    <li class="concept-fact">
      <div>
        <p class="concept-statement">
          <QuotedLine text={fact.statement} />
        </p>
        {fact.items.length === 0 ? null : (
          <ul class="concept-items">
            {fact.items.map((item) => (
              <li key={item}>
                <QuotedLine text={item} />
              </li>
            ))}
          </ul>
        )}
        {fact.cards.length === 0 ? <p class="small">No card asks for this.</p> : null}
        <ul class="concept-fact-cards">
          {fact.cards.map((card) => (
            <CardRow key={card.id} card={card} onChanged={onChanged} />
          ))}
        </ul>
      </div>
      <div class="concept-fact-source">
        <SourceList sources={fact.sources} answer={fact.statement} shown={fact.sources.length} />
      </div>
    </li>
  )
}

function CardRow({ card, onChanged }: { readonly card: FactCard; readonly onChanged: () => void }) {
  const [error, setError] = useState<ApiError | null>(null)
  const action = cardAction(card)
  const act = async () => {
    if (action === null) return
    try {
      await action.run()
      setError(null)
      announce(action.done)
      onChanged()
    } catch (reason) {
      setError(toApiError(reason))
    }
  }
  return (
    <li>
      <span>
        <QuotedLine text={card.front.replace('___', '…')} />
      </span>
      <span class="concept-card-state small nums">
        {cardWords(card)}
        {action === null ? null : (
          <button type="button" class="link-btn" onClick={() => void act()}>
            {action.name}
            <span class="vh">: {card.front.replace('___', '…')}</span>
          </button>
        )}
      </span>
      {error === null ? null : (
        <span class="small" role="alert">
          {error.message}
        </span>
      )}
    </li>
  )
}

/** What can be done with a card where it stands: take a doubtful one into the queue, or let one rest. */
function cardAction(card: FactCard) {
  if (card.status === 'retired') return null
  if (card.status === 'doubtful') {
    return {
      name: 'Use it',
      done: 'The card will be asked.',
      run: () => api.patchCard(card.id, { accept: true }),
    }
  }
  return card.suspended
    ? { name: 'Resume', done: 'The card is asked again.', run: () => api.resumeCard(card.id) }
    : { name: 'Suspend', done: 'The card rests until you resume it.', run: () => api.suspendCard(card.id) }
}

function cardWords(card: FactCard): string {
  if (card.status === 'retired') return 'retired'
  if (card.status === 'doubtful') return 'doubtful'
  if (card.suspended) return 'suspended'
  if (card.dueOn === null) return 'new'
  const due = card.dueOn <= studyDayNow() ? 'due now' : `due ${shortDay(card.dueOn)}`
  return card.intervalDays === null ? due : `${due}, after ${formatInterval(card.intervalDays)}`
}
