import { normaliseText } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'

/** A use that the definition says word for word would be asked twice. */
export function withoutEchoes(facts: readonly Fact[]): readonly Fact[] {
  const defined = facts
    .filter(({ kind }) => kind === 'definition')
    .map(({ statement }) => normaliseText(statement))
  return facts.filter(
    ({ kind, statement }) =>
      kind !== 'purpose' ||
      !defined.some((text) => text.includes(normaliseText(statement)) && statement !== ''),
  )
}
