import { useEffect, useState } from 'preact/hooks'
import type { QuizScopeChoice } from '../../../shared/api/quizzes.ts'
import { api } from '../../api-client.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { announce } from '../../state/announcer.ts'
import { type ChosenScope, withScope } from '../../state/quiz-setup.ts'
import { counted } from '../../words/words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import './quiz-about.css'

const findAfterMs = 200

/** What a quiz is about: all notes, or what is looked for by name. */
export function QuizAbout(props: {
  readonly about: readonly ChosenScope[]
  readonly weakest: readonly QuizScopeChoice[]
  readonly onAbout: (about: readonly ChosenScope[]) => void
}) {
  const { about, weakest, onAbout } = props
  const [q, setQ] = useState('')
  const found = useFound(q)
  const offered = (q.trim() === '' ? weakest : found).filter(
    ({ scope }) => !about.some((chosen) => JSON.stringify(chosen.scope) === JSON.stringify(scope)),
  )
  const take = ({ scope, name }: QuizScopeChoice) => {
    onAbout(withScope(about, { scope, name }))
    setQ('')
    announce(`The quiz is about ${name}.`)
  }
  return (
    <fieldset class="quiz-about">
      <legend class="label">About</legend>
      <ul class="quiz-chips" aria-label="Chosen">
        {about.length === 0 ? (
          <li class="quiz-about-all">All notes</li>
        ) : (
          about.map((chosen) => (
            <li key={JSON.stringify(chosen.scope)}>
              <button
                type="button"
                class="quiz-chip is-chosen"
                aria-label={`Do not ask about ${chosen.name || 'this concept'}`}
                onClick={() => onAbout(about.filter((one) => one !== chosen))}
              >
                <span>
                  <InlineText text={chosen.name || 'This concept'} /> <span aria-hidden="true">×</span>
                </span>
              </button>
            </li>
          ))
        )}
      </ul>
      <div class="field">
        <label htmlFor="quiz-about-search">Find a concept, topic, note or tag</label>
        <input
          id="quiz-about-search"
          class="input"
          type="search"
          autocomplete="off"
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Enter takes the first that was found; it does not start the quiz.
            event.preventDefault()
            const [first] = offered
            if (q.trim() !== '' && first !== undefined) take(first)
          }}
        />
      </div>
      {offered.length === 0 ? (
        q.trim() === '' ? null : (
          <p class="hint">Nothing with cards has “{q.trim()}” in its name.</p>
        )
      ) : (
        <>
          <p class="hint">{q.trim() === '' ? 'What you would recall least of today:' : 'Found:'}</p>
          <ul class="quiz-chips">
            {offered.slice(0, 10).map((choice) => (
              <li key={JSON.stringify(choice.scope)}>
                <button type="button" class="quiz-chip" onClick={() => take(choice)}>
                  <span>
                    <InlineText text={choice.name} />
                    <small>
                      {choice.level === undefined ? null : <LevelMark {...choice.level} />}
                      {recallWords(choice)}
                    </small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  )
}

/** "6 of 9 facts today": never a share without its count. */
function recallWords({ facts, recalled }: QuizScopeChoice): string {
  return `about ${Math.round(recalled)} of ${counted(facts, 'fact')} today`
}

function useFound(q: string): readonly QuizScopeChoice[] {
  const [found, setFound] = useState<readonly QuizScopeChoice[]>([])
  const wanted = q.trim()
  useEffect(() => {
    if (wanted === '') return setFound([])
    let dropped = false
    const timer = setTimeout(() => {
      api.quizScopes(wanted).then(
        ({ choices }) => {
          if (!dropped) setFound(choices)
        },
        () => {
          if (!dropped) setFound([])
        },
      )
    }, findAfterMs)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [wanted])
  return found
}
