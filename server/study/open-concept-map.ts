import type { ConceptMapReply } from '../../shared/api/concepts.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import { type MapEdge, layOutMap } from '../../shared/concept/concept-map.ts'
import type { StoredConcept } from '../db/concept-rows.ts'
import type { Learner } from '../learner.ts'
import { type Connections, type StatedEdge, edgesOf, gatherConnections } from './concept-edges.ts'
import { type ConceptDesk, readHeldConcepts } from './held-concepts.ts'
import { conceptOf } from './open-concept.ts'

/** Of each neighbour no more than its strongest edges are walked on. */
const mostNeighbours = 12

/** The concepts around one, two steps at the most, each with its place, and what joins them. */
export async function openConceptMap(
  learner: Learner,
  desk: ConceptDesk,
  id: ConceptId,
): Promise<ConceptMapReply> {
  const centre = await conceptOf(learner, id)
  const { held } = await readHeldConcepts(learner, desk)
  const heldOf = new Map(held.map((one) => [one.id, one]))
  const joined = await edgesAround(learner, await gatherConnections(learner), centre)
  const places = layOutMap(id, joined).filter((place) => heldOf.has(place.id))
  const shown = new Set(places.map((place) => place.id))
  return {
    concepts: places.flatMap(({ id: conceptId, ...place }) => {
      const own = heldOf.get(conceptId)
      if (own === undefined) return []
      const { level, thin } = own.mastery
      return [{ ...place, conceptId, term: own.term, due: own.due, level, thin }]
    }),
    edges: joined.filter(({ from, to }) => shown.has(from) && shown.has(to)),
  }
}

type JoinedConcepts = MapEdge<ConceptId> & { readonly why: string }

/** The edges of a concept and those of its neighbours, each once. */
async function edgesAround(
  learner: Learner,
  connections: Connections,
  centre: StoredConcept,
): Promise<JoinedConcepts[]> {
  const own = await edgesOf(learner, connections, centre)
  const joined = own.map((edge) => toJoined(centre.id, edge))
  for (const otherId of new Set(own.slice(0, mostNeighbours).map((edge) => edge.otherId))) {
    const other = connections.concepts.get(otherId)
    if (other === undefined) continue
    joined.push(...(await edgesOf(learner, connections, other)).map((edge) => toJoined(other.id, edge)))
  }
  return [...new Map(joined.map((edge) => [keyOf(edge), edge])).values()]
}

function toJoined(id: ConceptId, { kind, otherId, weight, why }: StatedEdge): JoinedConcepts {
  if (kind === 'dependant') return { kind: 'prerequisite', from: id, to: otherId, weight, why }
  if (kind === 'suggested_dependant') return { kind: 'suggested', from: id, to: otherId, weight, why }
  return { kind, from: otherId, to: id, weight, why }
}

/** Two concepts are joined once by each kind of edge; which of them is looked at first says nothing where neither comes first. */
function keyOf({ kind, from, to }: JoinedConcepts): string {
  const ends = kind === 'related' || kind === 'confusable' ? [from, to].sort() : [from, to]
  return [kind, ...ends].join(' ')
}
