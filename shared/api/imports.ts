import { type Static, Type } from 'typebox'
import { Count, NoteProblemView, Nullable, Source, Text, closed } from './common.ts'

/**
 * Files as JSON; multipart with one part a file, `.zip` files among them, is taken too. Without files the learnings folder
 * is read again.
 */
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
    /** Undo with `DELETE /changes/:id`; null when nothing was changed. */
    changeId: Nullable(Type.String()),
    counts: Type.Object(
      {
        files: Count,
        added: Count,
        updated: Count,
        same: Count,
        moved: Count,
        retired: Count,
        /** Changes of meaning and vanished sources that wait in the Inbox. */
        waiting: Count,
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
    /** Waits for the learner: the card is asked as before until then. */
    waiting: Type.Array(
      Type.Object(
        {
          waiting: Type.Union([Type.Literal('meaning'), Type.Literal('gone')]),
          before: Type.Object({ front: Type.String(), back: Type.String() }, closed),
          after: Nullable(CardLine),
        },
        closed,
      ),
    ),
    /** Notes that begin to disagree. */
    conflicts: Type.Array(
      Type.Object(
        {
          sentence: Type.String(),
          sides: Type.Array(Type.Object({ statement: Type.String(), sources: Type.Array(Source) }, closed)),
        },
        closed,
      ),
    ),
    refused: Type.Array(
      Type.Object({ path: Type.String(), code: Type.String(), sentence: Type.String() }, closed),
    ),
    problems: Type.Array(NoteProblemView),
  },
  closed,
)
export type ImportReply = Static<typeof ImportReply>
