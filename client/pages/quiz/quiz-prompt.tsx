import type { RefObject } from 'preact'
import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import { questionKindNames } from '../../words/quiz-words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import './quiz-prompt.css'

/** What is asked, below the name of its kind and whatever else may be told. */
export function QuizPrompt(props: {
  readonly view: QuizQuestionView
  readonly promptRef: RefObject<HTMLDivElement | null>
  /** Why it is asked out of turn, and its concept where that gives nothing away. */
  readonly told: readonly string[]
}) {
  const { view, promptRef, told } = props
  const { question, prompt } = view
  return (
    <div ref={promptRef} tabIndex={-1} data-question={question.id}>
      <p class="quiz-crumb">
        <InlineText text={[questionKindNames[question.kind], ...told].join(' · ')} />
      </p>
      <h2
        class="face quiz-prompt"
        id="question-prompt"
        dir="auto"
        lang={prompt.lang}
        dangerouslySetInnerHTML={{ __html: prompt.html }}
      />
    </div>
  )
}
