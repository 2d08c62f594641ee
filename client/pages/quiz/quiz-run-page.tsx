import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { QuizAnswerBody, QuizQuestionView, QuizReply } from '../../../shared/api/quizzes.ts'
import { type ApiError, api } from '../../api-client.ts'
import { givesAway } from '../../words/crumb.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { newId } from '../../state/new-id.ts'
import { createAnswerTimer } from '../../state/answer-timer.ts'
import { now } from '../../state/clock.ts'
import { deviceId, singleKeys } from '../../state/device.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { openQuizId } from '../../state/open-quiz.ts'
import { overlay } from '../../state/overlay.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { isNoSuchThing, toApiError, useResource } from '../../state/use-resource.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { QuizFeedback, verdictWords } from './quiz-feedback.tsx'
import './quiz-run-page.css'

export function QuizRunPage() {
  const id = useRoute().params['id'] ?? ''
  const { route } = useLocation()
  const { resource, reload, put } = useResource(`quiz ${id}`, () => api.quiz(id))
  const quiz = resource.kind === 'ready' ? resource.value : null
  const [shownId, setShownId] = useState<string | null>(null)
  const open = quiz?.questions.find((question) => question.answer === null)
  const question = quiz?.questions.find((one) => one.id === shownId) ?? open
  const number = quiz === null || question === undefined ? 0 : quiz.questions.indexOf(question) + 1

  useEffect(() => {
    if (quiz === null) return
    openQuizId.value = quiz.finished ? null : quiz.id
    if (question === undefined) route(paths.quizResult(quiz.id), true)
  }, [quiz, question])

  const next = () => {
    if (open === undefined) route(paths.quizResult(id))
    else setShownId(open.id)
  }
  return (
    <div class="sitting">
      <header class="sitting-bar">
        <a
          class="icon-btn"
          href={paths.quiz()}
          aria-label="Leave quiz"
          title="Leave quiz (it can be resumed)"
        >
          <Icon name="close" />
        </a>
        <PageHeading title="Quiz" class="sitting-title">
          {quiz?.concept ?? 'Quiz'}
        </PageHeading>
        {quiz === null || question === undefined ? null : (
          <span class="sitting-counts nums quiz-count">
            Question {number} of {quiz.questions.length}
          </span>
        )}
      </header>
      {quiz === null || question === undefined ? (
        <main id="main" class="sitting-main quiz-main">
          {resource.kind === 'loading' ? <Loading /> : null}
          {resource.kind === 'failed' && isNoSuchThing(resource.error) ? <NoSuchQuiz /> : null}
          {resource.kind === 'failed' && !isNoSuchThing(resource.error) ? (
            <Failure what="Could not load the quiz." error={resource.error} onRetry={reload} />
          ) : null}
        </main>
      ) : (
        <Question
          key={question.id}
          quiz={quiz}
          question={question}
          onAnswered={(reply) => {
            setShownId(question.id)
            put(reply)
          }}
          onNext={next}
        />
      )}
    </div>
  )
}

function QuizProgress({ quiz }: { readonly quiz: QuizReply }) {
  return (
    <div
      class="sitting-progress"
      role="progressbar"
      aria-label="Quiz progress"
      aria-valuemin={0}
      aria-valuemax={quiz.questions.length}
      aria-valuenow={quiz.answered}
    >
      <i style={{ width: `${(quiz.answered / Math.max(1, quiz.questions.length)) * 100}%` }} />
    </div>
  )
}

function NoSuchQuiz() {
  useEffect(() => {
    openQuizId.value = null
  }, [])
  return (
    <Empty
      action={
        <a class="btn" href={paths.quiz()}>
          Start a new quiz
        </a>
      }
    >
      This quiz does not exist any more.
    </Empty>
  )
}

interface QuestionProps {
  readonly quiz: QuizReply
  readonly question: QuizQuestionView
  readonly onAnswered: (reply: QuizReply) => void
  readonly onNext: () => void
}

type Given = { readonly optionIndex: number } | { readonly given: string } | Record<string, never>

function Question({ quiz, question, onAnswered, onNext }: QuestionProps) {
  const [chosen, setChosen] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const timer = useRef(createAnswerTimer(now))
  const eventId = useRef(newId())
  const promptRef = useRef<HTMLDivElement>(null)
  const feedbackRef = useRef<HTMLDivElement>(null)
  const fieldRef = useRef<HTMLInputElement>(null)
  const { answer } = question
  const isChoice = question.kind === 'multiple_choice'

  useEffect(() => {
    timer.current.start()
    const first = isChoice || answer !== null ? promptRef.current : fieldRef.current
    first?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  useEffect(() => {
    if (answer !== null && isSending) feedbackRef.current?.focus({ preventScroll: false })
    setSending(false)
  }, [answer])

  const send = async (given: Given) => {
    if (isSending || answer !== null) return
    setSending(true)
    setError(null)
    const body: QuizAnswerBody = {
      questionId: question.id,
      eventId: eventId.current,
      deviceId: deviceId(),
      at: now(),
      zone: zoneInForce(),
      durationMs: timer.current.read(),
      ...given,
    }
    try {
      const reply = await api.answerQuiz(quiz.id, body)
      const verdict = reply.questions.find((one) => one.id === question.id)?.answer?.verdict
      if (verdict !== undefined) announce(verdictWords[verdict])
      onAnswered(reply)
    } catch (reason) {
      setError(toApiError(reason))
      setSending(false)
    }
  }
  const check = () => {
    if (isChoice && chosen !== null) void send({ optionIndex: chosen })
    if (!isChoice && typed.trim() !== '') void send({ given: typed })
  }
  const goOn = () => (answer === null ? check() : onNext())
  useFixedKeys({ Enter: goOn })
  const canChoose = isChoice && answer === null
  useKeys('quiz', {
    option1: canChoose ? () => setChosen(0) : undefined,
    option2: canChoose ? () => setChosen(1) : undefined,
    option3: canChoose ? () => setChosen(2) : undefined,
    unknown: canChoose ? () => void send({}) : undefined,
    keys: () => {
      overlay.value = 'keys'
    },
  })

  return (
    <>
      <main id="main" class="sitting-main quiz-main">
        <QuizProgress quiz={quiz} />
        <div ref={promptRef} tabIndex={-1}>
          <p class="quiz-crumb">{answer !== null || isSafeToName(question) ? question.concept : ''}</p>
          <h2
            class="face quiz-prompt"
            id="question-prompt"
            lang={question.prompt.lang}
            dangerouslySetInnerHTML={{ __html: question.prompt.html }}
          />
        </div>
        {isChoice ? (
          <Options question={question} chosen={chosen} onChoose={setChosen} />
        ) : (
          <div class="field quiz-typed">
            <label htmlFor="typed-answer">Your answer</label>
            <input
              id="typed-answer"
              ref={fieldRef}
              class="input"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={answer?.given ?? typed}
              readOnly={answer !== null}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.repeat || event.isComposing) return
                event.preventDefault()
                goOn()
              }}
            />
          </div>
        )}
        {error === null ? null : (
          <p class="notice bad" role="alert">
            {error.message} Your answer is still here; check again.
          </p>
        )}
        {answer === null ? null : (
          <div ref={feedbackRef} tabIndex={-1}>
            <QuizFeedback question={question} />
          </div>
        )}
      </main>
      <footer class="sitting-foot">
        <div class="quiz-actions">
          {answer === null ? (
            <>
              <button
                type="button"
                class="btn"
                disabled={isSending || (isChoice ? chosen === null : typed.trim() === '')}
                onClick={check}
              >
                Check
              </button>
              <button type="button" class="btn quiet" disabled={isSending} onClick={() => void send({})}>
                I don’t know
              </button>
            </>
          ) : (
            <button type="button" class="btn" onClick={onNext}>
              {quiz.finished ? 'See the result' : 'Next'}
            </button>
          )}
        </div>
        <QuizHint isChoice={isChoice} isAnswered={answer !== null} />
      </footer>
    </>
  )
}

/** A typed question may ask for the very concept, and so may an option name it: then it is told afterwards. */
function isSafeToName({ kind, concept, options }: QuizQuestionView): boolean {
  return kind === 'multiple_choice' && !options.some((option) => givesAway(concept, option.text))
}

function QuizHint({ isChoice, isAnswered }: { readonly isChoice: boolean; readonly isAnswered: boolean }) {
  if (!singleKeys.value) return null
  return (
    <p class="key-hint">
      {isChoice && !isAnswered ? (
        <>
          <kbd>{shortcutOf('quiz', 'option1')}</kbd>–<kbd>{shortcutOf('quiz', 'option3')}</kbd> choose ·{' '}
          <kbd>{shortcutOf('quiz', 'unknown')}</kbd> I don’t know ·{' '}
        </>
      ) : null}
      <kbd>Enter</kbd> {isAnswered ? 'next' : 'check'}
    </p>
  )
}

interface OptionsProps {
  readonly question: QuizQuestionView
  readonly chosen: number | null
  readonly onChoose: (index: number) => void
}

function Options({ question, chosen, onChoose }: OptionsProps) {
  const { answer } = question
  const marked = answer === null ? chosen : answer.optionIndex
  return (
    <fieldset class="quiz-options" aria-labelledby="question-prompt">
      {question.options.map((option, i) => (
        <label key={i} class={`quiz-option${optionState(question, i)}`}>
          <input
            type="radio"
            name="option"
            checked={marked === i}
            disabled={answer !== null && marked !== i}
            onChange={() => onChoose(i)}
          />
          <span class="face" lang={option.lang} dangerouslySetInnerHTML={{ __html: option.html }} />
          {answer === null ? null : <OptionMark question={question} index={i} />}
        </label>
      ))}
    </fieldset>
  )
}

function OptionMark({ question, index }: { readonly question: QuizQuestionView; readonly index: number }) {
  const { answer } = question
  if (answer?.correctIndex === index) {
    return (
      <span class="quiz-mark right">
        <Icon name="right" /> Right
      </span>
    )
  }
  if (answer?.optionIndex !== index) return null
  return (
    <span class="quiz-mark wrong">
      <Icon name="wrong" /> Your choice
    </span>
  )
}

function optionState({ answer }: QuizQuestionView, index: number): string {
  if (answer === null) return ''
  if (answer.correctIndex === index) return ' is-right'
  return answer.optionIndex === index ? ' is-wrong' : ' is-out'
}
