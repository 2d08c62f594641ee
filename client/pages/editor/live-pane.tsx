import type { RefObject } from 'preact'
import type { LiveCard } from './draft-reading.ts'
import type { LiveRow } from './live-rows.ts'
import type { WantedCards } from '../../state/use-wanted-cards.ts'
import { SyntaxLink } from '../../ui/syntax-help.tsx'
import { BlockText } from '../../ui/block-text.tsx'
import { MadeAnyway, WouldBeCard } from '../../ui/would-be-card.tsx'
import { InlineText } from '../../ui/quoted-line.tsx'

interface LivePaneProps {
  readonly pane: RefObject<HTMLDivElement | null>
  readonly rows: readonly LiveRow[]
  /** The row beside the caret. */
  readonly current: LiveRow | undefined
  readonly onGoToLine: (line: number) => void
  /** Makes cards of lines that give none. */
  readonly wanted: WantedCards
  /** Keys of the cards that the saved text gives when they are asked for. */
  readonly wantable: ReadonlySet<string>
}

/** The cards that the text would give, each with the line that makes it; and why a line makes none. */
export function LivePane({ pane, rows, current, onGoToLine, wanted, wantable }: LivePaneProps) {
  return (
    <div ref={pane} class="editor-live" role="region" aria-label="Cards of this text">
      {rows.length === 0 ? (
        <p class="hint editor-live-empty">
          Nothing here gives a card yet. Write a term in bold and what it is, on one line:{' '}
          <code>- **TTL**: how long an entry may be used.</code>
        </p>
      ) : null}
      <ol>
        {rows.map((row) => (
          <li
            key={row.key}
            class={row.cards.length > 0 ? 'editor-live-row' : 'editor-live-row quiet'}
            data-line={row.line}
            aria-current={row === current ? 'true' : undefined}
          >
            <button type="button" class="editor-live-line nums" onClick={() => onGoToLine(row.line)}>
              {lineWords(row)}
            </button>
            {row.reason === null ? null : (
              <p class={row.isProblem ? 'editor-live-problem' : 'small'}>
                <InlineText text={row.reason} />
              </p>
            )}
            {row.cards.map((card) => (
              <LiveCardView key={card.key} card={card} wanted={wanted} />
            ))}
            {row.offers
              .filter(({ card }) => wantable.has(card.cardKey))
              .map(({ line, card }) => (
                <WouldBeCard key={card.cardKey} card={card} line={line} cards={wanted} />
              ))}
          </li>
        ))}
      </ol>
      {rows.length === 0 || rows.some(({ reason }) => reason !== null) ? (
        <p class="small editor-live-empty">
          <SyntaxLink />
        </p>
      ) : null}
    </div>
  )
}

function LiveCardView({ card, wanted }: { readonly card: LiveCard; readonly wanted: WantedCards }) {
  const change = changeNames[card.change]
  return (
    <div class="editor-live-card" data-card-key={card.key}>
      {change === '' ? null : <span class={`editor-live-change ${card.change}`}>{change}</span>}
      <p class="editor-front" dir="auto">
        <BlockText text={card.front.replaceAll('___', '…')} />
      </p>
      <p class="editor-back" dir="auto">
        <BlockText text={card.back} />
      </p>
      {card.doubts.map((doubt) => (
        <p key={doubt} class="small">
          Doubtful: <InlineText text={doubt} />
        </p>
      ))}
      <MadeAnyway cardKey={card.key} cards={wanted} />
    </div>
  )
}

const changeNames: Record<LiveCard['change'], string> = {
  new: 'New',
  changed: 'Changed',
  meaning: 'Another meaning',
  same: '',
}

function lineWords({ line, until }: LiveRow): string {
  return line === until ? `Line ${line}` : `Lines ${line}–${until}`
}
