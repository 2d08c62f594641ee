import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import type { QuizOption } from '../../../shared/quiz/question.ts'
import { Icon } from '../../ui/icon.tsx'
import { ShownText } from './shown-text.tsx'
import './quiz-options.css'

/** Options to choose from: one, or several where its author says that several are right. */
export function QuizOptions(props: {
  readonly options: readonly QuizOption[]
  readonly texts: QuizQuestionView['texts']
  readonly chosen: readonly number[]
  readonly several: boolean
  /** Which are right, once that is told; null before. */
  readonly keys: readonly number[] | null
  readonly onChoose: (index: number) => void
}) {
  const { options, texts, chosen, several, keys, onChoose } = props
  return (
    <fieldset class="quiz-options" aria-labelledby="question-prompt">
      {several && keys === null ? <p class="hint">Choose every one that is right.</p> : null}
      {options.map(({ text }, i) => {
        const isChosen = chosen.includes(i)
        return (
          <label key={i} class={`quiz-option ${stateOf(i, isChosen, keys)}`}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name="option"
              checked={isChosen}
              disabled={keys !== null}
              onChange={() => onChoose(i)}
            />
            <ShownText text={text} texts={texts} />
            {keys === null ? (
              <kbd aria-hidden="true">{i + 1}</kbd>
            ) : (
              <Mark isKey={keys.includes(i)} isChosen={isChosen} />
            )}
          </label>
        )
      })}
    </fieldset>
  )
}

function Mark({ isKey, isChosen }: { readonly isKey: boolean; readonly isChosen: boolean }) {
  if (!isKey && !isChosen) return null
  return (
    <span class={`quiz-mark ${isKey ? 'right' : 'wrong'}`}>
      <Icon name={isKey ? 'right' : 'wrong'} /> {isKey ? 'Right' : 'Your choice'}
    </span>
  )
}

function stateOf(index: number, isChosen: boolean, keys: readonly number[] | null): string {
  if (keys === null) return ''
  if (keys.includes(index)) return 'is-right'
  return isChosen ? 'is-wrong' : 'is-out'
}
