import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { SessionCard } from '../../../shared/session/session.ts'

/** An answer that begins lower than this above the lower edge of the window cannot be read. */
const lowestStart = 64

/** Focus follows the reader: to the prompt, to the answer, to the next prompt. */
export function useSittingFocus(now: {
  readonly card: SessionCard | null
  readonly side: 'prompt' | 'answer'
  readonly steps: number | undefined
  readonly isBusy: boolean
  readonly promptRef: RefObject<HTMLDivElement | null>
  readonly answerRef: RefObject<HTMLDivElement | null>
}): void {
  const { card, side, steps, isBusy, promptRef, answerRef } = now
  useLayoutEffect(() => {
    if (card === null || isBusy) return
    const { activeElement } = document
    // Moving the focus makes the browser lay the page out, so it is done with the frame that has to do that anyway.
    const frame = requestAnimationFrame(() => {
      const focused = document.activeElement
      // A key that came before the frame may have moved the focus, to the field for typing: its reader goes first.
      if (
        (focused !== activeElement && focused !== document.body) ||
        document.querySelector('dialog[open]') !== null
      )
        return
      const target = side === 'answer' ? answerRef.current : promptRef.current
      target?.focus({ preventScroll: true })
      // In a very low window, as under strong zoom, the answer begins below the edge.
      if (side === 'answer' && (target?.getBoundingClientRect().top ?? 0) > innerHeight - lowestStart)
        target?.scrollIntoView({ block: 'start' })
      if (side === 'prompt' && scrollY > 0) scrollTo(0, 0)
    })
    return () => cancelAnimationFrame(frame)
  }, [card?.id, side, steps, isBusy])
}
