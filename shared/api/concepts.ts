import { type Static, Type } from 'typebox'
import { type ConceptSort, conceptSorts } from '../mastery/list-concepts.ts'
import { type Level, levelNames } from '../mastery/levels.ts'
import { type SuggestionKind, suggestionKinds } from '../session/worth-doing.ts'
import { Count, DayText, Nullable, Source, Text, Uuid, closed } from './common.ts'

/** 0 unseen … 5 lasting. */
const LevelNumber = Type.Unsafe<Level>(Type.Integer({ minimum: 0, maximum: levelNames.length - 1 }))

/** Three numbers that are never blended: predicted recall, proven durability, coverage. */
const numbers = {
  facts: Count,
  /** Facts with an active card: those that the level speaks of. */
  covered: Count,
  /** Facts answered in a review. */
  answered: Count,
  /** Expected number of facts recalled now (an estimate), with its 90 % range. */
  recallNow: Type.Number(),
  recallLow: Type.Number(),
  recallHigh: Type.Number(),
  /** The same in 30 days without a further review. */
  recallIn30Days: Type.Number(),
  /** Median over the covered facts of the longest gap bridged since the fact's last failure. */
  durabilityDays: Type.Number(),
}
const leveled = {
  level: LevelNumber,
  levelName: Type.String(),
  /** Fewer than three facts or five scored answers: the level is drawn hatched. */
  thin: Type.Boolean(),
  /** What the next level asks for, in words; null at the top. */
  nextNeeds: Nullable(Type.String()),
}

/** How well a concept is held. */
export const MasteryView = Type.Object(
  {
    ...leveled,
    /** Predicted recall lies well under what the level asks for. */
    slipping: Type.Boolean(),
    /** The day since which it stands on its level. */
    since: Nullable(DayText),
    /** A higher level that was lost, and why: “Was Durable on 3 May; 2 facts failed since.” */
    once: Nullable(Type.String()),
    ...numbers,
  },
  closed,
)
export type MasteryView = Static<typeof MasteryView>

export const ConceptRow = Type.Object(
  {
    id: Type.String(),
    term: Type.String(),
    aliases: Type.Array(Type.String()),
    /** Where the notes speak of it: folders, title and headings, the outermost first. */
    topic: Type.Array(Type.String()),
    cards: Count,
    due: Count,
    /** Notes that speak of it. */
    notes: Count,
    conflicts: Count,
    /** What it builds on, as the learner said, and is not held itself; null where there is nothing like that. */
    weakPrerequisite: Nullable(Type.String()),
    /** Facts recalled on each third of the last 90 days, today last; it begins with the first answer. */
    trend: Type.Array(Type.Number()),
    mastery: MasteryView,
  },
  closed,
)
export type ConceptRow = Static<typeof ConceptRow>

const ConceptSortView = Type.Unsafe<ConceptSort>(Type.Union(conceptSorts.map((sort) => Type.Literal(sort))))

export const ConceptsQuery = Type.Object(
  {
    /** Part of a name or of another name. */
    q: Type.Optional(Text(200)),
    sort: Type.Optional(ConceptSortView),
    level: Type.Optional(LevelNumber),
    /** The path of a note that states facts of it. */
    note: Type.Optional(Text(1000)),
    /** The key of a topic of `GET /topics`. */
    topic: Type.Optional(Text(64)),
    /** With a topic: only what stands in no topic inside it. */
    own: Type.Optional(Type.Boolean()),
    /** Where a page before ended. */
    cursor: Type.Optional(Text(1000)),
    /** For a list that draws only what is in sight: the row to begin with, in place of a cursor. */
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    zone: Type.Optional(Text(64)),
  },
  closed,
)
export type ConceptsQuery = Static<typeof ConceptsQuery>

export const ConceptsReply = Type.Object(
  {
    today: DayText,
    /** How many there are in all pages. */
    total: Count,
    concepts: Type.Array(ConceptRow),
    nextCursor: Nullable(Type.String()),
  },
  closed,
)
export type ConceptsReply = Static<typeof ConceptsReply>

/** A topic of the notes with how well all that stands below it is held. Its level has no history of its own. */
export const TopicView = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    concepts: Count,
    due: Count,
    /** How many of its concepts stand on each level, index = level. */
    levels: Type.Array(Count),
    mastery: Type.Object({ ...leveled, ...numbers }, closed),
    /** The topics inside it, by their keys and names. */
    inside: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), concepts: Count }, closed)),
  },
  closed,
)
export type TopicView = Static<typeof TopicView>

export const TopicsQuery = Type.Object(
  {
    /** The topics inside this one; the outermost without it. */
    inside: Type.Optional(Text(64)),
    sort: Type.Optional(ConceptSortView),
    cursor: Type.Optional(Text(1000)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    zone: Type.Optional(Text(64)),
  },
  closed,
)
export type TopicsQuery = Static<typeof TopicsQuery>

export const TopicsReply = Type.Object(
  { today: DayText, total: Count, topics: Type.Array(TopicView), nextCursor: Nullable(Type.String()) },
  closed,
)
export type TopicsReply = Static<typeof TopicsReply>

/** Something worth doing, with its reason, its minutes and the rule that named it. */
export const SuggestionView = Type.Object(
  {
    key: Type.String(),
    kind: Type.Unsafe<SuggestionKind>(Type.Union(suggestionKinds.map((kind) => Type.Literal(kind)))),
    conceptId: Nullable(Type.String()),
    name: Type.String(),
    reason: Type.String(),
    rule: Type.String(),
    minutes: Count,
  },
  closed,
)
export type SuggestionView = Static<typeof SuggestionView>

/** All concepts together: what a first page says of them. */
export const MasterySummary = Type.Object(
  {
    today: DayText,
    concepts: Count,
    /** How many concepts stand on each level, index = level. */
    levels: Type.Array(Count),
    /** Sums over all concepts' facts. */
    overall: Type.Object(
      { facts: Count, answered: Count, recallNow: Type.Number(), recallIn30Days: Type.Number() },
      closed,
    ),
    /** What is worth doing besides the day's cards, the most pressing first; at most three. */
    worth: Type.Array(SuggestionView),
  },
  closed,
)
export type MasterySummary = Static<typeof MasterySummary>

/** A level that moved on a day. */
export const LevelMove = Type.Object(
  {
    conceptId: Type.String(),
    term: Type.String(),
    from: Type.String(),
    to: Type.String(),
    /** What moved it: “5 facts recalled.” */
    why: Type.String(),
    nextNeeds: Nullable(Type.String()),
  },
  closed,
)
export type LevelMove = Static<typeof LevelMove>
export const LevelMovesReply = Type.Object({ day: DayText, moves: Type.Array(LevelMove) }, closed)
export type LevelMovesReply = Static<typeof LevelMovesReply>

/** Two concepts that may be one, by their names. Nothing is merged before the learner says so. */
export const MergeSuggestionView = Type.Object(
  {
    conceptId: Type.String(),
    term: Type.String(),
    intoId: Type.String(),
    intoTerm: Type.String(),
    why: Type.Union([
      Type.Literal('writing'),
      Type.Literal('plural'),
      Type.Literal('initials'),
      Type.Literal('spelling'),
    ]),
  },
  closed,
)
export type MergeSuggestionView = Static<typeof MergeSuggestionView>
export const MergeSuggestionsReply = Type.Object({ suggestions: Type.Array(MergeSuggestionView) }, closed)
export type MergeSuggestionsReply = Static<typeof MergeSuggestionsReply>

export const ConceptCard = Type.Object(
  {
    id: Type.String(),
    kind: Type.String(),
    status: Type.String(),
    front: Type.String(),
    back: Type.String(),
    dueOn: Nullable(Type.String()),
    intervalDays: Nullable(Type.Integer()),
    suspended: Type.Boolean(),
    lastGrade: Nullable(Type.Integer()),
    /** Predicted recall now, an estimate; null for a card never answered. */
    recall: Nullable(Type.Number()),
  },
  closed,
)

/** What a fact showed when it was answered last. */
const LastResult = Type.Object(
  {
    on: DayText,
    /** `seen`: answered on the day it was first met, or chosen among options. */
    kind: Type.Union([Type.Literal('recalled'), Type.Literal('failed'), Type.Literal('seen')]),
  },
  closed,
)

/** One step of a level, with what moved it. */
const LevelStep = Type.Object(
  { on: DayText, from: Type.String(), to: Type.String(), why: Type.String() },
  closed,
)

export const ConceptReply = Type.Object(
  {
    id: Type.String(),
    term: Type.String(),
    aliases: Type.Array(Type.String()),
    /** Where the notes speak of it, the outermost topic first. */
    topic: Type.Array(Type.String()),
    /** The terms whose facts meet here; each can be split off. */
    terms: Type.Array(Type.String()),
    mastery: MasteryView,
    /** What earned its level: “Solid since 12 Nov: 8 of 10 facts …”. */
    earned: Type.String(),
    /** Since when it is slipping, and why; null where it is not. */
    slip: Nullable(Type.String()),
    /** Facts recalled on each of the last 90 days, today last, each with its range; it begins with the first answer. */
    trend: Type.Array(
      Type.Object({ on: DayText, recall: Type.Number(), low: Type.Number(), high: Type.Number() }, closed),
    ),
    /** How its level moved, the latest step first. */
    levels: Type.Array(LevelStep),
    facts: Type.Array(
      Type.Object(
        {
          key: Type.String(),
          term: Type.String(),
          kind: Type.String(),
          statement: Type.String(),
          items: Type.Array(Type.String()),
          sources: Type.Array(Source),
          /** Its learner does not want it: no card asks about it, and it counts for nothing. */
          ignored: Type.Boolean(),
          /** Notes that state it. */
          agreeing: Count,
          recall: Nullable(Type.Number()),
          /** Days bridged since it failed last. */
          gapDays: Count,
          last: Nullable(LastResult),
          cards: Type.Array(ConceptCard),
        },
        closed,
      ),
    ),
    conflicts: Type.Array(
      Type.Object(
        {
          factKey: Type.String(),
          sentence: Type.String(),
          sides: Type.Array(Type.Object({ statement: Type.String(), sources: Type.Array(Source) }, closed)),
        },
        closed,
      ),
    ),
    /** What the learner said about it by hand; taken back with `DELETE /changes/:id`. */
    byHand: Type.Array(Type.Object({ changeId: Type.String(), sentence: Type.String() }, closed)),
  },
  closed,
)
export type ConceptReply = Static<typeof ConceptReply>

/** What ignoring a fact, or taking that back, did. */
export const FactIgnoredReply = Type.Object(
  {
    /** “Ignored. 2 cards are not asked any more.” */
    sentence: Type.String(),
    /** Undone with `DELETE /changes/:id`; null where nothing changed. */
    changeId: Nullable(Type.String()),
  },
  closed,
)
export type FactIgnoredReply = Static<typeof FactIgnoredReply>
export const FactParams = Type.Object({ factKey: Text(64) }, closed)

/** A card that could be made of a fact that no card asks about: `POST /notes/:noteId/cards` makes it. */
export const FactOffer = Type.Object(
  {
    factKey: Type.String(),
    noteId: Type.String(),
    cardKey: Type.String(),
    front: Type.String(),
    back: Type.String(),
  },
  closed,
)
export type FactOffer = Static<typeof FactOffer>
export const FactOffersReply = Type.Object({ offers: Type.Array(FactOffer) }, closed)
export type FactOffersReply = Static<typeof FactOffersReply>

/** Another concept that this one has to do with, and why. Nothing inferred locks anything. */
export const ConceptEdge = Type.Object(
  {
    kind: Type.Union([
      /** This one builds on it, because the learner said so. */
      Type.Literal('prerequisite'),
      /** The notes' wording says so; the learner has not. */
      Type.Literal('suggested'),
      /** The other builds on this one. */
      Type.Literal('dependant'),
      /** The notes' wording says that it does; the learner has not. */
      Type.Literal('suggested_dependant'),
      Type.Literal('related'),
      /** The two were mixed up. */
      Type.Literal('confusable'),
    ]),
    conceptId: Type.String(),
    term: Type.String(),
    level: LevelNumber,
    thin: Type.Boolean(),
    /** How much there is to it: facts and code words shared, or how often they were mixed up; 1 for what was said. */
    weight: Count,
    why: Type.String(),
    /** What the learner said; undone with `DELETE /changes/:id`. */
    changeId: Nullable(Type.String()),
  },
  closed,
)
export type ConceptEdge = Static<typeof ConceptEdge>
export const ConceptEdgesReply = Type.Object({ edges: Type.Array(ConceptEdge) }, closed)
export type ConceptEdgesReply = Static<typeof ConceptEdgesReply>

/** The concepts around one: places in columns, what comes first on the left, and what joins them. */
export const ConceptMapReply = Type.Object(
  {
    concepts: Type.Array(
      Type.Object(
        {
          conceptId: Type.String(),
          term: Type.String(),
          level: LevelNumber,
          thin: Type.Boolean(),
          due: Count,
          /** Steps from the one in the middle. */
          steps: Count,
          column: Type.Integer(),
          /** May be a half. */
          row: Type.Number(),
        },
        closed,
      ),
    ),
    edges: Type.Array(
      Type.Object(
        {
          kind: Type.Union([
            Type.Literal('prerequisite'),
            Type.Literal('suggested'),
            Type.Literal('confusable'),
            Type.Literal('related'),
          ]),
          /** Of a prerequisite: what comes first. */
          from: Type.String(),
          to: Type.String(),
          weight: Count,
          why: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ConceptMapReply = Static<typeof ConceptMapReply>

/** One answer to a card of a concept. */
export const ConceptAnswer = Type.Object(
  {
    id: Type.String(),
    at: Type.Integer(),
    day: DayText,
    cardId: Type.String(),
    front: Type.String(),
    grade: Type.Integer({ minimum: 0, maximum: 5 }),
    via: Type.Union([Type.Literal('review'), Type.Literal('quiz')]),
    /** False for practice, and for what a quiz only takes as evidence. */
    counted: Type.Boolean(),
    kindShown: Type.String(),
    confidence: Nullable(Type.String()),
  },
  closed,
)
export type ConceptAnswer = Static<typeof ConceptAnswer>
export const ConceptAnswersQuery = Type.Object(
  {
    cursor: Type.Optional(Text(100)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
)
export const ConceptAnswersReply = Type.Object(
  { answers: Type.Array(ConceptAnswer), nextCursor: Nullable(Type.String()) },
  closed,
)
export type ConceptAnswersReply = Static<typeof ConceptAnswersReply>

export const ConceptParams = Type.Object({ id: Uuid }, closed)
