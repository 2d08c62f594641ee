import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { InboxItem, WaitingKind } from '../../../shared/api/inbox.ts'
import { api } from '../../api-client.ts'
import { type InboxAction, keysOnOffer } from '../../keys/inbox-keys.ts'
import { type InboxPart, firstWaiting, isInboxPart, sumOf, totalWords } from '../../words/waiting-words.ts'
import { paths } from '../../router.ts'
import { inboxCounts, takeCounts } from '../../state/inbox-count.ts'
import { currentItem } from '../../state/inbox-list.ts'
import { leftIn } from '../../state/skim-list.ts'
import { type InboxDesk, useInbox } from '../../state/use-inbox.ts'
import { useResource } from '../../state/use-resource.ts'
import { useSkim } from '../../state/use-skim.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { InboxActions } from './inbox-actions.tsx'
import { InboxItemView } from './inbox-item.tsx'
import { LibraryTabs } from '../frame/library-tabs.tsx'
import { SkimTable } from './skim-desk.tsx'
import { NothingWaits, WaitingFilter, WaitingRows } from './waiting-list.tsx'
import './inbox-page.css'

/** Cards that wait for a word of the learner: changed meanings, those whose text is gone, proposed ones, and drafts. */
export function InboxPage() {
  const { query } = useLocation()
  const asked = isInboxPart(query['waiting']) ? query['waiting'] : undefined
  const { resource, reload } = useResource('inbox counts', () => api.inbox({ limit: 1 }))
  useEffect(() => {
    if (resource.kind === 'ready') takeCounts(resource.value)
  }, [resource])
  const counts = inboxCounts.value
  // What the page opens with stays on it, however much of it is decided meanwhile.
  const first = useRef<InboxPart | undefined>(undefined)
  if (first.current === undefined && counts !== null) first.current = firstWaiting(counts)
  const waiting = asked ?? first.current
  return (
    <Page heading="Inbox" sub={counts !== null && sumOf(counts) > 0 ? totalWords(counts) : '\u00a0'}>
      <LibraryTabs here="inbox" />
      {counts === null || waiting === undefined ? null : <WaitingFilter counts={counts} here={waiting} />}
      {waiting === undefined && resource.kind === 'loading' ? <Loading /> : null}
      {waiting === undefined && resource.kind === 'failed' ? (
        <Failure what="Could not load what waits." error={resource.error} onRetry={reload} />
      ) : null}
      <PartOf key={waiting} part={waiting} />
    </Page>
  )
}

function PartOf({ part }: { readonly part: InboxPart | undefined }) {
  if (part === undefined) return null
  return part === 'doubtful' || part === 'drafted' ? <NewCards part={part} /> : <DeskOf waiting={part} />
}

/** Proposed cards, or drafts, in the rows of Skim, with its keys. */
function NewCards({ part }: { readonly part: 'doubtful' | 'drafted' }) {
  const desk = useSkim({ state: part === 'drafted' ? part : 'proposed' })
  const { resource, list } = desk
  const left = leftIn(list.counts)
  const counts = inboxCounts.value
  useEffect(() => {
    if (resource.kind === 'ready' && inboxCounts.value !== null)
      inboxCounts.value = { ...inboxCounts.value, [part]: left }
  }, [left, resource.kind])
  return (
    <>
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load what waits." error={resource.error} onRetry={desk.reload} />
      ) : null}
      {resource.kind === 'ready' && left === 0 && counts !== null ? <NothingWaits counts={counts} /> : null}
      {resource.kind === 'ready' && list.rows.length > 0 ? <SkimTable desk={desk} /> : null}
    </>
  )
}

function DeskOf({ waiting }: { readonly waiting: WaitingKind }) {
  const desk = useInbox(waiting)
  const { resource } = desk
  return (
    <>
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load what waits." error={resource.error} onRetry={desk.reload} />
      ) : null}
      {resource.kind === 'ready' ? <InboxReady desk={desk} waiting={waiting} /> : null}
    </>
  )
}

interface InboxReadyProps {
  readonly desk: InboxDesk
  readonly waiting: WaitingKind
}

function InboxReady({ desk, waiting }: InboxReadyProps) {
  const { route } = useLocation()
  const { list, notice } = desk
  const item = currentItem(list)
  const [edits, setEdits] = useState(false)
  const prompt = useRef<HTMLDivElement>(null)
  const article = useRef<HTMLElement>(null)
  useEffect(() => setEdits(false), [item?.cardId])

  // After a decision the next prompt has the focus; nothing moves it before the learner did something.
  useLayoutEffect(() => {
    if (desk.moves === 0) return
    const target = prompt.current ?? document.querySelector<HTMLElement>('h1')
    target?.focus({ preventScroll: true })
    const top = article.current?.getBoundingClientRect().top ?? 0
    if (top < 0) article.current?.scrollIntoView({ block: 'start' })
  }, [desk.moves])

  const act = (action: InboxAction) => {
    if (action === 'undo') desk.undo()
    else if (action === 'edit') setEdits(true)
    else if (action === 'next') desk.move(1)
    else if (action === 'previous') desk.move(-1)
    else if (action === 'source') {
      const source = item?.sources.find((one) => one.noteId !== null)
      if (source?.noteId != null) route(paths.note(source.noteId, source.lines[0]))
    } else desk.decide({ decision: action })
  }
  useInboxKeys(item, act)

  return (
    <>
      {notice !== null && (notice.isBad || item === undefined) ? (
        <p class={notice.isBad ? 'notice bad' : 'notice'} role={notice.isBad ? 'alert' : undefined}>
          {notice.words}{' '}
          {desk.canUndo ? (
            <button type="button" class="link-btn" onClick={desk.undo}>
              Undo
            </button>
          ) : null}
        </p>
      ) : null}
      {item === undefined ? <NothingWaits counts={{ ...list.counts, drafted: list.drafted }} /> : null}
      {item === undefined ? null : (
        <section class="inbox-desk" aria-label="Waiting card">
          <InboxItemView
            key={item.cardId}
            item={item}
            place={`${list.at + 1} of ${list.counts[waiting].toLocaleString('en')}`}
            article={article}
            prompt={prompt}
            edits={edits}
            onDone={(text) => {
              setEdits(false)
              desk.decide({ decision: 'accept', ...text })
            }}
            onStop={() => setEdits(false)}
          />
          {edits ? null : (
            <InboxActions
              item={item}
              canUndo={desk.canUndo}
              lastWords={notice === null || notice.isBad ? '' : notice.words}
              onAct={act}
              onStartAnew={() => desk.decide({ decision: 'accept', startAnew: true })}
            />
          )}
        </section>
      )}
      <WaitingRows desk={desk} waiting={waiting} />
    </>
  )
}

function useInboxKeys(item: InboxItem | undefined, act: (action: InboxAction) => void): void {
  const offered = keysOnOffer(item?.waiting ?? null)
  useKeys('inbox', Object.fromEntries(offered.map((action) => [action, () => act(action)])))
  const next = item === undefined ? undefined : () => act('next')
  const previous = item === undefined ? undefined : () => act('previous')
  useFixedKeys({
    ArrowRight: next,
    ArrowDown: next,
    ArrowLeft: previous,
    ArrowUp: previous,
    'Ctrl Z': () => act('undo'),
  })
}
