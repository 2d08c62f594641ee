import { type Static, Type } from 'typebox'
import type { ActiveDay } from '../insight/activity.ts'
import type { MovedConcept, NamedConcept, SlippingConcept } from '../insight/week-report.ts'
import { levelNames } from '../mastery/levels.ts'
import type { CardId } from '../card/card.ts'
import { Count, DayText, Nullable, Text, closed } from './common.ts'

export const WeekQuery = Type.Object(
  {
    /** Any day of the week; the present one without it. */
    day: Type.Optional(DayText),
    zone: Type.Optional(Text(64)),
  },
  closed,
)
export type WeekQuery = Static<typeof WeekQuery>

const LevelNumber = Type.Integer({ minimum: 0, maximum: levelNames.length - 1 })
const Tally = Type.Object({ asked: Count, passed: Count }, closed)
const Moves = Type.Unsafe<readonly MovedConcept[]>(
  Type.Array(
    Type.Object(
      {
        conceptId: Type.String(),
        term: Type.String(),
        /** The day of the step that decided it. */
        on: DayText,
        /** At the beginning of the week, and at its end. */
        from: LevelNumber,
        to: LevelNumber,
        why: Type.Object(
          { kind: Type.String(), facts: Type.Optional(Count), recall: Type.Optional(Type.Number()) },
          closed,
        ),
      },
      closed,
    ),
  ),
)

const Slipping = Type.Unsafe<readonly SlippingConcept[]>(
  Type.Array(
    Type.Object(
      {
        conceptId: Type.String(),
        term: Type.String(),
        level: LevelNumber,
        /** Since when; at the latest where that day's answers left it slipping. */
        on: DayText,
        isAtLatest: Type.Boolean(),
        why: Type.Object(
          {
            kind: Type.String(),
            facts: Type.Optional(Count),
            recall: Type.Optional(Type.Number()),
            wanted: Type.Optional(Type.Number()),
            answered: Type.Optional(Count),
          },
          closed,
        ),
      },
      closed,
    ),
  ),
)

const Named = Type.Unsafe<readonly NamedConcept[]>(
  Type.Array(Type.Object({ conceptId: Type.String(), term: Type.String() }, closed)),
)

export const WeekReply = Type.Object(
  {
    today: DayText,
    /** A Monday, and the Sunday after it. */
    from: DayText,
    until: DayText,
    /** The first day with an answer; null before it. */
    firstDay: Nullable(DayText),
    /** Days of the week with answers, oldest first. */
    days: Type.Unsafe<readonly ActiveDay[]>(
      Type.Array(
        Type.Object(
          { day: DayText, answers: Count, passed: Count, newCards: Count, durationMs: Count },
          closed,
        ),
      ),
    ),
    inQuizzes: Count,
    /** First tries of a day on cards met before; how many were predicted to be right; those of the week before. */
    firstTries: Tally,
    expected: Type.Number({ minimum: 0 }),
    triesBefore: Tally,
    /** Cards recalled on a later day for the first time, and cards recalled after three weeks or more. */
    stayed: Count,
    recalledLate: Count,
    /** Concepts whose level ended the week higher (above Started) or lower than it began, each with what moved it. */
    rises: Moves,
    /** Concepts that were answered for the first time: they stand on Started. */
    begun: Named,
    falls: Moves,
    /** Concepts that are losing their level today, the highest first, each with why; none of a week that is over. */
    slipping: Slipping,
    /** Cards whose first try failed in the week, those still open first; at most 15 of `forgottenTotal`. */
    forgotten: Type.Array(
      Type.Object(
        {
          card: Type.Unsafe<CardId>(Type.String()),
          front: Type.String(),
          failedDays: Count,
          lastFailedOn: DayText,
          isRecalledSince: Type.Boolean(),
        },
        closed,
      ),
    ),
    forgottenTotal: Count,
    /** How many of all of them were not recalled on a later day. */
    stillForgotten: Count,
    /** Answered cards due from today on, with their minutes; null for a week that was over a week ago. */
    ahead: Nullable(Type.Object({ cards: Count, minutes: Count }, closed)),
  },
  closed,
)
export type WeekReply = Static<typeof WeekReply>
