import { type ReadonlySignal, signal } from '@preact/signals'
import type { QuizAnswerBody, QuizEndReason, QuizReply, QuizReportBody } from '../../shared/api/quizzes.ts'
import type { Confidence, GivenAnswer } from '../../shared/quiz/given-answer.ts'
import { type ApiError, toApiError } from '../api/request.ts'
import type { QuizDevice, QuizWord } from './quiz-device.ts'
import type { QuizDraft } from './quiz-draft.ts'
import { givenOf, isComplete } from './quiz-draft.ts'
import {
  type KeptRun,
  type RunAnswer,
  answersOf,
  appealOf,
  checkAnswer,
  draftOf,
  newRun,
  present,
  settlePending,
  takeBack,
} from './quiz-run.ts'

/** A quiz with what this device keeps of it. */
export interface HeldQuiz {
  readonly quiz: QuizReply
  readonly run: KeptRun
}

/** One run through a quiz, with or without the server. */
export interface QuizSitting {
  readonly held: ReadonlySignal<HeldQuiz | null>
  /** Why there is nothing to show; null while it loads, and when it did. */
  readonly error: ReadonlySignal<ApiError | null>
  readonly load: () => Promise<void>
  readonly draft: (questionId: string, draft: QuizDraft) => void
  /** Checks an answer; it is sent when the next question comes, and can be taken back until then. */
  readonly check: (
    questionId: string,
    given: GivenAnswer,
    confidence: Confidence | null,
    durationMs: number,
  ) => void
  readonly takeBack: () => void
  readonly next: () => void
  /** Keeps everything as it is, and sends what was answered. */
  readonly leave: () => void
  readonly appeal: (questionId: string, wasRight: boolean) => void
  /** Says what is wrong with a question; null takes it back. */
  readonly report: (questionId: string, body: QuizReportBody | null) => void
  readonly end: (reason: QuizEndReason) => void
  /** In an exam: turns to a question, and counts the time spent on the one before. */
  readonly turnTo: (questionId: string, spentMs: number) => void
  readonly feelSure: (questionId: string, confidence: Confidence) => void
  /** Hands an exam in: every complete answer counts, what was left open does not. */
  readonly handIn: (reason: QuizEndReason, spentMs: number) => void
  readonly elapsedMs: () => number
  /** Keeps how long the quiz took so far: the page may be gone the next moment. */
  readonly keepTime: () => void
}

export interface QuizSittingDeps {
  readonly id: string
  readonly device: () => Promise<QuizDevice>
  readonly fetchQuiz: (id: string) => Promise<QuizReply>
  /** Tells whoever sends that there is something to send. */
  readonly lookAgain: () => Promise<void>
  readonly flush: () => Promise<void>
  readonly now: () => number
  readonly ticks: () => number
  readonly zone: () => string
  readonly newId: () => string
  readonly deviceId: () => string
}

export function createQuizSitting(deps: QuizSittingDeps): QuizSitting {
  const held = signal<HeldQuiz | null>(null)
  const error = signal<ApiError | null>(null)
  let since = deps.ticks()

  async function load(): Promise<void> {
    error.value = null
    const device = await deps.device()
    const [quiz, run] = await Promise.all([device.readQuiz(deps.id), device.readRun(deps.id)])
    since = deps.ticks()
    if (quiz !== null) show(quiz, run ?? newRun(deps.id))
    try {
      // What was said here is told first, so that the reply knows of it.
      await deps.flush()
      const fresh = await deps.fetchQuiz(deps.id)
      await device.keepQuiz(fresh)
      show(fresh, held.value?.run ?? run ?? newRun(deps.id))
    } catch (reason) {
      if (held.value === null) error.value = toApiError(reason)
    }
  }

  function show(quiz: QuizReply, run: KeptRun): void {
    held.value = { quiz, run: placed(quiz, run) }
  }

  /** The question that was on the page stays there, unless it was answered elsewhere. */
  function placed(quiz: QuizReply, run: KeptRun): KeptRun {
    const isTaken = answersOf(quiz, run).some((one) => one.questionId === run.pending?.questionId)
    return present(quiz, isTaken ? { ...run, pending: null } : run)
  }

  function elapsedMs(): number {
    return (held.value?.run.elapsedMs ?? 0) + Math.max(0, deps.ticks() - since)
  }

  /** Puts another run on the page and on the disk, with what it has to say. */
  function change(make: (now: HeldQuiz) => KeptRun, words: readonly QuizWord[] = []): void {
    const before = held.value
    if (before === null) return
    const elapsed = elapsedMs()
    since = deps.ticks()
    const run = make({ quiz: before.quiz, run: { ...before.run, elapsedMs: elapsed } })
    held.value = { quiz: before.quiz, run }
    void keep(words)
  }

  async function keep(words: readonly QuizWord[] = []): Promise<void> {
    const run = held.value?.run
    if (run === undefined) return
    const device = await deps.device()
    try {
      await device.keepRun(run, words)
    } catch {
      // The device has no room: what is to be said is said all the same.
      await device.say(words)
    }
    if (words.length > 0) await deps.lookAgain()
  }

  const toWords = (answer: RunAnswer): QuizWord[] =>
    wordsOf(deps.id, answer, { deviceId: deps.deviceId(), zone: deps.zone() })
  const newAnswer = (
    answer: Pick<RunAnswer, 'questionId' | 'given' | 'confidence' | 'durationMs'>,
  ): RunAnswer => ({
    ...answer,
    eventId: deps.newId(),
    at: deps.now(),
    appealed: false,
  })

  function settle(): void {
    const pending = held.value?.run.pending ?? null
    change(({ quiz, run }) => settlePending(quiz, run), pending === null ? [] : toWords(pending))
  }

  return {
    held,
    error,
    load,
    elapsedMs,
    keepTime: () => {
      const paper = held.value?.quiz.paper
      if (paper?.length.kind === 'minutes' || paper?.mode.kind === 'exam') change(({ run }) => run)
    },
    draft: (questionId, draft) =>
      change(({ run }) => ({ ...run, drafts: { ...run.drafts, [questionId]: draft } })),
    check: (questionId, given, confidence, durationMs) =>
      change(({ run }) => checkAnswer(run, newAnswer({ questionId, given, confidence, durationMs }))),
    takeBack: () => change(({ run }) => takeBack(run)),
    next: settle,
    leave: settle,
    appeal: (questionId, wasRight) => {
      const isPending = held.value?.run.pending?.questionId === questionId
      change(
        ({ quiz, run }) => appealOf(run, quiz, questionId, wasRight),
        isPending ? [] : [{ quizId: deps.id, kind: 'appeal', questionId, wasRight }],
      )
    },
    report: (questionId, body) =>
      change(
        ({ run }) => {
          const { [questionId]: _before, ...others } = run.reports
          return { ...run, reports: body === null ? others : { ...others, [questionId]: body } }
        },
        [{ quizId: deps.id, kind: 'report', questionId, body }],
      ),
    end: (reason) => {
      settle()
      change(
        ({ run }) => ({ ...run, end: reason, questionId: null }),
        [{ quizId: deps.id, kind: 'end', reason }],
      )
    },
    turnTo: (questionId, spentMs) => change(({ run }) => ({ ...spent(run, spentMs), questionId })),
    feelSure: (questionId, confidence) =>
      change(({ run }) => ({ ...run, sureness: { ...run.sureness, [questionId]: confidence } })),
    handIn: (reason, spentMs) => {
      const now = held.value
      if (now === null) return
      const run = spent(now.run, spentMs)
      const given = now.quiz.questions.flatMap(({ question }): RunAnswer[] => {
        const draft = draftOf(run, question)
        const answer =
          question.id in run.drafts && isComplete(question, draft) ? givenOf(question, draft) : null
        if (answer === null || !now.quiz.paper.order.includes(question.id)) return []
        const confidence = run.sureness[question.id] ?? null
        const durationMs = Math.min(run.spentMs[question.id] ?? 0, longestLookMs)
        return [newAnswer({ questionId: question.id, given: answer, confidence, durationMs })]
      })
      const isWhole = given.length === now.quiz.paper.order.length
      const words = given.flatMap(toWords)
      if (!isWhole) words.push({ quizId: deps.id, kind: 'end', reason })
      change(
        () => ({ ...run, answers: given, drafts: {}, questionId: null, end: isWhole ? null : reason }),
        words,
      )
    },
  }
}

/** Longer than this and the learner was not answering. */
const longestLookMs = 86_400_000

function spent(run: KeptRun, ms: number): KeptRun {
  if (run.questionId === null) return run
  const before = run.spentMs[run.questionId] ?? 0
  return { ...run, spentMs: { ...run.spentMs, [run.questionId]: Math.round(before + ms) } }
}

/** Answers that a page which is gone left unsent: they are final now. `except` is the quiz on the page, where they are shown. */
export async function settleLeft(
  device: QuizDevice,
  except: string | null,
  said: Pick<QuizAnswerBody, 'deviceId' | 'zone'>,
): Promise<void> {
  for (const run of await device.runs()) {
    const { pending } = run
    if (pending === null || run.id === except) continue
    await device.keepRun(
      { ...run, answers: [...run.answers, pending], pending: null },
      wordsOf(run.id, pending, said),
    )
  }
}

/** What an answer has to say to the server. */
function wordsOf(
  quizId: string,
  { eventId, questionId, at, durationMs, given, confidence, appealed }: RunAnswer,
  said: Pick<QuizAnswerBody, 'deviceId' | 'zone'>,
): QuizWord[] {
  const sure = confidence === null ? {} : { confidence }
  const body: QuizAnswerBody = { ...said, eventId, questionId, at, durationMs, given, ...sure }
  const answer: QuizWord = { quizId, kind: 'answer', body }
  return appealed ? [answer, { quizId, kind: 'appeal', questionId, wasRight: true }] : [answer]
}
