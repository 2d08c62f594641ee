import { hashFields } from '../../../shared/basics/hash.ts'
import { chanceOfOdds } from '../../../shared/card/worth.ts'
import { questionForm } from '../../../shared/card/worth/question-form.ts'
import { featuresOf } from '../../../shared/card/worth/card-features.ts'
import { type Example, fitLogistic, logOddsBy } from './fit-logistic.ts'
import type { JudgedCard } from './read-labels.ts'

/** How strongly coefficients are drawn to zero: what was best out of document among 0.5, 1, 2, 4 and 8. */
export const penalty = 2
/** A judge's own wording says what is kept, and its card was counted already. */
const rewordedWeight = 0.25

/** The names of the columns, and the judged cards in them. */
export interface Design {
  readonly names: readonly string[]
  readonly examples: readonly Example[]
}

/** A card that today's rules do not make any more tells less of those that they make. */
const unmadeWeight = 0.3

/**
 * The judged cards as examples. Cards of one note that ask in one form tell little more together than one of them: a table
 * of forty rows is not forty opinions.
 */
export function designOf(cards: readonly JudgedCard[], isMade: (card: JudgedCard) => boolean): Design {
  const features = cards.map(({ look }) => featuresOf(look))
  const names = [...new Set(features.flatMap((own) => own.map(([name]) => name)))].sort()
  const columns = new Map(names.map((name, i) => [name, i]))
  const fellows = new Map<string, number>()
  const groupOf = ({ document, look, isReworded }: JudgedCard): string =>
    `${document} ${questionForm(look.kind, look.front)} ${isReworded}`
  for (const card of cards) fellows.set(groupOf(card), (fellows.get(groupOf(card)) ?? 0) + 1)
  const weightOf = (card: JudgedCard): number =>
    (card.isReworded ? rewordedWeight : isMade(card) ? 1 : unmadeWeight) /
    Math.sqrt(fellows.get(groupOf(card)) ?? 1)
  const examples = cards.map((card, i) => ({
    columns: (features[i] ?? []).map(([name]) => columns.get(name) ?? 0),
    sizes: (features[i] ?? []).map(([, size]) => size),
    weight: weightOf(card),
    yes: card.verdicts.filter((verdict) => verdict === 'K').length / card.verdicts.length,
  }))
  return { names, examples }
}

const groups = 40

/** The chance of each card by a model that saw no card of its document. Many small documents are left out together. */
export function chancesOutOfDocument(cards: readonly JudgedCard[], { names, examples }: Design): number[] {
  const own = new Map<string, number>()
  for (const { document } of cards) own.set(document, (own.get(document) ?? 0) + 1)
  const groupOf = ({ document }: JudgedCard): string =>
    (own.get(document) ?? 0) > 4
      ? document
      : String(Number.parseInt(hashFields(['document', document]).slice(0, 6), 16) % groups)
  const chances = cards.map(() => Number.NaN)
  for (const left of new Set(cards.map(groupOf))) {
    const isLeft = cards.map((card) => groupOf(card) === left)
    const weights = fitLogistic(
      examples.filter((_, i) => isLeft[i] === false),
      names.length,
      penalty,
    )
    examples.forEach((example, i) => {
      if (isLeft[i] === true) chances[i] = chanceOfOdds(logOddsBy(weights, example))
    })
  }
  return chances
}
