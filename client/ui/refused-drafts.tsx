import type { DraftingReply } from '../../shared/api/drafting.ts'
import { counted } from '../words/words.ts'
import './refused-drafts.css'

interface RefusedDraftsProps {
  readonly drafts: DraftingReply['refused']
  /** What they are called. */
  readonly noun?: string
  readonly isOpen: boolean
}

/** What a model proposed and our gate did not let through, each with its reason. */
export function RefusedDrafts({ drafts, noun = 'draft', isOpen }: RefusedDraftsProps) {
  if (drafts.length === 0) return null
  return (
    <details class="refused-drafts" open={isOpen}>
      <summary>
        Why {counted(drafts.length, noun)} {drafts.length === 1 ? 'was' : 'were'} refused
      </summary>
      <ul class="rows">
        {drafts.map(({ question, answer, sentence }, i) => (
          <li key={i}>
            <p class="refused-front">{question.replaceAll('___', '…')}</p>
            <p class="refused-back">{answer.replaceAll('\n', ' · ')}</p>
            <p class="small">{sentence}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
