import { keyOf } from '../../keys/review-keys.ts'
import { chosenKeys, singleKeys } from '../../state/device.ts'
import { Still } from '../../ui/still.tsx'

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
  const isTurned = side === 'answer'
  const rests = !isTurned && answers > 0 && answers % restAfter === 0
  if (rests) return <p class="key-hint shown">{answers} done. Good place to stop.</p>
  if (!singleKeys.value) return null
  return (
    <>
      <p class="key-hint" hidden={isTurned}>
        <Still isShown={!isTurned}>
          {() => (
            <>
              <kbd>Space</kbd> show answer{' '}
              {canType ? (
                <>
                  · <Key of="type" /> type it{' '}
                </>
              ) : null}
              <Always />
            </>
          )}
        </Still>
      </p>
      <p class="key-hint" hidden={!isTurned}>
        <Still isShown={isTurned}>
          {() => (
            <>
              <GradeKeys count={keys} /> grade · <kbd>Space</kbd> suggested · <Key of="source" /> source{' '}
              <Always />
            </>
          )}
        </Still>
      </p>
    </>
  )
}

function Always() {
  return (
    <>
      · <Key of="undo" /> undo · <Key of="edit" /> edit · <Key of="keys" /> all keys
    </>
  )
}

/** First and last where the keys are the digits they come as; each of them where one was changed. */
function GradeKeys({ count }: { readonly count: number }) {
  const names = Array.from({ length: count }, (_, i) => `grade${i + 1}`)
  if (names.some((name) => name in chosenKeys.value))
    return (
      <>
        {names.map((name) => (
          <Key key={name} of={name} />
        ))}
      </>
    )
  return (
    <>
      <Key of="grade1" />–<Key of={`grade${count}`} />
    </>
  )
}

function Key({ of }: { readonly of: string }) {
  return <kbd>{keyOf(of, chosenKeys.value).toUpperCase()}</kbd>
}
