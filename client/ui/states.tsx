import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ApiError } from '../api/request.ts'

/** Nothing for 120 ms, then a still outline; after a second it is said aloud. */
export function Loading() {
  const [stage, setStage] = useState<'nothing' | 'outline' | 'said'>('nothing')
  useEffect(() => {
    const outline = setTimeout(() => setStage('outline'), 120)
    const said = setTimeout(() => setStage('said'), 1000)
    return () => {
      clearTimeout(outline)
      clearTimeout(said)
    }
  }, [])
  if (stage === 'nothing') return null
  return (
    <div class="skeleton">
      <i />
      <i />
      <i />
      <i />
      <p class="vh" role="status">
        {stage === 'said' ? 'Loading…' : ''}
      </p>
    </div>
  )
}

interface FailureProps {
  /** What failed: "Could not load the statistics." */
  readonly what: string
  readonly error: ApiError
  readonly onRetry: () => void
}

/** What failed, what is safe, and one thing to do. */
export function Failure({ what, error, onRetry }: FailureProps) {
  return (
    <div class="panel section" role="alert">
      <p>
        <b>{what}</b> {error.message} Your answers are saved.
      </p>
      <p class="row failure-action">
        <button type="button" class="btn quiet" onClick={onRetry}>
          Try again
        </button>
      </p>
      {error.requestId === undefined ? null : (
        <details class="small">
          <summary>Details</summary>
          {error.code}, request {error.requestId}
        </details>
      )}
    </div>
  )
}

/** One sentence, one button. */
export function Empty({
  children,
  action,
}: {
  readonly children: ComponentChildren
  readonly action?: ComponentChildren
}) {
  return (
    <div class="panel section empty">
      <p class="prose">{children}</p>
      {action === undefined ? null : <p>{action}</p>}
    </div>
  )
}
