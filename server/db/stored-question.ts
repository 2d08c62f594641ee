import { answerMode } from '../../shared/answer/is-typeable.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { Side } from '../../shared/card/kinds/kind-rules.ts'
import { rulesOf } from '../../shared/card/kinds/card-kinds.ts'
import { contentOfTexts } from '../../shared/card/kinds/content-of-texts.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'

/** A question as it was stored while a quiz knew two kinds; its prompt was plain text at first. */
export interface EarlierQuestion {
  readonly id: string
  readonly kind: 'multiple_choice' | 'typed'
  readonly cardId: CardId
  readonly conceptId: string
  readonly factKey: FactKey
  readonly prompt: Side | string
  readonly options: readonly string[]
  readonly keyIndex: number | null
  readonly optionOrigins: readonly (CardId | null)[]
  readonly answer: string
  readonly accepted: readonly string[]
}

/** A question as it lies in the database. */
export type QuestionColumn = QuizQuestion | EarlierQuestion

/** A stored question as it is asked now. What earlier ones did not hold (sources, explanations) stays empty. */
export function toQuestion(column: QuestionColumn): QuizQuestion {
  return 'accepted' in column ? toPresent(column) : column
}

function toPresent(earlier: EarlierQuestion): QuizQuestion {
  const { id, cardId, conceptId, factKey, answer, accepted, options, optionOrigins } = earlier
  const prompt = typeof earlier.prompt === 'string' ? sideOf(earlier.prompt) : earlier.prompt
  const common = { id, cardId, conceptId, factKey, concept: '', prompt, sources: [] }
  if (earlier.kind === 'typed') {
    const check = {
      kind: 'spelling',
      answers: [answer, ...accepted],
      mode: answerMode(answer),
      examples: [],
    } as const
    const control = { kind: 'typed', answer, check, alsoRight: [] } as const
    return { ...common, kind: 'typed', guessChance: 0, evidence: 'recall', control }
  }
  return {
    ...common,
    kind: 'multiple_choice',
    guessChance: 1 / options.length,
    evidence: 'recognition',
    control: {
      kind: 'options',
      options: options.map((text, i) => ({ text, origin: optionOrigins[i] ?? null, whyWrong: null })),
      keyIndex: earlier.keyIndex ?? 0,
      answer,
    },
  }
}

function sideOf(prompt: string): Side {
  const content = contentOfTexts('cloze', prompt, '')
  return rulesOf(content).sides(content).prompt
}
