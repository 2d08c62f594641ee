import { useEffect } from 'preact/hooks'
import { applyUpdate } from '../../state/app-update.ts'
import { readingBehind, watchReading } from '../../state/reading.ts'
import { heldWords, updateHeld, updateReady } from '../../state/update-ready.ts'
import { readingWords } from '../../words/reading-words.ts'

/** What is said above every page but a sitting: a newer version, and a reading in the background. */
export function FrameStrips() {
  return (
    <>
      {updateReady.value ? <UpdateStrip /> : null}
      <ReadingStrip />
    </>
  )
}

/** A newer version waits. It is shown between sessions, and applied only when asked. */
function UpdateStrip() {
  return (
    <div class="strip">
      Update ready. {updateHeld.value ? heldWords : ''}{' '}
      <button type="button" class="link-btn" onClick={applyUpdate}>
        Use it now
      </button>
    </div>
  )
}

/** That the server reads notes in the background; a page that waits for a reading shows it by itself. */
function ReadingStrip() {
  useEffect(() => void watchReading(), [])
  const state = readingBehind.value
  if (state === null) return null
  return <div class="strip nums">Your notes are being read. {readingWords(state)}</div>
}
