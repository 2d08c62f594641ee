import { type Static, Type } from 'typebox'
import { CardStateView, Count, DayText, Id, Millis, Nullable, Text, Uuid, closed } from './common.ts'

const base = {
  id: Uuid,
  learnerId: Type.Optional(Id),
  deviceId: Id,
  at: Type.Unknown({
    description: 'Milliseconds UTC, an integer from 2000 on; anything else is rejected alone.',
  }),
  zone: Text(64),
  studyDay: Text(10),
}
const card = { cardId: Text(64) }
const kind = <K extends string>(name: K) => ({ kind: Type.Literal(name) })

/** The body is checked by shape only; an event with a wrong value is rejected alone, the rest is recorded. */
export const EventBody = Type.Union([
  Type.Object(
    {
      ...base,
      ...kind('reviewed'),
      ...card,
      grade: Type.Unknown({ description: 'An integer from 0 to 5.' }),
      durationMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
      via: Type.Union([Type.Literal('review'), Type.Literal('quiz')]),
      effect: Type.Union([Type.Literal('schedule'), Type.Literal('none')]),
      plannedDueOn: Type.Optional(DayText),
      kindShown: Text(32),
      confidence: Type.Optional(
        Type.Union([Type.Literal('guess'), Type.Literal('likely'), Type.Literal('sure')]),
      ),
      profile: Text(64),
    },
    closed,
  ),
  Type.Object({ ...base, ...kind('undone'), targetId: Uuid }, closed),
  Type.Object({ ...base, ...kind('suspended'), ...card }, closed),
  Type.Object({ ...base, ...kind('resumed'), ...card }, closed),
  Type.Object({ ...base, ...kind('reset'), ...card }, closed),
  Type.Object({ ...base, ...kind('buried'), ...card, until: DayText }, closed),
  Type.Object({ ...base, ...kind('dueSet'), ...card, dueOn: DayText }, closed),
  Type.Object({ ...base, ...kind('schedulerChanged'), profile: Text(64) }, closed),
])
export type EventBody = Static<typeof EventBody>

/** 1 to 1 000 events, at most 1 MB. `events` is checked one by one, so that one bad event does not hold the others. */
export const ReviewsBody = Type.Object({ events: Type.Array(Type.Unknown(), { minItems: 1 }) }, closed)

export const Verdict = Type.Object(
  {
    id: Nullable(Type.String()),
    verdict: Type.Union([Type.Literal('recorded'), Type.Literal('duplicate'), Type.Literal('rejected')]),
    code: Type.Optional(Type.String()),
    sentence: Type.Optional(Type.String()),
    receivedAt: Type.Optional(Millis),
    /** The day the event counts for, where the server knows better than a clock that ran ahead. */
    countedOn: Type.Optional(Type.String()),
    clockAhead: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type Verdict = Static<typeof Verdict>

export const ReviewsReply = Type.Object(
  {
    verdicts: Type.Array(Verdict),
    /** The authoritative state of every card the batch spoke of. */
    states: Type.Array(Type.Object({ cardId: Type.String(), state: CardStateView }, closed)),
    log: Type.Object({ count: Count, digest: Type.String() }, closed),
    epoch: Type.String(),
  },
  closed,
)
export type ReviewsReply = Static<typeof ReviewsReply>

export const LogQuery = Type.Object(
  {
    /** What an earlier reply called `position`; left out for the whole log. */
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 500 })),
  },
  closed,
)
/** The log in the order of arrival: how a second device learns what the first one did. */
export const LogReply = Type.Object(
  {
    events: Type.Array(
      Type.Object({ event: Type.Unknown(), receivedAt: Millis, countedOn: Type.String() }, closed),
    ),
    position: Count,
    more: Type.Boolean(),
    log: Type.Object({ count: Count, digest: Type.String() }, closed),
    epoch: Type.String(),
  },
  closed,
)
export type LogReply = Static<typeof LogReply>
