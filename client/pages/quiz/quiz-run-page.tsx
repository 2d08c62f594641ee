import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { QuizReply } from '../../../shared/api/quizzes.ts'
import type { QuizTurn } from '../../../shared/quiz/quiz-paper.ts'
import { useFixedKeys } from '../../keys/use-keys.ts'
import { paths } from '../../router.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { draftOf, settlePending, turnOf, viewOf } from '../../state/quiz-run.ts'
import type { HeldQuiz, QuizSitting } from '../../state/quiz-sitting.ts'
import { isNoSuchThing } from '../../state/use-resource.ts'
import { useQuizSitting } from '../../state/use-quiz-sitting.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { ExamRun } from './exam-run.tsx'
import { QuizProgress } from './quiz-progress.tsx'
import { QuizQuestion } from './quiz-question.tsx'

/** `/quiz/:id`: a quiz, question by question. */
export function QuizRunPage() {
  const id = useRoute().params['id'] ?? ''
  const sitting = useQuizSitting(id)
  const held = sitting.held.value
  const error = sitting.error.value
  // The end may come without the network: its page is fetched while there is one.
  useEffect(() => void import('./quiz-result-page.tsx').catch(() => {}), [])
  if (held !== null)
    return held.quiz.paper.mode.kind === 'exam' ? (
      <ExamRun held={held} sitting={sitting} />
    ) : (
      <PracticeRun held={held} sitting={sitting} />
    )
  return (
    <div class="sitting">
      <header class="sitting-bar">
        <a class="icon-btn" href={paths.quiz()} aria-label="To the quizzes">
          <Icon name="close" />
        </a>
        <PageHeading title="Quiz" class="sitting-title">
          Quiz
        </PageHeading>
      </header>
      <main id="main" class="sitting-main">
        {error === null ? (
          <Loading />
        ) : isNoSuchThing(error) ? (
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
          <Failure what="Could not load the quiz." error={error} onRetry={() => void sitting.load()} />
        )}
      </main>
    </div>
  )
}

function PracticeRun({ held, sitting }: { readonly held: HeldQuiz; readonly sitting: QuizSitting }) {
  const { quiz, run } = held
  const { route } = useLocation()
  const turn = turnOf(quiz, run)
  // Behind an answer that was checked stands the question that will come.
  const after = run.pending === null ? turn : turnOf(quiz, settlePending(quiz, run))
  const questionId = run.pending?.questionId ?? run.questionId
  const isOver = questionId === null
  useEffect(() => {
    if (!isOver) return
    if (turn.kind === 'stop' && turn.reason.kind === 'minutes_over' && run.end === null && !quiz.finished)
      sitting.end('minutes_over')
    route(paths.quizResult(quiz.id), true)
  }, [isOver])
  const leave = () => {
    sitting.leave()
    sayQuietly('Saved. Resume any time for 7 days.')
    route(paths.quiz())
  }
  useFixedKeys({ Escape: leave })
  if (questionId === null) return null
  const answered = quiz.answers.length + run.answers.filter((one) => isOwn(quiz, one.questionId)).length
  return (
    <div class="sitting">
      <header class="sitting-bar">
        <button
          type="button"
          class="icon-btn"
          aria-label="Leave quiz"
          title="Leave quiz (Esc); it can be resumed"
          onClick={leave}
        >
          <Icon name="close" />
        </button>
        <PageHeading title="Quiz" class="sitting-title">
          {quiz.name === '' ? 'Quiz' : quiz.name}
        </PageHeading>
        <span class="sitting-counts nums">
          Question {answered + 1}
          {moreWords(after, run.pending !== null)}
        </span>
        <button type="button" class="icon-btn" onClick={() => sitting.end('left')}>
          End
        </button>
      </header>
      <QuizQuestion
        key={questionId}
        quiz={quiz}
        questionId={questionId}
        draft={draftOf(run, viewOf(quiz, questionId).question)}
        answer={run.pending}
        report={run.reports[questionId]}
        reason={reasonWords(turn)}
        isLast={after.kind === 'stop'}
        progress={
          <>
            <QuizProgress answered={answered} left={after.kind === 'stop' ? 0 : after.left} />
            <QuietStrip />
          </>
        }
        onDraft={(draft) => sitting.draft(questionId, draft)}
        onCheck={(given, confidence, durationMs) => sitting.check(questionId, given, confidence, durationMs)}
        onTakeBack={sitting.takeBack}
        onNext={sitting.next}
        onAppeal={(wasRight) => sitting.appeal(questionId, wasRight)}
        onReport={(body) => sitting.report(questionId, body)}
      />
    </div>
  )
}

const isOwn = (quiz: QuizReply, questionId: string): boolean =>
  !quiz.answers.some((answer) => answer.questionId === questionId)

/** How many still come, behind the one on the page. */
function moreWords(turn: QuizTurn, isBehind: boolean): string {
  const left = turn.kind === 'stop' ? 0 : turn.left - (isBehind ? 0 : 1)
  return left <= 0 ? ' · the last one' : ` · about ${left} more`
}

/** Why a question comes out of turn. */
function reasonWords(turn: QuizTurn): string | null {
  if (turn.kind === 'stop') return null
  if (turn.reason === 'second_look') return 'a second look'
  return turn.reason === 'easier_form' ? 'an easier form' : null
}
