import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { readOrigin } from '../../../shared/card/card-origin.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { openCardSheet } from '../../state/card-draft.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { QuotedLine, withoutMarks } from '../../ui/quoted-line.tsx'
import { Loading } from '../../ui/states.tsx'
import { SyntaxHelp } from '../../ui/syntax-help.tsx'
import { counted } from '../../words/words.ts'
import { NoteUnloaded } from '../../ui/note-unloaded.tsx'
import { RejectedLines } from './rejected-lines.tsx'
import { type LineCard, type NoteLine, readNoteLines } from './read-note-lines.ts'
import './note-page.css'

export function NotePage() {
  const id = useRoute().params['id'] ?? ''
  const { resource, reload } = useResource(`note ${id}`, () => api.note(id))
  if (resource.kind === 'loading') return <Page heading="Note" children={<Loading />} />
  if (resource.kind === 'failed')
    return <NoteUnloaded heading="Note" error={resource.error} onRetry={reload} />
  return <NoteReady note={resource.value} onChanged={reload} />
}

interface NoteReadyProps {
  readonly note: NoteReply
  readonly onChanged: () => void
}

function NoteReady({ note, onChanged }: NoteReadyProps) {
  const wanted = Number(useLocation().query['line'] ?? 0)
  const target = useRef<HTMLLIElement>(null)
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' })
  }, [note.id, wanted])
  useEditKey(note.missing ? null : paths.editNote(note.id, wanted > 0 ? wanted : undefined))
  return (
    <Page heading={note.title} sub={<span class="path">{note.path}</span>}>
      <p class="note-summary nums">
        {coverageWords(note)}
        {note.missing ? ' The file is no longer in the folder; its cards rest.' : ''}
      </p>
      {note.missing ? null : (
        <p class="row note-tools">
          <a
            class="btn quiet"
            href={paths.editNote(note.id, wanted > 0 ? wanted : undefined)}
            aria-keyshortcuts={shortcutOf('note', 'edit')}
          >
            Edit
          </a>
          <a href={paths.skim(note.id)}>Skim its new cards</a>
        </p>
      )}
      {note.problemLines.length === 0 ? null : (
        <section class="notice bad" aria-label="Problems">
          {note.problemLines.map((problem) => (
            <p key={`${problem.line}${problem.code}`}>
              <b>Line {problem.line}:</b> {problem.sentence}
            </p>
          ))}
        </section>
      )}
      <ol class="note-sheet" data-note={note.id}>
        {readNoteLines(note).map((line) => (
          <LineRow
            key={line.number}
            line={line}
            noteId={note.id}
            isWanted={line.number === wanted}
            target={target}
          />
        ))}
      </ol>
      <RejectedLines lines={note.rejected} onAllowed={onChanged} />
      {note.origin === 'upload' && !note.missing ? <RemoveNote note={note} /> : null}
    </Page>
  )
}

/** `14 of 16 facts have a card: 21 cards, 1 of them doubtful. 12 lines give none.` */
function coverageWords({ facts, covered, cards, doubtful, skipped }: NoteReply): string {
  if (facts === 0) return 'No facts were found in this note.'
  const share =
    covered === facts
      ? `All ${counted(facts, 'fact')} have a card`
      : `${covered} of ${counted(facts, 'fact')} ${covered === 1 ? 'has' : 'have'} a card`
  const doubts = doubtful === 0 ? '' : `, ${doubtful} of them doubtful`
  const silent = skipped === 0 ? '' : ` ${counted(skipped, 'line')} ${skipped === 1 ? 'gives' : 'give'} none.`
  return `${share}: ${counted(cards, 'card')}${doubts}.${silent}`
}

/** `E` edits the note where it is being read. */
function useEditKey(href: string | null): void {
  const { route } = useLocation()
  useKeys('note', href === null ? {} : { edit: () => route(href) })
}

/** Only a note that was brought in here can be taken out here, and only after a second word. */
function RemoveNote({ note }: { readonly note: NoteReply }) {
  const { route } = useLocation()
  const [asks, setAsks] = useState(false)
  const [failure, setFailure] = useState('')
  const remove = async () => {
    try {
      await api.removeNote(note.id)
      announce(`${note.title} was removed from the library.`)
      route(paths.notes)
    } catch (reason) {
      setFailure(toApiError(reason).message)
    }
  }
  return (
    <section class="section" aria-label="Remove this note">
      {asks ? (
        <>
          <p class="hint">
            Its {counted(note.cards, 'card')} will rest and keep their history. The file is kept aside.
          </p>
          <p class="row">
            <button type="button" class="btn" onClick={() => void remove()}>
              Remove
            </button>
            <button type="button" class="btn quiet" onClick={() => setAsks(false)}>
              Keep it
            </button>
          </p>
        </>
      ) : (
        <button type="button" class="btn quiet" onClick={() => setAsks(true)}>
          Remove from the library
        </button>
      )}
      {failure === '' ? null : (
        <p class="notice bad" role="alert">
          {failure}
        </p>
      )}
    </section>
  )
}

interface LineRowProps {
  readonly line: NoteLine
  readonly noteId: string
  readonly isWanted: boolean
  readonly target: { current: HTMLLIElement | null }
}

function LineRow({ line, noteId, isWanted, target }: LineRowProps) {
  const [helps, setHelps] = useState(false)
  return (
    <li
      data-line={line.number}
      ref={isWanted ? target : null}
      class={`note-line ${line.kind}${line.opens ? ' opens' : ''}`}
    >
      <span class="note-line-number nums">{line.number}</span>
      <span class="note-line-text">
        <LineText line={line} isWanted={isWanted} />
      </span>
      {line.cards.length > 0 || line.kind === 'heading' || !(line.isSilent || isWanted) ? null : (
        <div class="note-line-skip">
          {line.skipped === null ? null : <p>{line.skipped}</p>}
          <p class="note-line-ways">
            <button
              type="button"
              class="link-btn"
              onClick={() => openCardSheet({ answer: wordsOf(line), from: { noteId, line: line.number } })}
            >
              Make a card<span class="vh"> from line {line.number}</span>
            </button>
            {line.skipped === null ? null : (
              <button type="button" class="link-btn" aria-expanded={helps} onClick={() => setHelps(!helps)}>
                What can be written<span class="vh"> in line {line.number}</span>
              </button>
            )}
          </p>
          {helps ? <SyntaxHelp /> : null}
        </div>
      )}
      {line.cards.length === 0 ? null : (
        <ul class="note-line-cards" aria-label={`Cards from line ${line.number}`}>
          {line.cards.map((card) => (
            <LineCardItem key={card.cardId} card={card} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** The words of a line as a person would say them. */
function wordsOf({ text, kind }: NoteLine): string {
  return kind === 'code' ? text.trim() : withoutMarks(text).replaceAll(/\*\*|`/g, '')
}

function LineCardItem({ card }: { readonly card: LineCard }) {
  return (
    <li>
      <a href={paths.concept(card.conceptId)}>
        <QuotedLine text={card.front.replace('___', '…')} />
      </a>{' '}
      <span class="note-line-answer">
        <QuotedLine text={card.back.replaceAll('\n', ' · ')} />
      </span>
      {card.status === 'ready' ? null : (
        <span class="note-line-status">
          {[card.status === 'doubtful' ? 'Doubtful' : 'Retired', ...card.reasons].join('. ')}
        </span>
      )}
    </li>
  )
}

function LineText({ line, isWanted }: { readonly line: NoteLine; readonly isWanted: boolean }) {
  const { bare, from } = readOrigin(line.text)
  const quoted = line.kind === 'code' ? bare : <QuotedLine text={bare} />
  const text =
    from === null ? (
      quoted
    ) : (
      <>
        {quoted}{' '}
        <a class="path" href={paths.note(from.noteId, from.line)}>
          from {from.file}, line {from.line}
        </a>
      </>
    )
  if (isWanted) return <mark>{text}</mark>
  if (line.kind === 'code') return <>{text}</>
  return line.kind === 'heading' ? <b class="note-heading">{text}</b> : text
}
