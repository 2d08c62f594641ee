import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CardEdited, CardReply, CardView } from '../../../shared/api/cards.ts'
import { api } from '../../api-client.ts'
import { flaggedWords } from '../../../shared/card/flag-words.ts'
import { kindName } from '../../words/kind-names.ts'
import { eventWords } from '../../words/memory-words.ts'
import { isAtFault } from '../../state/at-fault.ts'
import { useModel } from '../../state/drafting.ts'
import { Face } from '../../cards/face.tsx'
import { EditCard } from '../../cards/edit-card.tsx'
import { paths } from '../../router.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { settings, studyDayNow } from '../../state/settings-state.ts'
import { isNoSuchThing, toApiError, useResource } from '../../state/use-resource.ts'
import { laterPart } from '../../ui/later-page.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { longDay } from '../../words/words.ts'
import type { BulkAction } from './cards-bulk.tsx'
import { scheduleWords } from '../../words/cards-words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

/** Ways to other words: one’s own, or suggested ones. */
export type OpenWords = 'edit' | 'reword'

const BetterWording = laterPart(() => import('../../cards/better-wording.tsx').then((m) => m.BetterWording))

interface CardsPanelProps {
  readonly cardId: string
  /** Goes up when something was done that may have changed the card. */
  readonly round: number
  /** What is done with its words. */
  readonly open: OpenWords | null
  readonly onOpen: (open: OpenWords | null) => void
  readonly onChanged: (card: CardView) => void
  readonly onAct: (action: BulkAction) => void
  readonly onClose: () => void
}

/** One card in full: what it asks, where it comes from, when it returns, and every answer it had. */
export function CardsPanel(props: CardsPanelProps) {
  const { cardId, round, open, onOpen, onChanged, onClose } = props
  const { resource, reload, put } = useResource(`card ${cardId}`, () => api.card(cardId))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => (round > 0 ? reload() : undefined), [round])
  const saved = ({ changeId, ...card }: CardEdited) => {
    put(card)
    onChanged(card)
    onOpen(null)
    if (changeId === null) return
    const back = async () => {
      try {
        await api.undoChange(changeId)
        const again = await api.card(cardId)
        put(again)
        onChanged(again)
      } catch (reason) {
        sayQuietly(`Not undone. ${toApiError(reason).message}`)
      }
    }
    sayQuietly('Saved in your words.', { name: 'Undo', run: () => void back() })
  }
  return (
    <section class="cards-panel" aria-label="Card">
      <div class="cards-panel-top">
        <h2 ref={heading} tabIndex={-1}>
          Card
        </h2>
        <button type="button" class="link-btn" onClick={onClose}>
          <span class="cards-on-phone">Back to the list</span>
          <span class="cards-on-desk">Close</span>
        </button>
      </div>
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' && isNoSuchThing(resource.error) ? (
        <p>There is no such card any more.</p>
      ) : null}
      {resource.kind === 'failed' && !isNoSuchThing(resource.error) ? (
        <Failure what="Could not load this card." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' && open === 'edit' ? (
        <EditCardHere card={resource.value} onSaved={saved} onCancel={() => onOpen(null)} />
      ) : null}
      {resource.kind === 'ready' && open !== 'edit' ? (
        <CardInFull {...props} card={resource.value} onSaved={saved} />
      ) : null}
    </section>
  )
}

function EditCardHere(props: {
  readonly card: CardReply
  readonly onSaved: (card: CardEdited) => void
  readonly onCancel: () => void
}) {
  const { route } = useLocation()
  const source = props.card.sources.find(({ noteId }) => noteId !== null)
  const noteId = source?.noteId
  return (
    <EditCard
      cardId={props.card.id}
      onEditNote={noteId == null ? null : () => route(paths.editNote(noteId, source?.lines[0]))}
      onSaved={props.onSaved}
      onCancel={props.onCancel}
    />
  )
}

interface CardInFullProps extends CardsPanelProps {
  readonly card: CardReply
  readonly onSaved: (card: CardEdited) => void
}

function CardInFull({ card, open, onOpen, onAct, onSaved }: CardInFullProps) {
  const today = studyDayNow()
  const isRetired = card.status === 'retired'
  const mayReword = useModel() !== null && isAtFault(card, settings.value.leechLapses)
  return (
    <>
      <Face class="cards-panel-face card-prompt" side={card.prompt} />
      <Face class="cards-panel-face cards-panel-answer face" side={card.answer} />
      <p class="small">
        <a dir="auto" href={paths.concept(card.conceptId)}>
          <InlineText text={card.concept} />
        </a>{' '}
        · {kindName(card.kind)}
        {card.edited ? ' · in your words' : ''}
        {card.flag === null ? '' : ` · ${flaggedWords(card.flag)}`}
      </p>
      <p class="row cards-panel-acts">
        <button type="button" class="btn quiet" onClick={() => onOpen('edit')}>
          Edit
        </button>
        {card.state.suspended ? (
          <button type="button" class="btn quiet" onClick={() => onAct('resume')}>
            Ask again
          </button>
        ) : (
          <button type="button" class="btn quiet" disabled={isRetired} onClick={() => onAct('suspend')}>
            Suspend
          </button>
        )}
        <button type="button" class="btn quiet" onClick={() => onAct('flag')}>
          Flag
        </button>
        <button type="button" class="btn quiet" disabled={isRetired} onClick={() => onAct('retire')}>
          Delete
        </button>
        {mayReword ? (
          <button
            type="button"
            class="btn quiet"
            aria-expanded={open === 'reword'}
            onClick={() => onOpen(open === 'reword' ? null : 'reword')}
          >
            Suggest a better wording
          </button>
        ) : null}
      </p>
      {mayReword && open === 'reword' ? (
        <BetterWording cardId={card.id} words={card} onSaved={onSaved} onCancel={() => onOpen(null)} />
      ) : null}
      <h3>When it returns</h3>
      <ul class="cards-panel-lines">
        {scheduleWords(card, today).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>From your notes</h3>
      <SourceList sources={card.sources} answer={card.back} />
      <h3>History</h3>
      {card.history.length === 0 ? (
        <p class="hint">No answer yet.</p>
      ) : (
        <ol class="cards-panel-lines nums">
          {card.history.map((event) => (
            <li key={event.id}>
              {longDay(event.studyDay, today)}: {eventWords(event)}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
