import { type Static, Type } from 'typebox'
import { Count, DayText, Nullable, closed } from './common.ts'
import { ScopeView } from './scheduler.ts'

/** A day by which the cards of a concept, note or tag are to be known; the setting “exams” holds them. */
export const Exam = Type.Object(
  {
    ...ScopeView,
    /** What it is called, as it was when the exam was set. */
    title: Type.String({ minLength: 1, maxLength: 200 }),
    on: DayText,
  },
  closed,
)
export type Exam = Static<typeof Exam>

const ExamPlanView = Type.Object(
  {
    cards: Count,
    newCards: Count,
    /** New cards a day that it needs, and the learner's limit. */
    newPerDay: Count,
    limit: Count,
    /** New cards that stay unseen at that limit. */
    unreached: Count,
    reviewsPerDay: Type.Number(),
    minutesPerDay: Type.Number(),
    /** How many of the cards would be recalled on the day, and how many would be begun. */
    recalled: Type.Number(),
    begun: Count,
  },
  closed,
)
export type ExamPlanView = Static<typeof ExamPlanView>

export const ExamView = Type.Object(
  {
    exam: Exam,
    /** Days until it; negative after it. */
    daysLeft: Type.Integer(),
    /** Null once it is over. */
    plan: Nullable(ExamPlanView),
  },
  closed,
)
export type ExamView = Static<typeof ExamView>
export const ExamsReply = Type.Object({ today: DayText, exams: Type.Array(ExamView) }, closed)
export type ExamsReply = Static<typeof ExamsReply>

export const ExamsQuery = Type.Object({ zone: Type.Optional(Type.String({ maxLength: 64 })) }, closed)
