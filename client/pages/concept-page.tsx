import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { ConceptReply } from '../../shared/api/concepts.ts'
import { type ApiError, api } from '../api-client.ts'
import { formatInterval } from '../cards/format-interval.ts'
import { LevelMark } from '../charts/level-mark.tsx'
import { paths } from '../router.ts'
import { announce } from '../state/announcer.ts'
import { studyDayNow } from '../state/settings-state.ts'
import { isNoSuchThing, toApiError, useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { QuotedLine } from '../ui/quoted-line.tsx'
import { SourceList } from '../ui/source-list.tsx'
import { Empty, Failure, Loading } from '../ui/states.tsx'
import { counted, shortDay } from '../ui/words.ts'
import { recallWords } from './concepts-page.tsx'
import './concept-page.css'

type ConceptFact = ConceptReply['facts'][number]
type FactCard = ConceptFact['cards'][number]

export function ConceptPage() {
  const id = useRoute().params['id'] ?? ''
  const { resource, reload } = useResource(`concept ${id}`, () => api.concept(id))
  if (resource.kind === 'loading') return <Page heading="Concept" children={<Loading />} />
  if (resource.kind === 'failed') {
    return (
      <Page heading="Concept">
        {isNoSuchThing(resource.error) ? (
          <Empty
            action={
              <a class="btn" href={paths.concepts}>
                All concepts
              </a>
            }
          >
            There is no such concept. Its notes may have changed.
          </Empty>
        ) : (
          <Failure what="Could not load this concept." error={resource.error} onRetry={reload} />
        )}
      </Page>
    )
  }
  return <ConceptReady concept={resource.value} onChanged={reload} />
}

interface ConceptReadyProps {
  readonly concept: ConceptReply
  readonly onChanged: () => void
}

function ConceptReady({ concept, onChanged }: ConceptReadyProps) {
  const { mastery } = concept
  const hasCards = concept.facts.some((fact) => fact.cards.length > 0)
  return (
    <Page
      heading={concept.term}
      sub={concept.aliases.length === 0 ? undefined : `Also: ${concept.aliases.join(', ')}`}
    >
      <section class="panel mastery" aria-label="How well you know it">
        <div>
          <p class="mastery-level">
            <LevelMark level={mastery.level} thin={mastery.thin} />
          </p>
          <p class="nums">{recallWords(concept)}</p>
          <p class="hint">{proofWords(concept)}</p>
          {mastery.nextNeeds === null ? null : <p class="hint">{asClause(mastery.nextNeeds)}</p>}
        </div>
        {hasCards ? (
          <p class="row">
            <a class="btn" href={paths.review(concept.id)}>
              Review
            </a>
            <a class="btn quiet" href={paths.quiz(concept.id)}>
              Quiz
            </a>
          </p>
        ) : null}
      </section>
      {concept.conflicts.map((conflict) => (
        <section key={conflict.sentence} class="section conflict">
          <h2>Your notes disagree</h2>
          <p class="prose">{conflict.sentence}</p>
          <div class="sides">
            {conflict.sides.map((side) => (
              <div key={side.statement} class="side">
                <p class="statement">
                  <QuotedLine text={side.statement} />
                </p>
                <SourceList sources={side.sources} />
              </div>
            ))}
          </div>
          <p class="hint">Its cards wait. Change the note that is wrong, and read the folder again.</p>
        </section>
      ))}
      <section class="section">
        <h2>{counted(concept.facts.length, 'fact')}</h2>
        <ul class="rows">
          {concept.facts.map((fact) => (
            <FactRow key={fact.key} fact={fact} onChanged={onChanged} />
          ))}
        </ul>
      </section>
    </Page>
  )
}

function FactRow({ fact, onChanged }: { readonly fact: ConceptFact; readonly onChanged: () => void }) {
  return (
    <li class="fact">
      <div>
        <p class="statement">
          <QuotedLine text={fact.statement} />
        </p>
        {fact.items.length === 0 ? null : (
          <ul class="items">
            {fact.items.map((item) => (
              <li key={item}>
                <QuotedLine text={item} />
              </li>
            ))}
          </ul>
        )}
        {fact.cards.length === 0 ? <p class="small">No card asks for this.</p> : null}
        <ul class="fact-cards">
          {fact.cards.map((card) => (
            <CardRow key={card.id} card={card} onChanged={onChanged} />
          ))}
        </ul>
      </div>
      <div class="fact-source">
        <SourceList sources={fact.sources} answer={fact.statement} />
      </div>
    </li>
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
      <span>
        <QuotedLine text={card.front.replace('___', '…')} />
      </span>
      <span class="card-state small nums">
        {cardWords(card)}
        {action === null ? null : (
          <button type="button" class="link-btn" onClick={() => void act()}>
            {action.name}
            <span class="vh">: {card.front.replace('___', '…')}</span>
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

function proofWords({ mastery }: ConceptReply): string {
  const covered = `${mastery.covered} of ${counted(mastery.facts, 'fact')} ${mastery.covered === 1 ? 'has' : 'have'} a card`
  const days = Math.round(mastery.durabilityDays)
  return days === 0
    ? `${covered}.`
    : `${covered}. Longest gap you bridged, typically: ${counted(days, 'day')}.`
}

function asClause(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
