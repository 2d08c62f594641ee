import { type Static, Type } from 'typebox'
import { CardStateView, Nullable, Source, Text, closed } from './common.ts'

export const CardStatus = Type.Union([
  Type.Literal('ready'),
  Type.Literal('doubtful'),
  Type.Literal('retired'),
])
export const CardView = Type.Object(
  {
    id: Type.String(),
    kind: Type.String(),
    status: CardStatus,
    front: Type.String(),
    back: Type.String(),
    /** Whether the learner's own wording stands in place of the generated one. */
    edited: Type.Boolean(),
    conceptId: Type.String(),
    concept: Type.String(),
    factKey: Type.String(),
    reasons: Type.Array(Type.Object({ code: Type.String(), sentence: Type.String() }, closed)),
    sources: Type.Array(Source),
    state: CardStateView,
  },
  closed,
)
export type CardView = Static<typeof CardView>

export const CardsQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 64 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    conceptId: Type.Optional(Type.String({ maxLength: 64 })),
    status: Type.Optional(CardStatus),
    q: Type.Optional(Text(200)),
  },
  closed,
)
export const CardsReply = Type.Object(
  { cards: Type.Array(CardView), nextCursor: Nullable(Type.String()) },
  closed,
)
export type CardsReply = Static<typeof CardsReply>

export const CardReply = Type.Object(
  {
    ...CardView.properties,
    promptHtml: Type.String(),
    answerHtml: Type.String(),
    /** The card's events, newest first, undone ones included and marked. */
    history: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          kind: Type.String(),
          at: Type.Integer(),
          studyDay: Type.String(),
          grade: Nullable(Type.Integer()),
          via: Nullable(Type.String()),
          undone: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type CardReply = Static<typeof CardReply>

/** The learner's own wording; null gives the generated one back. `accept` takes a doubtful card into the queue. */
export const CardPatch = Type.Object(
  {
    front: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 2000 }))),
    back: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 5000 }))),
    accept: Type.Optional(Type.Boolean()),
  },
  { ...closed, minProperties: 1 },
)
export type CardPatch = Static<typeof CardPatch>
