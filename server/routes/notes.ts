import { Type } from 'typebox'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import {
  NewNote,
  NoteReply,
  NoteSave,
  NoteSaved,
  NotesReply,
  WantedCard,
  WantedCardReply,
} from '../../shared/api/notes.ts'
import { ImportReply } from '../../shared/api/imports.ts'
import type { CardKey } from '../../shared/card/card.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { App } from '../deps.ts'
import { openNote, openNotes } from '../library/open-notes.ts'
import { createNote, removeNote, saveNote } from '../library/save-note.ts'
import { wantCard } from '../library/want-card.ts'

const Params = Type.Object({ id: Type.Unsafe<NoteId>(Uuid) }, closed)

/** `/notes`: which notes were read, what each line gave, and which files were passed over. */
export async function notesRoutes(app: App): Promise<void> {
  app.get(
    '/notes',
    { schema: { summary: 'Every note with its counts', response: { 200: NotesReply } } },
    ({ learner }) => openNotes(learner),
  )

  app.get(
    '/notes/:id',
    {
      schema: {
        summary: 'One note: its text, and what each line gave or why it gave nothing',
        params: Params,
        response: { 200: NoteReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openNote(learner, params.id),
  )

  app.delete(
    '/notes/:id',
    {
      schema: {
        summary: 'Take an uploaded note out of the library; its cards are retired and keep their history',
        params: Params,
        response: { 200: ImportReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => removeNote(learner, params.id),
  )

  app.post(
    '/notes/:id/cards',
    {
      schema: {
        summary: 'Make a card that was left out for its worth, and ask it; undone by DELETE /changes/:id',
        params: Params,
        body: WantedCard,
        response: { 201: WantedCardReply, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ params, body, learner }, reply) =>
      reply.status(201).send(await wantCard(learner, params.id, body.cardKey as CardKey)),
  )

  app.put(
    '/notes/:id',
    {
      bodyLimit: maxNoteBody,
      schema: {
        summary:
          'Save a note: only the lines that differ are written; refused when the file changed meanwhile',
        params: Params,
        body: NoteSave,
        response: { 200: NoteSaved, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ params, body, learner }) => saveNote(learner, params.id, body.text, body.version),
  )

  app.post(
    '/notes',
    {
      bodyLimit: maxNoteBody,
      schema: {
        summary: 'Write a new note, kept beside the notes that were brought in',
        body: NewNote,
        response: { 201: NoteSaved, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ body, learner }, reply) =>
      reply.status(201).send(await createNote(learner, body.path, body.text)),
  )
}

// A note of the largest size, and what JSON adds to it.
const maxNoteBody = 25_000_000
