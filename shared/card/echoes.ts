import { contentStems, normaliseText } from '../basics/text.ts'
import { type Fact, statementOf } from '../fact/fact.ts'

/** A use, an effect or an aspect that the definition says already would be asked twice. */
export function withoutEchoes(facts: readonly Fact[]): readonly Fact[] {
  const defined = facts.filter((fact) => fact.kind === 'definition')
  return facts.filter(
    (fact) => !mayEcho.has(fact.kind) || !defined.some((definition) => says(definition, fact)),
  )
}

const mayEcho: ReadonlySet<Fact['kind']> = new Set(['purpose', 'effect', 'aspect'])

/** True when the definition has the statement in its own words, or both stand in one line and it has all of its words. */
function says(
  definition: Fact,
  { kind, statement, sources }: Fact & { readonly statement?: string },
): boolean {
  if (statement === undefined || statement === '') return false
  const told = statementOf(definition)
  if (kind === 'purpose' && normaliseText(told).includes(normaliseText(statement))) return true
  const places = new Set(definition.sources.map(placeOf))
  const stems = new Set(contentStems(told))
  const own = contentStems(statement)
  return (
    sources.every((source) => places.has(placeOf(source))) &&
    own.length > 0 &&
    own.every((stem) => stems.has(stem))
  )
}

const placeOf = ({ file, lines }: Fact['sources'][number]): string => `${file}:${lines.join(',')}`
