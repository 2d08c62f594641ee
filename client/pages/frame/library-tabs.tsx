import { useEffect } from 'preact/hooks'
import { paths } from '../../router.ts'
import { countInbox, inboxTotal } from '../../state/inbox-count.ts'
import { PageTabs } from '../../ui/page-tabs.tsx'
import './library-tabs.css'

/** The rooms of the Library, with what waits in the Inbox. */
export function LibraryTabs({ here }: { readonly here: 'notes' | 'cards' | 'skim' | 'inbox' | 'changes' }) {
  useEffect(() => void countInbox(), [])
  const tabs = {
    notes: { href: paths.notes, name: 'Notes' },
    cards: { href: paths.cards(), name: 'Cards' },
    skim: { href: paths.skim(), name: 'Skim' },
    inbox: { href: paths.inbox(), name: 'Inbox', more: <WaitingCount /> },
    changes: { href: paths.changes, name: 'Changes' },
  }
  return <PageTabs label="Library" tabs={Object.values(tabs)} here={tabs[here].href} />
}

function WaitingCount() {
  const waiting = inboxTotal.value
  if (waiting === 0) return null
  return (
    <>
      {' '}
      <span class="tab-count nums">{waiting.toLocaleString('en')}</span>
      <span class="vh"> waiting</span>
    </>
  )
}
