import { Type } from 'typebox'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import {
  DraftDecisionsBody,
  DraftDecisionsReply,
  DraftListQuery,
  DraftListReply,
  DraftsBody,
  DraftsProposed,
} from '../../shared/api/drafts.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { App } from '../deps.ts'
import { decideDrafts } from '../draft/decide-drafts.ts'
import { listDrafts } from '../draft/list-drafts.ts'
import { proposeDrafts } from '../draft/propose-drafts.ts'
import { typedQuery } from './typed-query.ts'

const Params = Type.Object({ id: Type.Unsafe<NoteId>(Uuid) }, closed)

/** `/drafts`: cards that somebody from outside proposes; nothing is asked that its owner did not accept. */
export async function draftsRoutes(app: App): Promise<void> {
  app.post(
    '/notes/:id/drafts',
    {
      schema: {
        summary:
          'Propose cards of a note, each with the words of the note that state it; they wait for the learner. Says of each ' +
          'why it was refused',
        params: Params,
        body: DraftsBody,
        response: { 200: DraftsProposed, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ params, body, learner }) => proposeDrafts(learner, params.id, body),
  )

  app.get(
    '/drafts',
    {
      preValidation: typedQuery('limit'),
      schema: {
        summary: 'Drafts that wait for the learner, the oldest first, a page at a time',
        querystring: DraftListQuery,
        response: { 200: DraftListReply, '4xx': Problem },
      },
    },
    ({ query: { noteId, cursor, limit }, learner }) =>
      listDrafts(learner, { noteId: noteId as NoteId | undefined, cursor, limit: limit ?? 100 }),
  )

  app.post(
    '/drafts/decisions',
    {
      schema: {
        summary: 'Make cards of drafts, or drop them; undone by DELETE /changes/:id',
        body: DraftDecisionsBody,
        response: { 200: DraftDecisionsReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ body, learner }) => decideDrafts(learner, body),
  )
}
