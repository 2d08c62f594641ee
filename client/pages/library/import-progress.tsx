import { useEffect } from 'preact/hooks'
import type { ReadingReply } from '../../../shared/api/reading.ts'
import { pauseReading, reading, showReading } from '../../state/reading.ts'
import { readingWords } from '../../words/reading-words.ts'

interface ImportProgressProps {
  /** What is being done before the server has begun to count. */
  readonly words: string
  readonly onCancel: () => void
}

/** How far the server is with the notes, and how to hold it or to stop it. Nothing is changed until it is through. */
export function ImportProgress({ words, onCancel }: ImportProgressProps) {
  useEffect(showReading, [])
  const state = reading.value
  const isBusy = state !== null && state.state !== 'idle'
  return (
    <div class="panel notes-import-progress">
      <p role="status">{isBusy ? readingWords(state) : words}</p>
      <progress
        aria-label="Files read"
        {...(isBusy && state.of > 0 ? { value: state.done, max: state.of } : {})}
      />
      {isBusy && state.file !== null && state.done < state.of ? <p class="path">{state.file}</p> : null}
      <p class="row">
        {isBusy ? <PauseButton state={state} /> : null}
        <button type="button" class="btn quiet" disabled={state?.state === 'storing'} onClick={onCancel}>
          Cancel
        </button>
      </p>
    </div>
  )
}

function PauseButton({ state }: { readonly state: ReadingReply }) {
  const isPaused = state.state === 'paused'
  return (
    <button
      type="button"
      class="btn quiet"
      disabled={state.state === 'storing'}
      onClick={() => void pauseReading(!isPaused).catch(() => {})}
    >
      {isPaused ? 'Resume' : 'Pause'}
    </button>
  )
}
