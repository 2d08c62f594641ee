import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConceptRow } from '../../../shared/api/concepts.ts'
import { type ApiError, api } from '../../api-client.ts'
import { toApiError } from '../../state/use-resource.ts'
import { counted } from '../../words/words.ts'
import type { ConceptToolsProps } from './concept-change.ts'

const shownChoices = 8

/** A search among the other concepts; choosing one makes this concept part of it. */
export function MergeForm({ concept, change }: ConceptToolsProps) {
  const [search, setSearch] = useState('')
  const [others, setOthers] = useState<readonly ConceptRow[] | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    api.concepts().then(
      (reply) => setOthers(reply.concepts.filter(({ id }) => id !== concept.id)),
      (reason: unknown) => setError(toApiError(reason)),
    )
  }, [])
  const found = namedLike(others ?? [], search)
  const mergeInto = (other: ConceptRow) =>
    change(
      { kind: 'merge', conceptId: concept.id, intoId: other.id },
      `${concept.term} is part of ${other.term} now.`,
    )
  return (
    <form
      class="concept-by-hand-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        const [only, ...more] = found
        if (only !== undefined && more.length === 0) void mergeInto(only)
      }}
    >
      <div class="field">
        <label htmlFor="merge-search">Merge {concept.term} into</label>
        <input
          ref={field}
          id="merge-search"
          class="input"
          type="search"
          placeholder="Search concepts"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {error === null ? null : (
        <p class="hint" role="alert">
          Could not load the concepts. {error.message}
        </p>
      )}
      {others === null ? null : (
        <>
          <p class="small nums" role="status">
            {counted(found.length, 'concept')}
            {found.length > shownChoices ? `, the first ${shownChoices} shown` : ''}
          </p>
          <ul class="rows concept-merge-choices">
            {found.slice(0, shownChoices).map((other) => (
              <li key={other.id}>
                <button type="button" class="concept-merge-choice" onClick={() => void mergeInto(other)}>
                  {other.term}{' '}
                  <span class="small nums">
                    {counted(other.mastery.facts, 'fact')}, {counted(other.cards, 'card')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </form>
  )
}

/** Those a search finds, the nearest name first: a concept so called before one that only has the word in it. */
export function namedLike(concepts: readonly ConceptRow[], search: string): ConceptRow[] {
  const wanted = search.trim().toLowerCase()
  const rankOf = ({ term, aliases }: ConceptRow): number => {
    const name = term.toLowerCase()
    if (name === wanted) return 0
    if (name.startsWith(wanted)) return 1
    if (name.includes(wanted)) return 2
    return aliases.some((alias) => alias.toLowerCase().includes(wanted)) ? 3 : 4
  }
  return concepts
    .map((concept) => ({ concept, rank: rankOf(concept) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank || a.concept.term.localeCompare(b.concept.term, 'en'))
    .map(({ concept }) => concept)
}
