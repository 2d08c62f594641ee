import { useState } from 'preact/hooks'
import type { ConceptReply, FactOffer } from '../../../shared/api/concepts.ts'
import { type ApiError, api } from '../../api-client.ts'
import { formatInterval } from '../../words/format-interval.ts'
import { announce } from '../../state/announcer.ts'
import { openCardSheet } from '../../state/card-draft.ts'
import { studyDayNow } from '../../state/settings-state.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { plainLine } from '../../words/inline-parts.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { QuotedLine } from '../../ui/quoted-line.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import { counted, shortDay } from '../../words/words.ts'
import { IgnoreFact, IgnoredFacts, IgnoredLately } from './ignored-facts.tsx'
import { type Ignoring, useIgnoring } from './use-ignoring.ts'

type ConceptFact = ConceptReply['facts'][number]
type FactCard = ConceptFact['cards'][number]

interface FactListProps {
  readonly concept: ConceptReply
  readonly onChanged: () => void
}

/** Every fact, those first that no card asks about: each of them can be given its card with one click. */
export function FactList({ concept, onChanged }: FactListProps) {
  const counting = concept.facts.filter(({ ignored }) => !ignored)
  const silent = counting.filter((fact) => fact.cards.length === 0)
  const { resource, reload } = useResource(`offers of ${concept.id} ${silent.length}`, async () =>
    silent.length === 0 ? { offers: [] } : api.conceptOffers(concept.id),
  )
  const offers = new Map(
    resource.kind === 'ready' ? resource.value.offers.map((offer) => [offer.factKey, offer]) : [],
  )
  const made = () => {
    reload()
    onChanged()
  }
  const ignoring = useIgnoring(made)
  const { covered, facts } = concept.mastery
  return (
    <section class="section">
      <h2>{counted(counting.length, 'fact')}</h2>
      {covered === facts ? null : (
        <p class="hint concept-facts-asked">
          {covered} of them {covered === 1 ? 'has' : 'have'} a card that asks.
        </p>
      )}
      <ul class="rows">
        {concept.facts.map((fact) =>
          fact.ignored ? (
            ignoring.lately.has(fact.key) && (
              <IgnoredLately key={`ignored ${fact.key}`} fact={fact} ignoring={ignoring} />
            )
          ) : (
            <FactRow
              key={fact.key}
              fact={fact}
              term={concept.term}
              offer={offers.get(fact.key)}
              ignoring={ignoring}
              onChanged={made}
            />
          ),
        )}
      </ul>
      <IgnoredFacts facts={concept.facts.filter(({ ignored }) => ignored)} ignoring={ignoring} />
    </section>
  )
}

interface FactRowProps {
  readonly fact: ConceptFact
  readonly term: string
  /** The card that its lines would give, where no card asks for it. */
  readonly offer: FactOffer | undefined
  readonly ignoring: Ignoring
  readonly onChanged: () => void
}

/** One fact: what is stated, every place that states it, what it has shown, and the cards that ask for it. */
function FactRow({ fact, term, offer, ignoring, onChanged }: FactRowProps) {
  return (
    <li class="concept-fact">
      <div>
        <p class="concept-statement" dir="auto">
          <BlockText text={fact.statement} />
        </p>
        {fact.items.length === 0 ? null : (
          <ul class="concept-items">
            {fact.items.map((item) => (
              <li key={item} dir="auto">
                <QuotedLine text={item} />
              </li>
            ))}
          </ul>
        )}
        <p class="small nums">{shownWords(fact)}</p>
        {fact.cards.length === 0 ? (
          <NoCard fact={fact} term={term} offer={offer} onChanged={onChanged} />
        ) : null}
        <ul class="concept-fact-cards">
          {fact.cards.map((card) => (
            <CardRow key={card.id} card={card} onChanged={onChanged} />
          ))}
        </ul>
        <IgnoreFact fact={fact} ignoring={ignoring} />
      </div>
      <div class="concept-fact-source">
        <SourceList sources={fact.sources} answer={fact.statement} shown={fact.sources.length} />
      </div>
    </li>
  )
}

/** `2 notes agree · recalled on 3 May, 21 days bridged`. */
function shownWords({ agreeing, last, gapDays }: ConceptFact): string {
  const agree = agreeing > 1 ? [`${agreeing} notes agree`] : []
  if (last === null) return agree.join('')
  const result = { recalled: 'recalled', failed: 'forgotten', seen: 'seen' }[last.kind]
  const bridged = gapDays === 0 ? [] : [`${counted(gapDays, 'day')} bridged`]
  return [...agree, `${result} on ${shortDay(last.on)}`, ...bridged].join(' · ')
}

/** A fact that nothing asks about: the card that its lines would give, made with one click, or one to write. */
function NoCard({ fact, term, offer, onChanged }: Omit<FactRowProps, 'ignoring'>) {
  const [error, setError] = useState<ApiError | null>(null)
  const make = async ({ noteId, cardKey, front }: FactOffer) => {
    try {
      await api.wantCard(noteId, cardKey)
      setError(null)
      announce(`Made: ${plainLine(front)}`)
      onChanged()
    } catch (reason) {
      setError(toApiError(reason))
    }
  }
  const source = fact.sources.find(({ noteId }) => noteId !== null)
  const write = () =>
    openCardSheet({
      answer: fact.statement,
      concept: term,
      ...(source?.noteId == null || source.lines[0] === undefined
        ? {}
        : { from: { noteId: source.noteId, line: source.lines[0] } }),
    })
  return (
    <div class="concept-no-card">
      <p class="small">No card asks for this.</p>
      {offer === undefined ? (
        <button type="button" class="link-btn" onClick={write}>
          Write a card<span class="vh"> for: {fact.statement}</span>
        </button>
      ) : (
        <button type="button" class="link-btn" onClick={() => void make(offer)}>
          Make the card “<BlockText text={offer.front.replaceAll('___', '…')} />”
        </button>
      )}
      {error === null ? null : (
        <span class="small" role="alert">
          {error.message}
        </span>
      )}
    </div>
  )
}

function CardRow({ card, onChanged }: { readonly card: FactCard; readonly onChanged: () => void }) {
  const [error, setError] = useState<ApiError | null>(null)
  const action = cardAction(card)
  const act = async () => {
    if (action === null) return
    try {
      await action.run()
      setError(null)
      announce(action.done)
      onChanged()
    } catch (reason) {
      setError(toApiError(reason))
    }
  }
  return (
    <li>
      <span dir="auto">
        <BlockText text={card.front.replaceAll('___', '…')} />
      </span>
      <span class="concept-card-state small nums">
        {cardWords(card)}
        {action === null ? null : (
          <button type="button" class="link-btn" onClick={() => void act()}>
            {action.name}
            <span class="vh">: {plainLine(card.front.replaceAll('___', '…'))}</span>
          </button>
        )}
      </span>
      {error === null ? null : (
        <span class="small" role="alert">
          {error.message}
        </span>
      )}
    </li>
  )
}

/** What can be done with a card where it stands: take a doubtful one into the queue, or let one rest. */
function cardAction(card: FactCard) {
  if (card.status === 'retired') return null
  if (card.status === 'doubtful') {
    return {
      name: 'Use it',
      done: 'The card will be asked.',
      run: () => api.patchCard(card.id, { accept: true }),
    }
  }
  return card.suspended
    ? { name: 'Resume', done: 'The card is asked again.', run: () => api.resumeCard(card.id) }
    : { name: 'Suspend', done: 'The card rests until you resume it.', run: () => api.suspendCard(card.id) }
}

function cardWords(card: FactCard): string {
  if (card.status === 'retired') return 'retired'
  if (card.status === 'doubtful') return 'doubtful'
  if (card.suspended) return 'suspended'
  if (card.dueOn === null) return 'new'
  const due = card.dueOn <= studyDayNow() ? 'due now' : `due ${shortDay(card.dueOn)}`
  return card.intervalDays === null ? due : `${due}, after ${formatInterval(card.intervalDays)}`
}
