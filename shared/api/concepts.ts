import { type Static, Type } from 'typebox'
import { Count, Nullable, Source, closed } from './common.ts'

/** `ConceptMastery` of shared/mastery/mastery.ts as JSON. */
export const MasteryView = Type.Object(
  {
    /** 0 unseen … 5 lasting. */
    level: Type.Integer({ minimum: 0, maximum: 5 }),
    levelName: Type.String(),
    /** Fewer than three facts or five scored answers: the level is drawn hatched. */
    thin: Type.Boolean(),
    facts: Count,
    /** Facts with an active card. */
    covered: Count,
    /** Facts answered at least once. */
    answered: Count,
    /** Expected number of facts recalled now (an estimate), with its 90 % range. */
    recallNow: Type.Number(),
    recallLow: Type.Number(),
    recallHigh: Type.Number(),
    /** The same in 30 days without a further review. */
    recallIn30Days: Type.Number(),
    /** Median over facts of the longest gap bridged since the last failure. */
    durabilityDays: Type.Number(),
    /** What the next level asks for, in words; null at the top. */
    nextNeeds: Nullable(Type.String()),
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
    mastery: MasteryView,
  },
  closed,
)
export type ConceptRow = Static<typeof ConceptRow>

export const ConceptsReply = Type.Object(
  {
    today: Type.String(),
    concepts: Type.Array(ConceptRow),
    /** How many concepts stand on each level, index = level. */
    levels: Type.Array(Count),
    /** Sums over all concepts' facts. */
    overall: Type.Object(
      { facts: Count, answered: Count, recallNow: Type.Number(), recallIn30Days: Type.Number() },
      closed,
    ),
  },
  closed,
)
export type ConceptsReply = Static<typeof ConceptsReply>

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
    facts: Type.Array(
      Type.Object(
        {
          key: Type.String(),
          term: Type.String(),
          kind: Type.String(),
          statement: Type.String(),
          items: Type.Array(Type.String()),
          sources: Type.Array(Source),
          recall: Nullable(Type.Number()),
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
