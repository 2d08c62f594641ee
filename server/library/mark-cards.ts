import type { CardActionReply } from '../../shared/api/cards.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { findCards } from '../db/cards.ts'
import { flaggedWords } from '../../shared/card/flag-words.ts'
import type { Learner } from '../learner.ts'
import { rejectLinesOf, retired } from './reject-cards.ts'
import { withNames } from './named-cards.ts'
import { type MadeDecision, storeDecision } from './store-decision.ts'
import { shownText } from '../view/card-view.ts'

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
    return mark(
      learner,
      changing,
      { changes: { flag }, rejections: [], decided: [] },
      (count) => `${count} ${as}.`,
    )
  })
}

/** Never asks cards again, as a rejection of their lines; siblings that stand in these lines alone go with them. */
export function retireCards(learner: Learner, ids: readonly CardId[]): Promise<CardActionReply> {
  const { id: learnerId, db, library } = learner
  return library.alone(async () => {
    const chosen = (await findCards(db.reader, learnerId, ids)).filter(({ status }) => status !== 'retired')
    const { rejections, siblings } = await rejectLinesOf(learner, chosen)
    const deleted = chosen.map(({ id }) => ({ id, decision: 'deleted' as const }))
    const more = { changes: retired, rejections, decided: deleted }
    return mark(learner, [...chosen, ...siblings], more, (count) =>
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
  {
    changes,
    rejections,
    decided,
  }: Pick<MadeDecision, 'rejections' | 'decided'> & { readonly changes: CardChanges },
  words: (count: string) => string,
): Promise<CardActionReply> {
  if (cards.length === 0)
    return { count: 0, sentence: 'Nothing to change: it is so already.', eventIds: [], changeId: null }
  const sentence = words(`${cards.length} ${cards.length === 1 ? 'card' : 'cards'}`)
  const changeId = await storeDecision(learner, {
    updates: cards.map(({ id }) => ({ id, changes })),
    cards: new Map(cards.map((card) => [card.id, card])),
    rejections,
    decided,
    sentence: withNames(
      sentence,
      cards.map((card) => shownText(card).front),
    ),
    now: learner.clock(),
  })
  return { count: cards.length, sentence, eventIds: [], changeId }
}
