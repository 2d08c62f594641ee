import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { laterPart } from '../ui/later-page.tsx'
import { Still } from '../ui/still.tsx'
import { longDay } from '../words/words.ts'
import { crumbOf } from '../words/crumb.ts'
import { Face } from './face.tsx'
import './card-face.css'

// It is shown with the answer, and comes while the question is read.
const loadMargin = () => import('./source-margin.tsx').then((m) => m.SourceMargin)
const SourceMargin = laterPart(loadMargin)

interface CardFaceProps {
  readonly card: QueueCard
  /** The card's state by now: this sitting may have changed it. */
  readonly state: CardState
  readonly side: 'prompt' | 'answer'
  readonly today: string
  readonly promptRef: RefObject<HTMLDivElement | null>
  readonly answerRef: RefObject<HTMLDivElement | null>
  readonly onReveal: () => void
  /** A field to type into, below the prompt. */
  readonly below?: ComponentChildren
  /** What the typed answer came to, above the answer. */
  readonly above?: () => ComponentChildren
  /** A list answer whose items can be ticked, in place of the plain one. */
  readonly list?: ComponentChildren
  /** What else is to be said of the card, below the answer. */
  readonly notice?: () => ComponentChildren
}

/** One card like a page with a ruled margin: the question in print, where it comes from beside it. */
export function CardFace(props: CardFaceProps) {
  const { card, state, side, today, promptRef, answerRef, onReveal } = props
  const article = useRef<HTMLElement>(null)
  const latest = useRef(onReveal)
  latest.current = onReveal
  const isTurned = side === 'answer'
  // A tap anywhere turns the card. It is a comfort, no control: the button below does the same for everyone.
  useEffect(() => {
    loadMargin().catch(() => {})
    const tap = (event: MouseEvent) => {
      if (isPlainTap(event)) latest.current()
    }
    article.current?.addEventListener('click', tap)
    return () => article.current?.removeEventListener('click', tap)
  }, [])
  return (
    <article ref={article} class="card" aria-label="Card" data-card={card.id}>
      <div class="card-body">
        <div ref={promptRef} tabIndex={-1} data-part="prompt">
          <p class="card-crumb" dir="auto">
            {crumbOf(card, side)}
          </p>
          <Face class="face card-prompt" side={card.prompt} />
        </div>
        {isTurned ? null : props.below}
        <div ref={answerRef} tabIndex={-1} class="card-answer" hidden={!isTurned}>
          <Still isShown={isTurned}>
            {() => (
              <>
                {props.above?.()}
                <p class="vh">Answer</p>
                {props.list == null ? (
                  <Face class="face" side={card.answer} />
                ) : (
                  <div class="face" dir="auto" lang={card.answer.lang}>
                    {props.list}
                  </div>
                )}
                {props.notice?.()}
              </>
            )}
          </Still>
        </div>
      </div>
      <aside class="card-margin" aria-label="Source" hidden={!isTurned}>
        <Still isShown={isTurned}>{() => <SourceMargin card={card} />}</Still>
      </aside>
      <aside class="card-margin history" aria-label="History" hidden={isTurned}>
        <Still isShown={!isTurned}>{() => <p>{historyWords(card, state, today)}</p>}</Still>
      </aside>
    </article>
  )
}

/** What is known of the card before it is turned; nothing here may give the answer away. */
function historyWords(card: QueueCard, { lastAnswer }: CardState, today: string): string {
  if (card.reason === 'practice') return 'Practice: your answer is noted, and its day stays.'
  if (lastAnswer === null) return 'New. Guess first, then look.'
  if (lastAnswer.on === today) return 'Again today, until it comes back to you once.'
  return `Last asked on ${longDay(lastAnswer.on, today)}.`
}

function isPlainTap(event: MouseEvent): boolean {
  const target = event.target
  if (target instanceof Element && target.closest('a, button, summary, input, form, .card-typed') !== null)
    return false
  return (getSelection()?.toString() ?? '') === ''
}
