import { type Static, Type } from 'typebox'
import {
  CardFlagView,
  CardStateView,
  Count,
  Nullable,
  SideView,
  Source,
  TypedAnswerView,
  closed,
} from './common.ts'
import { type PartState, partStates } from '../queue/plan-part.ts'
import type { StabilityPerInterval } from '../schedule/predicted-recall.ts'
import { Settings } from './settings.ts'

export const Preview = Type.Object(
  {
    grade: Type.Integer({ minimum: 0, maximum: 5 }),
    /** The stored due day will be this one. */
    dueOn: Type.String(),
    intervalDays: Count,
    /** Whether the card returns today first ("today, then 1 d"). */
    drill: Type.Boolean(),
    /** Goes into the event as it is; absent where the nominal day counts. */
    plannedDueOn: Type.Optional(Type.String()),
  },
  closed,
)
export type Preview = Static<typeof Preview>

export const QueueCard = Type.Object(
  {
    id: Type.String(),
    kind: Type.String(),
    factKey: Type.String(),
    conceptId: Type.String(),
    concept: Type.String(),
    prompt: SideView,
    answer: SideView,
    /** Null where the answer is not offered to be typed. */
    typed: Nullable(TypedAnswerView),
    sources: Type.Array(Source),
    /**
     * Why it is asked: an open drill, a due review, a new card, a card ahead of its day, whose answer counts, or practice,
     * whose answers have the effect "none".
     */
    reason: Type.Union([
      Type.Literal('drill'),
      Type.Literal('review'),
      Type.Literal('new'),
      Type.Literal('ahead'),
      Type.Literal('practice'),
    ]),
    flag: Nullable(CardFlagView),
    /** The scope (`tag:exam`) by whose own setting it is scheduled; absent where there is none. */
    scope: Type.Optional(Type.String()),
    state: CardStateView,
    /** Forgotten so often that it should be reworded, split or put aside. */
    isLeech: Type.Boolean(),
    /** What each key would do, the lowest grade first. */
    previews: Type.Array(Preview),
  },
  closed,
)
export type QueueCard = Static<typeof QueueCard>

export const QueueCounts = Type.Object(
  {
    drill: Count,
    review: Count,
    new: Count,
    total: Count,
    /** Of a part that was chosen: cards ahead of their day, and cards that are only practised. */
    ahead: Type.Optional(Count),
    practice: Type.Optional(Count),
  },
  closed,
)
export type QueueCounts = Static<typeof QueueCounts>

export const PartStateView = Type.Unsafe<PartState>(
  Type.Union(partStates.map((state) => Type.Literal(state))),
)

/** What can be studied instead: the fields of a query of `GET /queue`. */
const PartOffer = Type.Object(
  {
    /** “Cards never seen”. */
    name: Type.String(),
    cards: Count,
    scope: Type.Object(
      {
        conceptId: Type.Optional(Type.String()),
        noteId: Type.Optional(Type.String()),
        folder: Type.Optional(Type.String()),
        tag: Type.Optional(Type.String()),
        topic: Type.Optional(Type.String()),
        q: Type.Optional(Type.String()),
        state: Type.Optional(PartStateView),
        practice: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
  },
  closed,
)
export type PartOffer = Static<typeof PartOffer>

/** The part of the library that was chosen. */
const ChosenPart = Type.Object(
  {
    name: Type.String(),
    /** Why there is nothing to ask in it; null where there is. */
    missing: Nullable(Type.String()),
    /** Where there is nothing: what can be studied in its place, the nearest first. */
    instead: Type.Array(PartOffer),
  },
  closed,
)

const RecallFitView = Type.Object(
  {
    /** SM-2's interval times this is the days until recall falls to 90 %, by repetitions 0, 1, 2 and more. */
    perInterval: Type.Unsafe<StabilityPerInterval>(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
    fsrsDecay: Type.Number(),
  },
  closed,
)

export const QueueReply = Type.Object(
  {
    today: Type.String(),
    zone: Type.String(),
    now: Type.Integer(),
    counts: QueueCounts,
    /** Median seconds an answer takes this learner; 15 before there are answers. */
    secondsPerCard: Type.Number(),
    /** Cards answered today, drill not counted. */
    answeredToday: Count,
    /** The first day after today on which something is due, and how much. */
    next: Nullable(Type.Object({ on: Type.String(), count: Count }, closed)),
    tomorrow: Count,
    cards: Type.Array(QueueCard),
    /** The last day of the break that today lies in: nothing is asked. */
    breakUntil: Nullable(Type.String()),
    /** Days left of the plan that works off a backlog; 0 without one. */
    comebackDaysLeft: Count,
    /** Notes are being read: cards may still come. */
    isReading: Type.Boolean(),
    /** What predictions of recall take from the learner's own answers; absent in what a device kept from before. */
    recallFit: Type.Optional(RecallFitView),
    /** More new cards for today: the limit to set for them, were one more wanted; null where none would be asked. */
    moreNew: Type.Optional(Nullable(Type.Object({ limit: Count, waiting: Count }, closed))),
    /** Null for the day's own queue; absent in what a device kept from before. */
    part: Type.Optional(Nullable(ChosenPart)),
    settings: Settings,
    epoch: Type.String(),
  },
  closed,
)
export type QueueReply = Static<typeof QueueReply>
export const QueueQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    /** The device's zone, used when the setting is "auto". */
    zone: Type.Optional(Type.String({ maxLength: 64 })),
    conceptId: Type.Optional(Type.String({ maxLength: 64 })),
    /**
     * Any of these makes it a session over the cards that fit all of them, whatever the day's limits. What is due or new
     * counts as on any day; the rest is practice, or counts ahead of its day with the state `ahead`.
     */
    /** A note by its id or its path. */
    noteId: Type.Optional(Type.String({ maxLength: 500 })),
    folder: Type.Optional(Type.String({ maxLength: 500 })),
    tag: Type.Optional(Type.String({ maxLength: 100 })),
    /** Names of topics, the outermost first, with “ › ” between them. */
    topic: Type.Optional(Type.String({ maxLength: 500 })),
    state: Type.Optional(PartStateView),
    /** A search of cards, as in `GET /cards/search`. */
    q: Type.Optional(Type.String({ maxLength: 500 })),
    /** Practise all cards of the concept, whether due or not. */
    practice: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type QueueQuery = Static<typeof QueueQuery>
