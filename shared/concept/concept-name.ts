import { normaliseTerm } from '../basics/text.ts'

const lightNouns =
  /\s+(?:strateg(?:y|ies)|techniques?|basics|fundamentals|concepts?|pipelines?|patterns?|framework|library|language|overview|skills|methods?|mechanisms?|workflows?|issues?|apis?)$/

/** The name under which facts meet: "Caching Strategies" and "caching" are one concept, "MVC" and "MVT" are two. */
export function conceptName(term: string): string {
  const name = normaliseTerm(term.replace(/\s*\([^)]*\)/g, ''))
  const bare = name.replace(lightNouns, '')
  return bare.length >= 3 && bare !== '' ? bare.replace(/^restful\b/, 'rest') : name
}
