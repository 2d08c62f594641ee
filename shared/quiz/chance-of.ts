import { hash64Lanes } from '../basics/hash.ts'
import type { QuizCard } from './quiz-card.ts'

/** A number in [0, 1) for a text under a seed. */
export function chanceOf(seed: string, text: string): number {
  return hash64Lanes(`${seed}\n${text}`)[0] / 4_294_967_296
}

/** A number in [0, 1) for a question under a seed: the same whatever else the library holds. */
export function chanceOfCard(seed: string, card: QuizCard): number {
  return chanceOf(seed, card.category === 'item' ? `${card.cardId}\n${card.back}` : card.cardId)
}
