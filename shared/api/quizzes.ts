import { type Static, Type } from 'typebox'
import { Count, Millis, Nullable, SideView, Source, Text, TextSide, Uuid, closed } from './common.ts'

export const QuizBody = Type.Object(
  {
    /** Without it the whole library is asked. */
    conceptId: Type.Optional(Type.String({ maxLength: 64 })),
    length: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
  },
  closed,
)
export const QuizQuestionView = Type.Object(
  {
    id: Type.String(),
    kind: Type.Union([Type.Literal('multiple_choice'), Type.Literal('typed')]),
    cardId: Type.String(),
    conceptId: Type.String(),
    concept: Type.String(),
    prompt: TextSide,
    /** Three of them for multiple choice, none for typed. */
    options: Type.Array(TextSide),
    /** Null until it is answered. */
    answer: Nullable(
      Type.Object(
        {
          given: Type.String(),
          optionIndex: Nullable(Type.Integer()),
          verdict: Type.Union([Type.Literal('right'), Type.Literal('near'), Type.Literal('wrong')]),
          correctIndex: Nullable(Type.Integer()),
          right: SideView,
          /** One sentence a wrong option: what it is the answer to. Index = option; null for the key. */
          explanations: Type.Array(Nullable(Type.String())),
          sources: Type.Array(Source),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type QuizQuestionView = Static<typeof QuizQuestionView>

export const QuizReply = Type.Object(
  {
    id: Type.String(),
    concept: Nullable(Type.String()),
    conceptId: Nullable(Type.String()),
    createdAt: Millis,
    questions: Type.Array(QuizQuestionView),
    answered: Count,
    right: Count,
    finished: Type.Boolean(),
    /** Wilson 95 % range of the share right, once there are answers. */
    range: Nullable(Type.Object({ low: Type.Number(), high: Type.Number() }, closed)),
  },
  closed,
)
export type QuizReply = Static<typeof QuizReply>

/** `eventId` is client-made: a resend is harmless. One of `given` and `optionIndex`; neither means "I don't know". */
export const QuizAnswerBody = Type.Object(
  {
    questionId: Type.String({ maxLength: 64 }),
    eventId: Uuid,
    deviceId: Type.String({ minLength: 1, maxLength: 64 }),
    at: Millis,
    zone: Text(64),
    durationMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    given: Type.Optional(Text(2000)),
    optionIndex: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
    confidence: Type.Optional(
      Type.Union([Type.Literal('guess'), Type.Literal('likely'), Type.Literal('sure')]),
    ),
  },
  closed,
)
export type QuizAnswerBody = Static<typeof QuizAnswerBody>
