import { type Static, Type } from 'typebox'
import { Count, DayText, Nullable, closed } from './common.ts'

export const StatsReply = Type.Object(
  {
    today: Type.String(),
    /** One row a study day that had answers, oldest first. */
    days: Type.Array(
      Type.Object(
        { day: DayText, answers: Count, passed: Count, newCards: Count, durationMs: Count },
        closed,
      ),
    ),
    /** Cards due on each of the next 30 days, index 0 = today with the backlog. */
    forecast: Type.Array(Count),
    studiedOfLast28: Count,
    /** First answer of a day on a card seen before: how many, and how many passed. */
    retention: Type.Object({ asked: Count, passed: Count, share: Nullable(Type.Number()) }, closed),
    cards: Type.Object(
      { ready: Count, doubtful: Count, retired: Count, answered: Count, suspended: Count },
      closed,
    ),
    log: Type.Object({ count: Count, digest: Type.String() }, closed),
  },
  closed,
)
export type StatsReply = Static<typeof StatsReply>
