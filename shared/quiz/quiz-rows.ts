import { randomFrom, shuffled } from '../basics/random.ts'
import { contentStems, jaccard } from '../basics/text.ts'
import type { CardId } from '../card/card.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import { chooseDistractors, plainWishes } from './choose-distractors.ts'
import { layOutOptions } from './lay-out-options.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'
import { chanceOfCard, prepareLibrary } from './quiz-library.ts'
import { trueFalseStatement } from './true-false-statement.ts'

const nearlyTheSame = 0.6

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
 * Every fact as multiple choice and as true or false, where that can be asked soundly; another side of a fact only when
 * it asks something else. Places of the key are balanced, and so are true and false statements.
 */
export function quizRows(material: QuizMaterial, seed: string): QuizRow[] {
  const library = prepareLibrary(material)
  const random = randomFrom(`${seed} rows`)
  const choices: MultipleChoiceRow[] = []
  const statements: TrueFalseRow[] = []
  let places: number[] = []
  let truths: boolean[] = []
  for (const card of inAskingOrder(library.askable, seed)) {
    const distractors = chooseDistractors(card, library, plainWishes(seed))
    if (distractors === null) continue
    const base = { cardId: card.cardId, factKey: card.factKey, concept: card.concept }
    if (rulesOf(card.content).quiz.offersOptions && asksSomethingElse(card, choices)) {
      if (places.length === 0) places = shuffled([0, 1, 2], random)
      const keyIndex = places.shift() ?? 0
      const { options } = layOutOptions(card.back, shuffled(distractors, random), keyIndex)
      choices.push({
        ...base,
        type: 'multiple_choice',
        front: card.front,
        back: card.back,
        options: options.map((option) => option.text),
        answer_index: keyIndex,
      })
    }
    if (statements.some((row) => row.factKey === card.factKey)) continue
    if (truths.length === 0) truths = shuffled([true, false], random)
    const truth = truths[0] ?? true
    const front = trueFalseStatement(card, truth ? card.back : (distractors[0]?.option ?? ''))
    if (front === null) continue
    truths.shift()
    statements.push({ ...base, type: 'true_false', front, back: truth ? 'True' : 'False', truth })
  }
  return [...choices, ...statements]
}

/** Whether no row of the same fact says nearly the same: a definition and its reverse are one question here. */
function asksSomethingElse(card: QuizCard, rows: readonly MultipleChoiceRow[]): boolean {
  const said = (row: { readonly front: string; readonly back: string }) =>
    contentStems(`${row.front} ${row.back}`)
  const siblings = rows.filter((row) => row.factKey === card.factKey)
  // One item of a list is enough: the same question must not have two answers.
  if (card.category === 'item' && siblings.length > 0) return false
  return siblings.every((row) => jaccard(said(row), said(card)) < nearlyTheSame)
}

/** Chance by seed, so that no fact is always asked from the same side. */
function inAskingOrder(cards: QuizMaterial, seed: string): QuizCard[] {
  return [...cards].sort((a, b) => chanceOfCard(seed, a) - chanceOfCard(seed, b))
}
