import { useState } from 'preact/hooks'
import type { ConceptAnswer, ConceptReply } from '../../../shared/api/concepts.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { type ApiError, api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { toApiError } from '../../state/use-resource.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { gradeName } from '../../words/grade-names.ts'
import { longDay, shortDay } from '../../words/words.ts'

/** How the level moved, the latest step first, each with what moved it. */
export function LevelSteps({ levels }: Pick<ConceptReply, 'levels'>) {
  if (levels.length === 0) return null
  return (
    <section class="section" aria-labelledby="level-steps">
      <h2 id="level-steps">How its level moved</h2>
      <ol class="rows">
        {levels.map(({ on, from, to, why }) => (
          <li key={`${on} ${from} ${to}`} class="concept-step">
            <time dateTime={on} title={longDay(on, '')}>
              {shortDay(on)}
            </time>
            <span>
              {from} → <b>{to}</b>
            </span>
            <span class="hint">{why}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const answersAtOnce = 50

/** Every answer to its cards, the latest first; asked for when somebody opens it. */
export function ConceptAnswers({ conceptId }: { readonly conceptId: string }) {
  const [answers, setAnswers] = useState<readonly ConceptAnswer[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const load = async (cursor: string | null) => {
    try {
      const page = await api.conceptAnswers(conceptId, {
        limit: answersAtOnce,
        ...(cursor === null ? {} : { cursor }),
      })
      setAnswers((before) => [...(cursor === null ? [] : (before ?? [])), ...page.answers])
      setNext(page.nextCursor)
      setError(null)
    } catch (reason) {
      setError(toApiError(reason))
    }
  }
  return (
    <details
      class="fold section"
      onToggle={(event) => {
        if (event.currentTarget.open && answers === null) void load(null)
      }}
    >
      <summary>
        <h2>Every answer</h2>
      </summary>
      {error === null ? null : (
        <p class="hint" role="alert">
          Could not load the answers. {error.message}
        </p>
      )}
      {answers?.length === 0 ? <p class="hint">Nothing of it was answered yet.</p> : null}
      <ol class="rows">
        {(answers ?? []).map((answer) => (
          <li key={answer.id} class="concept-answer">
            <time dateTime={answer.day} title={longDay(answer.day, '')}>
              {shortDay(answer.day)}
            </time>
            <a href={paths.cards(undefined, answer.cardId)}>
              <BlockText text={answer.front.replaceAll('___', '…')} />
            </a>
            <span class="small">{answerWords(answer)}</span>
          </li>
        ))}
      </ol>
      {next === null ? null : (
        <p>
          <button type="button" class="btn quiet" onClick={() => void load(next)}>
            Earlier answers
          </button>
        </p>
      )}
    </details>
  )
}

/** `Good in a review`, `right in a quiz, sure`. */
function answerWords({ grade, via, counted, confidence }: ConceptAnswer): string {
  const sure = confidence === null ? '' : `, ${confidence}`
  if (via === 'quiz') return `${grade >= 3 ? 'right' : 'wrong'} in a quiz${sure}`
  return `${gradeName(grade as Grade)}${counted ? '' : ', practice'}`
}
