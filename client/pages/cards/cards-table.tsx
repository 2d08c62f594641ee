import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { CardView } from '../../../shared/api/cards.ts'
import { type CardSelection, isSelected } from '../../state/card-selection.ts'
import type { CardPages } from '../../state/use-card-pages.ts'
import { RowText } from '../../ui/block-text.tsx'
import { scrollToShow, visibleRows } from '../../ui/visible-rows.ts'
import { cellsOf } from '../../words/cards-words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

const rowHeight = 56

interface CardsTableProps {
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly pages: CardPages
  readonly total: number
  /** The row in hand. */
  readonly at: number
  readonly openId: string | undefined
  readonly selection: CardSelection
  readonly onMove: (step: number) => void
  readonly onOpen: (card: CardView, row: number) => void
  readonly onToggle: (id: string, row: number) => void
  readonly onToggleAll: () => void
}

/** A table of any length: only the rows in sight are drawn, each of one height. The focus stays on the table, the row moves. */
export function CardsTable(props: CardsTableProps) {
  const { gridRef, pages, total, at, openId, selection } = props
  const [view, setView] = useState({ top: 0, height: 600 })
  const { from, to } = visibleRows(view.top, view.height, rowHeight, total)
  useEffect(() => pages.want(from, to), [pages.want, from, to])
  useLayoutEffect(() => {
    const grid = gridRef.current
    if (grid === null) return
    const measure = () => setView((now) => ({ ...now, height: grid.clientHeight }))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(grid)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const grid = gridRef.current
    if (grid === null) return
    const top = scrollToShow(at, grid.scrollTop, grid.clientHeight - headHeight, rowHeight)
    if (top !== null) grid.scrollTop = top
  }, [at])
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: Math.max(1, Math.floor(view.height / rowHeight) - 1),
      PageUp: -Math.max(1, Math.floor(view.height / rowHeight) - 1),
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    const card = pages.cardAt(at)
    if (step !== undefined) props.onMove(step)
    else if (event.key === 'Enter' && card !== undefined) props.onOpen(card, at)
    else if (event.key === ' ' && card !== undefined) props.onToggle(card.id, at)
    else return
    event.preventDefault()
  }
  const open = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    if (target === null || target.closest('.cards-pick') !== null) return
    const row = Number(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? -1)
    const card = pages.cardAt(row)
    if (card !== undefined) props.onOpen(card, row)
  }
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
  const isFsrs = rows.some((row) => pages.cardAt(row)?.state.schedule.kind === 'fsrs')
  return (
    <div
      ref={gridRef}
      class="cards-grid"
      role="grid"
      tabIndex={0}
      aria-label="Cards"
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      aria-activedescendant={at >= from && at < to ? `card-row-${at}` : undefined}
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget
        setView({ top: scrollTop, height: clientHeight })
      }}
      onKeyDown={press}
      onClick={open}
    >
      <div class="cards-row head" role="row" aria-rowindex={1}>
        <span role="columnheader" class="cards-pick">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label="Select all that were found"
            checked={selection.kind === 'all'}
            onChange={props.onToggleAll}
          />
        </span>
        {columns.map(({ name, css }) => (
          <span key={name} role="columnheader" class={css}>
            {name === 'Ease' && isFsrs ? 'Stability' : name}
          </span>
        ))}
      </div>
      <div role="presentation" style={{ height: `${total * rowHeight}px` }} class="cards-rows">
        {rows.map((row) => {
          const card = pages.cardAt(row)
          return (
            <CardRow
              key={row}
              row={row}
              card={card}
              today={pages.found?.reply.today ?? ''}
              isAt={row === at}
              isOpen={card !== undefined && card.id === openId}
              isPicked={card !== undefined && isSelected(selection, card.id)}
              onToggle={props.onToggle}
            />
          )
        })}
      </div>
    </div>
  )
}

const headHeight = 40

const columns = [
  { name: 'Question', css: 'cards-front' },
  { name: 'Answer', css: 'cards-back' },
  { name: 'Concept', css: 'cards-concept' },
  { name: 'State', css: 'cards-state' },
  { name: 'Due', css: 'cards-due' },
  { name: 'Interval', css: 'cards-interval' },
  { name: 'Ease', css: 'cards-ease' },
  { name: 'Lapses', css: 'cards-lapses' },
] as const

interface CardRowProps {
  readonly row: number
  readonly card: CardView | undefined
  readonly today: string
  readonly isAt: boolean
  readonly isOpen: boolean
  readonly isPicked: boolean
  readonly onToggle: (id: string, row: number) => void
}

function CardRow({ row, card, today, isAt, isOpen, isPicked, onToggle }: CardRowProps) {
  const css = `cards-row${isAt ? ' at' : ''}${isOpen ? ' shown' : ''}${isPicked ? ' picked' : ''}`
  const place = { transform: `translateY(${row * rowHeight}px)` }
  if (card === undefined) {
    return (
      <div id={`card-row-${row}`} class={css} role="row" aria-rowindex={row + 2} style={place}>
        <span role="gridcell" data-waits>
          …
        </span>
      </div>
    )
  }
  const cells = cellsOf(card, today)
  return (
    <div
      id={`card-row-${row}`}
      data-row={row}
      class={css}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isPicked}
      style={place}
    >
      <span role="gridcell" class="cards-pick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${cells.name}`}
          checked={isPicked}
          onChange={() => onToggle(card.id, row)}
        />
      </span>
      <span role="gridcell" class="cards-front">
        {cells.marks.map((mark) => (
          <span key={mark} class="cards-flag">
            {mark}
          </span>
        ))}
        <span dir="auto" lang={card.languages.front ?? undefined}>
          <RowText text={card.front.replaceAll('___', '…')} />
        </span>
      </span>
      <span role="gridcell" class="cards-back" dir="auto" lang={card.languages.back ?? undefined}>
        <RowText text={card.back} />
      </span>
      <span role="gridcell" class="cards-concept" dir="auto">
        <InlineText text={card.concept} />
      </span>
      <span role="gridcell" class="cards-state">
        {cells.standing}
      </span>
      <span role="gridcell" class="cards-due nums">
        {cells.due}
      </span>
      <span role="gridcell" class="cards-interval nums">
        {cells.interval}
      </span>
      <span role="gridcell" class="cards-ease nums">
        {cells.strength}
      </span>
      <span role="gridcell" class="cards-lapses nums">
        {cells.lapses}
      </span>
    </div>
  )
}
