import { useState } from 'preact/hooks'
import type { CardAdded } from '../../../shared/api/cards.ts'
import type { QuizQuestionView, QuizReply } from '../../../shared/api/quizzes.ts'
import { cardFromMiss } from '../../../shared/quiz/card-from-miss.ts'
import { rightAnswerOf } from '../../../shared/quiz/explain-answer.ts'
import { api } from '../../api-client.ts'
import { openCardSheet } from '../../state/card-draft.ts'
import { toApiError } from '../../state/use-resource.ts'
import { BlockText } from '../../ui/block-text.tsx'

/** What a miss can become: in one click a card in this form, where there is none; else one in the learner's own words. */
export function CardFromMiss(props: {
  readonly view: QuizQuestionView
  readonly noteIds: QuizReply['noteIds']
}) {
  const { view, noteIds } = props
  const { question } = view
  const [made, setMade] = useState<CardAdded | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [source] = question.sources
  const noteId = source === undefined ? undefined : noteIds[source.file]
  const line = source?.lines[0]
  const about = {
    concept: question.concept,
    ...(noteId === undefined || line === undefined ? {} : { from: { noteId, line } }),
  }
  const typed = cardFromMiss(question)
  if (typed === null) {
    const answer = rightAnswerOf(question)
    return (
      <button
        type="button"
        class="btn quiet"
        onClick={() =>
          openCardSheet({ ...about, answer: typeof answer === 'string' ? answer : answer.join('\n') })
        }
      >
        Write a card
      </button>
    )
  }
  const told = (work: Promise<CardAdded | null>) =>
    work.then(setMade, (reason: unknown) => setTrouble(toApiError(reason).message))
  if (made !== null)
    return (
      <span role="status">
        Card made: “<BlockText text={made.front.replaceAll('___', '…')} />”{' '}
        <button
          type="button"
          class="btn quiet"
          onClick={() => void told(api.undoChange(made.changeId).then(() => null))}
        >
          Undo the card
        </button>
      </span>
    )
  return (
    <>
      <button type="button" class="btn quiet" onClick={() => void told(api.addCard({ ...typed, ...about }))}>
        Make a card: “{typed.question}”
      </button>
      {trouble === null ? null : <span role="alert">{trouble}</span>}
    </>
  )
}
