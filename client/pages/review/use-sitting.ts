import { useEffect, useState } from 'preact/hooks'
import { cardsLeft } from '../../../shared/session/session.ts'
import { type ApiError, toApiError } from '../../api/request.ts'
import { announce } from '../../state/announcer.ts'
import { overlay } from '../../state/overlay.ts'
import type { Scope } from '../../state/scope.ts'
import { sitting } from '../../state/review-sitting.ts'
import { type HeldSession, minutesLeft } from '../../state/sitting.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { watchWakeLock } from '../../state/wake-lock.ts'
import { counted } from '../../words/words.ts'

const noticedSkewMs = 10 * 60_000

/** The session of a scope, once it is open; while the page shows it the screen stays on. */
export function useSitting(scope: Scope): {
  readonly held: HeldSession | null
  readonly error: ApiError | null
  readonly open: () => void
} {
  const [error, setError] = useState<ApiError | null>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setError(null)
    setOpen(false)
    sitting.open(scope).then(
      () => setOpen(true),
      (reason: unknown) => setError(toApiError(reason)),
    )
  }
  useEffect(open, [JSON.stringify(scope)])
  useEffect(watchVisibility, [])
  useEffect(watchWakeLock, [])
  useEffect(followOthersLater, [])
  // Looking something up is not answering.
  useEffect(() => overlay.subscribe((open) => sitting.holdTimer('busy', open !== null)), [])
  useEffect(() => sitting.clockAheadMs.subscribe(saySkew), [])
  useEffect(() => {
    const held = sitting.held.value
    // Who turned the first card before this frame has heard newer words.
    if (!isOpen || held === null || held.session.position.side === 'answer' || held.session.past.length > 0)
      return
    announce(
      `Review. ${counted(cardsLeft(held.session), 'card')}, about ${counted(minutesLeft(held), 'minute')}.`,
    )
  }, [isOpen])
  return { held: isOpen ? sitting.held.value : null, error, open }
}

/** What the server and other tabs say can only come once answers were sent: it is loaded behind the first prompt. */
function followOthersLater(): () => void {
  let stop: (() => void) | null = null
  let left = false
  void import('../../state/settle-cards.ts').then(
    ({ followOthers }) => {
      if (!left) stop = followOthers()
    },
    () => {},
  )
  return () => {
    left = true
    stop?.()
  }
}

/** Hidden time is not answering time. */
function watchVisibility(): () => void {
  const follow = () => sitting.holdTimer('hidden', document.visibilityState === 'hidden')
  document.addEventListener('visibilitychange', follow)
  return () => document.removeEventListener('visibilitychange', follow)
}

function saySkew(aheadMs: number): void {
  if (Math.abs(aheadMs) < noticedSkewMs) return
  const minutes = Math.round(Math.abs(aheadMs) / 60_000)
  const far = minutes < 120 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour')
  sayQuietly(
    `This device’s clock is ${far} ${aheadMs > 0 ? 'ahead of' : 'behind'} the server’s. Answers are kept either way.`,
  )
}
