import { Type } from 'typebox'
import {
  ChangesReply,
  ConceptChangeBody,
  ConceptChangeReply,
  LibraryChange,
} from '../../shared/api/changes.ts'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import type { App } from '../deps.ts'
import { allowAgain } from '../library/allow-again.ts'
import { changeConcept } from '../library/change-concept.ts'
import { openChanges, undoChange } from '../library/undo-change.ts'

const Params = Type.Object({ id: Uuid }, closed)

/** `/changes`: what changed the library and can be undone; `/concept-changes`, `/rejections`: the learner's own words. */
export async function changesRoutes(app: App): Promise<void> {
  app.get(
    '/changes',
    {
      schema: {
        summary: 'What changed the library in the last 30 days, newest first',
        response: { 200: ChangesReply },
      },
    },
    async ({ learner }) => ({ changes: await openChanges(learner) }),
  )

  app.delete(
    '/changes/:id',
    {
      schema: {
        summary: 'Undo a change of the library; reviews stay',
        params: Params,
        response: { 200: LibraryChange, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ params, learner }) => undoChange(learner, params.id),
  )

  app.post(
    '/concept-changes',
    {
      schema: {
        summary:
          'Rename, merge or split a concept, or settle a disagreement; it holds for every later reading',
        body: ConceptChangeBody,
        response: { 200: ConceptChangeReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ body, learner }) => changeConcept(learner, body),
  )

  app.delete(
    '/rejections/:id',
    {
      schema: {
        summary: 'Let lines give cards again that were told never to',
        params: Params,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async ({ params, learner }, reply) => {
      await allowAgain(learner, params.id)
      return reply.status(204).send(null)
    },
  )
}
