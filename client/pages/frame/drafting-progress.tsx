import { useState } from 'preact/hooks'
import type { DraftingReply } from '../../../shared/api/drafting.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { takeDrafting } from '../../state/drafting.ts'
import { toApiError } from '../../state/use-resource.ts'
import { RefusedDrafts } from '../../ui/refused-drafts.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { endWords, outcomeWords, progressWords } from '../../words/drafting-words.ts'
import { counted } from '../../words/words.ts'

/** How far the drafting is, and how to hold it or to stop it. */
export function DraftingProgress({ now }: { readonly now: DraftingReply }) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const isPaused = now.state === 'paused'
  const steer = async (ask: () => Promise<DraftingReply>) => {
    try {
      takeDrafting(await ask())
      setTrouble(null)
    } catch (reason) {
      setTrouble(toApiError(reason).message)
    }
  }
  return (
    <div class="drafting-part">
      <p class="drafting-sentence nums" role="status">
        {progressWords(now)}
      </p>
      <progress class="drafting-bar" aria-label="Sections drafted" value={now.done} max={now.of} />
      <p class="nums">{outcomeWords(now)} so far.</p>
      <p class="path">{now.file}</p>
      <Trouble>{trouble}</Trouble>
      <p class="row">
        <button
          type="button"
          class="btn quiet"
          data-first
          onClick={() => void steer(() => api.pauseDrafting(!isPaused))}
        >
          {isPaused ? 'Resume' : 'Pause'}
        </button>
        <button type="button" class="btn quiet" onClick={() => void steer(api.cancelDrafting)}>
          Cancel
        </button>
        <span class="small drafting-hint">Closed, it goes on; the page of the note says how far it is.</span>
      </p>
    </div>
  )
}

interface DraftingEndProps {
  readonly now: DraftingReply
  /** Shows again what would be sent. */
  readonly onAgain: () => void
}

/** What came of it: the way to what was proposed, why the rest was refused, and what to do where it stopped. */
export function DraftingEnd({ now, onAgain }: DraftingEndProps) {
  const { state, accepted, refused, sentence, notices, noteId, done, of } = now
  return (
    <div class="drafting-part">
      <p class="drafting-sentence nums" role="status">
        {endWords(now)}
      </p>
      <p class="path">
        {now.file} · {done} of {counted(of, 'section')}
      </p>
      <Trouble>{state === 'stopped' ? sentence : null}</Trouble>
      {notices.length === 0 ? null : (
        <ul class="notice drafting-notices">
          {notices.map((notice, i) => (
            <li key={i}>{notice}</li>
          ))}
        </ul>
      )}
      <p class="row">
        {accepted > 0 && noteId !== null ? (
          <a class="btn" data-first href={paths.skim(noteId)}>
            Look at {accepted === 1 ? 'it' : 'them'}
          </a>
        ) : null}
        <button type="button" class="btn quiet" data-first onClick={onAgain}>
          {state === 'done' ? 'Draft more' : 'Go on'}
        </button>
      </p>
      <RefusedDrafts drafts={refused} isOpen={accepted === 0} />
    </div>
  )
}
