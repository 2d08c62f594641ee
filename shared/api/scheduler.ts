import { type Static, Type } from 'typebox'
import { Count, Nullable, closed } from './common.ts'

const Weights = Type.Array(Type.Number(), { minItems: 21, maxItems: 21 })
const Retention = Type.Number({ minimum: 0.7, maximum: 0.97 })

/** What decides when a card returns. A client that grades by itself needs all of it. */
export const SchedulerReply = Type.Object(
  {
    /** The name under which events know it. */
    profile: Type.String(),
    scheduler: Type.Union([Type.Literal('sm2'), Type.Literal('fsrs')]),
    /** FSRS alone. */
    weights: Nullable(Weights),
    desiredRetention: Nullable(Retention),
    /** Whether the weights were fitted on the learner's own answers. */
    fitted: Type.Boolean(),
    /** Answers after a day or more: what fitting learns from. */
    scoredAnswers: Count,
  },
  closed,
)
export type SchedulerReply = Static<typeof SchedulerReply>

export const SchedulerBody = Type.Union([
  Type.Object({ scheduler: Type.Literal('sm2') }, closed),
  Type.Object(
    {
      scheduler: Type.Literal('fsrs'),
      desiredRetention: Type.Optional(Retention),
      /** Left out: the weights last used, or the defaults of the model. */
      weights: Type.Optional(Weights),
    },
    closed,
  ),
])
export type SchedulerBody = Static<typeof SchedulerBody>
