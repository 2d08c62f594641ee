import type { InboxItem, InboxReply, WaitingKind } from '../../shared/api/inbox.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { type InboxPlace, type InboxRow, countInbox, listInbox } from '../db/inbox.ts'
import type { CardsTable } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { shownText, toSources } from '../view/card-view.ts'

/** The columns that the notes give a card now, while it is asked as before. */
export type Proposed = Pick<CardsTable, 'kind' | 'front' | 'back' | 'accepted' | 'status' | 'reasons'>

/** What waits for the learner's word, a page at a time. */
export async function openInbox(
  { id, db }: Learner,
  query: {
    readonly cursor?: string | undefined
    readonly limit: number
    readonly waiting?: WaitingKind | undefined
  },
): Promise<InboxReply> {
  const after = query.cursor === undefined ? undefined : toPlace(query.cursor)
  const rows = await listInbox(db.reader, id, query.waiting, after, query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(toItem),
    nextCursor: rows.length > query.limit && last !== undefined ? toCursor(last) : null,
    counts: await countInbox(db.reader, id),
  }
}

/** Why a card waits; null when it does not. */
export function waitingOf(card: Pick<CardsTable, 'status' | 'accepted_at' | 'waiting'>): WaitingKind | null {
  if (card.waiting !== null) return card.waiting
  return card.status === 'doubtful' && card.accepted_at === null ? 'doubtful' : null
}

/** What the notes say now. */
export function proposedOf(card: Pick<CardsTable, 'proposed'>): Proposed | null {
  return card.proposed === null ? null : (JSON.parse(card.proposed) as Proposed)
}

function toItem(row: InboxRow): InboxItem {
  const waiting = waitingOf(row)
  if (waiting === null) throw new Error(`Inconsistent: card ${row.id} is in the Inbox and does not wait`)
  const proposed = proposedOf(row)
  const reasons = JSON.parse(proposed?.reasons ?? row.reasons) as InboxItem['reasons']
  return {
    cardId: row.id,
    waiting,
    kind: proposed?.kind ?? row.kind,
    conceptId: row.concept_id,
    concept: row.term,
    ...shownText(row),
    proposed: proposed === null ? null : { front: proposed.front, back: proposed.back },
    reasons,
    clean: waiting === 'meaning' && reasons.length === 0,
    sources: toSources(row.sources),
    answers: row.answers,
    skipped: row.skipped_at !== null,
  }
}

function toCursor(row: InboxRow): string {
  return `${row.skipped_at ?? 0}.${row.position}.${row.id}`
}

function toPlace(cursor: string): InboxPlace {
  const [skippedAt, position, id] = cursor.split('.')
  const place = { skippedAt: Number(skippedAt), position: Number(position), id: id ?? '' }
  if (Number.isSafeInteger(place.skippedAt) && Number.isSafeInteger(place.position) && place.id !== '')
    return place
  throw new Refusal('invalid_request', 'The cursor is not one that this address gave. Begin without it.')
}
