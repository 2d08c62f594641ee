import type { WouldBe } from '../../shared/api/notes.ts'
import type { WantedCards } from '../state/use-wanted-cards.ts'
import { BlockText } from './block-text.tsx'
import './would-be-card.css'

interface WouldBeCardProps {
  readonly card: WouldBe
  readonly line: number
  readonly cards: WantedCards
}

/** The card that a line would give, left out for its worth, and the word that makes it. */
export function WouldBeCard({ card, line, cards }: WouldBeCardProps) {
  return (
    <div class="would-be" data-card-key={card.cardKey}>
      <p>
        <span class="vh">It would ask: </span>
        <span class="would-be-front" dir="auto">
          <BlockText text={card.front.replaceAll('___', '…')} />
        </span>{' '}
        <span dir="auto">
          <BlockText text={card.back} />
        </span>
      </p>
      <button type="button" class="link-btn" onClick={() => void cards.want(card)}>
        Make this card anyway<span class="vh"> from line {line}</span>
      </button>
      <Trouble words={cards.troubleOf(card.cardKey)} />
    </div>
  )
}

/** Beside a card that was made here of a line that gave none: the way back. */
export function MadeAnyway({ cardKey, cards }: { readonly cardKey: string; readonly cards: WantedCards }) {
  if (!cards.canUndo(cardKey)) return null
  return (
    <p class="would-be-made">
      <span>Made. It is asked from now on.</span>
      <button type="button" class="link-btn" onClick={() => void cards.undo(cardKey)}>
        Undo<span class="vh"> making this card</span>
      </button>
      <Trouble words={cards.troubleOf(cardKey)} />
    </p>
  )
}

function Trouble({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <span class="would-be-trouble" role="alert">
      {words}
    </span>
  )
}
