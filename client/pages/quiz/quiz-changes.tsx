import { useEffect, useState } from 'preact/hooks'
import type { QuizResultReply } from '../../../shared/api/quizzes.ts'
import { type ApiError, api } from '../../api-client.ts'
import { announce } from '../../state/announcer.ts'
import { toApiError } from '../../state/use-resource.ts'
import { counted, shortDay } from '../../words/words.ts'
import { BlockText } from '../../ui/block-text.tsx'
import './quiz-changes.css'

/** What moved in the schedules: each with a tick that takes it back, and one button for all. */
export function QuizChanges(props: {
  readonly quizId: string
  readonly told: QuizResultReply | null
  readonly isOffline: boolean
  readonly onChanged: () => void
}) {
  const { quizId, told, isOffline, onChanged } = props
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  // What was just said, until the server tells it.
  const [said, setSaid] = useState<Readonly<Record<string, boolean>>>({})
  useEffect(() => setSaid({}), [told])
  const change = async (work: Promise<unknown>, says: string) => {
    setBusy(true)
    setError(null)
    try {
      await work
      announce(says)
      onChanged()
    } catch (reason) {
      setError(toApiError(reason))
      setSaid({})
    }
    setBusy(false)
  }
  if (told === null)
    return isOffline ? (
      <section class="section">
        <h2>Schedule changes</h2>
        <p class="sub">
          The server does not answer. What moved is told once it does; your answers are saved.
        </p>
      </section>
    ) : null
  const changes = told.changes.map((one) => {
    const key = `${one.questionId} ${one.cardId}`
    return { ...one, key, undone: said[key] ?? one.undone }
  })
  const standing = changes.filter(({ undone }) => !undone).length
  return (
    <section class="section" aria-labelledby="quiz-changes">
      <h2 id="quiz-changes">Schedule changes: {standing === 0 ? 'none' : counted(standing, 'card')}</h2>
      {told.changes.length === 0 ? (
        <p class="sub">Every card keeps its day.</p>
      ) : (
        <>
          <ul class="quiz-changes">
            {changes.map(({ key, questionId, cardId, front, words, dueOn, undone }) => (
              <li key={key}>
                <label>
                  <input
                    type="checkbox"
                    checked={!undone}
                    disabled={isBusy}
                    onChange={() => {
                      setSaid({ ...said, [key]: !undone })
                      void change(
                        api.undoQuizEffect(quizId, questionId, cardId, !undone),
                        undone ? 'It counts again.' : 'Taken back.',
                      )
                    }}
                  />
                  <span>
                    <BlockText text={front.replaceAll('___', '…')} />
                    <small>
                      {undone ? 'Taken back.' : words}
                      {dueOn === null ? '' : ` Due ${shortDay(dueOn)}.`}
                    </small>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {standing === 0 ? null : (
            <p>
              <button
                type="button"
                class="btn quiet"
                disabled={isBusy}
                onClick={() => void change(api.undoQuizEffects(quizId), 'All changes are taken back.')}
              >
                Undo all
              </button>
            </p>
          )}
        </>
      )}
      {error === null ? null : (
        <p class="notice bad" role="alert">
          {error.message}
        </p>
      )}
    </section>
  )
}
