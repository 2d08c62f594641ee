import { v7 as uuidv7 } from 'uuid'
import type { EpochMs } from '../../shared/basics/time.ts'
import { areRejected, questionSpan, spanKey } from '../../shared/card/rejected-spans.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { findSiblings } from '../db/cards.ts'
import { type Rejection, listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { shownText } from '../view/card-view.ts'

/** A card that is never asked again. It and its history stay in the database. */
export const retired = {
  status: 'retired',
  waiting: null,
  proposed: null,
  skippedAt: null,
} as const satisfies CardChanges

/** Lines that give no card any more, and the cards that go with them because they stand in these lines alone. */
export interface RejectedLines {
  readonly rejections: readonly Rejection[]
  readonly siblings: readonly Card[]
}

/** What follows when the lines of these cards are rejected. */
export async function rejectLinesOf(
  { id: learnerId, db, clock }: Learner,
  cards: readonly Card[],
): Promise<RejectedLines> {
  const { rejections, all } = newRejections(cards, await listRejections(db.reader, learnerId), clock())
  const isChosen = new Set(cards.map(({ id }) => id))
  const keys = cards.map((card) => card.factKey)
  const siblings = (await findSiblings(db.reader, learnerId, keys)).filter(
    (card) => !isChosen.has(card.id) && card.status !== 'retired' && areRejected(card.sources, all),
  )
  return { rejections, siblings }
}

type Stated = Pick<Card, 'sources'>

/** The rejections of some lines that were not rejected yet, and the names of all that are rejected with them. */
export function newRejections(
  stated: readonly Stated[],
  known: readonly Rejection[],
  now: EpochMs,
): { readonly rejections: readonly Rejection[]; readonly all: ReadonlySet<string> } {
  const all = new Set(known.map(({ span }) => span))
  const rejections = stated
    .flatMap((one) => rejectionsOf(one, now))
    .filter(({ span }) => {
      const isNew = !all.has(span)
      all.add(span)
      return isNew
    })
  return { rejections, all }
}

/** The rejections of the lines that state something. */
export function rejectionsOf({ sources }: Stated, now: EpochMs): Rejection[] {
  return sources.map((source) => ({
    id: uuidv7(),
    span: spanKey(source),
    quote: source.text,
    madeAt: now,
  }))
}

/** The rejection of one question; what else its lines ask goes on. */
export function questionRejection(card: Card, now: EpochMs): Rejection {
  return { id: uuidv7(), span: questionSpan(card.key), quote: [shownText(card).front], madeAt: now }
}
