import { Type } from 'typebox'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import { NoteReply, NotesReply } from '../../shared/api/notes.ts'
import type { App, Deps } from '../deps.ts'
import { openNote, openNotes } from '../library/open-notes.ts'

/** `/notes`: which notes were read, what each line gave, and which files were passed over. */
export async function notesRoutes(app: App, { db, learnerId, library }: Deps): Promise<void> {
  app.get(
    '/notes',
    { schema: { summary: 'Every note with its counts', response: { 200: NotesReply } } },
    () => openNotes(db.reader, learnerId, library),
  )

  app.get(
    '/notes/:id',
    {
      schema: {
        summary: 'One note: its text, and what each line gave or why it gave nothing',
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: NoteReply, '4xx': Problem },
      },
    },
    ({ params }) => openNote(db.reader, learnerId, params.id),
  )
}
