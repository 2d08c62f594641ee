import type { CardContent } from '../card/card.ts'
import { plainText, rulesOf } from '../card/kinds/card-kinds.ts'
import { answerMode, isTypeable, isWholeCode } from './is-typeable.ts'
import type { ExpectedAnswer } from './judge-answer.ts'

/**
 * What a typed answer to a card is compared with: for a gap, a term, code or an acronym; null for a list and for prose.
 * `accepted` are other answers that count as right.
 */
export function typedAnswer(content: CardContent, accepted: readonly string[]): ExpectedAnswer | null {
  const { typing } = rulesOf(content)
  const answer = plainText(content).back.trim()
  if (typing === 'never' || !isTypeable(answer)) return null
  const isName = typing === 'short' || isWholeCode(answer) || answer.split(/\s+/).length <= 2
  return isName ? { answers: [answer, ...accepted], mode: answerMode(answer) } : null
}
