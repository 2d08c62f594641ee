import { randomFrom, shuffled } from '../../basics/random.ts'
import type { Distractor } from '../choose-distractors.ts'
import { layOutOptions } from '../lay-out-options.ts'
import type { OptionsControl, QuestionKind } from '../question.ts'
import type { QuizCard } from '../quiz-card.ts'
import { type Asking, chanceIn, placeIn } from './asking.ts'

/** The right answer among wrong ones; null where no two are plausible and certainly wrong. */
export function optionsFor(card: QuizCard, kind: QuestionKind, asking: Asking): OptionsControl | null {
  const distractors = asking.distractorsOf(card)
  return distractors === null ? null : laidOut(card, distractors, chanceIn(card, kind, asking))
}

/** The options in an order that only the seed of the question decides. */
export function laidOut(card: QuizCard, distractors: readonly Distractor[], chance: string): OptionsControl {
  const keyIndex = placeIn(distractors.length + 1, chance)
  return layOutOptions(card.back, shuffled(distractors, randomFrom(`${chance} options`)), keyIndex)
}
