import type { SkimCard, SkimNote, SkimReply, SkimState } from '../../shared/api/skim.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardId } from '../../shared/card/card.ts'
import { isDoubtful } from '../../shared/card/is-asked.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { Card } from '../db/card-rows.ts'
import { countWaitingDrafts } from '../db/drafts.ts'
import { findNoteNames } from '../db/notes.ts'
import {
  type SkimCounts,
  type SkimPlace,
  type SkimScope,
  type UnskimmedCard,
  countUnskimmed,
  listUnskimmed,
} from '../db/skim.ts'
import type { Learner } from '../learner.ts'
import { shownLanguages, shownText } from '../view/card-view.ts'
import { quotedSources } from '../view/source-view.ts'

/** What is left to skim, a page at a time: ready cards that were never answered, and proposed ones. */
export async function openSkim(
  { id, db }: Learner,
  query: SkimScope & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<SkimReply> {
  const after = query.cursor === undefined ? undefined : toPlace(query.cursor)
  const rows = await listUnskimmed(db.reader, id, query, after, query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const counts = await countUnskimmed(db.reader, id, query)
  const names = await findNoteNames(db.reader, id, noteIdsOf(page))
  return {
    cards: page.map(toSkimCard),
    notes: toNotes(page, counts, new Map(names.map((note) => [note.id, note.title]))),
    counts: totalOf([...counts.values()]),
    drafted: await countWaitingDrafts(db.reader, id, query.noteId),
    nextCursor: rows.length > query.limit && last !== undefined ? toCursor(last) : null,
  }
}

/** Whether a card is asked already, or waits for the learner's word. */
export function skimStateOf(card: Pick<Card, 'status' | 'acceptedAt'>): SkimState {
  return isDoubtful(card) ? 'proposed' : 'ready'
}

function toSkimCard(card: UnskimmedCard): SkimCard {
  return {
    cardId: card.id,
    state: skimStateOf(card),
    kind: card.kind,
    conceptId: card.conceptId,
    concept: card.concept,
    ...shownText(card),
    languages: shownLanguages(card),
    reasons: isDoubtful(card) ? [...card.reasons] : [],
    sources: quotedSources(card.sources),
  }
}

function noteIdsOf(page: readonly UnskimmedCard[]): NoteId[] {
  const ids = page.map(({ sources }) => sources[0]?.noteId ?? null).filter((id) => id !== null)
  return [...new Set(ids)] as NoteId[]
}

/** The notes of a page in its order. A card stands in the note of its first source. */
function toNotes(
  page: readonly UnskimmedCard[],
  counts: ReadonlyMap<number, SkimCounts>,
  titles: ReadonlyMap<string, string>,
): SkimNote[] {
  const firstOf = new Map<number, UnskimmedCard>()
  for (const card of page) if (!firstOf.has(card.noteRank)) firstOf.set(card.noteRank, card)
  return [...firstOf].map(([rank, { sources }]) => {
    const noteId = sources[0]?.noteId ?? null
    const file = sources[0]?.file ?? ''
    return {
      noteId,
      file,
      title: titles.get(noteId ?? '') ?? file,
      ready: 0,
      proposed: 0,
      ...counts.get(rank),
    }
  })
}

function totalOf(counts: readonly SkimCounts[]): SkimCounts {
  return {
    ready: counts.reduce((sum, { ready }) => sum + ready, 0),
    proposed: counts.reduce((sum, { proposed }) => sum + proposed, 0),
  }
}

function toCursor({ noteRank, position, id }: UnskimmedCard): string {
  return `${noteRank}.${position}.${id}`
}

function toPlace(cursor: string): SkimPlace {
  const [noteRank, position, id] = cursor.split('.')
  const place = { noteRank: Number(noteRank), position: Number(position), id: (id ?? '') as CardId }
  if (Number.isSafeInteger(place.noteRank) && Number.isSafeInteger(place.position) && place.id !== '')
    return place
  throw new Refusal('invalid_request', 'The cursor is not one that this address gave. Begin without it.')
}
