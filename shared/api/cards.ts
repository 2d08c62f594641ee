import { type Static, Type } from 'typebox'
import {
  CardFlagView,
  CardStateView,
  Count,
  DayText,
  Nullable,
  SideLanguagesView,
  SideView,
  Source,
  Text,
  TypedAnswerView,
  Uuid,
  closed,
} from './common.ts'

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
    languages: SideLanguagesView,
    /** Whether the learner's own wording stands in place of the generated one. */
    edited: Type.Boolean(),
    conceptId: Type.String(),
    concept: Type.String(),
    factKey: Type.String(),
    reasons: Type.Array(Type.Object({ code: Type.String(), sentence: Type.String() }, closed)),
    sources: Type.Array(Source),
    flag: Nullable(CardFlagView),
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
    prompt: SideView,
    answer: SideView,
    /** Null where the answer is not offered to be typed. */
    typed: Nullable(TypedAnswerView),
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

/** A card typed by hand: it is written into a note of the learner's own, and read like any other. */
export const NewCard = Type.Object(
  {
    question: Text(20_000),
    answer: Text(20_000),
    /** What it is about. */
    concept: Type.Optional(Text(200)),
    /** The line of a note that its words come from; the link is kept beside it. */
    from: Type.Optional(
      Type.Object({ noteId: Uuid, line: Type.Integer({ minimum: 1, maximum: 9_999_999 }) }, closed),
    ),
  },
  closed,
)
export type NewCard = Static<typeof NewCard>
export const CardAdded = Type.Object(
  {
    cardId: Type.String(),
    front: Type.String(),
    back: Type.String(),
    concept: Type.String(),
    noteId: Type.String(),
    file: Type.String(),
    line: Count,
    /** The change of the library that `DELETE /changes/:id` undoes. */
    changeId: Type.String(),
  },
  closed,
)
export type CardAdded = Static<typeof CardAdded>

/** The learner's own wording; null gives the generated one back. `accept` takes a doubtful card into the queue; a `flag` is a note to oneself. */
export const CardPatch = Type.Object(
  {
    front: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 2000 }))),
    back: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 5000 }))),
    accept: Type.Optional(Type.Boolean()),
    flag: Type.Optional(Nullable(CardFlagView)),
  },
  { ...closed, minProperties: 1 },
)
export type CardPatch = Static<typeof CardPatch>

export const CardEdited = Type.Object(
  {
    ...CardReply.properties,
    /** The change of the library that `DELETE /changes/:id` undoes; null for a flag, and when nothing changed. */
    changeId: Nullable(Type.String()),
  },
  closed,
)
export type CardEdited = Static<typeof CardEdited>

export const cardSorts = ['made', 'due', 'interval', 'ease', 'lapses', 'answers'] as const
export type CardSort = (typeof cardSorts)[number]
export const CardSearchQuery = Type.Object(
  {
    /** The query language of shared/card/parse-card-query.ts; empty for every card that is not retired. */
    q: Type.Optional(Text(500)),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    sort: Type.Optional(Type.Unsafe<CardSort>(Type.Union(cardSorts.map((sort) => Type.Literal(sort))))),
    zone: Type.Optional(Text(64)),
  },
  closed,
)

const place = { from: Count, to: Count, text: Type.String() }
export const CardSearchReply = Type.Object(
  {
    today: Type.String(),
    total: Count,
    cards: Type.Array(CardView),
    /** Terms that are not understood; then no card is given. */
    problems: Type.Array(Type.Object({ ...place, sentence: Type.String() }, closed)),
    /** Of a search that found nothing: the terms that fit no card even by themselves. */
    unmatched: Type.Array(Type.Object(place, closed)),
    /** Of a search that found nothing: what is found without the term that hinders most. */
    relaxed: Nullable(Type.Object({ q: Type.String(), total: Count }, closed)),
  },
  closed,
)
export type CardSearchReply = Static<typeof CardSearchReply>

/** Which cards an action is for: up to 1 000 by their ids, or all that a search finds. */
const CardTarget = Type.Union([
  Type.Object({ ids: Type.Array(Uuid, { minItems: 1, maxItems: 1000, uniqueItems: true }) }, closed),
  Type.Object({ q: Text(500) }, closed),
])
const on = { target: CardTarget, zone: Type.Optional(Text(64)) }
export const CardActionBody = Type.Union([
  Type.Object(
    {
      ...on,
      action: Type.Union([
        Type.Literal('suspend'),
        Type.Literal('resume'),
        /** Until tomorrow. */
        Type.Literal('bury'),
        /** As if it had never been asked; the log stays. */
        Type.Literal('reset'),
        /** Never asked again, and its lines give no card. */
        Type.Literal('retire'),
      ]),
    },
    closed,
  ),
  Type.Object({ ...on, action: Type.Literal('setDue'), dueOn: DayText }, closed),
  Type.Object({ ...on, action: Type.Literal('flag'), flag: Nullable(CardFlagView) }, closed),
])
export type CardActionBody = Static<typeof CardActionBody>
export const CardActionReply = Type.Object(
  {
    /** How many cards it changed. */
    count: Count,
    sentence: Type.String(),
    /** The events that it wrote: an `undone` for each takes it back. */
    eventIds: Type.Array(Type.String()),
    /** The change of the library that `DELETE /changes/:id` undoes. */
    changeId: Nullable(Type.String()),
  },
  closed,
)
export type CardActionReply = Static<typeof CardActionReply>
