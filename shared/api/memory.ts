import { type Static, Type } from 'typebox'
import { Count, DayText, Nullable, closed } from './common.ts'
import { SchedulerReply } from './scheduler.ts'

/** What came of fitting on the learner's own answers. Log loss: the lower, the better the predictions. */
export const FitReply = Type.Object(
  {
    scheduler: SchedulerReply,
    /** New parameters are adopted only when they predict the latest fifth of the answers better than the current ones, by `margin`. */
    adopted: Type.Boolean(),
    /** Log loss on the answers that were kept from fitting; null where there are too few answers. */
    before: Nullable(Type.Number()),
    after: Nullable(Type.Number()),
    /** By how much the log loss had to fall: one standard error of the difference per answer. */
    margin: Nullable(Type.Number()),
    trainedOn: Count,
    heldOut: Count,
    sentence: Type.String(),
  },
  closed,
)
export type FitReply = Static<typeof FitReply>

export const SimulationBody = Type.Object(
  {
    days: Type.Integer({ minimum: 1, maximum: 365 }),
    newPerDay: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    reviewsPerDay: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    scheduler: Type.Optional(Type.Union([Type.Literal('sm2'), Type.Literal('fsrs')])),
    desiredRetention: Type.Optional(Type.Number({ minimum: 0.7, maximum: 0.97 })),
    /** The share of a day's work on each day of the week, Monday first. */
    weekdays: Type.Optional(
      Type.Array(Type.Number({ minimum: 0, maximum: 1 }), { minItems: 7, maxItems: 7 }),
    ),
    /** A stretch without study. */
    pause: Type.Optional(
      Type.Object({ from: DayText, days: Type.Integer({ minimum: 1, maximum: 365 }) }, closed),
    ),
  },
  closed,
)
export type SimulationBody = Static<typeof SimulationBody>

const BandView = Type.Object({ median: Type.Number(), low: Type.Number(), high: Type.Number() }, closed)
export const SimulationReply = Type.Object(
  {
    from: Type.String(),
    /** Each figure as the middle of the runs, with the range that holds eight in ten of them. */
    days: Type.Array(
      Type.Object(
        {
          reviews: BandView,
          newCards: BandView,
          minutes: BandView,
          recall: BandView,
          backlog: BandView,
        },
        closed,
      ),
    ),
  },
  closed,
)
export type SimulationReply = Static<typeof SimulationReply>
