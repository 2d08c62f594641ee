import { useLayoutEffect, useRef } from 'preact/hooks'
import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import { announce } from '../../state/announcer.ts'
import { moveStep } from '../../state/quiz-draft.ts'
import { Icon } from '../../ui/icon.tsx'
import { ShownText, plainWords } from './shown-text.tsx'
import './quiz-order.css'

/** Steps to put in order by buttons, or by Alt and the arrows. */
export function QuizOrder(props: {
  readonly steps: readonly string[]
  readonly texts: QuizQuestionView['texts']
  readonly order: readonly number[]
  /** The right order, once it is told; null before. */
  readonly right: readonly number[] | null
  readonly onOrder: (order: readonly number[]) => void
}) {
  const { steps, texts, order, right, onOrder } = props
  const list = useRef<HTMLOListElement>(null)
  // A step that moved keeps the focus, on the same button.
  const moved = useRef<{ readonly step: number; readonly by: 1 | -1 } | null>(null)
  useLayoutEffect(() => {
    const now = moved.current
    moved.current = null
    if (now === null) return
    const row = list.current?.querySelector(`[data-step="${now.step}"]`)
    row?.querySelector<HTMLButtonElement>(now.by < 0 ? '[data-up]' : '[data-down]')?.focus()
  }, [order])
  const move = (at: number, by: 1 | -1) => {
    const next = moveStep(order, at, by)
    if (next === order) return
    const step = order[at] ?? 0
    moved.current = { step, by }
    onOrder(next)
    announce(`${plainWords(steps[step] ?? '', texts)}: now ${at + by + 1} of ${order.length}.`)
  }
  const press = (event: KeyboardEvent, at: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by === null || event.ctrlKey || event.metaKey || right !== null) return
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) return move(at, by)
    const rows = list.current?.querySelectorAll<HTMLButtonElement>(by < 0 ? '[data-up]' : '[data-down]')
    rows?.[Math.min(order.length - 1, Math.max(0, at + by))]?.focus()
  }
  return (
    <ol ref={list} class="quiz-order" aria-labelledby="question-prompt">
      {order.map((step, at) => {
        const text = steps[step] ?? ''
        const isRight = right === null ? null : right[at] === step
        return (
          <li key={step} data-step={step} class={isRight === null ? '' : isRight ? 'is-right' : 'is-wrong'}>
            <span class="quiz-order-place nums" aria-hidden="true">
              {at + 1}
            </span>
            <ShownText text={text} texts={texts} />
            {isRight !== null ? (
              <span class={`quiz-mark ${isRight ? 'right' : 'wrong'}`}>
                <Icon name={isRight ? 'right' : 'wrong'} /> {isRight ? 'Here' : 'Elsewhere'}
              </span>
            ) : (
              <span class="quiz-order-moves">
                <MoveButton
                  by={-1}
                  isEnd={at === 0}
                  name={plainWords(text, texts)}
                  onMove={() => move(at, -1)}
                  onPress={(event) => press(event, at)}
                />
                <MoveButton
                  by={1}
                  isEnd={at === order.length - 1}
                  name={plainWords(text, texts)}
                  onMove={() => move(at, 1)}
                  onPress={(event) => press(event, at)}
                />
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** At the end of the list the button stays where it is, so that the focus is not lost. */
function MoveButton(props: {
  readonly by: 1 | -1
  readonly isEnd: boolean
  readonly name: string
  readonly onMove: () => void
  readonly onPress: (event: KeyboardEvent) => void
}) {
  const { by, isEnd, name, onMove, onPress } = props
  const where = by < 0 ? { 'data-up': '' } : { 'data-down': '' }
  return (
    <button
      type="button"
      class="icon-btn"
      {...where}
      aria-label={`Move ${by < 0 ? 'up' : 'down'}: ${name}`}
      aria-disabled={isEnd}
      aria-keyshortcuts={by < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}
      onClick={onMove}
      onKeyDown={onPress}
    >
      <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
    </button>
  )
}
