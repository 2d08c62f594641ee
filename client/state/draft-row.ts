import type { DraftView } from '../../shared/api/drafts.ts'
import type { SkimCard, SkimState } from '../../shared/api/skim.ts'

/** What can be skimmed: a new card, or a draft that becomes one when it is kept. */
export interface SkimmedCard extends Omit<SkimCard, 'state'> {
  readonly state: SkimState | 'drafted'
  /** Null for a card that the notes give. */
  readonly drafted: Drafted | null
}

/** Where a draft comes from, and what it says. */
export interface Drafted {
  readonly by: string
  readonly at: number
  /** The words of the note that state it. */
  readonly quote: string
  /** Whether these words stand in the note now. */
  readonly isFound: boolean
  /** What is wrong in the note, where the answer knowingly says something else. */
  readonly corrects: string | null
}

/** Drafts by their notes, the note that was drafted first before the others, and by their lines in each. */
export function inNotes(drafts: readonly DraftView[]): DraftView[] {
  const places = new Map<string, number>()
  for (const { noteId } of drafts) if (!places.has(noteId)) places.set(noteId, places.size)
  const placeOf = ({ noteId }: DraftView) => places.get(noteId) ?? 0
  return drafts.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || (a.lines[0] ?? Infinity) - (b.lines[0] ?? Infinity) || 0,
  )
}

/** A draft as a row of Skim. */
export function toDraftCard(draft: DraftView): SkimmedCard {
  const { draftId, noteId, file, kind, question, answer, quote, lines, concept, corrects } = draft
  return {
    cardId: draftId,
    state: 'drafted',
    kind: kind === 'list' ? 'list_recall' : kind,
    conceptId: '',
    concept: concept ?? '',
    front: question,
    back: answer,
    languages: { front: null, back: null },
    reasons: [],
    sources: [{ noteId, file, lines, heading: [], text: quote.split('\n') }],
    drafted: { by: draft.draftedBy, at: draft.draftedAt, quote, isFound: lines.length > 0, corrects },
  }
}
