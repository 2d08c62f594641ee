import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ConceptMapReply } from '../../../shared/api/concepts.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { useResource } from '../../state/use-resource.ts'
import { InlineText, QuotedLine } from '../../ui/quoted-line.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { ChooseConcept } from './choose-concept.tsx'
import { ConceptMap } from './concept-map.tsx'
import { mapOf } from './shown-concepts.ts'

type EdgeKind = ConceptMapReply['edges'][number]['kind']

/** The kinds of lines, as the legend names them. */
const kindWords: readonly (readonly [kind: EdgeKind, words: string])[] = [
  ['prerequisite', 'what it points at builds on it'],
  ['suggested', 'perhaps, by the words of your notes'],
  ['confusable', 'mixed up in quizzes'],
  ['related', 'named together, or the same code'],
]

interface ConceptMapViewProps {
  readonly of: string | undefined
  /** What stays where there is no map. */
  readonly children: ComponentChildren
}

/** What stands around one concept: drawn, and the same as a list. Without one it is around what needs attention most. */
export function ConceptMapView({ of, children }: ConceptMapViewProps) {
  const { route } = useLocation()
  const [isChoosing, setChoosing] = useState(false)
  const { resource, reload } = useResource(`map ${of ?? ''}`, async () => {
    const id = of ?? (await api.concepts({ limit: 1, zone: zoneInForce() })).concepts[0]?.id
    return id === undefined ? null : api.conceptMap(id, zoneInForce())
  })
  if (resource.kind === 'loading') return <Loading />
  if (resource.kind === 'failed')
    return (
      <>
        <Failure what="Could not load the map." error={resource.error} onRetry={reload} />
        {children}
      </>
    )
  const map = resource.value
  const centre = map?.concepts[0]
  if (map === null || centre === undefined) return <>{children}</>
  const kinds = new Set(map.edges.map(({ kind }) => kind))
  return (
    <section class="section" aria-labelledby="map-heading">
      <h2 id="map-heading">
        Around <InlineText text={centre.term} />
      </h2>
      <p class="row">
        <a class="btn quiet" href={paths.concept(centre.conceptId)}>
          Open <InlineText text={centre.term} />
        </a>
        <button
          type="button"
          class="btn quiet"
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          Around another concept…
        </button>
      </p>
      {isChoosing ? (
        <ChooseConcept
          id="map-search"
          label="Around which concept?"
          except={centre.conceptId}
          onChoose={({ id }) => {
            setChoosing(false)
            route(mapOf(id))
          }}
        />
      ) : null}
      {map.edges.length === 0 ? (
        <p class="hint prose">
          Nothing in your notes joins it to another concept yet. On its page you can say what it builds on.
        </p>
      ) : (
        <>
          <ConceptMap map={map} />
          <ul class="map-legend">
            {kindWords.map(([kind, words]) =>
              kinds.has(kind) ? (
                <li key={kind}>
                  <svg width="28" height="8" aria-hidden="true">
                    <path class={`map-key ${kind}`} d="M1 4h26" />
                  </svg>
                  {words}
                </li>
              ) : null,
            )}
          </ul>
          <details class="fold section map-list">
            <summary>
              <h3>The same as a list</h3>
            </summary>
            <Neighbours map={map} of={centre.conceptId} deeper />
          </details>
        </>
      )}
    </section>
  )
}

interface NeighboursProps {
  readonly map: ConceptMapReply
  readonly of: string
  /** Whether those of the neighbours are listed, too. */
  readonly deeper?: boolean
}

/** What a concept is joined with, each with why, and below it what that is joined with in turn. */
function Neighbours({ map, of, deeper = false }: NeighboursProps) {
  const concepts = new Map(map.concepts.map((concept) => [concept.conceptId, concept]))
  const own = concepts.get(of)
  const rows = map.edges
    .filter(({ from, to }) => from === of || to === of)
    .map((edge) => ({ edge, other: concepts.get(edge.from === of ? edge.to : edge.from) }))
    .filter(({ other }) => deeper || (other !== undefined && own !== undefined && other.steps > own.steps))
  if (rows.length === 0) return null
  return (
    <ul>
      {rows.map(({ edge, other }) =>
        other === undefined ? null : (
          <li key={`${edge.kind} ${other.conceptId}`}>
            <a href={paths.concept(other.conceptId)}>
              <InlineText text={other.term} />
            </a>{' '}
            <span class="hint">
              {joinWords(edge.kind, edge.from === of)} · <QuotedLine text={edge.why} />
            </span>
            {deeper ? <Neighbours map={map} of={other.conceptId} /> : null}
          </li>
        ),
      )}
    </ul>
  )
}

function joinWords(kind: EdgeKind, isFirst: boolean): string {
  switch (kind) {
    case 'prerequisite':
      return isFirst ? 'builds on it' : 'it builds on this'
    case 'suggested':
      return isFirst ? 'perhaps builds on it' : 'it perhaps builds on this'
    case 'confusable':
      return 'mixed up'
    case 'related':
      return 'related'
  }
}
