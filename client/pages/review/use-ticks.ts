import { useState } from 'preact/hooks'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import type { TickList as TickListView } from '../../cards/tick-list.tsx'
import { useLater } from '../../state/use-later.ts'

/** The items of a list answer that the learner says they had. */
export interface Ticks {
  /** The items as HTML; empty where the answer is no list. */
  readonly items: readonly string[]
  readonly ticked: ReadonlySet<number>
  readonly toggle: (item: number) => void
  /** What the ticks suggest; null while nothing is ticked. */
  readonly suggested: Grade | null
  /** What shows the items, once it has come. */
  readonly TickList: typeof TickListView | null
}

const none: ReadonlySet<number> = new Set()

/** `place` names this showing of the card: its ticks are its own. */
export function useTicks(face: QueueCard | null, place: string): Ticks {
  const [held, setHeld] = useState({ place, ticked: none })
  const ticked = held.place === place ? held.ticked : none
  const items = face?.answer.kind === 'items' ? face.answer.items : []
  const later = useLater(() => import('../../cards/tick-list.tsx'), items.length > 0)
  const toggle = (item: number) => {
    const next = new Set(ticked)
    if (!next.delete(item)) next.add(item)
    setHeld({ place, ticked: next })
  }
  return {
    items,
    ticked,
    toggle,
    suggested: ticked.size === 0 ? null : gradeOfShare(ticked.size / items.length),
    TickList: later.kind === 'ready' ? later.part.TickList : null,
  }
}

/** All of it is Good, from three fifths on Hard, less is Again. */
export function gradeOfShare(share: number): Grade {
  if (share >= 1) return 4
  return share >= 0.6 ? 3 : 2
}
