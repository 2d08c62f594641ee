import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { QuizQuestionView, QuizReply } from '../../../shared/api/quizzes.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { openQuizId } from '../../state/open-quiz.ts'
import { useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { QuizFeedback } from './quiz-feedback.tsx'
import './quiz-result-page.css'

export function QuizResultPage() {
  const id = useRoute().params['id'] ?? ''
  const { resource, reload } = useResource(`quiz ${id}`, () => api.quiz(id))
  if (resource.kind === 'loading') return <Page heading="Quiz result" children={<Loading />} />
  if (resource.kind === 'failed') {
    return (
      <Page heading="Quiz result">
        <Failure what="Could not load the result." error={resource.error} onRetry={reload} />
      </Page>
    )
  }
  return <QuizResult quiz={resource.value} />
}

function QuizResult({ quiz }: { readonly quiz: QuizReply }) {
  useEffect(() => {
    if (quiz.finished && openQuizId.value === quiz.id) openQuizId.value = null
  }, [quiz])
  const missed = quiz.questions.filter((question) => question.answer?.verdict === 'wrong')
  const right = quiz.questions.filter(
    (question) => question.answer !== null && question.answer.verdict !== 'wrong',
  )
  return (
    <Page title="Quiz result" heading={`${quiz.right} of ${quiz.answered} right`} sub={rangeWords(quiz)}>
      <p class="row quiz-result-actions">
        {quiz.finished ? (
          <a class="btn" href={paths.quiz(quiz.conceptId ?? undefined)}>
            Another quiz
          </a>
        ) : (
          <a class="btn" href={paths.quizRun(quiz.id)}>
            Continue the quiz
          </a>
        )}
        <a class="btn quiet" href={paths.today}>
          Back to Today
        </a>
      </p>
      <Group name="Not right" questions={missed} open />
      <Group name="Right" questions={right} />
    </Page>
  )
}

interface GroupProps {
  readonly name: string
  readonly questions: readonly QuizQuestionView[]
  readonly open?: boolean
}

function Group({ name, questions, open = false }: GroupProps) {
  if (questions.length === 0) return null
  return (
    <section class="section">
      <h2>
        {name}: {questions.length}
      </h2>
      <ul class="rows">
        {questions.map((question) => (
          <li key={question.id}>
            <details class="quiz-result" open={open}>
              <summary>
                <span class="vh">{question.concept}: </span>
                <span
                  class="face quiz-result-prompt"
                  lang={question.prompt.lang}
                  dangerouslySetInnerHTML={{ __html: question.prompt.html }}
                />
              </summary>
              <QuizFeedback question={question} standsAlone />
              <p class="quiz-result-concept">
                <a href={paths.concept(question.conceptId)}>{question.concept}</a>
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A share of ten answers says little by itself, so it never stands without its range. */
function rangeWords({ range }: QuizReply): string | undefined {
  if (range === null) return undefined
  return `Plausible range ${Math.round(range.low * 100)}–${Math.round(range.high * 100)} %`
}
