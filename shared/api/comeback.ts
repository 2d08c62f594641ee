import { type Static, Type } from 'typebox'
import { Count, closed } from './common.ts'

export const ComebackQuery = Type.Object(
  {
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 180, default: 7 })),
    zone: Type.Optional(Type.String({ maxLength: 64 })),
  },
  closed,
)
/** What working off the backlog over some days would ask of each; agreed to by the setting `comeback`. */
export const ComebackReply = Type.Object(
  {
    from: Type.String(),
    backlog: Count,
    days: Type.Array(Type.Object({ day: Type.String(), reviews: Count, left: Count }, closed)),
  },
  closed,
)
export type ComebackReply = Static<typeof ComebackReply>
