import type { RefObject } from 'preact'
import type { LiveCard } from './draft-reading.ts'
import type { LiveRow } from './live-rows.ts'
import { QuotedLine } from '../../ui/quoted-line.tsx'

interface LivePaneProps {
  readonly pane: RefObject<HTMLDivElement | null>
  readonly rows: readonly LiveRow[]
  /** The row beside the caret. */
  readonly current: LiveRow | undefined
  readonly onGoToLine: (line: number) => void
}

/** The cards that the text would give, each with the line that makes it; and why a line makes none. */
export function LivePane({ pane, rows, current, onGoToLine }: LivePaneProps) {
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
              <p class={row.isProblem ? 'editor-live-problem' : 'small'}>{row.reason}</p>
            )}
            {row.cards.map((card) => (
              <LiveCardView key={card.key} card={card} />
            ))}
          </li>
        ))}
      </ol>
    </div>
  )
}

function LiveCardView({ card }: { readonly card: LiveCard }) {
  const change = changeNames[card.change]
  return (
    <div class="editor-live-card">
      {change === '' ? null : <span class={`editor-live-change ${card.change}`}>{change}</span>}
      <p class="editor-front">
        <QuotedLine text={card.front.replace('___', '…')} />
      </p>
      <p class="editor-back">
        <QuotedLine text={card.back.replaceAll('\n', ' · ')} />
      </p>
      {card.doubts.map((doubt) => (
        <p key={doubt} class="small">
          Doubtful: {doubt}
        </p>
      ))}
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
