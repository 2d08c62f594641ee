import { randomFrom, shuffled } from '../basics/random.ts'
import type { CardId } from '../card/card.ts'
import { chooseDistractors } from './choose-distractors.ts'
import { layOutOptions } from './lay-out-options.ts'
import type { QuizCard, QuizMaterial } from './quiz.ts'
import { chanceOfCard, prepareLibrary } from './quiz-library.ts'
import { trueFalseStatement } from './true-false-statement.ts'

interface QuizRowBase {
  readonly cardId: CardId
  readonly factKey: string
  readonly concept: string
  readonly front: string
  readonly back: string
}
/** Three options, one of them right. */
export interface MultipleChoiceRow extends QuizRowBase {
  readonly type: 'multiple_choice'
  readonly options: readonly string[]
  readonly answer_index: number
}
/** A statement that is true, or false by a swap with the answer of another fact. */
export interface TrueFalseRow extends QuizRowBase {
  readonly type: 'true_false'
  readonly truth: boolean
}
/** A question that a quiz could ask, as the measuring command prints it. */
export type QuizRow = MultipleChoiceRow | TrueFalseRow

/**
 * Every fact once as multiple choice and once as true or false, where that can be asked soundly. Places of the key are
 * balanced, and so are true and false statements.
 */
export function quizRows(material: QuizMaterial, seed: string): QuizRow[] {
  const library = prepareLibrary(material)
  const random = randomFrom(`${seed} rows`)
  const rows: QuizRow[] = []
  const chosen = new Set<string>()
  const stated = new Set<string>()
  let places: number[] = []
  let truths: boolean[] = []
  for (const card of inAskingOrder(library.askable, seed)) {
    const distractors = chooseDistractors(card, library, seed)
    if (distractors === null) continue
    const base = { cardId: card.cardId, factKey: card.factKey, concept: card.concept }
    if (!chosen.has(card.factKey) && card.kind !== 'cloze') {
      chosen.add(card.factKey)
      if (places.length === 0) places = shuffled([0, 1, 2], random)
      const keyIndex = places.shift() ?? 0
      const { options } = layOutOptions(card.back, shuffled(distractors, random), keyIndex)
      rows.push({
        ...base,
        type: 'multiple_choice',
        front: card.front,
        back: card.back,
        options,
        answer_index: keyIndex,
      })
    }
    if (stated.has(card.factKey)) continue
    if (truths.length === 0) truths = shuffled([true, false], random)
    const truth = truths[0] ?? true
    const statement = trueFalseStatement(card, truth ? card.back : distractors[0].option)
    if (statement === null) continue
    stated.add(card.factKey)
    truths.shift()
    rows.push({ ...base, type: 'true_false', front: statement, back: truth ? 'True' : 'False', truth })
  }
  return rows
}

/** Chance by seed, so that no fact is always asked from the same side. */
function inAskingOrder(cards: QuizMaterial, seed: string): QuizCard[] {
  return [...cards].sort((a, b) => chanceOfCard(seed, a) - chanceOfCard(seed, b))
}
