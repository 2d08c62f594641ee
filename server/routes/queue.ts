import { Problem } from '../../shared/api/common.ts'
import { QueueQuery, QueueReply } from '../../shared/api/queue.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { App, Deps } from '../deps.ts'
import { findActiveProfile } from '../db/learners.ts'
import { readSettings } from '../study/learner-settings.ts'
import type { PracticeFilter } from '../study/open-practice.ts'
import { openQueue } from '../study/open-queue.ts'
import { typedQuery } from './typed-query.ts'

/** `GET /queue`: what is to be asked today. */
export async function queueRoutes(app: App, { schedulers }: Deps): Promise<void> {
  app.get(
    '/queue',
    {
      preValidation: typedQuery('limit', 'practice'),
      schema: {
        summary: 'Today’s cards in the order they are asked, with their previews and counts',
        querystring: QueueQuery,
        response: { 200: QueueReply, '4xx': Problem },
      },
    },
    async ({ query, learner }) => {
      const { id, db } = learner
      const settings = await readSettings(db.reader, id)
      const scheduler = schedulers.of(await findActiveProfile(db.reader, id))
      const { limit = 50 } = query
      const conceptId = query.conceptId as ConceptId | undefined
      const practice = toPractice(query, settings.leechLapses)
      return openQueue(learner, { limit, conceptId, practice }, scheduler)
    },
  )
}

/** Any search but the concept alone is practice; with the concept it is when the learner says so. */
function toPractice(query: QueueQuery, leechDays: number): PracticeFilter | null {
  const { folder, tag, state, q, practice } = query
  const conceptId = query.conceptId as ConceptId | undefined
  const noteId = query.noteId as NoteId | undefined
  const isSearch = [noteId, folder, tag, state, q].some((part) => part !== undefined) || practice === true
  return isSearch ? { conceptId, noteId, folder, tag, state, words: q, leechDays } : null
}
