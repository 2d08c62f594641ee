import { rulesOf } from '../../card/kinds/card-kinds.ts'
import { itemCards } from '../item-cards.ts'
import type { QuizCard } from '../quiz-card.ts'
import { chanceOf } from '../chance-of.ts'
import { type Asking, type QuestionForm, questionBase } from './asking.ts'
import { optionsFor } from './options-control.ts'

/** Options of which one is right; of a list one item is asked. */
export const multipleChoiceForm: QuestionForm<'multiple_choice'> = {
  kind: 'multiple_choice',
  isFor: ({ content, factKind, category }) =>
    factKind !== 'problem_solution' &&
    category !== 'expansion' &&
    (rulesOf(content).quiz.offersOptions || content.kind === 'list_recall'),
  ask: (card, asking) => {
    for (const asked of askedOf(card, asking)) {
      const control = optionsFor(asked, 'multiple_choice', asking)
      if (control === null) continue
      return {
        ...questionBase(asked, 'multiple_choice', asking),
        kind: 'multiple_choice',
        guessChance: 1 / control.options.length,
        evidence: 'recognition',
        control,
      }
    }
    return null
  },
}

function askedOf(card: QuizCard, { library, seed, round }: Asking): readonly QuizCard[] {
  if (rulesOf(card.content).quiz.answerIs !== 'list') return [card]
  const known = library.askable.filter(({ cardId }) => cardId === card.cardId)
  const items = known.length > 0 ? known : itemCards(card)
  return items
    .map((item) => ({ item, chance: chanceOf(`${seed} ${round}`, item.back) }))
    .sort((a, b) => a.chance - b.chance)
    .map(({ item }) => item)
}
