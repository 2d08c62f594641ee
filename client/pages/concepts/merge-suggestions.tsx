import { useState } from 'preact/hooks'
import type { ConceptChangeBody } from '../../../shared/api/changes.ts'
import type { MergeSuggestionView } from '../../../shared/api/concepts.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import './merge-suggestions.css'

interface MergeSuggestionsProps {
  readonly onChanged: () => void
}

const reasons: Record<MergeSuggestionView['why'], string> = {
  writing: 'written in two ways',
  plural: 'one and many',
  initials: 'initials of the other',
  spelling: 'nearly the same letters',
}

/** Names that may be one concept. Nothing happens before the learner says which. */
export function MergeSuggestions({ onChanged }: MergeSuggestionsProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const { resource, reload } = useResource('merge suggestions', api.mergeSuggestions)
  const pairs =
    resource.kind !== 'ready'
      ? []
      : resource.value.suggestions.map(({ conceptId, term, intoId, intoTerm, why }) => ({
          from: { id: conceptId, term },
          into: { id: intoId, term: intoTerm },
          why,
        }))
  if (pairs.length === 0) return null
  const say = async (body: ConceptChangeBody, words: string) => {
    try {
      await api.changeConcept(body)
      setFailure(null)
      announce(words)
      reload()
      onChanged()
    } catch (reason) {
      setFailure(toApiError(reason).message)
    }
  }
  return (
    <section class="section" aria-labelledby="may-be-one">
      <h2 id="may-be-one">May be one concept</h2>
      {failure === null ? null : (
        <p class="notice bad" role="alert">
          {failure}
        </p>
      )}
      <ul class="rows">
        {pairs.map(({ from, into, why }) => (
          <li key={`${from.id} ${into.id}`} class="merge-suggestion">
            <span>
              <ConceptLink concept={from} /> and <ConceptLink concept={into} />
              <span class="small"> {reasons[why]}</span>
            </span>
            <span class="row">
              <button
                type="button"
                class="btn quiet"
                onClick={() =>
                  void say(
                    { kind: 'merge', conceptId: from.id, intoId: into.id },
                    `${from.term} is part of ${into.term} now.`,
                  )
                }
              >
                Merge
                <span class="vh">
                  {' '}
                  {from.term} into {into.term}
                </span>
              </button>
              <button
                type="button"
                class="btn quiet"
                onClick={() =>
                  void say(
                    { kind: 'two', conceptId: from.id, otherId: into.id },
                    `${from.term} and ${into.term} stay two concepts.`,
                  )
                }
              >
                They are two
                <span class="vh">
                  : {from.term} and {into.term}
                </span>
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const ConceptLink = ({ concept }: { readonly concept: { readonly id: string; readonly term: string } }) => (
  <a href={paths.concept(concept.id)}>
    <InlineText text={concept.term} />
  </a>
)
