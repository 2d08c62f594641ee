import { useState } from 'preact/hooks'
import type { ConceptChangeBody } from '../../../shared/api/changes.ts'
import type { ConceptRow, ConceptsReply, MergeSuggestionView } from '../../../shared/api/concepts.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { toApiError } from '../../state/use-resource.ts'
import './merge-suggestions.css'

interface MergeSuggestionsProps {
  readonly reply: ConceptsReply
  readonly onChanged: () => void
}

const reasons: Record<MergeSuggestionView['why'], string> = {
  writing: 'written in two ways',
  plural: 'one and many',
  initials: 'initials of the other',
  spelling: 'nearly the same letters',
}

/** Names that may be one concept. Nothing happens before the learner says which. */
export function MergeSuggestions({ reply, onChanged }: MergeSuggestionsProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const byId = new Map(reply.concepts.map((concept) => [concept.id, concept]))
  const pairs = reply.suggestions.flatMap(({ conceptId, intoId, why }) => {
    const [from, into] = [byId.get(conceptId), byId.get(intoId)]
    return from === undefined || into === undefined ? [] : [{ from, into, why }]
  })
  if (pairs.length === 0) return null
  const say = async (body: ConceptChangeBody, words: string) => {
    try {
      await api.changeConcept(body)
      setFailure(null)
      announce(words)
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

const ConceptLink = ({ concept }: { readonly concept: ConceptRow }) => (
  <a href={paths.concept(concept.id)}>{concept.term}</a>
)
