import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardSet } from './held-cards.ts'
import { inChunks } from './in-chunks.ts'
import type { Reader } from './tables.ts'

/** What the learner said is right as well, by card: of all cards, or of some. */
export async function listAcceptedAnswers(
  db: Reader,
  learnerId: LearnerId,
  cardIds?: readonly CardId[],
): Promise<ReadonlyMap<CardId, readonly string[]>> {
  const all = db
    .selectFrom('accepted_answers')
    .select(['card_id', 'answer'])
    .where('learner_id', '=', learnerId)
    .orderBy('accepted_at')
    .orderBy('answer')
  const accepted = new Map<CardId, string[]>()
  const take = (rows: readonly { card_id: CardId; answer: string }[]) => {
    for (const { card_id, answer } of rows) accepted.set(card_id, [...(accepted.get(card_id) ?? []), answer])
  }
  if (cardIds === undefined) take(await all.execute())
  else for (const chunk of inChunks(cardIds, 500)) take(await all.where('card_id', 'in', chunk).execute())
  return accepted
}

/** How often the learner said of an answer to one of these cards that it was right as well, from a moment on. */
export async function countAcceptedAnswers(
  db: Reader,
  learnerId: LearnerId,
  cards: CardSet,
  since: number,
): Promise<number> {
  const all = db
    .selectFrom('accepted_answers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('learner_id', '=', learnerId)
    .where('accepted_at', '>=', since as EpochMs)
  if (cards === 'all') return (await all.executeTakeFirstOrThrow()).count
  let count = 0
  for (const part of inChunks(cards, 500))
    count += (await all.where('card_id', 'in', part).executeTakeFirstOrThrow()).count
  return count
}
