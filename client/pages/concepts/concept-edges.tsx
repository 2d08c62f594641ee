import { useState } from 'preact/hooks'
import type { ConceptEdge, ConceptReply } from '../../../shared/api/concepts.ts'
import { api } from '../../api-client.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import { pairQuizAddress } from '../../state/quiz-setup.ts'
import { useResource } from '../../state/use-resource.ts'
import { mapOf } from './shown-concepts.ts'
import { InlineText, QuotedLine } from '../../ui/quoted-line.tsx'
import { ChooseConcept } from './choose-concept.tsx'
import type { ChangeByHand } from './concept-change.ts'
import { plainLine } from '../../words/inline-parts.ts'

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
  const own = { id: concept.id, term: concept.term }
  const say = (one: Named, other: Named, holds: boolean) =>
    change(
      { kind: 'prerequisite', conceptId: one.id, otherId: other.id, holds },
      holds ? `${one.term} builds on ${other.term}.` : `${one.term} does not build on ${other.term}.`,
    )
  return (
    <section class="section" aria-labelledby="edges">
      <h2 id="edges">Connections</h2>
      {groups.map(({ kinds, heading }) => {
        const ofKind = edges.filter(({ kind }) => kinds.includes(kind))
        if (ofKind.length === 0) return null
        return (
          <div key={heading} class="concept-edges">
            <h3>{heading}</h3>
            <ul class="rows">
              {ofKind.map((edge) => (
                <EdgeRow key={`${edge.kind} ${edge.conceptId}`} edge={edge} own={own} say={say} />
              ))}
            </ul>
          </div>
        )
      })}
      <p class="row concept-tools-row">
        <a class="btn quiet" href={mapOf(concept.id)}>
          Map
        </a>
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
            void say(own, { id, term }, true)
          }}
        />
      ) : null}
    </section>
  )
}

interface Named {
  readonly id: string
  readonly term: string
}

interface EdgeRowProps {
  readonly edge: ConceptEdge
  readonly own: Named
  readonly say: (one: Named, other: Named, holds: boolean) => Promise<void>
}

function EdgeRow({ edge, own, say }: EdgeRowProps) {
  const { kind, conceptId, term, level, thin, why } = edge
  const isSuggested = kind === 'suggested' || kind === 'suggested_dependant'
  const other = { id: conceptId, term }
  const [one, first] = kind === 'suggested_dependant' ? [other, own] : [own, other]
  const answers: readonly [words: string, holds: boolean][] = isSuggested
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
        <a href={paths.concept(conceptId)}>
          <InlineText text={term} />
        </a>
        {isSuggested ? <span class="small"> perhaps</span> : null}
        <span class="hint concept-edge-why">
          <QuotedLine text={why} />
        </span>
      </span>
      <LevelMark level={level} thin={thin} />
      <span class="row">
        {kind === 'confusable' ? (
          <a href={pairQuizAddress(own, other)}>
            Quiz on both<span class="vh">: {term}</span>
          </a>
        ) : null}
        {answers.map(([words, holds]) => (
          <button key={words} type="button" class="link-btn" onClick={() => void say(one, first, holds)}>
            {words}
            <span class="vh">: {plainLine(term)}</span>
          </button>
        ))}
      </span>
    </li>
  )
}
