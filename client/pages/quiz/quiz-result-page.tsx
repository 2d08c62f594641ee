import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { QuizResultReply } from '../../../shared/api/quizzes.ts'
import type { QuizOutcome, QuizTurn, ResultGroup } from '../../../shared/quiz/quiz-paper.ts'
import { resultGroups } from '../../../shared/quiz/quiz-paper.ts'
import { type QuizResult, summariseQuiz } from '../../../shared/quiz/quiz-result.ts'
import { type ApiError, api } from '../../api-client.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../router.ts'
import { answersOf, paperOf, stepsOf, turnOf } from '../../state/quiz-run.ts'
import type { HeldQuiz, QuizSitting } from '../../state/quiz-sitting.ts'
import { keepStartedQuiz } from '../../state/quiz-start.ts'
import { heardOfQuiz, quizOutbox } from '../../state/quiz-sync.ts'
import { isNoSuchThing, toApiError, useResource } from '../../state/use-resource.ts'
import { useQuizSitting } from '../../state/use-quiz-sitting.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { groupNames, questionKindNames } from '../../words/quiz-words.ts'
import { counted } from '../../words/words.ts'
import { QuizCalibration } from './quiz-calibration.tsx'
import { QuizChanges } from './quiz-changes.tsx'
import { QuizConcepts } from './quiz-concepts.tsx'
import { QuizOutcomeRow } from './quiz-outcome.tsx'
import './quiz-result-page.css'

/** `/quiz/:id/result`: how a quiz went, and what it did. */
export function QuizResultPage() {
  const id = useRoute().params['id'] ?? ''
  const sitting = useQuizSitting(id)
  const held = sitting.held.value
  const error = sitting.error.value
  if (held !== null) return <Result held={held} sitting={sitting} />
  if (error === null) return <Page heading="Quiz result" children={<Loading />} />
  return (
    <Page heading="Quiz result">
      {isNoSuchThing(error) ? (
        <Empty
          action={
            <a class="btn" href={paths.quiz()}>
              Start a new quiz
            </a>
          }
        >
          This quiz does not exist any more.
        </Empty>
      ) : (
        <Failure what="Could not load the result." error={error} onRetry={() => void sitting.load()} />
      )}
    </Page>
  )
}

function Result({ held, sitting }: { readonly held: HeldQuiz; readonly sitting: QuizSitting }) {
  const { quiz, run } = held
  const { route } = useLocation()
  const answers = answersOf(quiz, run)
  const result = summariseQuiz(paperOf(quiz), stepsOf(quiz, answers))
  const turn = turnOf(quiz, run, answers)
  const told = useToldResult(quiz.id)
  const [error, setError] = useState<ApiError | null>(null)
  const isOpen = turn.kind === 'ask' && !quiz.finished
  const missed = result.outcomes.filter(
    ({ step, isFirstTry }) => isFirstTry && step.judged.verdict === 'wrong',
  )
  const isWaiting = quizOutbox.waiting.value > 0

  const retry = async () => {
    const cardIds = [
      ...new Set(
        missed.flatMap(({ step }) =>
          step.judged.cards.filter(({ verdict }) => verdict === 'wrong').map(({ cardId }) => cardId),
        ),
      ),
    ]
    try {
      await quizOutbox.flush()
      const again = await api.startQuiz({
        scope: { kind: 'cards', cardIds },
        length: { kind: 'count', count: Math.min(50, cardIds.length) },
        asksConfidence: quiz.paper.asksConfidence,
        effect: quiz.setup.effect,
        name: quiz.name === '' ? 'Misses' : `Misses: ${quiz.name}`.slice(0, 120),
      })
      await keepStartedQuiz(again)
      route(paths.quizRun(again.id))
    } catch (reason) {
      setError(toApiError(reason))
    }
  }
  useFixedKeys({ Enter: () => route(paths.today) })
  useKeys('quizResult', { retry: missed.length === 0 || isOpen ? undefined : () => void retry() })
  const isExam = quiz.paper.mode.kind === 'exam'
  const left = quiz.paper.order.length - new Set(answers.map(({ questionId }) => questionId)).size
  return (
    <Page title="Quiz result" heading={headingWords(result, isExam)} sub={rangeWords(result)}>
      <p class="quiz-stop">
        {isOpen ? 'This quiz is not finished. ' : stopWords(turn, isExam)}
        {isExam && !isOpen && left > 0 ? ` ${counted(left, 'question')} stayed open.` : ''}
        {replacedWords(quiz.paper.replaced)}
      </p>
      {isWaiting ? (
        <p class="notice">
          Some answers are still on this device. What moved in your reviews is told once they are sent.
        </p>
      ) : null}
      {error === null ? null : (
        <p class="notice bad" role="alert">
          {error.message}
        </p>
      )}
      <p class="row quiz-result-actions">
        {isOpen ? (
          <a class="btn" href={paths.quizRun(quiz.id)}>
            Go on
          </a>
        ) : missed.length === 0 ? (
          <a class="btn" href={paths.quiz()}>
            Another quiz
          </a>
        ) : (
          <button type="button" class="btn" onClick={() => void retry()}>
            Ask the {counted(missed.length, 'miss', 'misses')} again
          </button>
        )}
        {isOpen || missed.length === 0 ? null : (
          <a class="btn quiet" href={paths.quiz()}>
            Another quiz
          </a>
        )}
        <a class="btn quiet" href={paths.today}>
          Back to Today
        </a>
      </p>
      <div class="quiz-result">
        <div>
          {resultGroups.map((group, i) => (
            <Group
              key={group}
              group={group}
              outcomes={result.outcomes.filter((outcome) => outcome.group === group)}
              isOpen={i === firstGroup(result)}
              held={held}
              sitting={sitting}
            />
          ))}
        </div>
        <div>
          <QuizCalibration calibration={result.calibration} />
          <QuizConcepts findings={result.findings} />
          <QuizChanges
            quizId={quiz.id}
            told={told.result}
            isOffline={told.error !== null}
            onChanged={told.reload}
          />
          <Reports told={told.result} held={held} />
        </div>
      </div>
    </Page>
  )
}

/** What only the server knows: what moved. Asked for anew when it heard more of this quiz. */
function useToldResult(id: string) {
  const { resource, reload } = useResource(`quiz result ${id}`, () => api.quizResult(id))
  const { times } = heardOfQuiz.value
  const heard = useRef(times)
  useEffect(() => {
    if (heard.current === times) return
    heard.current = times
    reload()
  }, [times])
  return {
    result: resource.kind === 'ready' ? resource.value : null,
    error: resource.kind === 'failed' ? resource.error : null,
    reload,
  }
}

function Group(props: {
  readonly group: ResultGroup
  readonly outcomes: readonly QuizOutcome[]
  readonly isOpen: boolean
  readonly held: HeldQuiz
  readonly sitting: QuizSitting
}) {
  const { group, outcomes, isOpen, held, sitting } = props
  if (outcomes.length === 0) return null
  return (
    <details class="quiz-group" open={isOpen}>
      <summary>
        <h2>
          {groupNames[group]}: {outcomes.length}
        </h2>
      </summary>
      <ul class="rows">
        {outcomes.map(({ question, isFirstTry }) => (
          <li key={question.id}>
            <QuizOutcomeRow questionId={question.id} isFirstTry={isFirstTry} held={held} sitting={sitting} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Reports({ told, held }: { readonly told: QuizResultReply | null; readonly held: HeldQuiz }) {
  const reports = Object.entries(held.run.reports).map(([questionId, { reason }]) => ({ questionId, reason }))
  const all = [...(told?.reports ?? []), ...reports]
  const shown = [...new Map(all.map((report) => [report.questionId, report])).values()]
  if (shown.length === 0) return null
  return (
    <section class="section" aria-labelledby="quiz-reports">
      <h2 id="quiz-reports">Reported</h2>
      <ul class="quiz-plain-list">
        {shown.map(({ questionId, reason }) => (
          <li key={questionId}>
            {held.quiz.questions.find(({ question }) => question.id === questionId)?.prompt.text ?? ''}{' '}
            <span class="small">({reportNames[reason]})</span>
          </li>
        ))}
      </ul>
      <p class="small">
        <a href={paths.cards('is:flagged')}>Flagged cards</a>
      </p>
    </section>
  )
}

const reportNames = {
  also_right: 'another option is right, too',
  wrong: 'the answer is wrong',
  unclear: 'the question is unclear',
} as const

/** The first group that has something stands open. */
function firstGroup(result: QuizResult): number {
  return resultGroups.findIndex((group) => result.outcomes.some((outcome) => outcome.group === group))
}

function headingWords({ score }: QuizResult, isExam: boolean): string {
  if (score.asked === 0) return 'Nothing answered'
  return `${score.right} of ${score.asked} ${isExam ? 'right' : 'first try'}`
}

/** A share of a few answers says little by itself, so it never stands without its range. */
function rangeWords({ score }: QuizResult): string | undefined {
  if (score.range === null) return undefined
  const percent = (share: number) => Math.round(share * 100)
  return `Plausible range ${percent(score.range.low)}–${percent(score.range.high)} %`
}

function stopWords(turn: QuizTurn, isExam: boolean): string {
  if (turn.kind === 'ask') return 'It was open for 7 days and is closed now.'
  return isExam && turn.reason.kind === 'left' ? 'You handed it in.' : turn.sentence
}

function replacedWords(replaced: HeldQuiz['quiz']['paper']['replaced']): string {
  if (replaced.length === 0) return ''
  const kinds = replaced.map(({ kind, times }) => `${times} of “${questionKindNames[kind]}”`).join(', ')
  return ` Replaced, because they could not be made: ${kinds}.`
}
