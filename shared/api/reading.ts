import { type Static, Type } from 'typebox'
import { Count, Nullable, closed } from './common.ts'

/** What the server is doing with the notes right now. Only one reading goes on at a time. */
export const ReadingReply = Type.Object(
  {
    state: Type.Union([
      Type.Literal('idle'),
      Type.Literal('reading'),
      Type.Literal('paused'),
      Type.Literal('storing'),
    ]),
    /** Files read so far, of so many that must be read. */
    done: Count,
    of: Count,
    facts: Count,
    file: Nullable(Type.String()),
  },
  closed,
)
export type ReadingReply = Static<typeof ReadingReply>
export const ReadingPatch = Type.Object({ paused: Type.Boolean() }, closed)
