import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { InboxItem, WaitingKind } from '../../../shared/api/inbox.ts'
import { type InboxAction, keysOnOffer } from '../../keys/inbox-keys.ts'
import { isWaitingKind, sumOf, totalWords } from '../../words/waiting-words.ts'
import { paths } from '../../router.ts'
import { currentItem } from '../../state/inbox-list.ts'
import { type InboxDesk, useInbox } from '../../state/use-inbox.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { Page } from '../../ui/page.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { InboxActions } from './inbox-actions.tsx'
import { InboxItemView } from './inbox-item.tsx'
import { LibraryTabs } from '../frame/library-tabs.tsx'
import { NothingWaits, WaitingFilter, WaitingRows } from './waiting-list.tsx'
import './inbox-page.css'

/** Cards that wait for a word of the learner: doubtful ones, changed meanings, and those whose text is gone. */
export function InboxPage() {
  const { query } = useLocation()
  const waiting = isWaitingKind(query['waiting']) ? query['waiting'] : undefined
  const desk = useInbox(waiting)
  const { resource } = desk
  return (
    <Page
      heading="Inbox"
      sub={
        resource.kind === 'ready' && sumOf(desk.list.counts) > 0 ? totalWords(desk.list.counts) : undefined
      }
    >
      <LibraryTabs here="inbox" />
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load what waits." error={resource.error} onRetry={desk.reload} />
      ) : null}
      {resource.kind === 'ready' ? <InboxReady desk={desk} waiting={waiting} /> : null}
    </Page>
  )
}

interface InboxReadyProps {
  readonly desk: InboxDesk
  readonly waiting: WaitingKind | undefined
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
      <WaitingFilter counts={list.counts} here={waiting} />
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
      {item === undefined ? <NothingWaits waiting={waiting} counts={list.counts} /> : null}
      {item === undefined ? null : (
        <section class="inbox-desk" aria-label="Waiting card">
          <InboxItemView
            key={item.cardId}
            item={item}
            place={`${list.at + 1} of ${(waiting === undefined ? sumOf(list.counts) : list.counts[waiting]).toLocaleString('en')}`}
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
