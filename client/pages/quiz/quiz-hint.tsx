import type { ComponentChildren } from 'preact'
import type { QuizQuestion } from '../../../shared/quiz/question.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { singleKeys } from '../../state/device.ts'

/** The keys of the moment, where there is a keyboard. */
export function QuizHint(props: {
  readonly question: QuizQuestion
  readonly isTold: boolean
  readonly asksSure: boolean
}) {
  const { question, isTold, asksSure } = props
  if (!singleKeys.value) return null
  if (isTold)
    return (
      <p class="key-hint">
        <kbd>Enter</kbd> next · <Key action="undo" /> undo · <Key action="edit" /> edit ·{' '}
        <Key action="report" /> report
      </p>
    )
  return (
    <p class="key-hint">
      {controlKeys(question)}
      {asksSure ? (
        <>
          <Key action="guess" /> <Key action="likely" /> <Key action="sure" /> guess, likely, sure ·{' '}
        </>
      ) : null}
      <Key action="unknown" /> I don’t know · <kbd>Enter</kbd> check
    </p>
  )
}

function controlKeys(question: QuizQuestion): ComponentChildren {
  if (question.kind === 'order')
    return (
      <>
        <kbd>Alt ↑</kbd> <kbd>Alt ↓</kbd> move ·{' '}
      </>
    )
  if (question.kind === 'match')
    return (
      <>
        <kbd>{shortcutOf('quiz', 'option1')}</kbd> <kbd>{shortcutOf('pairs', 'right1')}</kbd> pair ·{' '}
      </>
    )
  if (question.kind === 'true_false')
    return (
      <>
        <Key action="isTrue" /> <Key action="isFalse" /> true, false ·{' '}
      </>
    )
  const isChoice = question.kind === 'own_choice' || question.control.kind === 'options'
  return isChoice ? (
    <>
      <Key action="option1" />–<Key action="option4" /> choose ·{' '}
    </>
  ) : null
}

function Key({ action }: { readonly action: Parameters<typeof shortcutOf<'quiz'>>[1] }) {
  return <kbd>{shortcutOf('quiz', action)}</kbd>
}
