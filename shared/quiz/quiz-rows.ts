import { contentStems, jaccard } from '../basics/text.ts'
import type { CardId } from '../card/card.ts'
import { plainText } from '../card/kinds/card-kinds.ts'
import { dealPlaces } from './deal-places.ts'
import { askIn, formOf } from './forms/question-forms.ts'
import { learnerAsking } from './learner-asking.ts'
import type { QuestionKind, QuestionOf } from './question.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'
import { chanceOfCard } from './chance-of.ts'
import { prepareLibrary } from './quiz-library.ts'
import { newLearner } from './quiz-request.ts'

const nearlyTheSame = 0.6

interface QuizRowBase {
  readonly cardId: CardId
  readonly factKey: string
  readonly concept: string
  readonly front: string
  readonly back: string
}
/** Three or four options, one of them right. */
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
 * Every fact as multiple choice and as true or false, where a quiz can ask that soundly of someone new; another side of a
 * fact only when it asks something else.
 */
export function quizRows(material: QuizMaterial, seed: string): QuizRow[] {
  const library = prepareLibrary(material)
  const asking = learnerAsking(library, { seed, mode: { kind: 'practice' } }, newLearner, [])
  const cards = [...library.cards].sort((a, b) => chanceOfCard(seed, a) - chanceOfCard(seed, b))
  const questionsIn = <Kind extends QuestionKind>(kind: Kind): Asked<Kind>[] =>
    cards.flatMap((card) => {
      const question = formOf(kind).isFor(card) ? askIn(kind, card, asking) : null
      return question === null ? [] : [{ card, question: question as QuestionOf<Kind> }]
    })
  const choices = saidOnce(questionsIn('multiple_choice'))
  const dealt = dealPlaces(
    choices.map(({ question }) => question),
    seed,
  )
  const seen = new Set<string>()
  const statements = questionsIn('true_false').filter(
    ({ card }) => !seen.has(card.factKey) && seen.add(card.factKey),
  )
  return [
    ...choices.map(({ card }, i) => toChoice(card, dealt[i] as QuestionOf<'multiple_choice'>)),
    ...statements.map(({ card, question }) => toStatement(card, question)),
  ]
}

interface Asked<Kind extends QuestionKind> {
  readonly card: QuizCard
  readonly question: QuestionOf<Kind>
}

const baseOf = ({ cardId, factKey, concept }: QuizCard) => ({ cardId, factKey, concept })

const toChoice = (card: QuizCard, { prompt, control }: QuestionOf<'multiple_choice'>): MultipleChoiceRow => ({
  ...baseOf(card),
  type: 'multiple_choice',
  front: prompt.kind === 'text' ? prompt.text : plainText(card.content).front,
  back: control.answer,
  options: control.options.map(({ text }) => text),
  answer_index: control.keyIndex,
})

const toStatement = (card: QuizCard, { prompt, truth }: QuestionOf<'true_false'>): TrueFalseRow => ({
  ...baseOf(card),
  type: 'true_false',
  front: prompt.kind === 'text' ? prompt.text : card.front,
  back: truth ? 'True' : 'False',
  truth,
})

/** Without what says nearly the same as a question of its fact before it: a definition and its reverse are one here. */
function saidOnce(choices: readonly Asked<'multiple_choice'>[]): Asked<'multiple_choice'>[] {
  const said = new Map<string, (readonly string[])[]>()
  return choices.filter(({ card }) => {
    const before = said.get(card.factKey) ?? []
    const own = [...contentStems(`${card.front} ${card.back}`)]
    if (before.some((other) => jaccard(new Set(other), new Set(own)) >= nearlyTheSame)) return false
    said.set(card.factKey, [...before, own])
    return true
  })
}
