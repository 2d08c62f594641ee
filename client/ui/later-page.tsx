import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from './states.tsx'

/** A page whose code comes when it is asked for; where it does not come, a sentence and a way on stand in its place. */
export function laterPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function LaterPage(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded === null ? 'loading' : 'ready')
    const ask = () => {
      setState('loading')
      load().then(
        (Page) => {
          loaded = Page
          setState('ready')
        },
        () => setState('failed'),
      )
    }
    useEffect(() => {
      if (loaded === null) ask()
    }, [])
    const Page = loaded
    if (Page !== null) return <Page {...props} />
    return state === 'failed' ? <Unloaded onRetry={ask} /> : <Loading />
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
