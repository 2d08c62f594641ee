import { type Static, type TSchema, Type } from 'typebox'
import type { AnswerFigures } from '../insight/answer-figures.ts'
import type { Calibration } from '../insight/calibration.ts'
import type { CardFigures } from '../insight/card-figures.ts'
import { maturities } from '../insight/maturity.ts'
import { type StatsRange, statsRanges } from '../insight/stats-range.ts'
import { type Scope, scopeKinds } from '../schedule/scope.ts'
import { Count, DayText, Nullable, closed } from './common.ts'

const oneOf = <Name extends string>(names: readonly Name[]) =>
  Type.Unsafe<Name>(Type.Union(names.map((name) => Type.Literal(name))))
const Named = Type.Optional(Type.String({ minLength: 1, maxLength: 100 }))
const Share = Type.Number({ minimum: 0, maximum: 1 })

/** Which cards and how far back, for all charts. At most one of concept, note and tag. */
export const StatsChartsQuery = Type.Object(
  {
    concept: Named,
    note: Named,
    tag: Named,
    range: Type.Optional(oneOf<StatsRange>(statsRanges)),
    zone: Type.Optional(Type.String({ maxLength: 64 })),
  },
  closed,
)
export type StatsChartsQuery = Static<typeof StatsChartsQuery>

/** A schema under the type that the core gives it. */
const as = <Value>(schema: TSchema) => Type.Unsafe<Value>(schema)
const Tally = Type.Object({ asked: Count, passed: Count }, closed)
const sums = {
  answers: Count,
  /** How many should have been recalled: the sum of the predicted chances. */
  expected: Type.Number({ minimum: 0 }),
  recalled: Count,
}
/** Sums: those of some concepts add up to those of their topic. */
export const CalibrationView = as<Calibration>(Type.Object(sums, closed))
const Bins = Type.Array(Type.Object({ name: Type.String(), cards: Count }, closed))

export const StatsChartsReply = Type.Object(
  {
    today: DayText,
    range: oneOf<StatsRange>(statsRanges),
    /** Null for all cards. */
    scope: Nullable(
      Type.Object(
        { kind: oneOf<Scope['kind']>(scopeKinds), name: Type.String(), title: Type.String() },
        closed,
      ),
    ),
    /** The chance of recall that the learner wants, where FSRS decides. */
    wanted: Nullable(Share),
    /** The first day with an answer; null before it. */
    firstDay: Nullable(DayText),
    /** Days of the range with answers, oldest first. */
    days: as<AnswerFigures['days']>(
      Type.Array(
        Type.Object(
          { day: DayText, answers: Count, passed: Count, newCards: Count, durationMs: Count },
          closed,
        ),
      ),
    ),
    /** First answers of a study day on cards met before, in the last 1, 7, 30 and 90 days, by an interval under 21 days or not. */
    retention: as<AnswerFigures['retention']>(
      Type.Array(Type.Object({ days: Count, young: Tally, mature: Tally }, closed)),
    ),
    /** The same answers in the range, by what was predicted of them. */
    calibration: as<AnswerFigures['calibration']>(
      Type.Array(Type.Object({ low: Share, high: Share, ...sums }, closed)),
    ),
    /** Again, hard, good, easy at the first answer of a day. */
    buttons: as<AnswerFigures['buttons']>(
      Type.Array(
        Type.Object(
          { maturity: oneOf(maturities), keys: Type.Array(Count, { minItems: 4, maxItems: 4 }) },
          closed,
        ),
      ),
    ),
    /** By the hour of the learner's wall clock, 0 to 23. */
    hours: as<AnswerFigures['hours']>(Type.Array(Tally)),
    times: as<AnswerFigures['times']>(
      Type.Object(
        { answers: Count, medianMs: Type.Number(), slowMs: Type.Number(), bins: Type.Array(Count) },
        closed,
      ),
    ),
    /** The leeches that are asked, as `is:leech` finds them, the worst first; at most 50 of `leechTotal`. */
    leeches: Type.Array(
      Type.Object(
        {
          card: Type.String(),
          front: Type.String(),
          failedDays: Count,
          askedDays: Count,
          lastFailedOn: DayText,
        },
        closed,
      ),
    ),
    leechTotal: Count,
    /** On how many days or more makes a leech. */
    leechDays: Count,
    overrides: as<AnswerFigures['overrides']>(
      Type.Object({ misses: Count, passed: Count, quizAppeals: Count }, closed),
    ),
    /** Answered cards that are asked. */
    answered: Count,
    /** Cards by the next 30 days, today first, if none is answered; those of earlier days are the backlog. */
    forecast: as<CardFigures['forecast']>(
      Type.Object({ days: Type.Array(Count), backlog: Count, later: Count }, closed),
    ),
    /** What becomes of the answered cards, day by day, if nothing is answered any more. */
    stop: as<CardFigures['stop']>(
      Type.Array(Type.Object({ days: Count, recalled: Type.Number(), waiting: Count }, closed)),
    ),
    intervals: as<CardFigures['intervals']>(Bins),
    ease: as<CardFigures['ease']>(
      Type.Object({ kind: oneOf(['ease', 'difficulty'] as const), bins: Bins }, closed),
    ),
    recall: as<CardFigures['recall']>(Bins),
  },
  closed,
)
export type StatsChartsReply = Static<typeof StatsChartsReply>
