import type { CardId } from '../../shared/card/card.ts'
import type { MasteryRules } from '../../shared/mastery/concept-standing.ts'
import { howToTake, stepConcept } from '../../shared/mastery/fold-concept.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import type { AnswerCommit, StoredEvent } from '../db/answer-store.ts'

/** Brings what is kept of the card's concept up to an event that is the newest of its card, in the same commit. */
export async function keepStanding(
  commit: AnswerCommit,
  logged: StoredEvent & { readonly cardId: CardId },
  state: CardState,
  rules: MasteryRules,
): Promise<void> {
  const { learnerId, kind } = logged.event
  if (kind === 'buried' || kind === 'dueSet') return
  const place = await commit.findConceptPlace(learnerId, logged.cardId)
  const standing = place && (await commit.findStanding(learnerId, place.conceptId))
  // A concept that nobody looked at yet is made anew from its log when somebody does.
  if (place === null || standing === null) return
  const fact = standing.facts.findIndex(({ key }) => key === place.factKey)
  const isKnown = standing.facts[fact]?.cards[place.card] !== undefined
  const how = isKnown ? howToTake(standing, logged) : 'anew'
  if (how === 'anew') await commit.dropStanding(learnerId, place.conceptId)
  if (how !== 'step') return
  const step = { fact, card: place.card, logged, state }
  await commit.saveStanding(learnerId, place.conceptId, stepConcept(standing, step, rules))
}

/** Leaves the concept of a card to be made anew: what changed lies in its past. */
export async function forgetStanding(
  commit: AnswerCommit,
  learnerId: LearnerId,
  cardId: CardId,
): Promise<void> {
  const place = await commit.findConceptPlace(learnerId, cardId)
  if (place !== null) await commit.dropStanding(learnerId, place.conceptId)
}
