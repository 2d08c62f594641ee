import { hash64Lanes } from '../../shared/basics/hash.ts'
import type { EpochMs } from '../../shared/basics/time.ts'

/**
 * The id of the answer to a card that is asked now: a UUID of version 7, made of the moment and the card. So an answer that
 * is sent again has the id that it had, whatever happened between, and no answer can be given to what was not asked.
 */
export function reviewIdOf(cardId: string, askedAt: EpochMs): string {
  const time = askedAt.toString(16).padStart(12, '0')
  const [high, low] = hash64Lanes(`${askedAt} ${cardId}`)
  const digits = high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
  const variant = (8 + (parseInt(digits.slice(3, 4), 16) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7)}000`
}

/** When a card was asked, by the id of its answer; null for an id that belongs to no asking of it. */
export function askedAtOf(reviewId: string, cardId: string): EpochMs | null {
  const askedAt = parseInt(reviewId.replaceAll('-', '').slice(0, 12), 16) as EpochMs
  return reviewIdOf(cardId, askedAt) === reviewId ? askedAt : null
}
