import { answerMode, isTypeable, isWholeCode } from '../../shared/answer/is-typeable.ts'
import type { ExpectedAnswer } from '../../shared/answer/judge-answer.ts'
import type { QueueCard } from '../../shared/api/queue.ts'
import { plainText } from './plain-text.ts'

const askedForName = new Set(['cloze', 'reverse', 'typed'])

/** Whether an answer is offered to be typed: a gap, a term, code or an acronym; never prose. */
export function canType(card: Pick<QueueCard, 'kind' | 'answerHtml'>): boolean {
  const answer = plainText(card.answerHtml)
  if (card.kind === 'list_recall' || !isTypeable(answer)) return false
  return askedForName.has(card.kind) || isWholeCode(answer) || answer.split(/\s+/).length <= 2
}

/** What a typed answer is compared with. */
export function expectedOf(
  card: Pick<QueueCard, 'answerHtml'>,
  alsoRight: readonly string[],
): ExpectedAnswer {
  const answer = plainText(card.answerHtml)
  return { answers: [answer, ...alsoRight], mode: answerMode(answer) }
}

/** The names and short answers of the other cards: a slip that spells one of them is another answer. */
export function otherTerms(cards: Iterable<QueueCard>, own: string): Set<string> {
  const terms = new Set<string>()
  for (const card of cards) {
    if (card.id === own) continue
    terms.add(card.concept)
    const answer = plainText(card.answerHtml)
    if (isTypeable(answer)) terms.add(answer)
  }
  return terms
}
