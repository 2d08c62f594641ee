import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { cardsLeft, currentCard, isFinished, progress } from '../../shared/session/session.ts'
import type { ApiError } from '../api-client.ts'
import { CardFace } from '../cards/card-face.tsx'
import { sayInterval } from '../cards/format-interval.ts'
import { GradeBar } from '../cards/grade-bar.tsx'
import { gradeName } from '../cards/grade-names.ts'
import { type ReviewAction, createGuard, reviewAction } from '../cards/review-keys.ts'
import { paths } from '../router.ts'
import { announce } from '../state/announcer.ts'
import { now } from '../state/clock.ts'
import { singleKeys } from '../state/device.ts'
import {
  closeSitting,
  fetchMore,
  gradeCard,
  gradesOnOffer,
  minutesLeft,
  openSitting,
  revealAnswer,
  sitting,
  undoAnswer,
  watchVisibility,
} from '../state/session-state.ts'
import { toApiError } from '../state/use-resource.ts'
import { Icon } from '../ui/icon.tsx'
import { KeySheet } from '../ui/key-sheet.tsx'
import { PageHeading } from '../ui/page.tsx'
import { Empty, Failure, Loading } from '../ui/states.tsx'
import { counted, longDay } from '../ui/words.ts'
import './review-page.css'

const suggested: Grade = 4

export function ReviewPage() {
  const { query, route } = useLocation()
  const conceptId = query['concept']
  const [error, setError] = useState<ApiError | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [showsKeys, setShowsKeys] = useState(false)
  const guard = useRef(createGuard())
  const promptRef = useRef<HTMLDivElement>(null)
  const answerRef = useRef<HTMLDivElement>(null)

  const open = () => {
    setError(null)
    setOpen(false)
    openSitting(conceptId).then(
      () => setOpen(true),
      (reason: unknown) => setError(toApiError(reason)),
    )
  }
  useEffect(open, [conceptId])
  useEffect(watchVisibility, [])

  const held = isOpen ? sitting.value : null
  const session = held?.session
  const card = session === undefined ? null : currentCard(session)
  const face = card === null ? undefined : held?.faces.get(card.id)
  const side = session?.position.side ?? 'prompt'
  const ended = session !== undefined && isFinished(session) && session.past.length > 0

  // Focus follows the reader: to the prompt, to the answer, to the next prompt.
  useLayoutEffect(() => {
    if (card === null) return
    // Moving the focus makes the browser lay the page out, so it is done with the frame that has to do that anyway.
    const frame = requestAnimationFrame(() => {
      const target = side === 'answer' ? answerRef.current : promptRef.current
      target?.focus({ preventScroll: true })
      if (side === 'prompt' && scrollY > 0) scrollTo(0, 0)
    })
    return () => cancelAnimationFrame(frame)
  }, [card?.id, side, session?.past.length])

  useEffect(() => {
    if (ended) route(paths.reviewDone, true)
  }, [ended])
  useEffect(() => {
    if (held === null || held.session.past.length > 0) return
    announce(
      `Review. ${counted(cardsLeft(held.session), 'card')}, about ${counted(minutesLeft(held), 'minute')}.`,
    )
  }, [isOpen])

  const reveal = (trigger: string) => {
    if (side === 'answer') return
    guard.current.note(trigger, now())
    revealAnswer()
    announce('Answer shown.')
  }
  const grade = (chosen: Grade, trigger: string) => {
    if (side === 'prompt' || guard.current.blocks(trigger, now())) return
    const preview = gradeCard(chosen)
    if (preview === null || sitting.value === null) return
    const when = preview.drill ? 'again today' : `next ${sayInterval(preview.intervalDays)}`
    announce(`${gradeName(chosen)}, ${when}. ${cardsLeft(sitting.value.session)} left.`)
  }
  const undoLast = () => {
    const undone = undoAnswer()
    if (undone !== null) announce(`Undid ${gradeName(undone)}.`)
  }
  const leave = () => {
    const answered = (session?.past.length ?? 0) > 0
    if (!answered) closeSitting()
    route(answered ? paths.reviewDone : paths.today)
  }
  const openSource = () => {
    const source = face?.sources.find((one) => one.noteId !== null)
    if (source?.noteId != null) route(paths.note(source.noteId, source.lines[0]))
  }
  const act = (action: ReviewAction, trigger: string) => {
    if (action.kind === 'reveal') reveal(trigger)
    else if (action.kind === 'grade') grade(action.grade, trigger)
    else if (action.kind === 'undo') undoLast()
    else if (action.kind === 'source') openSource()
    else if (action.kind === 'keys') setShowsKeys(true)
    else leave()
  }
  const latest = useRef(act)
  latest.current = act
  const context = useRef({ side, hasCard: card !== null })
  context.current = { side, hasCard: card !== null }

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isElsewhere(event)) return
      const action = reviewAction(event, {
        side: context.current.side,
        grades: gradesOnOffer(),
        suggested,
        singleKeys: singleKeys.value,
      })
      if (action === null || (!context.current.hasCard && action.kind !== 'leave')) {
        // A key held down must not press a focused button over and over.
        if (event.repeat && (event.key === ' ' || event.key === 'Enter')) event.preventDefault()
        return
      }
      event.preventDefault()
      latest.current(action, event.key)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  const isEmpty = session !== undefined && card === null && !ended
  return (
    <div class="sitting">
      <header class="sitting-bar">
        <button
          type="button"
          class="icon-btn"
          aria-label="End session"
          title="End session (Esc)"
          onClick={leave}
        >
          <Icon name="close" />
        </button>
        <PageHeading title="Review" class="sitting-title">
          {conceptId === undefined ? 'Today’s review' : 'One concept'}
        </PageHeading>
        <span class="sitting-counts nums">
          {held === null || card === null ? null : (
            <>
              <span class="wide">{doneWords(held.session.position.answers)}</span>
              {cardsLeft(held.session)} left · about {minutesLeft(held)} min
            </>
          )}
        </span>
        <button
          type="button"
          class="icon-btn"
          aria-label="Undo last answer"
          title="Undo last answer (Z)"
          disabled={session === undefined || session.past.length === 0}
          onClick={undoLast}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          class="icon-btn wide"
          aria-label="All keys"
          title="All keys (?)"
          onClick={() => setShowsKeys(true)}
        >
          <Icon name="keys" />
        </button>
      </header>
      <main id="main" class="sitting-main">
        {session === undefined || card === null ? null : <ProgressLine share={progress(session)} />}
        {error === null ? null : <Failure what="Could not load your cards." error={error} onRetry={open} />}
        {error === null && session === undefined ? <Loading /> : null}
        {isEmpty && session.beyond > 0 ? <WaitingForMore /> : null}
        {isEmpty && session.beyond === 0 && held !== null ? (
          <NothingDue next={held.reply.next} today={held.reply.today} />
        ) : null}
        {face === undefined || card === null || session === undefined ? null : (
          <CardFace
            key={`${card.id}:${session.position.answers}`}
            card={{ ...face, state: card.state }}
            side={side}
            today={session.today}
            promptRef={promptRef}
            answerRef={answerRef}
            onReveal={() => reveal('pointer')}
          />
        )}
      </main>
      {card === null || session === undefined ? null : (
        <footer class="sitting-foot">
          {side === 'prompt' ? (
            <button
              type="button"
              class="btn show-answer"
              aria-keyshortcuts="Space"
              onClick={() => reveal('pointer')}
            >
              Show answer
            </button>
          ) : (
            <GradeBar
              previews={card.previews}
              grades={gradesOnOffer()}
              suggested={suggested}
              undone={session.position.undoneGrade}
              onGrade={(chosen) => grade(chosen, 'pointer')}
            />
          )}
          <KeyHint side={side} keys={gradesOnOffer().length} />
        </footer>
      )}
      {showsKeys ? <KeySheet rows={keyRows()} onClose={() => setShowsKeys(false)} /> : null}
    </div>
  )
}

/** Keys belong to a field while one is being filled in, and to a dialog while it is open. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  if (!(event.target instanceof Element)) return false
  if (event.target.closest('input, textarea, select, [contenteditable]') !== null) return true
  // Space and Enter press the control that has the focus; every other key is ours.
  const pressesControl = event.key === ' ' || event.key === 'Enter'
  return pressesControl && !event.repeat && event.target.closest('a, button, summary') !== null
}

function doneWords(answers: number): string {
  return answers === 0 ? '' : `${answers} done · `
}

function ProgressLine({ share }: { readonly share: number }) {
  const percent = Math.round(share * 100)
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label="Session progress"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${share * 100}%` }} />
    </div>
  )
}

function WaitingForMore() {
  return (
    <Empty
      action={
        <button type="button" class="btn" onClick={() => void fetchMore()}>
          Try again
        </button>
      }
    >
      The next cards are not here yet. What you answered is saved.
    </Empty>
  )
}

function NothingDue({
  next,
  today,
}: {
  readonly next: { on: string; count: number } | null
  readonly today: string
}) {
  return (
    <Empty
      action={
        <a class="btn" href={paths.quiz()}>
          Take a quiz instead
        </a>
      }
    >
      Nothing is due here now.
      {next === null ? '' : ` Next: ${counted(next.count, 'card')} on ${longDay(next.on, today)}.`}
    </Empty>
  )
}

function KeyHint({ side, keys }: { readonly side: 'prompt' | 'answer'; readonly keys: number }) {
  if (!singleKeys.value) return null
  return (
    <p class="key-hint">
      {side === 'prompt' ? (
        <>
          <kbd>Space</kbd> show answer
        </>
      ) : (
        <>
          <kbd>1</kbd>–<kbd>{keys}</kbd> grade · <kbd>Space</kbd> suggested · <kbd>O</kbd> source
        </>
      )}{' '}
      · <kbd>Z</kbd> undo · <kbd>?</kbd> all keys
    </p>
  )
}

function keyRows() {
  const grades = gradesOnOffer().map((grade, i) => ({ keys: [String(i + 1)], does: gradeName(grade) }))
  return [
    { keys: ['Space', 'Enter'], does: 'Show the answer; then take the suggested grade' },
    ...grades,
    { keys: ['Z', 'Ctrl Z'], does: 'Undo the last answer' },
    { keys: ['O'], does: 'Open the source note' },
    { keys: ['Esc'], does: 'End the session' },
    { keys: ['?'], does: 'This sheet' },
  ]
}
