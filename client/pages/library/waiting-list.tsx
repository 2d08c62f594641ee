import type { WaitingKind } from '../../../shared/api/inbox.ts'
import { paths } from '../../router.ts'
import type { WaitingCounts } from '../../state/inbox-count.ts'
import type { InboxDesk } from '../../state/use-inbox.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { Empty } from '../../ui/states.tsx'
import { type InboxPart, firstWaiting, inboxParts, sumOf, waitingNames } from '../../words/waiting-words.ts'
import { InboxBulk } from './inbox-actions.tsx'

/** Which reason is looked at; the address holds it. */
export function WaitingFilter({
  counts,
  here,
}: {
  readonly counts: WaitingCounts
  readonly here: InboxPart
}) {
  const choices = inboxParts.filter((kind) => counts[kind] > 0 || kind === here)
  if (choices.length < 2) return null
  return (
    <nav class="inbox-filter" aria-label="Why they wait">
      {choices.map((kind) => (
        <a key={kind} href={paths.inbox(kind)} aria-current={here === kind ? 'true' : undefined}>
          {waitingNames[kind]} <span class="nums">{counts[kind]}</span>
        </a>
      ))}
    </nav>
  )
}

/** The pile under the desk, with the decisions for many. */
export function WaitingRows({ desk, waiting }: { readonly desk: InboxDesk; readonly waiting: WaitingKind }) {
  const { list } = desk
  if (list.items.length < 2) return null
  return (
    <section class="section" aria-labelledby="inbox-list">
      <div class="inbox-list-head">
        <h2 id="inbox-list">All that wait</h2>
        <InboxBulk desk={desk} waiting={waiting} />
      </div>
      <ol class="rows inbox-rows">
        {list.items.map((item, i) => (
          <li key={item.cardId}>
            <button
              type="button"
              class="inbox-row"
              aria-current={i === list.at ? 'true' : undefined}
              onClick={() => desk.move(i - list.at)}
            >
              <span class="inbox-row-front" dir="auto" lang={item.languages.front ?? undefined}>
                <BlockText text={(item.proposed?.front ?? item.front).replaceAll('___', '…')} />
              </span>
              <span class="small">
                {waitingNames[item.waiting]}
                {item.skipped ? ' · skipped' : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {list.nextCursor === null ? null : (
        <p class="small">The rest of the list comes as you go through it.</p>
      )}
    </section>
  )
}

/** An empty desk, and what will come to it. */
export function NothingWaits({ counts }: { readonly counts: WaitingCounts }) {
  if (sumOf(counts) > 0) {
    return (
      <Empty
        action={
          <a class="btn" href={paths.inbox(firstWaiting(counts))}>
            Show the other {sumOf(counts)}
          </a>
        }
      >
        Nothing waits for this reason any more.
      </Empty>
    )
  }
  return (
    <Empty
      action={
        <a class="btn quiet" href={paths.notes}>
          Back to your notes
        </a>
      }
    >
      Nothing waits for you. Questions that look doubtful or were drafted come here before they are ever
      asked, and so do cards whose note says something else now, or is gone.
    </Empty>
  )
}
