import { type Static, Type } from 'typebox'
import { type Scope, scopeKinds } from '../schedule/scope.ts'
import { Count, Nullable, closed } from './common.ts'

const Weights = Type.Array(Type.Number(), { minItems: 21, maxItems: 21 })
const Retention = Type.Number({ minimum: 0.7, maximum: 0.97 })

/** Cards with a wanted recall of their own: those of a concept or note, by its id, or of the notes with a tag. */
export const ScopeView = {
  kind: Type.Unsafe<Scope['kind']>(Type.Union(scopeKinds.map((kind) => Type.Literal(kind)))),
  name: Type.String({ minLength: 1, maxLength: 100 }),
}

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
    /** Scopes with a setting of their own, where there are any; of several that hold a card the first counts. */
    scopes: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ...ScopeView,
            desiredRetention: Retention,
            /** Those of a fit to the cards of the scope; null while the weights above hold there too. */
            weights: Nullable(Weights),
          },
          closed,
        ),
      ),
    ),
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
      /** All scopes that have a wanted recall of their own; left out: as they were. */
      scopes: Type.Optional(
        Type.Array(Type.Object({ ...ScopeView, desiredRetention: Retention }, closed), { maxItems: 100 }),
      ),
    },
    closed,
  ),
])
export type SchedulerBody = Static<typeof SchedulerBody>

export const ScopeBody = Type.Object(ScopeView, closed)
export type ScopeBody = Static<typeof ScopeBody>
