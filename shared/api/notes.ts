import { type Static, Type } from 'typebox'
import { Count, DensityView, NoteProblemView, Nullable, SideLanguagesView, Text, closed } from './common.ts'
import { ImportReply } from './imports.ts'

export const NoteRow = Type.Object(
  {
    id: Type.String(),
    path: Type.String(),
    /** The learnings folder, or a file that was uploaded. */
    origin: Type.Union([Type.Literal('folder'), Type.Literal('upload')]),
    title: Type.String(),
    readAt: Type.Integer(),
    lines: Count,
    /** Facts that it states, without those that its learner ignores. */
    facts: Count,
    ignored: Count,
    /** Facts that a card of this note asks for. */
    covered: Count,
    cards: Count,
    doubtful: Count,
    skipped: Count,
    problems: Count,
    /** The file was there once and is not any more. */
    missing: Type.Boolean(),
  },
  closed,
)
export type NoteRow = Static<typeof NoteRow>
export const NotesReply = Type.Object(
  {
    notes: Type.Array(NoteRow),
    /** Over all of them; a card of several notes counts once here, and with each of them above. */
    cards: Count,
    doubtful: Count,
    /** Files that could not be read as a note, and what to do. */
    unreadable: Type.Array(Type.Object({ path: Type.String(), sentence: Type.String() }, closed)),
    folder: Type.String(),
  },
  closed,
)
export type NotesReply = Static<typeof NotesReply>

/** The card that a line would give if its owner wants it. */
export const WouldBe = Type.Object(
  { cardKey: Type.String(), front: Type.String(), back: Type.String() },
  closed,
)
export type WouldBe = Static<typeof WouldBe>

export const NoteReply = Type.Object(
  {
    ...NoteRow.properties,
    text: Type.String(),
    /** Names this text: a save must name the text it changes. */
    version: Type.String(),
    cardsByLine: Type.Array(
      Type.Object(
        {
          cardId: Type.String(),
          /** What the card asks about: the same in the reading of an edited text, and in `npm run cards`. */
          cardKey: Type.String(),
          factKey: Type.String(),
          conceptId: Type.String(),
          lines: Type.Array(Type.Integer()),
          front: Type.String(),
          back: Type.String(),
          languages: SideLanguagesView,
          kind: Type.String(),
          status: Type.String(),
          reasons: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    /** How many cards the learner wants of their notes. */
    density: DensityView,
    /** Lines that gave no card, and why; `wouldBe` is the card that `POST /notes/:id/cards` makes of them anyway. */
    skippedLines: Type.Array(
      Type.Object(
        {
          line: Type.Integer(),
          reason: Type.String(),
          wouldBe: Nullable(WouldBe),
        },
        closed,
      ),
    ),
    problemLines: Type.Array(NoteProblemView),
    /** Lines that give no card because the learner said so. */
    rejected: Type.Array(
      Type.Object({ id: Type.String(), lines: Type.Array(Type.Integer()), text: Type.String() }, closed),
    ),
  },
  closed,
)
export type NoteReply = Static<typeof NoteReply>

/** A card that was left out for its worth and that the learner wants all the same, by the key that the note's report names. */
export const WantedCard = Type.Object({ cardKey: Type.String({ pattern: '^[0-9a-f]{16,64}$' }) }, closed)
export const WantedCardReply = Type.Object(
  {
    cardId: Type.String(),
    /** Undo with `DELETE /changes/:id`; null when the card was there already. */
    changeId: Nullable(Type.String()),
  },
  closed,
)
export type WantedCardReply = Static<typeof WantedCardReply>

/** The whole text as the learner wants it; only the lines that differ are written. */
export const NoteSave = Type.Object({ text: Text(10_000_000), version: Text(64) }, closed)
export const NewNote = Type.Object(
  { path: Type.String({ minLength: 1, maxLength: 500 }), text: Text(10_000_000) },
  closed,
)
export const NoteSaved = Type.Object({ note: NoteReply, changes: ImportReply }, closed)
export type NoteSaved = Static<typeof NoteSaved>
