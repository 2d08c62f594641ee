import { type Static, Type } from 'typebox'
import { Count, Nullable, SideLanguagesView, Source, Uuid, closed } from './common.ts'

/** `ready`: it is asked already, and was never answered. `proposed`: it is doubtful, and asked once it is kept. */
export const SkimState = Type.Union([Type.Literal('ready'), Type.Literal('proposed')])
export type SkimState = Static<typeof SkimState>

/** `keep`: ask it. `drop`: never ask this question; what else its lines ask goes on. `never`: no card from its lines. */
export const SkimDecision = Type.Union([Type.Literal('keep'), Type.Literal('drop'), Type.Literal('never')])
export type SkimDecision = Static<typeof SkimDecision>

export const SkimCard = Type.Object(
  {
    cardId: Type.String(),
    state: SkimState,
    kind: Type.String(),
    conceptId: Type.String(),
    concept: Type.String(),
    front: Type.String(),
    back: Type.String(),
    languages: SideLanguagesView,
    /** Why it is only proposed. */
    reasons: Type.Array(Type.Object({ code: Type.String(), sentence: Type.String() }, closed)),
    sources: Type.Array(Source),
  },
  closed,
)
export type SkimCard = Static<typeof SkimCard>

export const SkimQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
    noteId: Type.Optional(Uuid),
    state: Type.Optional(SkimState),
  },
  closed,
)

/** A note with cards on this page, and how many of it are left in all. */
export const SkimNote = Type.Object(
  {
    noteId: Nullable(Type.String()),
    file: Type.String(),
    title: Type.String(),
    ready: Count,
    proposed: Count,
  },
  closed,
)
export type SkimNote = Static<typeof SkimNote>

export const SkimReply = Type.Object(
  {
    /** Note by note, each from its top. */
    cards: Type.Array(SkimCard),
    notes: Type.Array(SkimNote),
    /** How many are left; where there are more than 5000, those that were counted. */
    counts: Type.Object({ ready: Count, proposed: Count }, closed),
    /** How many drafts wait, of the note that was asked for: `GET /drafts` lists them. */
    drafted: Count,
    nextCursor: Nullable(Type.String()),
  },
  closed,
)
export type SkimReply = Static<typeof SkimReply>

/** Some cards one by one, or all that are left of a note. What was decided is not shown again, on any device. */
export const SkimDecisionsBody = Type.Union([
  Type.Object(
    {
      decisions: Type.Array(Type.Object({ cardId: Uuid, decision: SkimDecision }, closed), {
        minItems: 1,
        maxItems: 1000,
      }),
    },
    closed,
  ),
  Type.Object(
    {
      all: Type.Object({ noteId: Uuid, state: Type.Optional(SkimState), decision: SkimDecision }, closed),
    },
    closed,
  ),
])
export type SkimDecisionsBody = Static<typeof SkimDecisionsBody>
