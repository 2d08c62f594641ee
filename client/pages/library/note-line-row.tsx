import { useState } from 'preact/hooks'
import { readOrigin } from '../../../shared/card/card-origin.ts'
import { paths } from '../../router.ts'
import { openCardSheet } from '../../state/card-draft.ts'
import type { WantedCards } from '../../state/use-wanted-cards.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { withoutMarks } from '../../words/inline-parts.ts'
import { SyntaxHelp } from '../../ui/syntax-help.tsx'
import { MadeAnyway, WouldBeCard } from '../../ui/would-be-card.tsx'
import type { LineCard, NoteLine } from './read-note-lines.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

interface NoteLineRowProps {
  readonly line: NoteLine
  readonly noteId: string
  readonly cards: WantedCards
  readonly isWanted: boolean
  readonly target: { current: HTMLLIElement | null }
}

/** A line of a note with the cards that begin there; or why it gives none, and what can be done about it. */
export function NoteLineRow({ line, noteId, cards, isWanted, target }: NoteLineRowProps) {
  const isAsked = line.cards.length > 0
  const isOffered = line.wouldBe !== null || (line.kind !== 'heading' && (line.isSilent || isWanted))
  return (
    <li
      data-line={line.number}
      ref={isWanted ? target : null}
      class={`note-line ${line.kind}${line.opens ? ' opens' : ''}`}
    >
      <span class="note-line-number nums">{line.number}</span>
      <span class="note-line-text" dir="auto">
        <LineText line={line} isWanted={isWanted} />
      </span>
      {isAsked || !isOffered ? null : <SilentLine line={line} noteId={noteId} cards={cards} />}
      {isAsked ? (
        <ul class="note-line-cards" aria-label={`Cards from line ${line.number}`}>
          {line.cards.map((card) => (
            <LineCardItem key={card.cardId} card={card} cards={cards} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** Why a line gives no card, the card that it would give, and the ways to one all the same. */
function SilentLine({ line, noteId, cards }: Pick<NoteLineRowProps, 'line' | 'noteId' | 'cards'>) {
  const [helps, setHelps] = useState(false)
  const { number, skipped, wouldBe } = line
  return (
    <div class="note-line-skip">
      {skipped === null ? null : (
        <p>
          <InlineText text={skipped} />
        </p>
      )}
      {wouldBe === null ? null : <WouldBeCard card={wouldBe} line={number} cards={cards} />}
      <p class="note-line-ways">
        <button
          type="button"
          class="link-btn"
          onClick={() => openCardSheet({ answer: wordsOf(line), from: { noteId, line: number } })}
        >
          {wouldBe === null ? 'Make a card' : 'Write another'}
          <span class="vh"> from line {number}</span>
        </button>
        {skipped === null ? null : (
          <button type="button" class="link-btn" aria-expanded={helps} onClick={() => setHelps(!helps)}>
            What can be written<span class="vh"> in line {number}</span>
          </button>
        )}
      </p>
      {helps ? <SyntaxHelp /> : null}
    </div>
  )
}

/** The words of a line as a person would say them. */
function wordsOf({ text, kind }: NoteLine): string {
  return kind === 'code' ? text.trim() : withoutMarks(text).replaceAll(/\*\*|`/g, '')
}

function LineCardItem({ card, cards }: { readonly card: LineCard; readonly cards: WantedCards }) {
  return (
    <li data-card-key={card.cardKey}>
      <a dir="auto" lang={card.languages.front ?? undefined} href={paths.concept(card.conceptId)}>
        <BlockText text={card.front.replaceAll('___', '…')} />
      </a>{' '}
      <span class="note-line-answer" dir="auto" lang={card.languages.back ?? undefined}>
        <BlockText text={card.back} />
      </span>
      {card.status === 'ready' ? null : (
        <span class="note-line-status">
          <InlineText
            text={[card.status === 'doubtful' ? 'Doubtful.' : 'Retired.', ...card.reasons].join(' ')}
          />
        </span>
      )}
      <MadeAnyway cardKey={card.cardKey} cards={cards} />
    </li>
  )
}

function LineText({ line, isWanted }: { readonly line: NoteLine; readonly isWanted: boolean }) {
  const { bare, from } = readOrigin(line.text)
  const quoted = line.kind === 'code' ? bare : <BlockText text={bare} />
  const text =
    from === null ? (
      quoted
    ) : (
      <>
        {quoted}{' '}
        <a class="path" href={paths.note(from.noteId, from.line)}>
          from {from.file}, line {from.line}
        </a>
      </>
    )
  if (isWanted) return <mark>{text}</mark>
  if (line.kind === 'code') return <>{text}</>
  return line.kind === 'heading' ? <b class="note-heading">{text}</b> : text
}
