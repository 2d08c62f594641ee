import type { QuizAnswerView, QuizQuestionView, QuizReply, QuizReportBody } from '../../shared/api/quizzes.ts'
import type { Confidence, GivenAnswer, Judged } from '../../shared/quiz/given-answer.ts'
import { acceptAppeal, judgeQuestion } from '../../shared/quiz/judge-question.ts'
import { nextQuestion } from '../../shared/quiz/next-question.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import type { QuizPaper, QuizStep, QuizTurn } from '../../shared/quiz/quiz-paper.ts'
import { type QuizDraft, emptyDraft } from './quiz-draft.ts'

/** An answer as this device knows it: given here, or told by the server. */
export interface RunAnswer {
  readonly questionId: string
  readonly eventId: string
  readonly at: number
  readonly given: GivenAnswer
  readonly confidence: Confidence | null
  readonly durationMs: number
  readonly appealed: boolean
}

/** What this device keeps of a quiz that it runs, so that a reload goes on where it stood. */
export interface KeptRun {
  /** The quiz. */
  readonly id: string
  /** Answers given here, in their order, sent or not. */
  readonly answers: readonly RunAnswer[]
  /** The question on the page; null before the first. */
  readonly questionId: string | null
  /** The answer to it, which may still be taken back: it is sent when the next question comes. */
  readonly pending: RunAnswer | null
  /** Answers in the making, by question. */
  readonly drafts: Readonly<Record<string, QuizDraft>>
  /** In an exam, by question: how sure the learner is, and how long they looked at it. */
  readonly sureness: Readonly<Record<string, Confidence>>
  readonly spentMs: Readonly<Record<string, number>>
  /** What was said against questions here. */
  readonly reports: Readonly<Record<string, QuizReportBody>>
  /** How long the quiz was in front of the learner. */
  readonly elapsedMs: number
  /** Ended by the learner, or by the time. */
  readonly end: 'left' | 'minutes_over' | null
}

export function newRun(id: string): KeptRun {
  return {
    id,
    answers: [],
    questionId: null,
    pending: null,
    drafts: {},
    sureness: {},
    spentMs: {},
    reports: {},
    elapsedMs: 0,
    end: null,
  }
}

/** The paper of a quiz as the core reads it. */
export function paperOf({ paper, questions }: QuizReply): QuizPaper {
  return { ...paper, questions: questions.map(({ question }) => question) }
}

/** All answers: what the server has comes first and stays, then what it has not heard yet. */
export function answersOf(quiz: QuizReply, run: KeptRun): readonly RunAnswer[] {
  const told = new Map(quiz.answers.map((answer) => [answer.questionId, answer]))
  const own = new Map(run.answers.map((answer) => [answer.questionId, answer]))
  const known = quiz.answers.map((answer) => toRunAnswer(answer, own.get(answer.questionId)))
  return [...known, ...run.answers.filter(({ questionId }) => !told.has(questionId))]
}

/** What was said here of an answer may still be on its way. */
function toRunAnswer(told: QuizAnswerView, own: RunAnswer | undefined): RunAnswer {
  const { questionId, eventId, at, given, confidence, durationMs, appealed } = told
  const isOwn = own?.eventId === eventId
  return { questionId, eventId, at, given, confidence, durationMs, appealed: isOwn ? own.appealed : appealed }
}

/** How an answer went: judged here by what the server judges it by, so that both say the same. */
export function judgedOf(
  quiz: QuizReply,
  { questionId, given, appealed }: Pick<RunAnswer, 'questionId' | 'given' | 'appealed'>,
): Judged | null {
  const view = quiz.questions.find(({ question }) => question.id === questionId)
  if (view === undefined) return null
  const judged = judgeQuestion(view.question, given, new Set(view.otherTerms))
  return appealed ? acceptAppeal(judged) : judged
}

/** The answers as the core counts them. */
export function stepsOf(quiz: QuizReply, answers: readonly RunAnswer[]): QuizStep[] {
  return answers.flatMap((answer): QuizStep[] => {
    const judged = judgedOf(quiz, answer)
    const { questionId, confidence, given, durationMs } = answer
    return judged === null
      ? []
      : [{ questionId, judged, confidence, unknown: given.kind === 'unknown', durationMs }]
  })
}

/** What comes after the answers so far. A quiz that was ended has nothing more to ask. */
export function turnOf(quiz: QuizReply, run: KeptRun, answers = answersOf(quiz, run)): QuizTurn {
  const paper = paperOf(quiz)
  const reason = run.end ?? quiz.end?.reason ?? null
  if (reason !== null) return { kind: 'stop', reason: { kind: reason }, sentence: endWords[reason] }
  return nextQuestion(paper, stepsOf(quiz, answers), run.elapsedMs)
}

const endWords = { left: 'You ended it.', minutes_over: 'The time was over.' } as const

/** The draft of a question, as it was left. */
export function draftOf(run: KeptRun, question: QuizQuestion): QuizDraft {
  return run.drafts[question.id] ?? emptyDraft(question)
}

/** The run with the question on the page: the one it stood at, or the one that comes. */
export function present(quiz: QuizReply, run: KeptRun): KeptRun {
  if (run.pending !== null) return run
  const turn = turnOf(quiz, run)
  if (turn.kind === 'stop') return { ...run, questionId: null }
  // In an exam the learner turns the pages.
  const stays = quiz.paper.mode.kind === 'exam' && run.questionId !== null
  return stays ? run : { ...run, questionId: turn.question.id }
}

/** Checks an answer: its verdict may be seen, and it can be taken back until the next question comes. */
export const checkAnswer = (run: KeptRun, pending: RunAnswer): KeptRun => ({ ...run, pending })

/** Takes an answer back that is not sent yet; the draft is as it was. */
export const takeBack = (run: KeptRun): KeptRun => ({ ...run, pending: null })

/** Makes the answer on the page final, and goes on. */
export function settlePending(quiz: QuizReply, run: KeptRun): KeptRun {
  const { pending } = run
  if (pending === null) return present(quiz, run)
  const { [pending.questionId]: _done, ...drafts } = run.drafts
  return present(quiz, { ...run, answers: [...run.answers, pending], pending: null, drafts })
}

/** "I was right", or not: of the answer on the page, or of one given before. */
export function appealOf(run: KeptRun, quiz: QuizReply, questionId: string, appealed: boolean): KeptRun {
  const said = (answer: RunAnswer): RunAnswer =>
    answer.questionId === questionId ? { ...answer, appealed } : answer
  const isKnown = run.answers.some((answer) => answer.questionId === questionId)
  const told = answersOf(quiz, run).find((answer) => answer.questionId === questionId)
  return {
    ...run,
    pending: run.pending === null ? null : said(run.pending),
    answers: isKnown || told === undefined ? run.answers.map(said) : [...run.answers, { ...told, appealed }],
  }
}

/** The question of a quiz by its id. */
export function viewOf({ questions }: QuizReply, questionId: string): QuizQuestionView {
  const view = questions.find(({ question }) => question.id === questionId)
  if (view === undefined) throw new Error(`Inconsistent: the quiz has no question ${questionId}`)
  return view
}
