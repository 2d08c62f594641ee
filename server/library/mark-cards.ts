import type { CardActionReply } from '../../shared/api/cards.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { findCards, findSiblings } from '../db/cards.ts'
import { type Rejection, listRejections } from '../db/rejections.ts'
import { flaggedWords } from '../../shared/card/flag-words.ts'
import { spanKey } from '../../shared/card/rejected-spans.ts'
import type { Learner } from '../learner.ts'
import { rejectionsOf } from './decide.ts'
import { storeDecision } from './store-decision.ts'

/** Flags cards, or takes their flags away: one change of the library, one undo. */
export function flagCards(
  learner: Learner,
  ids: readonly CardId[],
  flag: CardFlag | null,
): Promise<CardActionReply> {
  return learner.library.alone(async () => {
    const cards = await findCards(learner.db.reader, learner.id, ids)
    const changing = cards.filter((card) => card.flag !== flag)
    const as = flag === null ? 'no longer flagged' : flaggedWords(flag)
    return mark(learner, changing, { flag }, [], (count) => `${count} ${as}.`)
  })
}

/** Never asks cards again, as a rejection of their lines; siblings that stand in these lines alone go with them. */
export function retireCards(learner: Learner, ids: readonly CardId[]): Promise<CardActionReply> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const known = new Set((await listRejections(db.reader, learnerId)).map(({ span }) => span))
    const chosen = (await findCards(db.reader, learnerId, ids)).filter(({ status }) => status !== 'retired')
    const made = new Map<string, Rejection>()
    for (const card of chosen) {
      for (const rejection of rejectionsOf(card, clock())) {
        if (!known.has(rejection.span)) made.set(rejection.span, made.get(rejection.span) ?? rejection)
      }
    }
    const isRejected = (card: Card) =>
      card.sources.every((source) => known.has(spanKey(source)) || made.has(spanKey(source)))
    const isChosen = new Set(chosen.map(({ id }) => id))
    const siblings = (
      await findSiblings(
        db.reader,
        learnerId,
        chosen.map((card) => card.factKey),
      )
    ).filter((card) => !isChosen.has(card.id) && card.status !== 'retired' && isRejected(card))
    const changes = { status: 'retired', waiting: null, proposed: null } as const
    return mark(learner, [...chosen, ...siblings], changes, [...made.values()], (count) =>
      siblings.length === 0
        ? `${count} never asked again.`
        : `${count} never asked again, ${siblings.length} of them because they stand in the same lines.`,
    )
  })
}

/** Changes cards in the same way, with the record that takes it back. Only inside `alone`. */
async function mark(
  learner: Learner,
  cards: readonly Card[],
  changes: CardChanges,
  rejections: readonly Rejection[],
  words: (count: string) => string,
): Promise<CardActionReply> {
  if (cards.length === 0)
    return { count: 0, sentence: 'Nothing to change: it is so already.', eventIds: [], changeId: null }
  const sentence = words(`${cards.length} ${cards.length === 1 ? 'card' : 'cards'}`)
  const changeId = await storeDecision(learner, {
    updates: cards.map(({ id }) => ({ id, changes })),
    cards: new Map(cards.map((card) => [card.id, card])),
    rejections,
    sentence,
    now: learner.clock(),
  })
  return { count: cards.length, sentence, eventIds: [], changeId }
}
