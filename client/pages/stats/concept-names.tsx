import { paths } from '../../router.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

interface NamedConcept {
  readonly conceptId: string
  readonly term: string
}

/** In a busy week a hundred concepts move: so many have a row, the rest their names. */
export const mostRows = 12

/** Concepts by their names, each a way to its page. */
export function ConceptNames({ concepts }: { readonly concepts: readonly NamedConcept[] }) {
  return (
    <>
      {concepts.map(({ conceptId, term }, i) => (
        <span key={conceptId}>
          {i === 0 ? '' : ', '}
          <a href={paths.concept(conceptId)}>
            <InlineText text={term} />
          </a>
        </span>
      ))}
    </>
  )
}
