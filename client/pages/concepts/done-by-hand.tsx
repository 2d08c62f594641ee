import { useState } from 'preact/hooks'
import type { ConceptReply } from '../../../shared/api/concepts.ts'
import { undoChange } from '../../state/undo-change.ts'

interface DoneByHandProps {
  readonly done: ConceptReply['byHand']
  readonly onUndone: () => void
}

/** What the learner said about this concept, and how to take it back. */
export function DoneByHand({ done, onUndone }: DoneByHandProps) {
  const [failure, setFailure] = useState<string | null>(null)
  if (done.length === 0) return null
  const undo = async (changeId: string) => {
    const reason = await undoChange(changeId)
    setFailure(reason)
    if (reason === null) onUndone()
  }
  return (
    <section class="section" aria-labelledby="done-by-hand">
      <h2 id="done-by-hand">What you said</h2>
      <ul class="rows">
        {done.map((word) => (
          <li key={word.changeId} class="concept-by-hand-row">
            <span>{word.sentence}</span>
            <button type="button" class="link-btn" onClick={() => void undo(word.changeId)}>
              Undo<span class="vh">: {word.sentence}</span>
            </button>
          </li>
        ))}
      </ul>
      {failure === null ? null : (
        <p class="notice bad" role="alert">
          {failure}
        </p>
      )}
    </section>
  )
}
