import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type ApiError, api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { openQuizId } from '../../state/open-quiz.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import './quiz-setup-page.css'

const lengths = [5, 10, 20] as const

export function QuizSetupPage() {
  const { query, route } = useLocation()
  const [conceptId, setConceptId] = useState(query['concept'] ?? '')
  const [length, setLength] = useState<number>(10)
  const [isStarting, setStarting] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const { resource } = useResource('concepts', api.concepts)
  const concepts =
    resource.kind === 'ready' ? resource.value.concepts.filter((concept) => concept.cards > 0) : []
  const unfinished = openQuizId.value

  const start = async () => {
    setStarting(true)
    setError(null)
    try {
      const quiz = await api.startQuiz(conceptId === '' ? { length } : { conceptId, length })
      openQuizId.value = quiz.id
      route(paths.quizRun(quiz.id))
    } catch (reason) {
      setError(toApiError(reason))
      setStarting(false)
    }
  }
  return (
    <Page
      heading="Quiz"
      sub="A quiz finds out what you know. It asks in other forms than your reviews, and explains every answer."
    >
      {unfinished === null ? null : (
        <p class="notice">
          A quiz is not finished. <a href={paths.quizRun(unfinished)}>Continue it</a>
        </p>
      )}
      <form
        class="panel quiz-setup"
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <div class="field">
          <label htmlFor="quiz-scope">About</label>
          <select
            id="quiz-scope"
            class="input"
            value={conceptId}
            onChange={(event) => setConceptId(event.currentTarget.value)}
          >
            <option value="">The whole library</option>
            {[...concepts]
              .sort((a, b) => a.term.localeCompare(b.term))
              .map((concept) => (
                <option key={concept.id} value={concept.id}>
                  {concept.term}
                </option>
              ))}
          </select>
        </div>
        <fieldset class="field">
          <legend class="label">Questions</legend>
          <div class="quiz-choices">
            {lengths.map((count) => (
              <label key={count} class="quiz-choice">
                <input
                  type="radio"
                  name="length"
                  checked={length === count}
                  onChange={() => setLength(count)}
                />
                <span>{count}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {error === null ? null : (
          <p class="notice bad" role="alert">
            {error.message}
          </p>
        )}
        <p>
          <button class="btn" disabled={isStarting}>
            Start quiz
          </button>
        </p>
      </form>
      <p class="hint quiz-note">
        A right answer here never puts a card off for longer. It is kept as evidence of what you can do.
      </p>
    </Page>
  )
}
