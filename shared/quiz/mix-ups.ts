import type { CardId } from '../card/card.ts'
import type { GivenAnswer, Judged } from './given-answer.ts'
import { type QuizQuestion, optionsOf } from './question.ts'

/** A card whose right answer was given in the place of another's. */
export interface Mistake {
  readonly cardId: CardId
  readonly otherId: CardId
}

/** Which cards were taken for each other in an answer: a wrong option, or a wrong partner, is right for another card. */
export function mistakesIn(question: QuizQuestion, given: GivenAnswer): readonly Mistake[] {
  if (question.kind === 'match') {
    const rights = given.kind === 'pairs' ? given.rights : []
    return question.pairs.flatMap(({ cardId, rightIndex }, i) => {
      const taken = rights[i] ?? null
      const other = question.pairs.find((pair) => pair.rightIndex === taken)
      return taken === null || taken === rightIndex || other === undefined
        ? []
        : [{ cardId, otherId: other.cardId }]
    })
  }
  const origin = given.kind === 'option' ? (optionsOf(question)[given.index]?.origin ?? null) : null
  return origin === null ? [] : [{ cardId: question.cardId, otherId: origin }]
}

/** Two concepts that were taken for each other, and how often. Their ids stand in order. */
export interface MixUp {
  readonly one: string
  readonly other: string
  readonly times: number
}

/** Of an answer: what tells which concepts were taken for each other in it. */
export interface MixedAnswer {
  readonly mistakenFor: readonly Mistake[]
  readonly given: GivenAnswer
  readonly judged: Pick<Judged, 'verdict' | 'cards'>
}

/** Which concepts were taken for each other: another's right answer was chosen, or its name was typed. */
export function countMixUps(
  answers: readonly MixedAnswer[],
  conceptOf: (cardId: CardId) => string | undefined,
  conceptNamed: (name: string) => string | undefined,
): MixUp[] {
  const times = new Map<string, MixUp>()
  for (const answer of answers) {
    for (const [first, second] of pairsIn(answer, conceptOf, conceptNamed)) {
      if (first === undefined || second === undefined || first === second) continue
      const [one, other] = first < second ? [first, second] : [second, first]
      const key = `${one} ${other}`
      times.set(key, { one, other, times: (times.get(key)?.times ?? 0) + 1 })
    }
  }
  return [...times.values()]
}

function pairsIn(
  { mistakenFor, given, judged }: MixedAnswer,
  conceptOf: (cardId: CardId) => string | undefined,
  conceptNamed: (name: string) => string | undefined,
): readonly (readonly [string | undefined, string | undefined])[] {
  const chosen = mistakenFor.map(({ cardId, otherId }) => [conceptOf(cardId), conceptOf(otherId)] as const)
  const [card] = judged.cards
  if (given.kind !== 'text' || judged.verdict !== 'wrong' || card === undefined) return chosen
  return [...chosen, [conceptOf(card.cardId), conceptNamed(given.text)]]
}
