import { type Static, Type } from 'typebox'
import { type CardDecision, cardDecisions } from '../card/card-decision.ts'
import { Count, Nullable, Text, Uuid, closed } from './common.ts'

/** What changed the library: notes brought in, the folder read, a note saved or removed, a decision, a concept by hand. */
export const ChangeKind = Type.Union([
  Type.Literal('import'),
  Type.Literal('folder'),
  Type.Literal('save'),
  Type.Literal('removal'),
  Type.Literal('decision'),
  Type.Literal('concept'),
])
export type ChangeKind = Static<typeof ChangeKind>

/** What was decided about cards of one note: “12 kept in ‘Trees’”. */
export const DecidedCards = Type.Object(
  {
    decision: Type.Unsafe<CardDecision>(Type.Union(cardDecisions.map((decision) => Type.Literal(decision)))),
    /** The title of the note. */
    note: Type.String(),
    count: Count,
  },
  closed,
)
export type DecidedCards = Static<typeof DecidedCards>

export const LibraryChange = Type.Object(
  {
    id: Type.String(),
    kind: ChangeKind,
    at: Type.Integer(),
    /** What it did, in words: “caching.md: 3 cards added, 1 changed.” */
    sentence: Type.String(),
    /** What was decided about cards, note by note; empty for every other change. */
    decided: Type.Array(DecidedCards),
    undone: Type.Boolean(),
    /** Why it cannot be undone; null when it can. */
    blocked: Nullable(Type.String()),
  },
  closed,
)
export type LibraryChange = Static<typeof LibraryChange>
export const ChangesReply = Type.Object({ changes: Type.Array(LibraryChange) }, closed)
export type ChangesReply = Static<typeof ChangesReply>

/** What the learner says about concepts; it holds whenever the notes are read again. */
export const ConceptChangeBody = Type.Union([
  Type.Object({ kind: Type.Literal('rename'), conceptId: Uuid, term: Text(200) }, closed),
  Type.Object({ kind: Type.Literal('merge'), conceptId: Uuid, intoId: Uuid }, closed),
  /** Takes one of the concept's terms out as a concept of its own. */
  Type.Object({ kind: Type.Literal('split'), conceptId: Uuid, term: Text(200) }, closed),
  /** Two names that look alike are two concepts: their merging is not suggested again. */
  Type.Object({ kind: Type.Literal('two'), conceptId: Uuid, otherId: Uuid }, closed),
  /** Whether a concept builds on another: said, or said not to be so, which also stops its being suggested. */
  Type.Object(
    { kind: Type.Literal('prerequisite'), conceptId: Uuid, otherId: Uuid, holds: Type.Boolean() },
    closed,
  ),
  /** Which side of a disagreement is right; null when both are. */
  Type.Object({ kind: Type.Literal('side'), factKey: Text(64), statement: Nullable(Text(5000)) }, closed),
])
export type ConceptChangeBody = Static<typeof ConceptChangeBody>
export const ConceptChangeReply = Type.Object(
  { changeId: Type.String(), conceptId: Nullable(Type.String()) },
  closed,
)
export type ConceptChangeReply = Static<typeof ConceptChangeReply>
