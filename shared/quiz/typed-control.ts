import { answerMode, isTypeable } from '../answer/is-typeable.ts'
import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import { nameCategories } from './answer-category.ts'
import { acceptedAnswers, isShown } from './accepted-answers.ts'
import { exampleParts } from './example-parts.ts'
import { ideasOf } from './ideas.ts'
import type { AnswerCheck, TypedControl } from './question.ts'
import type { QuizCard } from './quiz-card.ts'
import { type QuizLibrary, answersOf } from './quiz-library.ts'
import { shorterNames } from './typed-variants.ts'

/** Items of a list that can be typed one by one. */
const mostItems = 6

/**
 * How a card is asked to be typed: a name by its spelling, a list item by item, a longer text by its ideas. Null where the
 * question already shows the answer.
 */
export function typedControl(card: QuizCard, library: QuizLibrary): TypedControl | null {
  if (isShown(card.back, card.front)) return null
  const check = checkOf(card)
  return {
    kind: 'typed',
    answer: card.back,
    check,
    alsoRight: check.kind === 'ideas' ? othersOf(card, library) : [],
  }
}

/** How an answer to a card is judged when it is typed. */
export function checkOf(card: QuizCard): AnswerCheck {
  const items = itemsOf(card)
  if (items !== undefined) return { kind: 'items', items: items.map((item) => spellings(item, card.front)) }
  const isName = nameCategories.has(card.category) || rulesOf(card.content).quiz.answerIs === 'name'
  // What letters stand for is a name, however many words it has.
  const isSpelt = isName && (isTypeable(card.back) || card.category === 'expansion')
  if (!isSpelt) return { kind: 'ideas', ideas: ideasOf(card.back) }
  const answers = [card.back, ...acceptedAnswers(card)]
  return {
    kind: 'spelling',
    answers: distinct([
      ...answers,
      ...[card.back, ...card.accepted].flatMap((answer) => shorterNames(answer, card.front)),
    ]),
    mode: answerMode(card.back),
    examples: card.back.includes('`') ? exampleParts(card.back, card.front) : [],
  }
}

/** Short items, or undefined for what is no list of them. */
function itemsOf(card: QuizCard): readonly string[] | undefined {
  // Commas inside one text may join what belongs together: "separate release and hotfix branches".
  const items =
    card.content.kind === 'list_recall'
      ? card.content.items
      : card.back.includes('\n') && !/```|\$\$/.test(card.back)
        ? card.back.split('\n')
        : undefined
  const isFit =
    items !== undefined && items.length >= 2 && items.length <= mostItems && items.every(isTypeable)
  return isFit ? items : undefined
}

const spellings = (item: string, question: string): readonly string[] =>
  distinct([item, ...shorterNames(item, question)])

function distinct(answers: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return answers.filter((answer) => {
    const key = normaliseAnswer(answer)
    return key !== '' && !seen.has(key) && seen.add(key)
  })
}

/** What other cards give as an answer to the same question: any of them would do. */
function othersOf(card: QuizCard, library: QuizLibrary): readonly string[] {
  const own = new Set(answersOf(card).map(normaliseAnswer))
  const others = library.cardsAskingLike(card).filter(({ factKey }) => factKey !== card.factKey)
  return distinct(others.map(({ back }) => back)).filter((answer) => !own.has(normaliseAnswer(answer)))
}
