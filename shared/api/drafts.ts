import { type Static, Type } from 'typebox'
import { type DraftKind, draftKinds } from '../draft/draft.ts'
import { Count, Nullable, Text, Uuid, closed } from './common.ts'

const DraftKindView = Type.Unsafe<DraftKind>(Type.Union(draftKinds.map((kind) => Type.Literal(kind))))

/** A card that somebody proposes. All of it is text: no HTML, and nothing in it is followed. */
export const DraftBody = Type.Object(
  {
    kind: DraftKindView,
    /** For a cloze the sentence, with `___` for what is left out. */
    question: Text(2000),
    /** For a list one item a line; for a cloze what stands in the gap. */
    answer: Text(5000),
    /** The words of the note that state the answer, copied from it. */
    quote: Text(5000),
    /** First and last line of the quote, counted from 1. */
    lines: Type.Optional(
      Nullable(Type.Array(Type.Integer({ minimum: 1, maximum: 10_000_000 }), { minItems: 1, maxItems: 2 })),
    ),
    concept: Type.Optional(Nullable(Text(200))),
    /** What is wrong in the note, where the answer knowingly says something else. */
    corrects: Type.Optional(Nullable(Text(500))),
  },
  closed,
)
export type DraftBody = Static<typeof DraftBody>

export const DraftsBody = Type.Object(
  {
    drafts: Type.Array(DraftBody, { minItems: 1, maxItems: 500 }),
    /** What the one who drafts calls itself: it is shown with every draft. */
    by: Type.String({ minLength: 1, maxLength: 60 }),
  },
  closed,
)
export type DraftsBody = Static<typeof DraftsBody>

/** What the gate says of each draft, in their order. */
export const DraftVerdictView = Type.Union([
  Type.Object(
    { kind: Type.Literal('accepted'), draftId: Type.String(), lines: Type.Array(Type.Integer()) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('refused'), code: Type.String(), sentence: Type.String() }, closed),
])
export type DraftVerdictView = Static<typeof DraftVerdictView>
export const DraftsProposed = Type.Object(
  {
    verdicts: Type.Array(DraftVerdictView),
    /** How many drafts of this note wait now. */
    waiting: Count,
  },
  closed,
)
export type DraftsProposed = Static<typeof DraftsProposed>

export const DraftView = Type.Object(
  {
    draftId: Type.String(),
    noteId: Type.String(),
    file: Type.String(),
    /** The title of the note. */
    note: Type.String(),
    kind: DraftKindView,
    question: Type.String(),
    answer: Type.String(),
    quote: Type.String(),
    /** Where the quote stands now; empty when the note says something else since. */
    lines: Type.Array(Type.Integer()),
    concept: Nullable(Type.String()),
    corrects: Nullable(Type.String()),
    draftedBy: Type.String(),
    draftedAt: Type.Integer(),
  },
  closed,
)
export type DraftView = Static<typeof DraftView>

export const DraftListQuery = Type.Object(
  {
    noteId: Type.Optional(Uuid),
    cursor: Type.Optional(Uuid),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
  },
  closed,
)
export const DraftListReply = Type.Object(
  {
    drafts: Type.Array(DraftView),
    /** How many wait in all, of the note that was asked for. */
    waiting: Count,
    nextCursor: Nullable(Type.String()),
  },
  closed,
)
export type DraftListReply = Static<typeof DraftListReply>

/** `accept`: write it as a card, in the learner's own words where they are given. `drop`: never propose this question again. */
export const DraftDecisionsBody = Type.Object(
  {
    decisions: Type.Array(
      Type.Object(
        {
          draftId: Uuid,
          decision: Type.Union([Type.Literal('accept'), Type.Literal('drop')]),
          question: Type.Optional(Text(2000)),
          answer: Type.Optional(Text(5000)),
        },
        closed,
      ),
      { minItems: 1, maxItems: 500 },
    ),
  },
  closed,
)
export type DraftDecisionsBody = Static<typeof DraftDecisionsBody>
export const DraftDecisionsReply = Type.Object(
  {
    /** Undo with `DELETE /changes/:id`; null when nothing was decided. */
    changeId: Nullable(Type.String()),
    /** The cards that accepted drafts became. */
    accepted: Type.Array(Type.Object({ draftId: Type.String(), cardId: Type.String() }, closed)),
    dropped: Count,
    refused: Type.Array(
      Type.Object({ draftId: Type.String(), code: Type.String(), sentence: Type.String() }, closed),
    ),
  },
  closed,
)
export type DraftDecisionsReply = Static<typeof DraftDecisionsReply>
