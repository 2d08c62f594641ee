import { useState } from 'preact/hooks'
import type { ConceptReply } from '../../../shared/api/concepts.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import type { ChangeByHand } from './concept-change.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import { plainLine } from '../../words/inline-parts.ts'

interface ConceptConflictProps {
  readonly conflict: ConceptReply['conflicts'][number]
  readonly change: ChangeByHand
}

/** Notes that disagree, quoted side by side, with a word for each side and one for both. */
export function ConceptConflict({ conflict, change }: ConceptConflictProps) {
  const [isBusy, setBusy] = useState(false)
  const say = async (statement: string | null) => {
    setBusy(true)
    await change({ kind: 'side', factKey: conflict.factKey, statement }, 'Noted. Its cards are asked again.')
    setBusy(false)
  }
  return (
    <section class="section" aria-label="Your notes disagree">
      <h2>Your notes disagree</h2>
      <p class="prose">
        <InlineText text={conflict.sentence} />
      </p>
      <div class="concept-sides">
        {conflict.sides.map((side) => (
          <div key={side.statement} class="concept-side">
            <p class="concept-statement" dir="auto">
              <BlockText text={side.statement} />
            </p>
            <SourceList sources={side.sources} />
            <p class="concept-side-choice">
              <button
                type="button"
                class="btn quiet"
                disabled={isBusy}
                onClick={() => void say(side.statement)}
              >
                This one is right<span class="vh">: {plainLine(side.statement)}</span>
              </button>
            </p>
          </div>
        ))}
      </div>
      <p class="row">
        <button type="button" class="btn quiet" disabled={isBusy} onClick={() => void say(null)}>
          Both are right
        </button>
        <span class="hint">Its cards wait until you choose, or mend the note that is wrong.</span>
      </p>
    </section>
  )
}
