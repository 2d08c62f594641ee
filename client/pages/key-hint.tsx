import { keyOf } from '../cards/review-keys.ts'
import { chosenKeys, singleKeys } from '../state/device.ts'

/** After so many cards it is a good moment to stop; said once, quietly. */
const restAfter = 20

/** The keys of the moment, where there is a keyboard; and now and then a word that it is enough. */
export function KeyHint(props: {
  readonly side: 'prompt' | 'answer'
  readonly keys: number
  readonly answers: number
  readonly canType: boolean
}) {
  const { side, keys, answers, canType } = props
  const rests = side === 'prompt' && answers > 0 && answers % restAfter === 0
  if (rests) return <p class="key-hint shown">{answers} done. Good place to stop.</p>
  if (!singleKeys.value) return null
  const key = (action: string) => <kbd>{keyOf(action, chosenKeys.value).toUpperCase()}</kbd>
  return (
    <p class="key-hint">
      {side === 'prompt' ? (
        <>
          <kbd>Space</kbd> show answer {canType ? <>· {key('type')} type it </> : null}
        </>
      ) : (
        <>
          {key('grade1')}–{key(`grade${keys}`)} grade · <kbd>Space</kbd> suggested · {key('source')}{' '}
          source{' '}
        </>
      )}
      · {key('undo')} undo · {key('edit')} edit · {key('keys')} all keys
    </p>
  )
}
