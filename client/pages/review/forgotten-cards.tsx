import { useState } from 'preact/hooks'
import type { QueueCard } from '../../../shared/api/queue.ts'
import { EditCard } from '../../cards/edit-card.tsx'
import { Face } from '../../cards/face.tsx'
import { sitting } from '../../state/review-sitting.ts'
import { SourceList } from '../../ui/source-list.tsx'
import { ForgottenOften } from './forgotten-often.tsx'

interface ForgottenCardsProps {
  readonly cards: readonly QueueCard[]
  /** How often a card was forgotten, of those that should be changed. */
  readonly missedDays: ReadonlyMap<string, number>
}

/** What was forgotten, with where it comes from and the means to mend it: two keys from here to a better card. */
export function ForgottenCards({ cards, missedDays }: ForgottenCardsProps) {
  const [editing, setEditing] = useState<string | null>(null)
  if (cards.length === 0) return null
  return (
    <section class="section">
      <h2>Forgotten this time</h2>
      <ul class="rows">
        {cards.map((card) => (
          <li key={card.id} class="summary-missed">
            {editing === card.id ? (
              <EditCard
                cardId={card.id}
                onEditNote={null}
                onSaved={(saved) => {
                  sitting.takeFace(saved)
                  setEditing(null)
                }}
                onCancel={() => setEditing(null)}
              />
            ) : (
              <div>
                <Face class="face summary-missed-prompt" side={card.prompt} />
                <Face class="face summary-missed-answer" side={card.answer} />
                <ForgottenOften
                  card={card}
                  missedDays={missedDays.get(card.id)}
                  onEdit={() => setEditing(card.id)}
                />
              </div>
            )}
            <div class="summary-missed-source">
              <SourceList sources={card.sources} answer={card.answer.text} shown={1} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
