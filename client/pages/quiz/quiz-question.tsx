import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { QuizQuestionView, QuizReply, QuizReportBody } from '../../../shared/api/quizzes.ts'
import { explainAnswer } from '../../../shared/quiz/explain-answer.ts'
import type { Confidence, GivenAnswer } from '../../../shared/quiz/given-answer.ts'
import { EditCard } from '../../cards/edit-card.tsx'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { announce } from '../../state/announcer.ts'
import { type AnswerTimer, createAnswerTimer } from '../../state/answer-timer.ts'
import { ticks } from '../../state/clock.ts'
import { overlay } from '../../state/overlay.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { type QuizDraft, asksTicks, draftOfAnswer, givenOf } from '../../state/quiz-draft.ts'
import { type RunAnswer, judgedOf, viewOf } from '../../state/quiz-run.ts'
import { givesAway } from '../../words/crumb.ts'
import { answerKeys } from './answer-keys.ts'
import { QuestionActions } from './question-actions.tsx'
import { AskedFoot, ToldFoot } from './question-foot.tsx'
import { QuizControl } from './quiz-control.tsx'
import { QuizFeedback } from './quiz-feedback.tsx'
import { QuizHint } from './quiz-hint.tsx'
import { QuizPrompt } from './quiz-prompt.tsx'
import { QuizReport } from './quiz-report.tsx'
import { TwoRight, reportedOption } from './two-right.tsx'
import { plainWords } from './shown-text.tsx'
import './quiz-question.css'

interface QuizQuestionProps {
  readonly quiz: QuizReply
  readonly questionId: string
  readonly draft: QuizDraft
  /** The answer, once it was checked. */
  readonly answer: RunAnswer | null
  readonly report: QuizReportBody | undefined
  /** Why it is asked out of turn, in a few words. */
  readonly reason: string | null
  readonly isLast: boolean
  readonly progress: ComponentChildren
  readonly onDraft: (draft: QuizDraft) => void
  readonly onCheck: (given: GivenAnswer, confidence: Confidence | null, durationMs: number) => void
  readonly onTakeBack: () => void
  readonly onNext: () => void
  readonly onAppeal: (wasRight: boolean) => void
  readonly onReport: (body: QuizReportBody | null) => void
}

/** One question: asked, answered, checked, explained in place. */
export function QuizQuestion(props: QuizQuestionProps) {
  const { quiz, questionId, draft, answer, reason, onDraft, onNext } = props
  const view = viewOf(quiz, questionId)
  const { question } = view
  const promptRef = useRef<HTMLDivElement>(null)
  const feedbackRef = useRef<HTMLDivElement>(null)
  const fieldRef = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const sureRef = useRef<HTMLDivElement>(null)
  const timer = useAnswerTimer()
  // How sure the learner was before the ideas of a long answer were shown.
  const said = useRef<Confidence | null>(null)
  const [open, setOpen] = useState<'edit' | 'report' | null>(null)
  const isTold = answer !== null
  const isTicking = !isTold && draft.ticked !== null
  const given = givenOf(question, draft)
  const asksSure = quiz.paper.asksConfidence && !isTicking
  const judged = answer === null ? null : judgedOf(quiz, answer)
  const canAppeal = judged?.canAppeal === true
  useQuestionFocus({
    isTold,
    isBusy: open === 'edit',
    saysFalse: draft.says === false,
    promptRef,
    feedbackRef,
    fieldRef,
  })

  const tell = (answered: GivenAnswer, confidence: Confidence | null) => {
    announce(spokenVerdict(quiz, view, answered, confidence))
    props.onCheck(answered, confidence, timer.read())
  }
  const check = (confidence: Confidence | null) => {
    if (given === null || isTold) return
    if (!asksTicks(question, draft)) return tell(given, confidence ?? said.current)
    said.current = confidence
    timer.pause('revealed')
    onDraft({ ...draft, ticked: [] })
    announce('Tick what your answer says.')
  }
  /** Enter asks how sure the learner is before it checks; pressed again, it checks without. */
  const enter = () => {
    if (isTold) return onNext()
    if (given === null) return
    const isAsked = sureRef.current?.contains(document.activeElement) === true
    if (!asksSure || isAsked) return check(null)
    sureRef.current?.focus()
    announce('How sure are you? Guess, likely or sure; Enter checks without.')
  }
  const unknown = () => tell({ kind: 'unknown' }, null)
  const isAsked = !isTold && !isTicking
  const sure = (confidence: Confidence) =>
    isAsked && asksSure && given !== null ? () => check(confidence) : undefined
  useFixedKeys({ Enter: enter })
  useKeys('quiz', {
    ...answerKeys(question, draft, isAsked, onDraft),
    unknown: isAsked ? unknown : undefined,
    guess: sure('guess'),
    likely: sure('likely'),
    sure: sure('sure'),
    undo: isTold ? props.onTakeBack : undefined,
    right: canAppeal ? () => props.onAppeal(true) : undefined,
    edit: isTold ? () => setOpen('edit') : undefined,
    report: isTold && props.report === undefined ? () => setOpen('report') : undefined,
    keys: () => {
      overlay.value = 'keys'
    },
  })
  const alsoRight = reportedOption(view, props.report)
  const concept = isTold || isSafeToName(view) ? [question.concept] : []
  return (
    <>
      <main id="main" class="sitting-main quiz-main">
        {props.progress}
        <QuizPrompt
          view={view}
          promptRef={promptRef}
          told={reason === null ? concept : [reason, ...concept]}
        />
        <QuizControl
          view={view}
          draft={isTold ? draftOfAnswer(question, answer.given) : draft}
          isTold={isTold}
          fieldRef={fieldRef}
          onDraft={onDraft}
          onEnter={enter}
        />
        {answer === null || judged === null ? null : (
          <div ref={feedbackRef} tabIndex={-1}>
            <QuizFeedback
              view={view}
              noteIds={quiz.noteIds}
              given={answer.given}
              judged={judged}
              confidence={answer.confidence}
              actions={
                <QuestionActions
                  canAppeal={canAppeal}
                  isAppealed={answer.appealed}
                  report={props.report}
                  onAppeal={props.onAppeal}
                  onEdit={() => setOpen('edit')}
                  onReport={() => setOpen('report')}
                  onTakeReportBack={() => props.onReport(null)}
                />
              }
            />
            {alsoRight === undefined ? null : (
              <TwoRight view={view} option={alsoRight} onTakeBack={() => props.onReport(null)} />
            )}
          </div>
        )}
        {open === 'edit' ? (
          <EditCard
            cardId={question.cardId}
            onEditNote={null}
            onSaved={() => {
              setOpen(null)
              sayQuietly('Saved. The card asks so from now on; this quiz stays as it is.')
            }}
            onCancel={() => setOpen(null)}
          />
        ) : null}
        {open === 'report' ? (
          <QuizReport
            view={view}
            onReport={(body) => {
              setOpen(null)
              props.onReport(body)
              sayQuietly('Reported. It is kept for you to look at.', {
                name: 'Undo',
                run: () => props.onReport(null),
              })
            }}
            onClose={() => setOpen(null)}
          />
        ) : null}
      </main>
      <footer class="sitting-foot">
        {isTold ? (
          <ToldFoot isLast={props.isLast} onNext={onNext} onTakeBack={props.onTakeBack} />
        ) : (
          <AskedFoot
            canCheck={given !== null}
            asksSure={asksSure}
            isTicking={isTicking}
            sureRef={sureRef}
            onCheck={check}
            onUnknown={unknown}
          />
        )}
        <QuizHint question={question} isTold={isTold} asksSure={asksSure} />
      </footer>
    </>
  )
}

/** How long the question is in front of the learner; it stands still while the page is hidden. */
function useAnswerTimer(): AnswerTimer {
  const [timer] = useState(() => createAnswerTimer(ticks))
  useEffect(() => {
    timer.start()
    const watch = () => (document.hidden ? timer.pause() : timer.resume())
    document.addEventListener('visibilitychange', watch)
    return () => document.removeEventListener('visibilitychange', watch)
  }, [])
  return timer
}

/** Focus follows the reader: to the question, to what is told of the answer, and back when it is taken back. */
function useQuestionFocus(now: {
  readonly isTold: boolean
  readonly isBusy: boolean
  readonly saysFalse: boolean
  readonly promptRef: RefObject<HTMLDivElement | null>
  readonly feedbackRef: RefObject<HTMLDivElement | null>
  readonly fieldRef: RefObject<HTMLElement | null>
}): void {
  const { isTold, isBusy, saysFalse, promptRef, feedbackRef, fieldRef } = now
  const before = useRef<boolean | null>(null)
  useLayoutEffect(() => {
    if (before.current === isTold || isBusy) return
    const isFirst = before.current === null
    before.current = isTold
    if (isTold) feedbackRef.current?.focus({ preventScroll: false })
    else (fieldRef.current ?? promptRef.current)?.focus({ preventScroll: true })
    if (isFirst && !isTold) scrollTo(0, 0)
  }, [isTold, isBusy])
  // What was open over the question gives the focus back.
  const wasBusy = useRef(false)
  useLayoutEffect(() => {
    if (wasBusy.current && !isBusy) feedbackRef.current?.focus({ preventScroll: true })
    wasBusy.current = isBusy
  }, [isBusy])
  // Said to be false: the field for what is right stands there now.
  useEffect(() => {
    if (saysFalse && !isTold) fieldRef.current?.focus({ preventScroll: true })
  }, [saysFalse])
}

/** The verdict for the ear, with the right answer where it was another one. */
function spokenVerdict(
  quiz: QuizReply,
  { question, texts }: QuizQuestionView,
  given: GivenAnswer,
  confidence: Confidence | null,
): string {
  const judged = judgedOf(quiz, { questionId: question.id, given, appealed: false })
  if (judged === null) return ''
  const { words, answer } = explainAnswer(question, given, judged, confidence)
  const right = judged.verdict === 'right' || typeof answer !== 'string' ? '' : plainWords(answer, texts)
  return right === '' ? `${words}.` : `${words}. The answer: ${right}.`
}

/** A question may ask for the very concept, and so may an option name it: then it is told afterwards. */
function isSafeToName({ question, texts }: QuizQuestionView): boolean {
  if (question.concept === '' || question.kind === 'match') return false
  return !Object.values(texts).some(({ text }) => givesAway(question.concept, text))
}
