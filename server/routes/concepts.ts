import { Type } from 'typebox'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import { ConceptReply, ConceptsReply } from '../../shared/api/concepts.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { App } from '../deps.ts'
import { openConcept, openConcepts } from '../study/open-concepts.ts'

const ZoneQuery = Type.Object({ zone: Type.Optional(Type.String({ maxLength: 64 })) }, closed)

/** `/concepts`: how well each concept is held, and what it consists of. */
export async function conceptsRoutes(app: App): Promise<void> {
  app.get(
    '/concepts',
    {
      schema: {
        summary: 'Every concept with its mastery',
        querystring: ZoneQuery,
        response: { 200: ConceptsReply, '4xx': Problem },
      },
    },
    ({ learner }) => openConcepts(learner),
  )

  app.get(
    '/concepts/:id',
    {
      schema: {
        summary: 'One concept: mastery, facts, cards, sources, conflicts',
        params: Type.Object({ id: Type.Unsafe<ConceptId>(Uuid) }, closed),
        querystring: ZoneQuery,
        response: { 200: ConceptReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openConcept(learner, params.id),
  )
}
