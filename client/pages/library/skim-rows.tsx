import { Fragment } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type EpochMs, studyDayOf } from '../../../shared/basics/time.ts'
import { EditCard } from '../../cards/edit-card.tsx'
import { shortcutOf } from '../../keys/keys.ts'
import { paths } from '../../router.ts'
import type { Drafted } from '../../state/draft-row.ts'
import { settings, zoneInForce } from '../../state/settings-state.ts'
import {
  type SkimGroup,
  type SkimMark,
  type SkimRow,
  groupsOf,
  isRewordable,
  leftIn,
} from '../../state/skim-list.ts'
import type { Reworded, SkimDesk } from '../../state/use-skim.ts'
import { laterPart } from '../../ui/later-page.tsx'
import { BlockText } from '../../ui/block-text.tsx'
import { InlineText, QuotedLine } from '../../ui/quoted-line.tsx'
import { draftedWords, placeWords } from '../../words/skim-words.ts'
import { EditDraft } from './edit-draft.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import './skim-rows.css'

/** Ways to other words: one’s own, or suggested ones. */
export type OpenRow = 'edit' | 'reword'

const BetterWording = laterPart(() => import('../../cards/better-wording.tsx').then((m) => m.BetterWording))

interface SkimRowsProps {
  readonly desk: SkimDesk
  /** What is done with the words of the row that is looked at. */
  readonly open: OpenRow | null
  /** Has better words suggested for that row; null where no model is named. */
  readonly onReword: (() => void) | null
  readonly onEdited: (card: Reworded) => void
  readonly onStop: () => void
}

/** New cards in compact rows under their notes. The row that is looked at has the focus, and the keys. */
export function SkimRows(props: SkimRowsProps) {
  const { desk, open, onReword } = props
  const here = useRef<HTMLLIElement>(null)
  // Nothing moves the focus before the learner did something.
  useLayoutEffect(() => {
    if (desk.moves === 0 || open !== null) return
    here.current?.focus({ preventScroll: true })
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [desk.moves, open])
  return (
    <>
      {groupsOf(desk.list).map((group) => (
        <section key={group.note.group} class="skim-group" aria-labelledby={`skim-${group.from}`}>
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
                  {isHere && open === 'edit' ? (
                    <EditRow row={row} desk={desk} onEdited={props.onEdited} onStop={props.onStop} />
                  ) : (
                    <>
                      <RowWords row={row} onLook={() => desk.look(at)} />
                      {isHere && onReword !== null && isRewordable(row) ? (
                        <SuggestedWords
                          row={row}
                          isOpen={open === 'reword'}
                          onOpen={onReword}
                          onEdited={props.onEdited}
                          onStop={props.onStop}
                        />
                      ) : null}
                    </>
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

function EditRow(props: { readonly row: SkimRow } & Pick<SkimRowsProps, 'desk' | 'onEdited' | 'onStop'>) {
  const { row, desk, onEdited, onStop } = props
  const { card } = row
  if (card.drafted !== null) return <EditDraft draft={card} desk={desk} onStop={onStop} />
  return (
    <EditCard
      cardId={card.cardId}
      accepts={card.state === 'proposed'}
      onEditNote={null}
      onSaved={onEdited}
      onCancel={onStop}
    />
  )
}

interface SuggestedWordsProps extends Pick<SkimRowsProps, 'onEdited' | 'onStop'> {
  readonly row: SkimRow
  readonly isOpen: boolean
  readonly onOpen: () => void
}

/** The way to better words for a card that is only proposed; taken, they are kept as one's own. */
function SuggestedWords({ row, isOpen, onOpen, onEdited, onStop }: SuggestedWordsProps) {
  const { card } = row
  return (
    <div class="skim-better">
      {isOpen ? (
        <BetterWording
          cardId={card.cardId}
          words={card}
          accepts
          isBelowThem
          onSaved={onEdited}
          onCancel={onStop}
        />
      ) : (
        <button
          type="button"
          class="link-btn"
          aria-keyshortcuts={shortcutOf('skim', 'reword')}
          onClick={onOpen}
        >
          Suggest a better wording
        </button>
      )}
    </div>
  )
}

function GroupHead({ group, desk }: { readonly group: SkimGroup; readonly desk: SkimDesk }) {
  const { noteId, title } = group.note
  const left = leftIn(group.note)
  const isDrafts = group.rows[0]?.card.drafted !== null
  return (
    <div class="skim-head">
      <h2 id={`skim-${group.from}`}>
        {noteId === null ? (
          <bdi>
            <InlineText text={title} />
          </bdi>
        ) : (
          <a dir="auto" href={paths.note(noteId)}>
            <InlineText text={title} />
          </a>
        )}{' '}
        <span class="small nums">
          {isDrafts ? 'drafts · ' : ''}
          {left === 0 ? 'done' : `${left}\u00a0left`}
        </span>
      </h2>
      {noteId === null || left < 2 ? null : (
        <p class="skim-rest">
          {restChoices.map(({ action, decision, name }) => (
            <button
              key={action}
              type="button"
              class="link-btn"
              aria-keyshortcuts={shortcutOf('skim', action)}
              onClick={() => desk.decideNote(group.note.group, decision)}
            >
              {name}
              <span class="vh">
                {' '}
                of {isDrafts ? 'the drafts of ' : ''}
                {plainLine(title)}
              </span>
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
      <button
        type="button"
        class="skim-question"
        dir="auto"
        lang={languages.front ?? undefined}
        onClick={onLook}
      >
        <BlockText text={card.front.replaceAll('___', '…')} />
      </button>
      <span class="skim-answer" dir="auto" lang={languages.back ?? undefined}>
        <BlockText text={card.back} />
      </span>
      <span class="skim-mark">{mark === null ? stateNames[card.state] : markNames[mark]}</span>
      <span class="skim-place">
        <InlineText text={placeWords(card)} />
        {card.drafted === null ? '' : ` · ${draftedWords(card.drafted.by, dayOfDraft(card.drafted))}`}
      </span>
      {card.drafted === null ? null : <DraftGrounds drafted={card.drafted} />}
      {card.reasons.length === 0 || mark !== null ? null : (
        <span class="skim-why">
          {card.reasons.map(({ code, sentence }) => (
            <Fragment key={code}>
              <InlineText text={sentence} />{' '}
              {code === 'conflict' ? <a href={paths.concept(card.conceptId)}>Say which is right</a> : null}
            </Fragment>
          ))}
        </span>
      )}
    </>
  )
}

/** The words of the note that a draft stands on, and what it corrects in them. */
function DraftGrounds({ drafted }: { readonly drafted: Drafted }) {
  const { quote, corrects, isFound } = drafted
  return (
    <>
      <blockquote class="skim-quote">
        {quote
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line, i) => (
            <p key={i} dir="auto">
              <QuotedLine text={line} />
            </p>
          ))}
      </blockquote>
      {corrects === null ? null : (
        <span class="skim-why">
          <b>Corrects the note:</b> {corrects}
        </span>
      )}
      {isFound ? null : (
        <span class="skim-why">The note says something else now, so this can only be dropped.</span>
      )}
    </>
  )
}

function dayOfDraft({ at }: Drafted): string {
  return studyDayOf(at as EpochMs, zoneInForce(), settings.value.rolloverHour)
}

const stateNames: Readonly<Record<SkimRow['card']['state'], string>> = {
  ready: '',
  proposed: 'Proposed',
  drafted: 'Drafted',
}

const markNames: Readonly<Record<SkimMark, string>> = {
  keep: 'Kept',
  edit: 'Kept, edited',
  drop: 'Dropped',
  never: 'Never',
}
