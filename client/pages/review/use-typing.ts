import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import type { TypedCheck } from '../../cards/check-typed.ts'
import type * as TypedParts from '../../cards/typed-parts.ts'
import { announce } from '../../state/announcer.ts'
import { settings } from '../../state/settings-state.ts'
import { alsoRight, takeAsRight } from '../../state/also-right.ts'

/** What is typed for the card on the table, and what it came to. */
export interface Typing {
  readonly isOffered: boolean
  readonly text: string
  readonly setText: (text: string) => void
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly check: TypedCheck | null
  /** What shows and says a check; there whenever a check is. */
  readonly parts: typeof TypedParts | null
  readonly suggested: Grade
  /** Judges what was typed; null when nothing was. `gaveUp` when the field was sent empty. */
  readonly judge: (gaveUp: boolean) => TypedCheck | null
  readonly sayRight: () => void
  /** A check for the ear. */
  readonly inWords: (check: TypedCheck | null) => string
}

/** Judging and comparing come with the first card that can be typed; the first reveal never waits for them. */
let parts: typeof TypedParts | null = null
const loadParts = () =>
  import('../../cards/typed-parts.ts').then(
    (loaded) => void (parts = loaded),
    () => {},
  )

// The parts may have come after the page was drawn last, so they are looked for when something is to be said.
function inWords(check: TypedCheck | null): string {
  return (check === null ? null : parts?.verdictSentence(check)) ?? 'Answer shown.'
}

const freeAccents = () => (settings.value.freeAccents ? ({ accents: 'free' } as const) : {})

/** `place` names this showing of the card: what is typed belongs to it alone. */
export function useTyping(
  face: QueueCard | null,
  faces: ReadonlyMap<string, QueueCard> | undefined,
  place: string,
): Typing {
  const fieldRef = useRef<HTMLInputElement>(null)
  const [held, setHeld] = useState({ place, text: '', check: null as TypedCheck | null, gaveUp: false })
  const mine = held.place === place ? held : { place, text: '', check: null, gaveUp: false }
  // Cards kept by an older version of the app have no such field.
  const typed = face?.typed ?? null
  const isOffered = typed !== null
  useEffect(() => {
    if (isOffered && parts === null) void loadParts()
  }, [isOffered])

  const judge = (gaveUp: boolean) => {
    // The field itself: a sign typed just before Enter may not have come by a render yet.
    const text = fieldRef.current?.value ?? mine.text
    const now = { ...mine, place, text }
    if (face === null || typed === null || text.trim() === '') {
      if (gaveUp) setHeld({ ...now, gaveUp })
      return null
    }
    const compare = () =>
      parts?.checkTyped(
        { ...typed, ...freeAccents(), answers: [...typed.answers, ...alsoRight(face.id)] },
        text,
        parts.otherTerms(faces?.values() ?? [], face.id),
      ) ?? null
    // The answer is shown at once; on the very first card the comparison may follow a moment later.
    if (parts === null) {
      void loadParts().then(() => {
        const late = compare()
        setHeld({ ...now, check: late })
        if (late !== null) announce(inWords(late))
      })
    }
    const check = compare()
    setHeld({ ...now, check })
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
    parts,
    suggested: mine.gaveUp || mine.check?.verdict === 'wrong' ? 2 : 4,
    judge,
    sayRight,
    inWords,
  }
}
