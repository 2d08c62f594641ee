import type { CardContent, CardKind } from '../card.ts'
import { basic } from './basic.ts'
import { rulesOfKind } from './card-kinds.ts'

/**
 * What a card of this kind holds that reads so on its two sides: the way back from `plainText`. Where a learner's own
 * words cannot be read as this kind (a gap is missing), they stay what they are: a question and its answer.
 */
export function contentOfTexts(kind: CardKind, front: string, back: string): CardContent {
  const read = rulesOfKind(kind).read(front, back)
  return 'problem' in read ? basic(front, back) : read
}
