import { type Static, Type } from 'typebox'
import { Count, Nullable, closed } from './common.ts'

/** What a learner's own decisions say of one kind of card. */
const TasteRow = Type.Object(
  {
    /** By what it is counted: how it asks, what its lines look like, what kind of note it is from. */
    trait: Type.Union([Type.Literal('form'), Type.Literal('layout'), Type.Literal('genre')]),
    name: Type.String(),
    /** One that was put in other words counts for half. */
    kept: Type.Number({ minimum: 0 }),
    decided: Count,
    /** Whether such cards are made more or less readily than without these decisions. */
    made: Type.Union([Type.Literal('more'), Type.Literal('less'), Type.Literal('as before')]),
  },
  closed,
)

export const TasteReply = Type.Object(
  {
    rows: Type.Array(TasteRow),
    /** Decisions made since then count; null when they never began anew. */
    since: Nullable(Type.Integer()),
  },
  closed,
)
export type TasteReply = Static<typeof TasteReply>
