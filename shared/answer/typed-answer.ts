import { answerMode, isTypeable, isWholeCode } from './is-typeable.ts'
import type { ExpectedAnswer } from './judge-answer.ts'

const askedForName: ReadonlySet<string> = new Set(['cloze', 'reverse', 'typed'])

/** What a typed answer to a card is compared with: for a gap, a term, code or an acronym; null for a list and for prose. */
export function typedAnswer(card: {
  readonly kind: string
  readonly back: string
  /** Other answers that count as right. */
  readonly accepted: readonly string[]
}): ExpectedAnswer | null {
  const answer = card.back.trim()
  if (card.kind === 'list_recall' || !isTypeable(answer)) return null
  const isName = askedForName.has(card.kind) || isWholeCode(answer) || answer.split(/\s+/).length <= 2
  return isName ? { answers: [answer, ...card.accepted], mode: answerMode(answer) } : null
}
