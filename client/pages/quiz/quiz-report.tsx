import { useState } from 'preact/hooks'
import type { QuizQuestionView, QuizReportBody } from '../../../shared/api/quizzes.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { plainWords } from './shown-text.tsx'
import './quiz-report.css'

/** What is wrong with a question: an option that is right as well, its answer, or its words. */
export function QuizReport(props: {
  readonly view: QuizQuestionView
  readonly onReport: (body: QuizReportBody) => void
  readonly onClose: () => void
}) {
  const { view, onReport, onClose } = props
  const { question, texts } = view
  const options = 'control' in question && question.control.kind === 'options' ? question.control : null
  const choices: { readonly says: string; readonly body: QuizReportBody }[] = [
    ...(options?.options ?? []).flatMap(({ text }, optionIndex) =>
      optionIndex === options?.keyIndex
        ? []
        : [
            {
              says: `“${plainWords(text, texts)}” is right, too, or makes no sense here`,
              body: { reason: 'also_right' as const, optionIndex },
            },
          ],
    ),
    { says: 'The answer is wrong', body: { reason: 'wrong' } },
    { says: 'The question is unclear', body: { reason: 'unclear' } },
  ]
  const [chosen, setChosen] = useState<number | null>(null)
  const body = chosen === null ? undefined : choices[chosen]?.body
  return (
    <Sheet heading="What is wrong here?" onClose={onClose}>
      <fieldset class="quiz-report">
        <legend class="vh">What is wrong here?</legend>
        {choices.map(({ says }, i) => (
          <label key={says}>
            <input type="radio" name="report" checked={chosen === i} onChange={() => setChosen(i)} />
            <span>{says}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">
        {body?.reason === 'also_right'
          ? 'It will never stand under this question again.'
          : 'The card is flagged, and not asked in this form again until you have looked at it.'}
      </p>
      <p class="section">
        <button
          type="button"
          class="btn"
          disabled={body === undefined}
          onClick={() => (body === undefined ? undefined : onReport(body))}
        >
          Report
        </button>
      </p>
    </Sheet>
  )
}
