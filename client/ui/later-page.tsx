import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from './states.tsx'

type Load<Props> = () => Promise<ComponentType<Props>>

/** A page whose code comes when it is asked for; where it does not come, a sentence and a way on stand in its place. */
export function laterPage<Props extends object>(load: Load<Props>): ComponentType<Props> {
  return laterPart(load, () => <Loading />, Unloaded)
}

/** The same for a part of a page: nothing stands there while it comes, and one line where it does not. */
export function laterPart<Props extends object>(
  load: Load<Props>,
  waiting: () => ComponentChildren = () => null,
  failed: ComponentType<{ readonly onRetry: () => void }> = UnloadedPart,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  const Failed = failed
  return function LaterPart(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
    const ask = () => {
      setState('loading')
      load().then(
        (Part) => {
          loaded = Part
          setState('ready')
        },
        () => setState('failed'),
      )
    }
    useEffect(() => {
      if (loaded === null) ask()
    }, [])
    const Part = loaded
    if (Part !== null) return <Part {...props} />
    return state === 'failed' ? <Failed onRetry={ask} /> : waiting()
  }
}

/** The network went, or the server has a newer app by now. */
function Unloaded({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div class="page">
      <h1>This page did not load</h1>
      <p class="sub">The server does not answer, or has a newer version. Your answers are saved.</p>
      <p class="row section">
        <button type="button" class="btn" onClick={onRetry}>
          Try again
        </button>
        <button type="button" class="btn quiet" onClick={() => location.reload()}>
          Reload
        </button>
      </p>
    </div>
  )
}

function UnloadedPart({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <p class="strip" role="alert">
      A part of this page did not load. Your answers are saved.{' '}
      <button type="button" class="link-btn" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
