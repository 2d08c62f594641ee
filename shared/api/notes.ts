import { type Static, Type } from 'typebox'
import { Count, closed } from './common.ts'

export const NoteProblemView = Type.Object(
  { file: Type.String(), line: Type.Integer(), code: Type.String(), sentence: Type.String() },
  closed,
)
export const NoteRow = Type.Object(
  {
    id: Type.String(),
    path: Type.String(),
    /** The learnings folder, or a file that was uploaded. */
    origin: Type.Union([Type.Literal('folder'), Type.Literal('upload')]),
    title: Type.String(),
    readAt: Type.Integer(),
    lines: Count,
    facts: Count,
    cards: Count,
    doubtful: Count,
    skipped: Count,
    problems: Count,
    /** The file was there once and is not any more. */
    missing: Type.Boolean(),
  },
  closed,
)
export type NoteRow = Static<typeof NoteRow>
export const NotesReply = Type.Object(
  {
    notes: Type.Array(NoteRow),
    /** Files that could not be read as a note, and what to do. */
    unreadable: Type.Array(Type.Object({ path: Type.String(), sentence: Type.String() }, closed)),
    folder: Type.String(),
  },
  closed,
)
export type NotesReply = Static<typeof NotesReply>

export const NoteReply = Type.Object(
  {
    ...NoteRow.properties,
    text: Type.String(),
    cardsByLine: Type.Array(
      Type.Object(
        {
          cardId: Type.String(),
          conceptId: Type.String(),
          lines: Type.Array(Type.Integer()),
          front: Type.String(),
          back: Type.String(),
          kind: Type.String(),
          status: Type.String(),
          reasons: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    skippedLines: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.String() }, closed)),
    problemLines: Type.Array(NoteProblemView),
  },
  closed,
)
export type NoteReply = Static<typeof NoteReply>
