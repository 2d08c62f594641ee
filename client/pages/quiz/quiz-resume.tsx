import type { QuizSummary } from '../../../shared/api/quizzes.ts'
import { paths } from '../../router.ts'
import './quiz-resume.css'

/** Quizzes that were begun, to go on with. */
export function QuizResume({ recent }: { readonly recent: readonly QuizSummary[] }) {
  const open = recent.filter(({ finished }) => !finished)
  if (open.length === 0) return null
  return (
    <section class="quiz-resume" aria-label="Begun and not finished">
      {open.slice(0, 3).map((quiz) => (
        <p key={quiz.id} class="notice">
          <a class="btn" href={paths.quizRun(quiz.id)}>
            {resumeWords(quiz)}
          </a>
          <span>
            {quiz.name === '' ? '' : `${quiz.name}, `}begun {dayWords(quiz.createdAt)}, open until{' '}
            {dayWords(quiz.closesAt)}
          </span>
        </p>
      ))}
    </section>
  )
}

function resumeWords({ isExam, answered, left }: QuizSummary): string {
  if (isExam) return 'Resume the exam'
  return `Resume question ${answered + 1} of ${answered + left}`
}

const dayWords = (at: number): string =>
  new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
