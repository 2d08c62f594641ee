import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import type { TypedCheck, checkTyped } from '../cards/check-typed.ts'
import { canType, expectedOf, otherTerms } from '../cards/typed-card.ts'
import { verdictSentence } from '../cards/typed-result.tsx'
import { announce } from '../state/announcer.ts'
import { alsoRight, takeAsRight } from '../state/also-right.ts'
import { sitting } from '../state/session-state.ts'

/** What is typed for the card on the table, and what it came to. */
export interface Typing {
  readonly isOffered: boolean
  readonly text: string
  readonly setText: (text: string) => void
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly check: TypedCheck | null
  readonly suggested: Grade
  /** Judges what was typed; null when nothing was. `gaveUp` when the field was sent empty. */
  readonly judge: (gaveUp: boolean) => TypedCheck | null
  readonly sayRight: () => void
}

/** Judging and comparing come with the first card that can be typed; the first reveal never waits for them. */
let checker: typeof checkTyped | null = null
const loadChecker = () =>
  import('../cards/check-typed.ts').then(
    (loaded) => void (checker = loaded.checkTyped),
    () => {},
  )

export function useTyping(face: QueueCard | null, faces: ReadonlyMap<string, QueueCard> | undefined): Typing {
  const fieldRef = useRef<HTMLInputElement>(null)
  const place = face === null ? '' : `${face.id}:${sitting.value?.session.position.answers ?? 0}`
  const [held, setHeld] = useState({ place, text: '', check: null as TypedCheck | null, gaveUp: false })
  const mine = held.place === place ? held : { place, text: '', check: null, gaveUp: false }
  const isOffered = face !== null && canType(face)
  useEffect(() => {
    if (isOffered && checker === null) void loadChecker()
  }, [isOffered])

  const judge = (gaveUp: boolean) => {
    if (face === null || !isOffered || mine.text.trim() === '') {
      if (gaveUp) setHeld({ ...mine, place, gaveUp })
      return null
    }
    const compare = () =>
      checker?.(
        expectedOf(face, alsoRight(face.id)),
        mine.text,
        otherTerms(faces?.values() ?? [], face.id),
      ) ?? null
    // The answer is shown at once; on the very first card the comparison may follow a moment later.
    if (checker === null) {
      void loadChecker().then(() => {
        const late = compare()
        setHeld({ ...mine, place, check: late })
        if (late !== null) announce(verdictSentence(late))
      })
    }
    const check = compare()
    setHeld({ ...mine, place, check })
    return check
  }
  const sayRight = () => {
    if (face === null || mine.check === null || mine.check.verdict === 'right') return
    takeAsRight(face.id, mine.check.given)
    setHeld({ ...mine, check: { ...mine.check, verdict: 'right' } })
  }
  return {
    isOffered,
    text: mine.text,
    setText: (text) => setHeld({ ...mine, place, text }),
    fieldRef,
    check: mine.check,
    suggested: mine.gaveUp || mine.check?.verdict === 'wrong' ? 2 : 4,
    judge,
    sayRight,
  }
}
