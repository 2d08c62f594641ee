import { type Static, Type } from 'typebox'
import { Count, closed } from './common.ts'
import { PartStateView } from './queue.ts'

/** What can be studied by how it is known: how many cards a sitting over each would ask. */
export const StudyChoicesReply = Type.Object(
  {
    today: Type.String(),
    secondsPerCard: Type.Number(),
    states: Type.Array(Type.Object({ state: PartStateView, cards: Count }, closed)),
  },
  closed,
)
export type StudyChoicesReply = Static<typeof StudyChoicesReply>

export const StudyChoicesQuery = Type.Object(
  {
    /** The device's zone, used when the setting is "auto". */
    zone: Type.Optional(Type.String({ maxLength: 64 })),
  },
  closed,
)
