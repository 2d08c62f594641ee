import { type Static, Type } from 'typebox'
import { Count, Nullable, SideLanguagesView, Source, Text, Uuid, closed } from './common.ts'

/**
 * Why a card waits: its own question is `doubtful`, the note gives it another `meaning` now, or the text it came from is
 * `gone`.
 */
export const WaitingKind = Type.Union([
  Type.Literal('doubtful'),
  Type.Literal('meaning'),
  Type.Literal('gone'),
])
export type WaitingKind = Static<typeof WaitingKind>

/**
 * `accept`: ask a doubtful card, take a new meaning over, retire a card whose text is gone. `keep`: go on asking what was
 * asked. `skip`: behind the others. `never`: no card from these lines any more.
 */
export const Decision = Type.Union([
  Type.Literal('accept'),
  Type.Literal('keep'),
  Type.Literal('skip'),
  Type.Literal('never'),
])
export type Decision = Static<typeof Decision>

export const InboxItem = Type.Object(
  {
    cardId: Type.String(),
    waiting: WaitingKind,
    kind: Type.String(),
    conceptId: Type.String(),
    concept: Type.String(),
    /** What is asked now, or would be asked. */
    front: Type.String(),
    back: Type.String(),
    languages: SideLanguagesView,
    /** For `meaning`: what the note says now. */
    proposed: Nullable(Type.Object({ front: Type.String(), back: Type.String() }, closed)),
    reasons: Type.Array(Type.Object({ code: Type.String(), sentence: Type.String() }, closed)),
    /** Nothing speaks against accepting it. */
    clean: Type.Boolean(),
    sources: Type.Array(Source),
    /** How often it was answered: what accepting or retiring keeps. */
    answers: Count,
    skipped: Type.Boolean(),
  },
  closed,
)
export type InboxItem = Static<typeof InboxItem>

export const InboxQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    waiting: Type.Optional(WaitingKind),
  },
  closed,
)
export const InboxReply = Type.Object(
  {
    items: Type.Array(InboxItem),
    nextCursor: Nullable(Type.String()),
    counts: Type.Object({ doubtful: Count, meaning: Count, gone: Count, clean: Count }, closed),
    /** How many drafts wait: `GET /drafts` lists them. */
    drafted: Count,
  },
  closed,
)
export type InboxReply = Static<typeof InboxReply>

const DecisionBody = Type.Object(
  {
    cardId: Uuid,
    decision: Decision,
    /** The learner's own wording, with `accept`. */
    front: Type.Optional(Text(2000)),
    back: Type.Optional(Text(5000)),
    /** With `accept` of a new meaning: the history belongs to the old answer, so the card begins anew. */
    startAnew: Type.Optional(Type.Boolean()),
  },
  closed,
)
/** Some cards one by one, or all that wait for one reason. */
export const DecisionsBody = Type.Union([
  Type.Object({ decisions: Type.Array(DecisionBody, { minItems: 1, maxItems: 1000 }) }, closed),
  Type.Object(
    {
      all: Type.Object(
        { waiting: WaitingKind, decision: Decision, cleanOnly: Type.Optional(Type.Boolean()) },
        closed,
      ),
    },
    closed,
  ),
])
export type DecisionsBody = Static<typeof DecisionsBody>
export const DecisionsReply = Type.Object(
  {
    /** Undo with `DELETE /changes/:id`; null when nothing was decided. */
    changeId: Nullable(Type.String()),
    decided: Count,
    refused: Type.Array(
      Type.Object({ cardId: Type.String(), code: Type.String(), sentence: Type.String() }, closed),
    ),
  },
  closed,
)
export type DecisionsReply = Static<typeof DecisionsReply>
