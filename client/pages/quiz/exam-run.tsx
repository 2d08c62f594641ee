import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { QuizEndReason } from '../../../shared/api/quizzes.ts'
import { examMap, examTimeLeft } from '../../../shared/quiz/exam.ts'
import type { Confidence } from '../../../shared/quiz/given-answer.ts'
import type { ExamPlace } from '../../../shared/quiz/quiz-paper.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { createAnswerTimer } from '../../state/answer-timer.ts'
import { ticks } from '../../state/clock.ts'
import { singleKeys } from '../../state/device.ts'
import { overlay } from '../../state/overlay.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { type QuizDraft, isComplete } from '../../state/quiz-draft.ts'
import { draftOf, paperOf, turnOf, viewOf } from '../../state/quiz-run.ts'
import type { HeldQuiz, QuizSitting } from '../../state/quiz-sitting.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { counted } from '../../words/words.ts'
import { clockWords } from '../../words/quiz-words.ts'
import { answerKeys } from './answer-keys.ts'
import { ConfidenceRow } from './confidence-row.tsx'
import { QuizControl } from './quiz-control.tsx'
import { QuizPrompt } from './quiz-prompt.tsx'
import { QuizProgress } from './quiz-progress.tsx'
import './exam-run.css'

/** With less time than this left, it is said once. */
const soonOverMs = 60_000

/** An exam: questions in a fixed order, answers that may be changed until it is handed in, feedback only then. */
export function ExamRun({ held, sitting }: { readonly held: HeldQuiz; readonly sitting: QuizSitting }) {
  const { quiz, run } = held
  const { route } = useLocation()
  const paper = paperOf(quiz)
  const order = quiz.paper.order
  const isOver = turnOf(quiz, run).kind === 'stop'
  const questionId = run.questionId ?? order[0] ?? ''
  const at = Math.max(0, order.indexOf(questionId))
  const answered = new Set(order.filter((id) => isAnswered(held, id)))
  const timer = useRef(createAnswerTimer(ticks))
  const [isHandingIn, setHandingIn] = useState(false)
  const leftMs = useTimeLeft(() => examTimeLeft(paper, sitting.elapsedMs()))
  const handIn = (reason: QuizEndReason) => sitting.handIn(reason, timer.current.read())

  useEffect(() => timer.current.start(), [questionId])
  useEffect(() => {
    if (isOver) route(paths.quizResult(quiz.id), true)
  }, [isOver])
  const isTimeOver = leftMs === 0
  useEffect(() => {
    if (!isTimeOver || isOver) return
    handIn('minutes_over')
    sayQuietly('The time is over. Your answers were handed in.')
  }, [isTimeOver])
  const isSoonOver = leftMs !== null && leftMs <= soonOverMs && leftMs > 0
  useEffect(() => {
    if (isSoonOver) announce('One minute left.')
  }, [isSoonOver])

  const turnTo = (index: number) => {
    const next = order[index]
    if (next !== undefined) sitting.turnTo(next, timer.current.read())
  }
  const leave = () => {
    sitting.turnTo(questionId, timer.current.read())
    sayQuietly('Saved. Resume any time for 7 days; the clock stands still meanwhile.')
    route(paths.quiz())
  }
  useFixedKeys({ Escape: leave })
  if (isOver) return null
  return (
    <div class="sitting">
      <header class="sitting-bar">
        <button
          type="button"
          class="icon-btn"
          aria-label="Leave exam"
          title="Leave exam (Esc); it can be resumed"
          onClick={leave}
        >
          <Icon name="close" />
        </button>
        <PageHeading title="Exam" class="sitting-title">
          {quiz.name === '' ? 'Exam' : `Exam: ${quiz.name}`}
        </PageHeading>
        <span class="sitting-counts nums">
          {at + 1} of {order.length}
          {leftMs === null ? '' : ` · ${clockWords(leftMs)} left`}
        </span>
      </header>
      <ExamQuestion
        key={questionId}
        held={held}
        questionId={questionId}
        progress={<QuizProgress answered={answered.size} left={order.length - answered.size} />}
        map={<ExamMap places={examMap(paper, answered)} at={at} onGo={turnTo} />}
        onDraft={(draft) => sitting.draft(questionId, draft)}
        onSure={(confidence) => sitting.feelSure(questionId, confidence)}
        onPrevious={at === 0 ? null : () => turnTo(at - 1)}
        onNext={at === order.length - 1 ? null : () => turnTo(at + 1)}
        onHandIn={() => setHandingIn(true)}
      />
      {isHandingIn ? (
        <Sheet heading="Hand in?" onClose={() => setHandingIn(false)}>
          <p class="section">
            {answered.size === order.length
              ? 'Every question is answered.'
              : `${counted(order.length - answered.size, 'question')} of ${order.length} open. What is open is not counted as a miss.`}
          </p>
          <p class="section">
            <button type="button" class="btn" onClick={() => handIn('left')}>
              Hand in
            </button>
          </p>
        </Sheet>
      ) : null}
    </div>
  )
}

function ExamQuestion(props: {
  readonly held: HeldQuiz
  readonly questionId: string
  readonly progress: ComponentChildren
  readonly map: ComponentChildren
  readonly onDraft: (draft: QuizDraft) => void
  readonly onSure: (confidence: Confidence) => void
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
  readonly onHandIn: () => void
}) {
  const { held, questionId, progress, map, onDraft, onSure, onPrevious, onNext, onHandIn } = props
  const { quiz, run } = held
  const view = viewOf(quiz, questionId)
  const { question } = view
  const draft = draftOf(run, question)
  const promptRef = useRef<HTMLDivElement>(null)
  const fieldRef = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    ;(fieldRef.current ?? promptRef.current)?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  const goOn = onNext ?? onHandIn
  const sure = (confidence: Confidence) => (quiz.paper.asksConfidence ? () => onSure(confidence) : undefined)
  useFixedKeys({ Enter: goOn })
  useKeys('quiz', {
    ...answerKeys(question, draft, true, onDraft),
    guess: sure('guess'),
    likely: sure('likely'),
    sure: sure('sure'),
    previous: onPrevious ?? undefined,
    next: onNext ?? undefined,
    keys: () => {
      overlay.value = 'keys'
    },
  })
  return (
    <>
      <main id="main" class="sitting-main quiz-main">
        {progress}
        <QuizPrompt view={view} promptRef={promptRef} told={[]} />
        <QuizControl
          view={view}
          draft={draft}
          isTold={false}
          fieldRef={fieldRef}
          onDraft={onDraft}
          onEnter={goOn}
        />
        {question.kind === 'order' && !(questionId in run.drafts) ? (
          <p class="exam-keep">
            <button type="button" class="btn quiet" onClick={() => onDraft(draft)}>
              Keep this order
            </button>
          </p>
        ) : null}
        {map}
      </main>
      <footer class="sitting-foot">
        {quiz.paper.asksConfidence ? (
          <ConfidenceRow
            chosen={run.sureness[questionId] ?? null}
            isDisabled={false}
            checks={false}
            onSay={onSure}
          />
        ) : null}
        <div class="exam-actions">
          <button
            type="button"
            class="btn quiet"
            disabled={onPrevious === null}
            onClick={() => onPrevious?.()}
          >
            Back
          </button>
          {onNext === null ? (
            <button type="button" class="btn" onClick={onHandIn}>
              Hand in
            </button>
          ) : (
            <button type="button" class="btn" onClick={onNext}>
              Next
            </button>
          )}
          {onNext === null ? null : (
            <button type="button" class="btn quiet" onClick={onHandIn}>
              Hand in
            </button>
          )}
        </div>
        {singleKeys.value ? (
          <p class="key-hint">
            <kbd>{shortcutOf('quiz', 'previous')}</kbd> back · <kbd>{shortcutOf('quiz', 'next')}</kbd> next ·{' '}
            <kbd>Esc</kbd> leave, to be resumed
          </p>
        ) : null}
      </footer>
    </>
  )
}

/** Every question by its number, and which of them has an answer. */
function ExamMap(props: {
  readonly places: readonly ExamPlace[]
  readonly at: number
  readonly onGo: (index: number) => void
}) {
  const { places, at, onGo } = props
  return (
    <nav class="exam-map" aria-label="Questions">
      <h3 class="label">Questions</h3>
      <ol>
        {places.map(({ questionId, number, state }, i) => (
          <li key={questionId}>
            <button
              type="button"
              class={`exam-place is-${state}`}
              aria-current={i === at ? 'step' : undefined}
              aria-label={`Question ${number}, ${state === 'answered' ? 'answered' : 'open'}`}
              onClick={() => onGo(i)}
            >
              {number}
            </button>
          </li>
        ))}
      </ol>
      <p class="hint">A filled square has an answer. You can change every answer until you hand in.</p>
    </nav>
  )
}

function isAnswered({ quiz, run }: HeldQuiz, questionId: string): boolean {
  const view = quiz.questions.find(({ question }) => question.id === questionId)
  return (
    view !== undefined && questionId in run.drafts && isComplete(view.question, draftOf(run, view.question))
  )
}

/** What is left of the time, read every second; null without a limit. */
function useTimeLeft(read: () => number | null): number | null {
  const [, setTick] = useState(0)
  const left = read()
  useEffect(() => {
    if (left === null) return
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000)
    return () => clearInterval(timer)
  }, [left === null])
  return left
}
