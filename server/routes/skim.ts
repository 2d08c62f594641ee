import { Problem } from '../../shared/api/common.ts'
import { DecisionsReply } from '../../shared/api/inbox.ts'
import { SkimDecisionsBody, SkimQuery, SkimReply } from '../../shared/api/skim.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { App } from '../deps.ts'
import { decideSkim } from '../library/decide-skim.ts'
import { openSkim } from '../library/open-skim.ts'
import { typedQuery } from './typed-query.ts'

/** `/skim`: new cards at a glance, before they are ever answered: keep, drop, or never. */
export async function skimRoutes(app: App): Promise<void> {
  app.get(
    '/skim',
    {
      preValidation: typedQuery('limit'),
      schema: {
        summary: 'Cards that were neither answered nor decided on, note by note, a page at a time',
        querystring: SkimQuery,
        response: { 200: SkimReply, '4xx': Problem },
      },
    },
    ({ query, learner }) =>
      openSkim(learner, {
        ...query,
        noteId: query.noteId as NoteId | undefined,
        limit: query.limit ?? 100,
      }),
  )

  app.post(
    '/skim/decisions',
    {
      schema: {
        summary: 'Keep or drop new cards; undone by DELETE /changes/:id',
        body: SkimDecisionsBody,
        response: { 200: DecisionsReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ body, learner }) => decideSkim(learner, body),
  )
}
