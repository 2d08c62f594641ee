import { useState } from 'preact/hooks'
import type { ConceptEdge, ConceptReply } from '../../../shared/api/concepts.ts'
import { api } from '../../api-client.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import { useResource } from '../../state/use-resource.ts'
import { ChooseConcept } from './choose-concept.tsx'
import type { ChangeByHand } from './concept-change.ts'

interface ConceptEdgesProps {
  readonly concept: ConceptReply
  readonly change: ChangeByHand
}

/** The kinds of edges in the order in which they stand, each under its heading. */
const groups: readonly { readonly kinds: readonly ConceptEdge['kind'][]; readonly heading: string }[] = [
  { kinds: ['prerequisite', 'suggested'], heading: 'Builds on' },
  { kinds: ['dependant', 'suggested_dependant'], heading: 'What builds on it' },
  { kinds: ['confusable'], heading: 'Mixed up with' },
  { kinds: ['related'], heading: 'Related' },
]

/** What it builds on, what shares with it and what it is mixed up with, each with why. Nothing of it locks anything. */
export function ConceptEdges({ concept, change }: ConceptEdgesProps) {
  const [isChoosing, setChoosing] = useState(false)
  const { resource } = useResource(`edges of ${concept.id}`, () => api.conceptEdges(concept.id))
  // The concept itself is whole without them.
  const edges = resource.kind === 'ready' ? resource.value.edges : []
  const say = (otherId: string, term: string, holds: boolean) =>
    change(
      { kind: 'prerequisite', conceptId: concept.id, otherId, holds },
      holds ? `${concept.term} builds on ${term}.` : `${concept.term} does not build on ${term}.`,
    )
  return (
    <section class="section" aria-labelledby="edges">
      <h2 id="edges">Connections</h2>
      {groups.map(({ kinds, heading }) => {
        const own = edges.filter(({ kind }) => kinds.includes(kind))
        if (own.length === 0) return null
        return (
          <div key={heading} class="concept-edges">
            <h3>{heading}</h3>
            <ul class="rows">
              {own.map((edge) => (
                <EdgeRow key={`${edge.kind} ${edge.conceptId}`} edge={edge} say={say} />
              ))}
            </ul>
          </div>
        )
      })}
      <p class="row concept-tools-row">
        <button
          type="button"
          class="btn quiet"
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          It builds on…
        </button>
      </p>
      {isChoosing ? (
        <ChooseConcept
          id="prerequisite-search"
          label={`What must one know before ${concept.term}?`}
          except={concept.id}
          onChoose={({ id, term }) => {
            setChoosing(false)
            void say(id, term, true)
          }}
        />
      ) : null}
    </section>
  )
}

interface EdgeRowProps {
  readonly edge: ConceptEdge
  readonly say: (otherId: string, term: string, holds: boolean) => Promise<void>
}

function EdgeRow({ edge, say }: EdgeRowProps) {
  const { kind, conceptId, term, level, thin, why } = edge
  const answers: readonly [words: string, holds: boolean][] =
    kind === 'suggested'
      ? [
          ['It does', true],
          ['It does not', false],
        ]
      : kind === 'prerequisite'
        ? [['Take back', false]]
        : []
  return (
    <li class="concept-edge">
      <span>
        <a href={paths.concept(conceptId)}>{term}</a>
        {kind === 'suggested' ? <span class="small"> perhaps</span> : null}
        <span class="hint concept-edge-why">{why}</span>
      </span>
      <LevelMark level={level} thin={thin} />
      <span class="row">
        {answers.map(([words, holds]) => (
          <button key={words} type="button" class="link-btn" onClick={() => void say(conceptId, term, holds)}>
            {words}
            <span class="vh">: {term}</span>
          </button>
        ))}
      </span>
    </li>
  )
}
