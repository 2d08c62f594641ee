import type { RefObject } from 'preact'
import type { AnswerCheck } from '../../../shared/quiz/question.ts'
import './quiz-typed.css'

interface QuizTypedProps {
  readonly check: AnswerCheck
  readonly label: string
  readonly text: string
  readonly isTold: boolean
  readonly fieldRef: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>
  readonly onText: (text: string) => void
  readonly onEnter: () => void
}

/** A field for an answer: one line for a name, several for a list or a long answer. */
export function QuizTyped({ check, label, text, isTold, fieldRef, onText, onEnter }: QuizTypedProps) {
  const isLong = check.kind !== 'spelling'
  const shared = {
    id: 'typed-answer',
    ref: fieldRef,
    class: `input ${check.kind === 'spelling' && check.mode === 'code' ? 'is-code' : ''}`,
    dir: 'auto',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    value: text,
    readOnly: isTold,
    maxLength: 5000,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        // Out of the field first; the next Esc leaves the quiz.
        event.stopPropagation()
        fieldRef.current?.blur()
      }
      const sends = !isLong || event.ctrlKey || event.metaKey
      if (event.key !== 'Enter' || event.repeat || !sends) return
      event.preventDefault()
      event.stopPropagation()
      onEnter()
    },
  } as const
  return (
    <div class="field quiz-typed">
      <label htmlFor="typed-answer">{label}</label>
      {isLong ? (
        <textarea
          {...shared}
          rows={check.kind === 'items' ? Math.min(8, check.items.length + 1) : 4}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          enterkeyhint="done"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
      {isLong && !isTold ? (
        <p class="hint">
          {check.kind === 'items' ? `${check.items.length} items, one a line, in any order. ` : ''}
          <span class="quiz-typed-keys">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> checks.
          </span>
        </p>
      ) : null}
    </div>
  )
}
