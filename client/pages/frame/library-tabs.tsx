import { useEffect } from 'preact/hooks'
import { paths } from '../../router.ts'
import { countInbox, inboxTotal } from '../../state/inbox-count.ts'
import '../../ui/page-tabs.css'
import './library-tabs.css'

/** The rooms of the Library, with what waits in the Inbox. */
export function LibraryTabs({ here }: { readonly here: 'notes' | 'cards' | 'skim' | 'inbox' | 'changes' }) {
  useEffect(() => void countInbox(), [])
  const waiting = inboxTotal.value
  return (
    <nav class="page-tabs" aria-label="Library">
      <a href={paths.notes} aria-current={here === 'notes' ? 'page' : undefined}>
        Notes
      </a>
      <a href={paths.cards()} aria-current={here === 'cards' ? 'page' : undefined}>
        Cards
      </a>
      <a href={paths.skim()} aria-current={here === 'skim' ? 'page' : undefined}>
        Skim
      </a>
      <a href={paths.inbox()} aria-current={here === 'inbox' ? 'page' : undefined}>
        Inbox
        {waiting === 0 ? null : (
          <>
            {' '}
            <span class="tab-count nums">{waiting.toLocaleString('en')}</span>
            <span class="vh"> waiting</span>
          </>
        )}
      </a>
      <a href={paths.changes} aria-current={here === 'changes' ? 'page' : undefined}>
        Changes
      </a>
    </nav>
  )
}
