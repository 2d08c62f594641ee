import type { ConceptKey } from './concept.ts'

/** That one concept builds on another, or that it does not, as the learner said. */
export interface SaidPrerequisite {
  readonly concept: ConceptKey
  readonly needs: ConceptKey
  readonly holds: boolean
}

/** The key under which the learner says that one concept builds on another. */
export const prerequisiteKey = (concept: ConceptKey, needs: ConceptKey): string => `${concept} ${needs}`

/** The two concepts of such a key. */
export function prerequisiteOf(subject: string): {
  readonly concept: ConceptKey
  readonly needs: ConceptKey
} {
  const [concept = '', needs = ''] = subject.split(' ')
  return { concept: concept as ConceptKey, needs: needs as ConceptKey }
}

/** Whether one concept builds on another, at once or by way of others. */
export function buildsOn(concept: ConceptKey, other: ConceptKey, said: readonly SaidPrerequisite[]): boolean {
  const seen = new Set<ConceptKey>()
  const waiting = [concept]
  for (const at of waiting) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const { concept: own, needs, holds } of said) {
      if (!holds || own !== at) continue
      if (needs === other) return true
      waiting.push(needs)
    }
  }
  return false
}
