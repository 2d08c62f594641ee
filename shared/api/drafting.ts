import { type Static, Type } from 'typebox'
import { Count, Nullable, Uuid, closed } from './common.ts'

/**
 * What is drafted by the learner's own model: a whole note, some lines, or those that gave no card. `dryRun` sends nothing
 * and says what would be sent, and where to.
 */
export const DraftingBody = Type.Object(
  {
    noteId: Uuid,
    /** These alone leave the machine, with the headings above them. */
    lines: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 9_999_999 }), {
        minItems: 1,
        maxItems: 5000,
        uniqueItems: true,
      }),
    ),
    /** Lines that gave no card, with what stands around them. */
    silentOnly: Type.Optional(Type.Boolean()),
    /** Also sections that were sent before and have not changed. */
    again: Type.Optional(Type.Boolean()),
    dryRun: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type DraftingBody = Static<typeof DraftingBody>

/** Where drafting sends text. Only the environment of the server says so. */
export const ModelView = Type.Object({ name: Type.String(), host: Type.String() }, closed)

export type ModelView = Static<typeof ModelView>

export const DraftingState = Type.Union([
  Type.Literal('idle'),
  Type.Literal('drafting'),
  /** The model's server wants to be left alone for a while. */
  Type.Literal('waiting'),
  /** The section that was sent is taken in; no further one is sent. */
  Type.Literal('paused'),
  Type.Literal('done'),
  /** It could not go on; what was drafted stays. */
  Type.Literal('stopped'),
  Type.Literal('cancelled'),
])
export type DraftingState = Static<typeof DraftingState>

export const RefusedDraft = Type.Object(
  { question: Type.String(), answer: Type.String(), code: Type.String(), sentence: Type.String() },
  closed,
)

const DaysLimit = {
  /** How many drafts today's limit leaves. */
  leftToday: Count,
  /** Today's limit, as the settings say it. */
  perDay: Count,
}

/** A part of a note that is sent by itself. */
const SectionPlace = {
  headings: Type.Array(Type.String()),
  /** Its first and its last line. */
  lines: Type.Array(Count),
}

/** How far the drafting is, or what came of the last one. One note is drafted at a time. */
export const DraftingReply = Type.Object(
  {
    /** Null when no model is named: then nothing is ever sent. */
    model: Nullable(ModelView),
    state: DraftingState,
    noteId: Nullable(Type.String()),
    file: Nullable(Type.String()),
    /** Sections sent so far, of so many. */
    done: Count,
    of: Count,
    /** The section that is being drafted; null when none is. */
    section: Nullable(Type.Object(SectionPlace, closed)),
    /** Drafts that wait for the learner's word now. */
    accepted: Count,
    /** Drafts that our gate did not let through, and why. */
    refused: Type.Array(RefusedDraft),
    /** Why it stopped. */
    sentence: Nullable(Type.String()),
    /** What else the learner should know of it. */
    notices: Type.Array(Type.String()),
    /** How long the model's server wants to be left alone. */
    waitMs: Nullable(Count),
    ...DaysLimit,
  },
  closed,
)
export type DraftingReply = Static<typeof DraftingReply>

/** What would be sent. */
export const DraftingPlan = Type.Object(
  {
    model: ModelView,
    /** What goes before every section: what a good card is, in our words. */
    brief: Type.String(),
    sections: Type.Array(
      Type.Object(
        {
          ...SectionPlace,
          /** Exactly what would be sent with the brief. */
          text: Type.String(),
          /** About so many tokens with the brief. */
          tokens: Count,
        },
        closed,
      ),
    ),
    tokens: Count,
    /** Sections that were sent before and have not changed: they are not sent again. */
    sentBefore: Count,
    /** Sections that do not fit into one run. */
    later: Count,
    ...DaysLimit,
  },
  closed,
)
export type DraftingPlan = Static<typeof DraftingPlan>
export const DraftingStarted = Type.Union([DraftingReply, DraftingPlan])
export const DraftingPatch = Type.Object({ paused: Type.Boolean() }, closed)

/** Better words for one card. `dryRun` says what would be sent. */
export const WordingBody = Type.Object({ dryRun: Type.Optional(Type.Boolean()) }, closed)
export const WordingReply = Type.Object(
  {
    model: ModelView,
    /** What goes before it: what a good card is, in our words. */
    brief: Type.String(),
    /** Exactly what is sent. */
    text: Type.String(),
    tokens: Count,
    /** Words that our gate lets through, the best first; `PATCH /cards/:id` takes them. */
    wordings: Type.Array(Type.Object({ front: Type.String(), back: Type.String() }, closed)),
    refused: Type.Array(RefusedDraft),
    ...DaysLimit,
  },
  closed,
)
export type WordingReply = Static<typeof WordingReply>
