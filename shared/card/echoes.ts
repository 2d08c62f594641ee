import { normaliseText } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'

/** A use that the definition says word for word would be asked twice. */
export function withoutEchoes(facts: readonly Fact[]): readonly Fact[] {
  const defined = facts.flatMap((fact) => (fact.kind === 'definition' ? [normaliseText(fact.statement)] : []))
  return facts.filter(
    (fact) =>
      fact.kind !== 'purpose' ||
      fact.statement === '' ||
      !defined.some((text) => text.includes(normaliseText(fact.statement))),
  )
}
