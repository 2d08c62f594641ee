import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { QuizBody, QuizSetupReply, QuizSummary } from '../../../shared/api/quizzes.ts'
import { type ApiError, api } from '../../api-client.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../router.ts'
import { type SetupChoice, bodyOf, chosenSetup, keepSetup, setupWords } from '../../state/quiz-setup.ts'
import { now } from '../../state/clock.ts'
import { keepStartedQuiz, quizzesHere } from '../../state/quiz-start.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { presetNames } from '../../words/quiz-words.ts'
import { aboutMinutes, counted } from '../../words/words.ts'
import { QuizAdjust } from './quiz-adjust.tsx'
import { QuizResume } from './quiz-resume.tsx'
import './quiz-setup-page.css'

/** `/quiz`: presets first; everything else can be adjusted. */
export function QuizSetupPage() {
  const { query, route } = useLocation()
  const { resource, reload } = useResource('quiz setup', api.quizSetup)
  const [choice, setChoice] = useState<SetupChoice>(() => chosenSetup(query))
  const [isStarting, setStarting] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  // Without the server, what this device began can still be gone on with.
  const [here, setHere] = useState<readonly QuizSummary[]>([])
  useEffect(() => void quizzesHere(now()).then(setHere, () => {}), [])
  const errorRef = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (error !== null) errorRef.current?.focus()
  }, [error])

  const start = async (body: QuizBody) => {
    if (isStarting) return
    setStarting(true)
    setError(null)
    try {
      const quiz = await api.startQuiz(body)
      await keepStartedQuiz(quiz)
      // Whoever came by a link that begins at once goes back to where it stood.
      route(paths.quizRun(quiz.id), query.preset !== undefined)
    } catch (reason) {
      setError(toApiError(reason))
      setStarting(false)
    }
  }
  const startChosen = () => {
    keepSetup(choice)
    void start(bodyOf(choice))
  }
  const setup = resource.kind === 'ready' ? resource.value : null
  const preset = (i: number) => {
    const one = setup?.presets[i]
    const body = one?.unavailable === null ? one.body : null
    return body === null ? undefined : () => void start(body)
  }
  const asked = setup?.presets.findIndex(({ preset: name }) => name === query.preset) ?? -1
  // Where it cannot begin, its place says why.
  useEffect(() => preset(asked)?.(), [asked])
  useFixedKeys({ Enter: startChosen })
  useKeys('quizSetup', {
    preset1: preset(0),
    preset2: preset(1),
    preset3: preset(2),
    preset4: preset(3),
    preset5: preset(4),
  })
  return (
    <Page
      heading="Quiz"
      sub="A quiz finds out what you know. It asks in other forms than your reviews, and explains every answer."
    >
      {error === null ? null : (
        <p class="notice bad" role="alert" tabIndex={-1} ref={errorRef}>
          {error.message}
        </p>
      )}
      <QuizResume recent={setup?.recent ?? here} />
      {resource.kind === 'failed' ? (
        <Failure what="Could not load the quiz setup." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'loading' ? <Loading /> : null}
      {setup === null ? null : (
        <div class="quiz-setup">
          <section aria-labelledby="quiz-presets">
            <h2 id="quiz-presets">Start at once</h2>
            <Presets setup={setup} isStarting={isStarting} onStart={(body) => void start(body)} />
          </section>
          <section class="panel" aria-labelledby="quiz-own">
            <h2 id="quiz-own">Your own</h2>
            <p class="sub quiz-own-words">{setupWords(choice)}</p>
            <QuizAdjust
              choice={choice}
              weakest={setup.weakest}
              isStarting={isStarting}
              onChoice={setChoice}
              onStart={startChosen}
            />
          </section>
        </div>
      )}
    </Page>
  )
}

function Presets(props: {
  readonly setup: QuizSetupReply
  readonly isStarting: boolean
  readonly onStart: (body: QuizBody) => void
}) {
  const { setup, isStarting, onStart } = props
  return (
    <ul class="quiz-presets">
      {setup.presets.map(({ preset, body, questions, minutes, unavailable, about }, i) => (
        <li key={preset}>
          <button
            type="button"
            class="quiz-preset"
            disabled={unavailable !== null || body === null || isStarting}
            aria-keyshortcuts={shortcutOf('quizSetup', `preset${i + 1}` as 'preset1')}
            onClick={() => (body === null ? undefined : onStart(body))}
          >
            <b>
              {preset === 'all_of_one_concept' && about !== null ? `All of “${about}”` : presetNames[preset]}
            </b>
            <span>{unavailable ?? `${counted(questions, 'question')}, ${aboutMinutes(minutes * 60)}`}</span>
            {unavailable === null ? (
              <kbd aria-hidden="true">{shortcutOf('quizSetup', `preset${i + 1}` as 'preset1')}</kbd>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  )
}
