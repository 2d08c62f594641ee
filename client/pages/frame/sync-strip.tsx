import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../../state/announcer.ts'
import { outbox } from '../../state/sync.ts'
import { keepQuizzesInSync, quizOutbox } from '../../state/quiz-sync.ts'
import { saveAnswers } from '../../state/save-answers.ts'
import { counted } from '../../words/words.ts'

/** A short break is nobody's business; a long one offers a copy of what waits. */
const shownAfterMs = 3000
const exportAfterMs = 2 * 60_000
const syncedShownMs = 4000

/** Answers that wait, said in one line; nothing while all is well. */
export function SyncStrip() {
  const stage = useStage(outbox.troubledSince.value ?? quizOutbox.troubledSince.value)
  const synced = useSynced(stage !== 'quiet')
  const waiting = allWaiting()
  const storage = outbox.storage.value
  const words = [
    stage === 'quiet' ? null : linkWords(waiting),
    storageWords(storage, waiting),
    outbox.refused.value.length > 0
      ? `${counted(outbox.refused.value.length, 'answer')} could not be recorded; see Settings`
      : null,
    synced,
  ].filter((part) => part !== null)
  const sentence = words.join(' · ')
  useEffect(keepQuizzesInSync, [])
  const before = useRef('')
  useEffect(() => {
    // The count changes with every answer and is not said again each time; the first words are.
    const gist = sentence.replace(/\d+/g, '')
    if (gist !== before.current && sentence !== '') announce(sentence)
    before.current = gist
  }, [sentence])
  if (sentence === '') return null
  const offersExport = outbox.waiting.value > 0 && (stage === 'long' || storage !== 'lasting')
  return (
    <div class="strip">
      {sentence}
      {outbox.link.value === 'locked' ? (
        <>
          {' · '}
          <button type="button" class="link-btn" onClick={askAgain}>
            Sign in
          </button>
        </>
      ) : null}
      {offersExport ? (
        <>
          {' · '}
          <button type="button" class="link-btn" onClick={() => void saveAnswers(outbox.events())}>
            Export answers
          </button>
        </>
      ) : null}
    </div>
  )
}

/** Whoever put the sign-in off comes back to it by hand. */
const askAgain = () => dispatchEvent(new CustomEvent('signedout', { detail: true }))

/** Answers of reviews and of quizzes. */
const allWaiting = (): number => outbox.waiting.value + quizOutbox.waiting.value

function linkWords(waiting: number): string | null {
  const answers = counted(waiting, 'answer')
  switch (outbox.troubledSince.value === null ? quizOutbox.link.value : outbox.link.value) {
    case 'up':
      return null
    case 'offline':
      return waiting === 0
        ? 'Offline. Answers are saved on this device'
        : `Offline. ${answers} saved on this device`
    case 'locked':
      return `The server wants you to sign in again. ${answers} kept on this device`
    case 'troubled':
      return `The server has trouble. ${answers} kept on this device, sent again soon`
  }
}

function storageWords(storage: typeof outbox.storage.value, waiting: number): string | null {
  if (storage === 'denied') return 'This browser keeps no data: unsent answers are lost when the page closes'
  if (storage === 'lasting' || waiting === 0) return null
  return `This device has no room left: ${counted(waiting, 'answer')} only in this page. Keep it open until they are sent`
}

function useStage(since: number | null): 'quiet' | 'shown' | 'long' {
  const [stage, setStage] = useState<'quiet' | 'shown' | 'long'>('quiet')
  useEffect(() => {
    if (since === null) return setStage('quiet')
    const shown = setTimeout(() => setStage('shown'), navigator.onLine ? shownAfterMs : 0)
    const long = setTimeout(() => setStage('long'), exportAfterMs)
    return () => {
      clearTimeout(shown)
      clearTimeout(long)
    }
  }, [since])
  return stage
}

/** How many answers arrived when the trouble ended, for a moment. */
function useSynced(isTroubled: boolean): string | null {
  const most = useRef(0)
  const [words, setWords] = useState<string | null>(null)
  const waiting = allWaiting()
  if (isTroubled) most.current = Math.max(most.current, waiting)
  useEffect(() => {
    if (isTroubled || most.current === 0 || waiting > 0) return
    setWords(`${counted(most.current, 'answer')} synced`)
    most.current = 0
    const timer = setTimeout(() => setWords(null), syncedShownMs)
    return () => clearTimeout(timer)
  }, [isTroubled, waiting === 0])
  return words
}
