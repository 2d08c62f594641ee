import { useEffect, useRef, useState } from 'preact/hooks'
import type { CardView } from '../../../shared/api/cards.ts'
import { doWithCards, undoLast } from '../../state/act-on-cards.ts'
import {
  type CardSelection,
  countSelected,
  extended,
  nothingSelected,
  toggled,
} from '../../state/card-selection.ts'
import type { CardPages, FoundCards } from '../../state/use-card-pages.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { CardsBulk, type BulkAction } from './cards-bulk.tsx'
import { CardsPanel, type OpenWords } from './cards-panel.tsx'
import { CardsTable } from './cards-table.tsx'
import { DueSheet, FlagSheet } from './cards-sheets.tsx'

interface CardsDeskProps {
  readonly found: FoundCards
  readonly pages: CardPages
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** What was found: the table, the open card beside it, and what can be done with those that are selected. */
export function CardsDesk({ found, pages, openId, onOpen, onClose }: CardsDeskProps) {
  const { total } = found.reply
  const [at, setAt] = useState(0)
  const [selection, setSelection] = useState<CardSelection>(nothingSelected)
  /** The card whose words are being changed, and how. */
  const [words, setWords] = useState<{ readonly id: string; readonly open: OpenWords } | null>(null)
  const [sheet, setSheet] = useState<'flag' | 'due' | null>(null)
  const [round, setRound] = useState(0)
  const table = useRef<HTMLDivElement>(null)
  const current = pages.cardAt(at)
  const isOpen = openId !== undefined
  // A card that the address opens is the one in hand.
  useEffect(() => {
    const row = found.reply.cards.findIndex(({ id }) => id === openId)
    if (row > 0) setAt(row)
  }, [])
  useEffect(() => setAt((row) => Math.min(row, Math.max(0, total - 1))), [total])

  const move = (step: number) => {
    const row = Math.max(0, Math.min(total - 1, at + step))
    setAt(row)
    const card = pages.cardAt(row)
    if (isOpen && card !== undefined) onOpen(card.id)
    return card
  }
  const count = countSelected(selection, total)
  /** The selected cards, or the one in hand. */
  const target = () =>
    selection.kind === 'all'
      ? { q: found.q }
      : { ids: selection.ids.size > 0 ? [...selection.ids] : current === undefined ? [] : [current.id] }
  const renew = () => {
    setSelection(nothingSelected)
    setRound((number) => number + 1)
    pages.reload()
  }
  const act = (body: { action: Exclude<BulkAction, 'flag' | 'setDue'> }) => {
    const on = target()
    if ('ids' in on && on.ids.length === 0) return
    void doWithCards({ ...body, target: on }, renew)
  }
  const choose = (action: BulkAction) => {
    if (action === 'flag') setSheet('flag')
    else if (action === 'setDue') setSheet('due')
    else act({ action })
  }
  const open = (card: CardView, row: number) => {
    setAt(row)
    onOpen(card.id)
  }
  const openWords = (way: OpenWords) => {
    if (current === undefined) return
    onOpen(current.id)
    setWords({ id: current.id, open: way })
  }
  useKeys('cards', {
    next: (event) => {
      const card = move(1)
      if (event.shiftKey && card !== undefined)
        setSelection((now) => extended(now, current === undefined ? [card.id] : [current.id, card.id]))
    },
    previous: (event) => {
      const card = move(-1)
      if (event.shiftKey && card !== undefined)
        setSelection((now) => extended(now, current === undefined ? [card.id] : [current.id, card.id]))
    },
    select: () => current !== undefined && setSelection((now) => toggled(now, current.id)),
    edit: () => openWords('edit'),
    reword: () => openWords('reword'),
    suspend: () => act({ action: count === 0 && current?.state.suspended === true ? 'resume' : 'suspend' }),
    flag: () => setSheet('flag'),
    bury: () => act({ action: 'bury' }),
    undo: () => void undoLast(),
  })
  useFixedKeys({
    Delete: () => act({ action: 'retire' }),
    Escape: () => (isOpen ? onClose() : setSelection(nothingSelected)),
  })
  return (
    <div class={`cards-desk${isOpen ? ' open' : ''}`}>
      <CardsTable
        gridRef={table}
        pages={pages}
        total={total}
        at={at}
        openId={openId}
        selection={selection}
        onMove={move}
        onOpen={open}
        onToggle={(id, row) => {
          setAt(row)
          setSelection((now) => toggled(now, id))
        }}
        onToggleAll={() => setSelection((now) => (now.kind === 'all' ? nothingSelected : { kind: 'all' }))}
      />
      {openId === undefined ? null : (
        <CardsPanel
          key={openId}
          cardId={openId}
          round={round}
          open={words?.id === openId ? words.open : null}
          onOpen={(way) => setWords(way === null ? null : { id: openId, open: way })}
          onChanged={pages.put}
          onAct={(action) => {
            if (action === 'flag' || action === 'setDue') setSelection(nothingSelected)
            choose(action)
          }}
          onClose={() => {
            onClose()
            table.current?.focus()
          }}
        />
      )}
      {count === 0 ? null : (
        <CardsBulk
          count={count}
          onAct={choose}
          onClear={() => setSelection(nothingSelected)}
          onAll={selection.kind === 'some' && count < total ? () => setSelection({ kind: 'all' }) : null}
          total={total}
        />
      )}
      {sheet === 'flag' ? (
        <FlagSheet
          count={count === 0 ? 1 : count}
          onChoose={(flag) => {
            setSheet(null)
            void doWithCards({ action: 'flag', flag, target: target() }, renew)
          }}
          onClose={() => setSheet(null)}
        />
      ) : null}
      {sheet === 'due' ? (
        <DueSheet
          today={found.reply.today}
          count={count === 0 ? 1 : count}
          onChoose={(dueOn) => {
            setSheet(null)
            void doWithCards({ action: 'setDue', dueOn, target: target() }, renew)
          }}
          onClose={() => setSheet(null)}
        />
      ) : null}
    </div>
  )
}
