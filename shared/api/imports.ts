import { type Static, Type } from 'typebox'
import { Count, Text, closed } from './common.ts'
import { NoteProblemView } from './notes.ts'

/** Files as JSON; multipart with one part a file is taken too. Without files the learnings folder is read again. */
export const ImportBody = Type.Object(
  {
    files: Type.Array(
      Type.Object({ path: Type.String({ minLength: 1, maxLength: 500 }), text: Text(25_000_000) }, closed),
      { maxItems: 5000 },
    ),
  },
  closed,
)
export const ImportQuery = Type.Object({ dryRun: Type.Optional(Type.Boolean({ default: false })) }, closed)

const CardLine = Type.Object(
  {
    front: Type.String(),
    back: Type.String(),
    kind: Type.String(),
    status: Type.String(),
    file: Type.String(),
  },
  closed,
)
export const ImportReply = Type.Object(
  {
    applied: Type.Boolean(),
    counts: Type.Object(
      {
        files: Count,
        added: Count,
        updated: Count,
        same: Count,
        moved: Count,
        retired: Count,
        conflicts: Count,
        refused: Count,
      },
      closed,
    ),
    /** Every note that is new or changed, and the lines of it that give no card. */
    notes: Type.Array(
      Type.Object(
        {
          path: Type.String(),
          change: Type.Union([Type.Literal('new'), Type.Literal('changed')]),
          facts: Count,
          withoutCard: Type.Array(
            Type.Object({ line: Type.Integer(), text: Type.String(), reason: Type.String() }, closed),
          ),
        },
        closed,
      ),
    ),
    added: Type.Array(CardLine),
    updated: Type.Array(
      Type.Object(
        {
          change: Type.String(),
          before: Type.Object({ front: Type.String(), back: Type.String() }, closed),
          after: CardLine,
        },
        closed,
      ),
    ),
    retired: Type.Array(CardLine),
    refused: Type.Array(
      Type.Object({ path: Type.String(), code: Type.String(), sentence: Type.String() }, closed),
    ),
    problems: Type.Array(NoteProblemView),
  },
  closed,
)
export type ImportReply = Static<typeof ImportReply>
