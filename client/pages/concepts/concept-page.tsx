import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { ConceptReply } from '../../../shared/api/concepts.ts'
import { type ApiError, api } from '../../api-client.ts'
import { ExamOf } from '../../cards/exam-of.tsx'
import { CalibrationBeside } from '../../charts/calibration-beside.tsx'
import { LevelMark } from '../../charts/level-mark.tsx'
import { shortcutOf } from '../../keys/keys.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { isNoSuchThing, toApiError, useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { ConceptTools } from './concept-by-hand.tsx'
import type { ChangeByHand } from './concept-change.ts'
import { ConceptConflict } from './concept-conflict.tsx'
import { ConceptEdges } from './concept-edges.tsx'
import { FactList } from './concept-fact.tsx'
import { ConceptAnswers, LevelSteps } from './concept-history.tsx'
import { recallWords } from './concept-rows.tsx'
import { RecallTrend } from './recall-trend.tsx'
import { DoneByHand } from './done-by-hand.tsx'
import { mapOf } from './shown-concepts.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { levelsPath } from '../../help-paths.ts'
import { practiseAddress } from './practise-address.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import './concept-page.css'

export function ConceptPage() {
  const id = useRoute().params['id'] ?? ''
  const { resource, reload } = useResource(`concept ${id}`, () => api.concept(id, zoneInForce()))
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
  return <ConceptReady key={id} concept={resource.value} onChanged={reload} />
}

/** Where it stands, and its other names: “Databases › Indexes. Also: B-tree”. */
function subOf({ term, topic, aliases }: ConceptReply): string | undefined {
  const path = topic.filter((name) => name !== term).join(' › ')
  const also = aliases.length === 0 ? '' : `Also: ${aliases.join(', ')}`
  return plainLine([path, also].filter((part) => part !== '').join('. ')) || undefined
}

interface ConceptReadyProps {
  readonly concept: ConceptReply
  readonly onChanged: () => void
}

function ConceptReady({ concept, onChanged }: ConceptReadyProps) {
  const { route } = useLocation()
  const [failure, setFailure] = useState<ApiError | null>(null)
  // What is read beside the concept is asked for again when something was said about it.
  const [changes, setChanges] = useState(0)
  const change: ChangeByHand = async (body, words) => {
    try {
      const { conceptId } = await api.changeConcept(body)
      setFailure(null)
      announce(words)
      setChanges((count) => count + 1)
      // What builds on what is said from either side, and moves nobody.
      goOn(body.kind === 'prerequisite' ? null : conceptId)
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
  const source = concept.facts.flatMap(({ sources }) => sources).find(({ noteId }) => noteId !== null)
  useKeys('concept', {
    practise: () => route(practiseAddress(concept.id)),
    quiz: hasCards ? () => route(paths.quiz(concept.id)) : undefined,
    view: () => route(mapOf(concept.id)),
    source:
      source?.noteId == null ? undefined : () => route(paths.note(source.noteId ?? '', source.lines[0])),
  })
  const undone = () => {
    setChanges((count) => count + 1)
    onChanged()
  }
  return (
    <Page title={plainLine(concept.term)} heading={<InlineText text={concept.term} />} sub={subOf(concept)}>
      <Standing concept={concept} hasCards={hasCards} />
      {hasCards ? <ExamOf exam={{ kind: 'concept', name: concept.id, title: concept.term }} /> : null}
      {failure === null ? null : (
        <p class="notice bad" role="alert">
          {failure.message}
        </p>
      )}
      <CalibrationBeside scope={{ kind: 'concept', name: concept.id }} />
      {concept.conflicts.map((conflict) => (
        <ConceptConflict key={conflict.factKey} conflict={conflict} change={change} />
      ))}
      <FactList concept={concept} onChanged={onChanged} />
      <ConceptEdges key={changes} concept={concept} change={change} />
      <RecallTrend concept={concept} />
      <LevelSteps levels={concept.levels} />
      <ConceptAnswers key={concept.id} conceptId={concept.id} />
      <ConceptTools key={`tools ${concept.id}`} concept={concept} change={change} />
      <DoneByHand done={concept.byHand} onUndone={undone} />
    </Page>
  )
}

/** How well it is held: the level with what earned it, and the three numbers, never blended. */
function Standing({ concept, hasCards }: { readonly concept: ConceptReply; readonly hasCards: boolean }) {
  const { mastery, earned } = concept
  return (
    <section class="panel concept-mastery" aria-label="How well you know it">
      <div>
        <p class="concept-mastery-level">
          <LevelMark level={mastery.level} thin={mastery.thin} />
          {mastery.slipping ? <span class="concept-flag slipping">slipping</span> : null}
        </p>
        <p>{earned}</p>
        {concept.slip === null ? null : <p>{concept.slip}</p>}
        {mastery.once === null ? null : <p>{mastery.once}</p>}
        {mastery.nextNeeds === null ? null : <p class="hint">{mastery.nextNeeds}</p>}
        <p class="hint">
          <a href={levelsPath}>What the levels mean</a>
        </p>
      </div>
      <dl class="concept-numbers nums">
        <div>
          <dt>Recall now, an estimate</dt>
          <dd>{recallWords(concept)}</dd>
        </div>
        {mastery.answered === 0 ? null : (
          <div>
            <dt>In 30 days, if you stop</dt>
            <dd>about {Math.round(mastery.recallIn30Days)}</dd>
          </div>
        )}
        <div>
          <dt>Gap bridged, typically</dt>
          <dd>{counted(Math.round(mastery.durabilityDays), 'day')}</dd>
        </div>
        <div>
          <dt>Asked about</dt>
          <dd>
            {mastery.covered} of {counted(mastery.facts, 'fact')}
          </dd>
        </div>
      </dl>
      {hasCards ? (
        <p class="row">
          <a
            class="btn"
            href={practiseAddress(concept.id)}
            aria-keyshortcuts={shortcutOf('concept', 'practise')}
          >
            Practise
          </a>
          <a class="btn quiet" href={paths.quiz(concept.id)}>
            Quiz
          </a>
        </p>
      ) : null}
    </section>
  )
}
