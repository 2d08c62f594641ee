import type { ApiError } from '../api-client.ts'
import { paths } from '../router.ts'
import { isNoSuchThing } from '../state/use-resource.ts'
import { Page } from './page.tsx'
import { Empty, Failure } from './states.tsx'

/** Stands in for a note that did not come: it is gone, or it could not be asked for. */
export function NoteUnloaded(props: {
  readonly heading: string
  readonly error: ApiError
  readonly onRetry: () => void
}) {
  return (
    <Page heading={props.heading}>
      {isNoSuchThing(props.error) ? (
        <Empty
          action={
            <a class="btn" href={paths.notes}>
              All notes
            </a>
          }
        >
          This note is not in the library any more.
        </Empty>
      ) : (
        <Failure what="Could not load this note." error={props.error} onRetry={props.onRetry} />
      )}
    </Page>
  )
}
