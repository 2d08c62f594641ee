import { type Static, type TSchema, Type } from 'typebox'
import type { Day } from '../basics/time.ts'
import { type CardFlag, cardFlags } from '../card/card-flags.ts'
import { type Density, densities } from '../card/density.ts'

/** Text that both databases can hold: no U+0000 and no lone surrogate; the server refuses others at the edge. */
export const Text = (maxLength: number) => Type.String({ maxLength })
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'A UUID in lower case; version 7 sorts by time.',
})
export const DayText = Type.Unsafe<Day>(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A calendar day, YYYY-MM-DD.' }),
)
export const Count = Type.Integer({ minimum: 0 })
export const Millis = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00Z.' })
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const closed = { additionalProperties: false } as const

/** RFC 9457. `code` is for programs, `detail` for people. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  requestId: Type.Optional(Type.String()),
})
export type Problem = Static<typeof Problem>

/** What a side or a quoted line is written in (BCP 47), for screen readers and hyphenation; left out where it is English. */
const Lang = Type.Optional(Type.String())

/** Words as plain text and, as safe HTML that the server made, how they look. A gap is `<span class="gap">`. */
export const TextSide = Type.Object(
  { kind: Type.Literal('text'), text: Type.String(), html: Type.String(), lang: Lang },
  closed,
)
export type TextSide = Static<typeof TextSide>
/** One side of a card: a text, or a list whose items are HTML each. */
export const SideView = Type.Union([
  TextSide,
  Type.Object(
    { kind: Type.Literal('items'), text: Type.String(), items: Type.Array(Type.String()), lang: Lang },
    closed,
  ),
])
export type SideView = Static<typeof SideView>

/** What the two texts of a card are written in (BCP 47); null for a side in English. */
export const SideLanguagesView = Type.Object(
  { front: Nullable(Type.String()), back: Nullable(Type.String()) },
  closed,
)

/** Where a fact stands: the note's lines, quoted. */
export const Source = Type.Object(
  {
    noteId: Nullable(Type.String()),
    file: Type.String(),
    lines: Type.Array(Type.Integer()),
    heading: Type.Array(Type.String()),
    text: Type.Array(Type.String()),
    lang: Lang,
  },
  closed,
)
export type Source = Static<typeof Source>

export const ScheduleView = Type.Union([
  Type.Object({ kind: Type.Literal('new') }, closed),
  Type.Object(
    {
      kind: Type.Literal('sm2'),
      repetitions: Count,
      intervalDays: Count,
      easeHundredths: Type.Integer(),
      lapses: Count,
      dueOn: Type.String(),
      repeatedOn: Type.String(),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('fsrs'),
      stability: Type.Number(),
      difficulty: Type.Number(),
      repetitions: Count,
      intervalDays: Count,
      lapses: Count,
      dueOn: Type.String(),
      repeatedOn: Type.String(),
    },
    closed,
  ),
])

/** `CardState` of shared/schedule/schedule.ts as JSON. */
export const CardStateView = Type.Object(
  {
    schedule: ScheduleView,
    suspended: Type.Boolean(),
    buriedUntil: Nullable(Type.String()),
    lastAnswer: Nullable(
      Type.Object({ on: Type.String(), at: Millis, grade: Type.Integer({ minimum: 0, maximum: 5 }) }, closed),
    ),
    answers: Count,
    firstAnsweredOn: Nullable(Type.String()),
    /** Study days on which its first answer failed, the very first one not counted. */
    missedDays: Count,
  },
  closed,
)
export type CardStateView = Static<typeof CardStateView>

/** How many cards the learner wants of their notes; “all” holds none back for its worth. */
export const DensityView = Type.Unsafe<Density>(Type.Union(densities.map((density) => Type.Literal(density))))

/** Why the learner flagged a card. */
export const CardFlagView = Type.Unsafe<CardFlag>(Type.Union(cardFlags.map((flag) => Type.Literal(flag))))

/** What was found in a note that its owner may want to mend. */
export const NoteProblemView = Type.Object(
  { file: Type.String(), line: Type.Integer(), code: Type.String(), sentence: Type.String() },
  closed,
)

/** What a typed answer to a card is compared with; the first answer is the one that is shown. */
export const TypedAnswerView = Type.Object(
  {
    answers: Type.Array(Type.String()),
    mode: Type.Union([Type.Literal('text'), Type.Literal('code')]),
  },
  closed,
)
