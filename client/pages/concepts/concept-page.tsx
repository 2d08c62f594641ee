import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { ConceptReply } from '../../../shared/api/concepts.ts'
import { type ApiError, api } from '../../api-client.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { isNoSuchThing, toApiError, useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { ConceptTools } from './concept-by-hand.tsx'
import type { ChangeByHand } from './concept-change.ts'
import { ConceptConflict } from './concept-conflict.tsx'
import { FactRow } from './concept-fact.tsx'
import { recallWords } from './concept-rows.tsx'
import { DoneByHand } from './done-by-hand.tsx'
import './concept-page.css'

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

/** Where it stands, and its other names: “Databases › Indexes. Also: B-tree”. */
function subOf({ term, topic, aliases }: ConceptReply): string | undefined {
  const path = topic.filter((name) => name !== term).join(' › ')
  const also = aliases.length === 0 ? '' : `Also: ${aliases.join(', ')}`
  return [path, also].filter((part) => part !== '').join('. ') || undefined
}

interface ConceptReadyProps {
  readonly concept: ConceptReply
  readonly onChanged: () => void
}

function ConceptReady({ concept, onChanged }: ConceptReadyProps) {
  const { route } = useLocation()
  const { mastery } = concept
  const [failure, setFailure] = useState<ApiError | null>(null)
  const change: ChangeByHand = async (body, words) => {
    try {
      const { conceptId } = await api.changeConcept(body)
      setFailure(null)
      announce(words)
      goOn(conceptId)
    } catch (reason) {
      setFailure(toApiError(reason))
    }
  }
  // A renamed or merged concept may stand under another id now.
  const goOn = (conceptId: string | null) => {
    if (conceptId === null || conceptId === concept.id) onChanged()
    else route(paths.concept(conceptId), true)
  }
  const hasCards = concept.facts.some((fact) => fact.cards.length > 0)
  return (
    <Page heading={concept.term} sub={subOf(concept)}>
      <section class="panel concept-mastery" aria-label="How well you know it">
        <div>
          <p class="concept-mastery-level">
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
      {failure === null ? null : (
        <p class="notice bad" role="alert">
          {failure.message}
        </p>
      )}
      {concept.conflicts.map((conflict) => (
        <ConceptConflict key={conflict.factKey} conflict={conflict} change={change} />
      ))}
      <section class="section">
        <h2>{counted(concept.facts.length, 'fact')}</h2>
        <ul class="rows">
          {concept.facts.map((fact) => (
            <FactRow key={fact.key} fact={fact} onChanged={onChanged} />
          ))}
        </ul>
      </section>
      <ConceptTools key={concept.id} concept={concept} change={change} />
      <DoneByHand done={concept.byHand} onUndone={onChanged} />
    </Page>
  )
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
