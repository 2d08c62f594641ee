import { Fragment } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CardEdited } from '../../../shared/api/cards.ts'
import { EditCard } from '../../cards/edit-card.tsx'
import { shortcutOf } from '../../keys/keys.ts'
import { paths } from '../../router.ts'
import { type SkimGroup, type SkimMark, type SkimRow, groupsOf } from '../../state/skim-list.ts'
import type { SkimDesk } from '../../state/use-skim.ts'
import { QuotedLine } from '../../ui/quoted-line.tsx'
import { placeWords } from '../../words/skim-words.ts'
import './skim-rows.css'

interface SkimRowsProps {
  readonly desk: SkimDesk
  /** Whether the row that is looked at is being edited. */
  readonly edits: boolean
  readonly onEdited: (card: CardEdited) => void
  readonly onStop: () => void
}

/** New cards in compact rows under their notes. The row that is looked at has the focus, and the keys. */
export function SkimRows(props: SkimRowsProps) {
  const { desk, edits } = props
  const here = useRef<HTMLLIElement>(null)
  // Nothing moves the focus before the learner did something.
  useLayoutEffect(() => {
    if (desk.moves === 0 || edits) return
    here.current?.focus({ preventScroll: true })
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [desk.moves, edits])
  return (
    <>
      {groupsOf(desk.list).map((group) => (
        <section key={group.note.file} class="skim-group" aria-labelledby={`skim-${group.from}`}>
          <GroupHead group={group} desk={desk} />
          <ol class="rows skim-list">
            {group.rows.map((row, i) => {
              const at = group.from + i
              const isHere = at === desk.list.at
              return (
                <li
                  key={row.card.cardId}
                  ref={isHere ? here : null}
                  tabIndex={-1}
                  class={`skim-row ${row.mark ?? row.card.state}`}
                  aria-current={isHere ? 'true' : undefined}
                >
                  {isHere && edits ? (
                    <EditCard
                      cardId={row.card.cardId}
                      accepts={row.card.state === 'proposed'}
                      onEditNote={null}
                      onSaved={props.onEdited}
                      onCancel={props.onStop}
                    />
                  ) : (
                    <RowWords row={row} onLook={() => desk.look(at)} />
                  )}
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </>
  )
}

function GroupHead({ group, desk }: { readonly group: SkimGroup; readonly desk: SkimDesk }) {
  const { noteId, file, title, ready, proposed } = group.note
  const left = ready + proposed
  return (
    <div class="skim-head">
      <h2 id={`skim-${group.from}`}>
        {noteId === null ? title : <a href={paths.note(noteId)}>{title}</a>}{' '}
        <span class="small nums">{left === 0 ? 'done' : `${left}\u00a0left`}</span>
      </h2>
      {noteId === null || left < 2 ? null : (
        <p class="skim-rest">
          {restChoices.map(({ action, decision, name }) => (
            <button
              key={action}
              type="button"
              class="link-btn"
              aria-keyshortcuts={shortcutOf('skim', action)}
              onClick={() => desk.decideNote(file, decision)}
            >
              {name}
              <span class="vh"> of {title}</span>
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

const restChoices = [
  { action: 'keepNote', decision: 'keep', name: 'Keep the rest' },
  { action: 'dropNote', decision: 'drop', name: 'Drop the rest' },
] as const

/** Question and answer beside each other, and below them what the card is, where it stands, and why it is only proposed. */
function RowWords({ row, onLook }: { readonly row: SkimRow; readonly onLook: () => void }) {
  const { card, mark } = row
  const { languages } = card
  return (
    <>
      <button type="button" class="skim-question" lang={languages.front ?? undefined} onClick={onLook}>
        <QuotedLine text={card.front.replaceAll('___', '…')} />
      </button>
      <span class="skim-answer" lang={languages.back ?? undefined}>
        <QuotedLine
          text={card.back
            .split('\n')
            .filter((line) => line.trim() !== '')
            .join(' · ')}
        />
      </span>
      <span class="skim-mark">
        {mark === null ? (card.state === 'proposed' ? 'Proposed' : '') : markNames[mark]}
      </span>
      <span class="skim-place">{placeWords(card)}</span>
      {card.reasons.length === 0 || mark !== null ? null : (
        <span class="skim-why">
          {card.reasons.map(({ code, sentence }) => (
            <Fragment key={code}>
              {sentence}{' '}
              {code === 'conflict' ? <a href={paths.concept(card.conceptId)}>Say which is right</a> : null}
            </Fragment>
          ))}
        </span>
      )}
    </>
  )
}

const markNames: Readonly<Record<SkimMark, string>> = {
  keep: 'Kept',
  edit: 'Kept, edited',
  drop: 'Dropped',
  never: 'Never',
}
