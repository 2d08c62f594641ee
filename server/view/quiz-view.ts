import type { TextSide } from '../../shared/api/common.ts'
import type { QuizQuestionView } from '../../shared/api/quizzes.ts'
import type { CardId } from '../../shared/card/card.ts'
import { rightAnswerOf } from '../../shared/quiz/explain-answer.ts'
import { explainOption } from '../../shared/quiz/explain-option.ts'
import {
  type AnswerCheck,
  type OptionsControl,
  type QuizOption,
  type QuizQuestion,
  type TypedControl,
  optionsOf,
} from '../../shared/quiz/question.ts'
import type { NamedCard } from '../db/card-rows.ts'
import { languageOf, shownContent } from './card-view.ts'
import { inLanguage, renderPrompt, renderText } from './render-side.ts'

/** A question with everything that it may show as HTML; `cards` are the ones that it and its options come from. */
export function toQuestionView(
  question: QuizQuestion,
  otherTerms: readonly string[],
  cards: ReadonlyMap<CardId, NamedCard>,
): QuizQuestionView {
  const card = cards.get(question.cardId)
  const told = question.concept === '' && card !== undefined ? toldByCards(question, card, cards) : question
  const spoken = (side: TextSide): TextSide =>
    card === undefined ? side : inLanguage(side, languageOf(side.text, card))
  const texts = new Set(textsOf(told))
  return {
    question: told,
    prompt: spoken(renderPrompt(told.prompt)),
    texts: Object.fromEntries([...texts].map((text) => [text, spoken(renderText(text))])),
    otherTerms: [...otherTerms],
  }
}

/** Every card that a question speaks of. */
export function cardsOfQuestion(question: QuizQuestion): CardId[] {
  const origins = optionsOf(question).flatMap(({ origin }) => (origin === null ? [] : [origin]))
  const pairs = question.kind === 'match' ? question.pairs.map(({ cardId }) => cardId) : []
  return [question.cardId, ...origins, ...pairs]
}

/** A question of the days when its concept, sources and explanations were told by the cards as they are now. */
function toldByCards(
  question: QuizQuestion,
  { concept, conceptId, sources }: NamedCard,
  cards: ReadonlyMap<CardId, NamedCard>,
): QuizQuestion {
  const told = { ...question, concept, conceptId, sources }
  if (told.kind !== 'multiple_choice') return told
  const options = told.control.options.map((option): QuizOption => {
    const other = option.origin === null ? undefined : cards.get(option.origin)
    return other === undefined
      ? option
      : { ...option, whyWrong: explainOption(shownContent(other), option.text) }
  })
  return { ...told, control: { ...told.control, options } }
}

/** All that may be shown besides the prompt. */
function textsOf(question: QuizQuestion): string[] {
  const right = rightAnswerOf(question)
  return [...(typeof right === 'string' ? [right] : right), ...ownTexts(question)]
}

function ownTexts(question: QuizQuestion): readonly string[] {
  switch (question.kind) {
    case 'typed':
    case 'problem':
    case 'multiple_choice':
      return controlTexts(question.control)
    case 'confusable':
      return [...controlTexts(question.control), ...question.apart.flatMap(({ name, said }) => [name, said])]
    case 'own_choice':
      return question.options.map(({ text }) => text)
    case 'order':
      return question.steps
    case 'match':
      return [...question.pairs.map(({ left }) => left), ...question.rights]
    case 'true_false':
      return [question.said, ...(question.correction === null ? [] : checkTexts(question.correction))]
  }
}

function controlTexts(control: TypedControl | OptionsControl): readonly string[] {
  if (control.kind === 'options') return control.options.map(({ text }) => text)
  return [...control.alsoRight, ...checkTexts(control.check)]
}

function checkTexts(check: AnswerCheck): readonly string[] {
  switch (check.kind) {
    case 'spelling':
      return check.answers
    case 'items':
      return check.items.map(([shown = '']) => shown)
    case 'ideas':
      return check.ideas
  }
}
