import type { InboxItem, InboxReply, WaitingKind } from '../../shared/api/inbox.ts'
import { isDoubtful } from '../../shared/card/is-asked.ts'
import type { CardId } from '../../shared/card/card.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { Card } from '../db/card-rows.ts'
import { countWaitingDrafts } from '../db/drafts.ts'
import { type InboxPlace, type WaitingCard, countInbox, listInbox } from '../db/inbox.ts'
import type { Learner } from '../learner.ts'
import { shownLanguages, shownText } from '../view/card-view.ts'
import { quotedSources } from '../view/source-view.ts'

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
    drafted: await countWaitingDrafts(db.reader, id),
  }
}

/** Why a card waits; null when it does not. */
export function waitingOf(card: Pick<Card, 'status' | 'acceptedAt' | 'waiting'>): WaitingKind | null {
  if (card.waiting !== null) return card.waiting
  return isDoubtful(card) ? 'doubtful' : null
}

function toItem(card: WaitingCard): InboxItem {
  const waiting = waitingOf(card)
  if (waiting === null) throw new Error(`Inconsistent: card ${card.id} is in the Inbox and does not wait`)
  const { proposed } = card
  const reasons = [...(proposed ?? card).reasons]
  return {
    cardId: card.id,
    waiting,
    kind: proposed?.kind ?? card.kind,
    conceptId: card.conceptId,
    concept: card.concept,
    ...shownText(card),
    languages: shownLanguages(card),
    proposed: proposed === null ? null : { front: proposed.front, back: proposed.back },
    reasons,
    clean: waiting === 'meaning' && reasons.length === 0,
    sources: quotedSources(card.sources),
    answers: card.answers,
    skipped: card.skippedAt !== null,
  }
}

function toCursor({ skippedAt, position, id }: WaitingCard): string {
  return `${skippedAt ?? 0}.${position}.${id}`
}

function toPlace(cursor: string): InboxPlace {
  const [skippedAt, position, id] = cursor.split('.')
  const place = { skippedAt: Number(skippedAt), position: Number(position), id: (id ?? '') as CardId }
  if (Number.isSafeInteger(place.skippedAt) && Number.isSafeInteger(place.position) && place.id !== '')
    return place
  throw new Refusal('invalid_request', 'The cursor is not one that this address gave. Begin without it.')
}
