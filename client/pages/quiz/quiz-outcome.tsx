import { useState } from 'preact/hooks'
import { paths } from '../../router.ts'
import { answersOf, judgedOf } from '../../state/quiz-run.ts'
import type { HeldQuiz, QuizSitting } from '../../state/quiz-sitting.ts'
import { confidenceNames } from '../../words/quiz-words.ts'
import { CardFromMiss } from './card-from-miss.tsx'
import { QuizFeedback } from './quiz-feedback.tsx'
import { QuizReport } from './quiz-report.tsx'
import { TwoRight, reportedOption } from './two-right.tsx'
import { InlineText } from '../../ui/quoted-line.tsx'
import './quiz-outcome.css'

/** One answered question of a result: its prompt, and behind it all that was told of it. */
export function QuizOutcomeRow(props: {
  readonly questionId: string
  readonly isFirstTry: boolean
  readonly held: HeldQuiz
  readonly sitting: QuizSitting
}) {
  const { questionId, isFirstTry, held, sitting } = props
  const { quiz, run } = held
  const [isReporting, setReporting] = useState(false)
  const view = quiz.questions.find(({ question }) => question.id === questionId)
  const answer = answersOf(quiz, run).find((one) => one.questionId === questionId)
  const judged = answer === undefined ? null : judgedOf(quiz, answer)
  if (view === undefined || answer === undefined || judged === null) return null
  const told = quiz.reports.find((report) => report.questionId === questionId)
  const isReported = questionId in run.reports || told !== undefined
  const alsoRight = reportedOption(view, run.reports[questionId]) ?? told?.option ?? undefined
  return (
    <details class="quiz-outcome">
      <summary>
        <span class="vh">Question: </span>
        <span>
          <span
            class="face quiz-outcome-prompt"
            dir="auto"
            lang={view.prompt.lang}
            dangerouslySetInnerHTML={{ __html: view.prompt.html }}
          />
          <span class="small">
            <InlineText text={view.question.concept} />
            {answer.confidence === null
              ? ''
              : ` · you said: ${confidenceNames[answer.confidence].toLowerCase()}`}
            {isFirstTry ? '' : ' · second look, not counted'}
          </span>
        </span>
      </summary>
      <QuizFeedback
        view={view}
        noteIds={quiz.noteIds}
        given={answer.given}
        judged={judged}
        confidence={answer.confidence}
        standsAlone
        actions={
          <>
            {judged.canAppeal ? (
              <button type="button" class="btn quiet" onClick={() => sitting.appeal(questionId, true)}>
                I was right
              </button>
            ) : null}
            {answer.appealed ? (
              <button type="button" class="btn quiet" onClick={() => sitting.appeal(questionId, false)}>
                It was not right after all
              </button>
            ) : null}
            <a class="btn quiet" href={paths.cards(undefined, view.question.cardId)}>
              Edit card
            </a>
            {judged.verdict === 'wrong' ? <CardFromMiss view={view} noteIds={quiz.noteIds} /> : null}
            {isReported ? (
              <button type="button" class="btn quiet" onClick={() => sitting.report(questionId, null)}>
                Take the report back
              </button>
            ) : (
              <button type="button" class="btn quiet" onClick={() => setReporting(true)}>
                Report this question
              </button>
            )}
          </>
        }
      />
      {alsoRight === undefined ? null : (
        <TwoRight view={view} option={alsoRight} onTakeBack={() => sitting.report(questionId, null)} />
      )}
      {isReporting ? (
        <QuizReport
          view={view}
          onReport={(body) => {
            setReporting(false)
            sitting.report(questionId, body)
          }}
          onClose={() => setReporting(false)}
        />
      ) : null}
    </details>
  )
}
