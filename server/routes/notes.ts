import { Type } from 'typebox'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import { NoteReply, NotesReply } from '../../shared/api/notes.ts'
import { ImportReply } from '../../shared/api/imports.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { App, Deps } from '../deps.ts'
import { toImportReply } from '../library/import-reply.ts'
import { openNote, openNotes } from '../library/open-notes.ts'
import { removeUpload } from '../library/take-uploads.ts'

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

  app.delete(
    '/notes/:id',
    {
      schema: {
        summary: 'Take an uploaded note out of the library; its cards are retired and keep their history',
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: ImportReply, '4xx': Problem },
      },
    },
    async ({ params }) => {
      const note = await openNote(db.reader, learnerId, params.id)
      if (note.origin !== 'upload') {
        throw new Refusal(
          'not_yours',
          `${note.path} lies in your own folder, which is never written to. Remove it there, then read the folder again.`,
        )
      }
      await removeUpload(library.uploadFolder, note.path)
      return toImportReply(await library.sync(), [], 0, true)
    },
  )
}
