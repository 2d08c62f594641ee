import { useEffect, useRef } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { NoteReply } from '../../shared/api/notes.ts'
import { api } from '../api-client.ts'
import { paths } from '../router.ts'
import { useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { QuotedLine } from '../ui/quoted-line.tsx'
import { Empty, Failure, Loading } from '../ui/states.tsx'
import { counted } from '../ui/words.ts'
import { type NoteLine, type Passage, readPassages } from './read-passages.ts'
import './note-page.css'

export function NotePage() {
  const id = useRoute().params['id'] ?? ''
  const { resource, reload } = useResource(`note ${id}`, () => api.note(id))
  if (resource.kind === 'loading') return <Page heading="Note" children={<Loading />} />
  if (resource.kind === 'failed') {
    return (
      <Page heading="Note">
        {resource.error.status === 404 ? (
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
          <Failure what="Could not load this note." error={resource.error} onRetry={reload} />
        )}
      </Page>
    )
  }
  return <NoteReady note={resource.value} />
}

function NoteReady({ note }: { readonly note: NoteReply }) {
  const wanted = Number(useLocation().query['line'] ?? 0)
  const target = useRef<HTMLLIElement>(null)
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' })
  }, [note.id, wanted])
  return (
    <Page heading={note.title} sub={<span class="path">{note.path}</span>}>
      <p class="note-summary nums">
        {counted(note.facts, 'fact')}, {counted(note.cards, 'card')}
        {note.skipped === 0 ? '' : `, ${counted(note.skipped, 'line')} without a card`}
        {note.missing ? '. The file is no longer in the folder; its cards rest.' : ''}
      </p>
      {note.problemLines.length === 0 ? null : (
        <section class="notice bad" aria-label="Problems">
          {note.problemLines.map((problem) => (
            <p key={`${problem.line}${problem.code}`}>
              <b>Line {problem.line}:</b> {problem.sentence}
            </p>
          ))}
        </section>
      )}
      <div class="sheet-of-note">
        {readPassages(note).map((passage) => (
          <PassageRow key={passage.lines[0]?.number} passage={passage} wanted={wanted} target={target} />
        ))}
      </div>
    </Page>
  )
}

interface PassageRowProps {
  readonly passage: Passage
  readonly wanted: number
  readonly target: { current: HTMLLIElement | null }
}

function PassageRow({ passage, wanted, target }: PassageRowProps) {
  return (
    <section class={`passage${passage.cards.length > 0 ? ' has-cards' : ''}`}>
      <ol class="note-lines">
        {passage.lines.map((line) => (
          <li
            key={line.number}
            id={`line-${line.number}`}
            class={lineClass(line, line.number === wanted)}
            ref={line.number === wanted ? target : null}
          >
            <span class="line-number nums">{line.number}</span>
            <span class="line-text">
              <LineText line={line} isWanted={line.number === wanted} />
              {line.skipped === null ? null : <span class="line-skip"> {line.skipped}</span>}
            </span>
          </li>
        ))}
      </ol>
      {passage.cards.length === 0 ? null : (
        <ul class="line-cards" aria-label="Cards made here">
          {passage.cards.map((card) => (
            <li key={card.cardId} class={card.status}>
              <span class="src">
                line {card.lines[0]}
                {card.status === 'ready' ? '' : ` · ${card.status}`}
              </span>
              <a href={paths.concept(card.conceptId)}>
                <QuotedLine text={card.front.replace('___', '…')} />
              </a>
              <span class="card-back">
                <QuotedLine text={card.back.replaceAll('\n', ' · ')} />
              </span>
              {card.reasons.map((reason) => (
                <span key={reason} class="small">
                  {reason}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function LineText({ line, isWanted }: { readonly line: NoteLine; readonly isWanted: boolean }) {
  const text = <QuotedLine text={line.text} />
  if (line.kind === 'heading') return <b class="note-heading">{text}</b>
  return isWanted ? <mark>{text}</mark> : text
}

function lineClass(line: NoteLine, isWanted: boolean): string {
  return [line.kind, line.skipped === null ? '' : 'skipped', isWanted ? 'wanted' : ''].filter(Boolean).join(' ')
}
