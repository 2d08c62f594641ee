import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { InboxItem } from '../../../shared/api/inbox.ts'
import { paths } from '../../router.ts'
import { BlockLines, BlockText } from '../../ui/block-text.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import { WordDiff } from '../../ui/word-diff.tsx'
import { counted } from '../../words/words.ts'
import { plainLine } from '../../words/inline-parts.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

interface InboxItemProps {
  readonly item: InboxItem
  /** `3 of 12`. */
  readonly place: string
  readonly article: RefObject<HTMLElement | null>
  readonly prompt: RefObject<HTMLDivElement | null>
  readonly edits: boolean
  readonly onDone: (text: { front: string; back: string }) => void
  readonly onStop: () => void
}

/** One waiting card like a page with a ruled margin: what would be asked, why it waits, and the lines it came from. */
export function InboxItemView({ item, place, article, prompt, edits, onDone, onStop }: InboxItemProps) {
  return (
    <article ref={article} class="card" aria-label="Card">
      <div class="card-body">
        <div ref={prompt} tabIndex={-1}>
          <p class="card-crumb" dir="auto">
            <InlineText text={item.concept} /> · {place}
          </p>
          <WhyItWaits item={item} />
          {edits ? null : <Wording item={item} />}
        </div>
        {edits ? <EditForm item={item} onDone={onDone} onStop={onStop} /> : null}
      </div>
      <aside class="card-margin" aria-label="Source">
        <h2>{item.waiting === 'gone' ? 'This was in your notes' : 'From your notes'}</h2>
        <SourceList sources={item.sources} answer={`${item.front} ${item.back}`} />
        <p class="agree">{historyWords(item)}</p>
      </aside>
    </article>
  )
}

function WhyItWaits({ item }: { readonly item: InboxItem }) {
  if (item.waiting === 'gone') {
    return <p class="inbox-why">No note says this any more. Retire the card, or go on asking it?</p>
  }
  if (item.waiting === 'meaning') {
    return (
      <p class="inbox-why">
        Your note answers this differently now. Until you decide, the card is asked as before.
      </p>
    )
  }
  return (
    <ul class="inbox-why" aria-label="Why it is doubtful">
      {item.reasons.map((reason) => (
        <li key={reason.code}>
          <InlineText text={reason.sentence} />
          {reason.code === 'conflict' ? (
            <>
              {' '}
              <a href={paths.concept(item.conceptId)}>Say which is right</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Wording({ item }: { readonly item: InboxItem }) {
  const { proposed } = item
  if (proposed === null) return <Sides item={item} />
  return (
    <>
      <div class="inbox-was">
        <h2 class="label">Asked until now</h2>
        <Sides item={item} />
      </div>
      <div class="inbox-now">
        <h2 class="label">Your note now</h2>
        <div class="card-prompt" dir="auto">
          <WordDiff before={bare(item.front)} after={bare(proposed.front)} />
        </div>
        <div class="card-answer">
          {answerLines(item.back, proposed.back).map(([before, after], i) => (
            <p key={i} dir="auto">
              <WordDiff before={bare(before)} after={bare(after)} />
            </p>
          ))}
        </div>
      </div>
    </>
  )
}

function Sides({ item: { front, back, languages } }: { readonly item: InboxItem }) {
  return (
    <>
      <div class="card-prompt" dir="auto" lang={languages.front ?? undefined}>
        <BlockText text={front.replaceAll('___', '…')} />
      </div>
      <div class="card-answer" lang={languages.back ?? undefined}>
        <p class="vh" lang="en">
          Answer
        </p>
        <BlockLines text={back} />
      </div>
    </>
  )
}

function EditForm({ item, onDone, onStop }: Pick<InboxItemProps, 'item' | 'onDone' | 'onStop'>) {
  const start = item.proposed ?? item
  const [front, setFront] = useState(start.front)
  const [back, setBack] = useState(start.back)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const isFit = front.trim() !== '' && back.trim() !== ''
  const done = () => {
    if (isFit) onDone({ front: front.trim(), back: back.trim() })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onStop()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done()
  }
  return (
    <form
      class="inbox-edit"
      onSubmit={(event) => {
        event.preventDefault()
        done()
      }}
    >
      <div class="field">
        <label htmlFor="inbox-front">Question</label>
        <textarea
          ref={field}
          id="inbox-front"
          class="input"
          rows={3}
          maxLength={2000}
          value={front}
          onInput={(event) => setFront(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <div class="field">
        <label htmlFor="inbox-back">Answer</label>
        <textarea
          id="inbox-back"
          class="input"
          rows={4}
          maxLength={5000}
          value={back}
          onInput={(event) => setBack(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <p class="row">
        <button class="btn" disabled={!isFit} aria-keyshortcuts="Control+Enter">
          Accept this wording
        </button>
        <button type="button" class="btn quiet" onClick={onStop}>
          Cancel
        </button>
      </p>
    </form>
  )
}

function historyWords({ answers }: InboxItem): string {
  if (answers === 0) return 'Never asked yet'
  return `Answered ${answers === 1 ? 'once' : counted(answers, 'time')}; its history stays`
}

/** Lines of two answers beside each other, the longer one setting how many. */
function answerLines(before: string, after: string): [string, string][] {
  const [was, is] = [before.split('\n'), after.split('\n')]
  return Array.from({ length: Math.max(was.length, is.length) }, (_, i) => [was[i] ?? '', is[i] ?? ''])
}

/** Words without the marks that only dress them: a bold word is no change of meaning. */
function bare(text: string): string {
  return plainLine(text.replaceAll('___', '…'))
}
