import type { RefObject } from 'preact'
import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import type { QuestionOf } from '../../../shared/quiz/question.ts'
import { checkOf } from '../../state/quiz-draft.ts'
import { QuizOptions } from './quiz-options.tsx'
import { QuizTyped } from './quiz-typed.tsx'
import { plainWords } from './shown-text.tsx'

const options = [
  { text: 'True', origin: null, whyWrong: null },
  { text: 'False', origin: null, whyWrong: null },
] as const

/** A statement that is true or false; of a false one, what is right instead. */
export function QuizTruth(props: {
  readonly question: QuestionOf<'true_false'>
  readonly texts: QuizQuestionView['texts']
  readonly says: boolean | null
  readonly text: string
  readonly isTold: boolean
  /** What was typed is being held against its ideas. */
  readonly isTyped: boolean
  readonly fieldRef: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>
  readonly onSay: (says: boolean) => void
  readonly onText: (text: string) => void
  readonly onEnter: () => void
}) {
  const { question, texts, says, text, isTold, isTyped, fieldRef, onSay, onText, onEnter } = props
  const check = checkOf(question)
  return (
    <>
      <QuizOptions
        options={options}
        texts={texts}
        chosen={says === null ? [] : [says ? 0 : 1]}
        several={false}
        keys={isTold ? [question.truth ? 0 : 1] : null}
        onChoose={(index) => onSay(index === 0)}
      />
      {says === false && check !== null && !isTold ? (
        <QuizTyped
          check={check}
          label={`What is right instead of “${plainWords(question.said, texts)}”?`}
          text={text}
          isTold={isTyped}
          fieldRef={fieldRef}
          onText={onText}
          onEnter={onEnter}
        />
      ) : null}
    </>
  )
}
