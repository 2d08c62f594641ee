import { useLocation } from 'preact-iso'
import { paths } from '../../router.ts'
import { leftIn } from '../../state/skim-list.ts'
import { useSkim } from '../../state/use-skim.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { skimWords } from '../../words/skim-words.ts'
import { counted } from '../../words/words.ts'
import { LibraryTabs } from '../frame/library-tabs.tsx'
import { SkimTable } from './skim-desk.tsx'

/** New cards at a glance, before they are ever answered. Nobody must: what is ready is asked whether or not it is skimmed. */
export function SkimPage() {
  const { query } = useLocation()
  const noteId = query['note']
  const desk = useSkim(noteId === undefined ? {} : { noteId })
  const { resource, list } = desk
  const left = leftIn(list.counts)
  const sub =
    left > 0
      ? `${skimWords(list.counts)} ${list.counts.ready > 0 ? 'Ready cards are asked anyway; drop what is not worth it.' : 'They are asked once you keep them.'}`
      : '\u00a0'
  return (
    <Page heading="Skim" sub={resource.kind === 'ready' ? sub : '\u00a0'}>
      <LibraryTabs here="skim" />
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load the new cards." error={resource.error} onRetry={desk.reload} />
      ) : null}
      {resource.kind === 'ready' && left === 0 ? (
        <NothingLeft decided={desk.decided} ofNote={noteId !== undefined} />
      ) : null}
      {resource.kind === 'ready' && list.rows.length > 0 ? <SkimTable desk={desk} /> : null}
    </Page>
  )
}

/** The end of the list, and the way on. */
function NothingLeft({ decided, ofNote }: { readonly decided: number; readonly ofNote: boolean }) {
  const onward = ofNote ? (
    <a class="btn quiet" href={paths.skim()}>
      Skim all notes
    </a>
  ) : (
    <a class="btn" href={paths.today}>
      Go to Today
    </a>
  )
  return (
    <Empty action={onward}>
      {decided > 0
        ? `Done: you looked over ${counted(decided, 'card')}. Undo still works until you leave this page.`
        : 'Nothing is new. Cards come here when notes are read for the first time or change, until you keep, drop or answer them.'}
    </Empty>
  )
}
