import type { ExamPlace, QuizPaper } from './quiz-paper.ts'

/** The map of an exam: every question in its fixed order, and which of them has an answer. */
export function examMap(paper: QuizPaper, answered: ReadonlySet<string>): ExamPlace[] {
  return paper.order.map((questionId, i) => ({
    questionId,
    number: i + 1,
    state: answered.has(questionId) ? 'answered' : 'open',
  }))
}

/** Milliseconds until an exam ends; null without a time limit, never negative. */
export function examTimeLeft({ mode }: QuizPaper, elapsedMs: number): number | null {
  if (mode.kind !== 'exam' || mode.minutes === null) return null
  return Math.max(0, mode.minutes * 60_000 - elapsedMs)
}
