import type { ConceptEdgesReply } from '../../shared/api/concepts.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { Learner } from '../learner.ts'
import { edgesOf, gatherConnections } from './concept-edges.ts'
import { type ConceptDesk, readHeldConcepts } from './held-concepts.ts'
import { conceptOf } from './open-concept.ts'

/** What a concept has to do with others, and why: what it builds on, what shares with it, what it is mixed up with. */
export async function openConceptEdges(
  learner: Learner,
  desk: ConceptDesk,
  id: ConceptId,
): Promise<ConceptEdgesReply> {
  const concept = await conceptOf(learner, id)
  const { held } = await readHeldConcepts(learner, desk)
  const heldOf = new Map(held.map((one) => [one.id, one]))
  const edges = await edgesOf(learner, await gatherConnections(learner), concept)
  return {
    edges: edges.flatMap(({ otherId, ...edge }) => {
      const other = heldOf.get(otherId)
      if (other === undefined) return []
      const { level, thin } = other.mastery
      return [{ ...edge, conceptId: otherId, term: other.term, level, thin }]
    }),
  }
}
