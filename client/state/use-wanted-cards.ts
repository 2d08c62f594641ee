import { useState } from 'preact/hooks'
import type { WouldBe } from '../../shared/api/notes.ts'
import { api } from '../api-client.ts'
import { announce } from './announcer.ts'
import { countSkim } from './skim-count.ts'
import { undoChange } from './undo-change.ts'
import { toApiError } from './use-resource.ts'

/** A card that was made here of a line that gave none. */
interface MadeCard {
  readonly cardKey: string
  /** Null where the card was there already. */
  readonly changeId: string | null
}

/** Cards of lines that gave none, made because the learner says so, and each taken back again. */
export interface WantedCards {
  readonly want: (card: WouldBe) => Promise<void>
  readonly undo: (cardKey: string) => Promise<void>
  /** Takes back the card that was made last. */
  readonly undoLast: () => Promise<void>
  readonly canUndo: (cardKey: string) => boolean
  /** Why the card of this key was not made, or not taken back. */
  readonly troubleOf: (cardKey: string) => string | null
}

export function useWantedCards(
  noteId: string | undefined,
  onChanged: (cardKey: string) => Promise<void> | void,
): WantedCards {
  const [made, setMade] = useState<readonly MadeCard[]>([])
  const [trouble, setTrouble] = useState<{ readonly cardKey: string; readonly words: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (cardKey: string, work: () => Promise<string | null>) => {
    if (isBusy) return
    setBusy(true)
    const words = await work()
    setBusy(false)
    setTrouble(words === null ? null : { cardKey, words })
    if (words !== null) return
    void countSkim()
    await onChanged(cardKey)
  }
  const want = ({ cardKey, front }: WouldBe) =>
    run(cardKey, async () => {
      if (noteId === undefined) return null
      try {
        const { changeId } = await api.wantCard(noteId, cardKey)
        setMade((before) => [...before, { cardKey, changeId }])
        announce(`A card was made: ${front}`)
        return null
      } catch (reason) {
        return `Not made. ${toApiError(reason).message}`
      }
    })
  const undo = (cardKey: string) =>
    run(cardKey, async () => {
      const changeId = made.findLast((one) => one.cardKey === cardKey)?.changeId ?? null
      if (changeId === null) return null
      const failure = await undoChange(changeId)
      if (failure !== null) return `Not undone. ${failure}`
      setMade((before) => before.filter((one) => one.changeId !== changeId))
      return null
    })
  return {
    want,
    undo,
    undoLast: async () => {
      const last = made.findLast(({ changeId }) => changeId !== null)
      if (last !== undefined) await undo(last.cardKey)
    },
    canUndo: (cardKey) => made.some((one) => one.cardKey === cardKey && one.changeId !== null),
    troubleOf: (cardKey) => (trouble?.cardKey === cardKey ? trouble.words : null),
  }
}
