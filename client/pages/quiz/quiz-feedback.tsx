import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import { Face } from '../../cards/face.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import './quiz-feedback.css'

export const verdictWords = { right: 'Right', near: 'Right, with a slip', wrong: 'Not right' } as const

interface QuizFeedbackProps {
  readonly question: QuizQuestionView
  /** The options are not in sight, so it is told which one was chosen. */
  readonly standsAlone?: boolean
}

/** Verdict, answer, why, and what each other option is the answer to. */
export function QuizFeedback({ question, standsAlone = false }: QuizFeedbackProps) {
  const { answer } = question
  if (answer === null) return null
  const isUnknown = answer.given === '' && answer.optionIndex === null
  const chosen = answer.verdict === 'wrong' ? question.options[answer.optionIndex ?? -1] : undefined
  const notes = answer.explanations.filter((sentence) => sentence !== null)
  return (
    <section class={`quiz-feedback ${answer.verdict}`} aria-label="Answer">
      <p class="quiz-verdict">
        <Icon name={answer.verdict} /> {isUnknown ? 'Not known yet' : verdictWords[answer.verdict]}
      </p>
      {question.kind === 'typed' && !isUnknown && answer.verdict !== 'right' ? (
        <p class="quiz-yours">
          You wrote <q>{answer.given}</q>
        </p>
      ) : null}
      {standsAlone && chosen !== undefined ? (
        <p class="quiz-yours">
          You chose:{' '}
          <span class="face" lang={chosen.lang} dangerouslySetInnerHTML={{ __html: chosen.html }} />
        </p>
      ) : null}
      <Face class="face quiz-answer" side={answer.right} />
      <div class="quiz-why">
        <h3>Why</h3>
        <SourceList sources={answer.sources} answer={answer.right.text} />
      </div>
      {notes.length === 0 ? null : (
        <div class="quiz-others">
          <h3>The other options</h3>
          <ul>
            {notes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
