import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { wordCount, words } from '../basics/text.ts'
import { meaningRoots } from '../english/meaning-root.ts'
import { type NounClass, answerForm, headNoun, nounClass } from './answer-grammar.ts'
import { type Kind, askedKind, saidKind } from './asked-kind.ts'
import { type Dress, dressOf } from './option-dress.ts'
import { promptFrame } from './prompt-frame.ts'
import type { QuizCard } from './quiz-card.ts'

/** An answer as it is compared with others. */
export interface AnswerReading {
  readonly answer: string
  readonly answerRoots: ReadonlySet<string>
}

/** What is read once from a card, however often it is looked at. */
export interface CardReading extends AnswerReading {
  readonly promptRoots: ReadonlySet<string>
  /** The same without what only asks. */
  readonly askedRoots: readonly string[]
  readonly conceptRoots: ReadonlySet<string>
  readonly words: number
  readonly form: string
  readonly nounClass: NounClass
  readonly frame: string
  /** What kind of thing is asked for, or of a definition what kind it gives; null where that is not said. */
  readonly kind: Kind | null
  /** The verb, in questions such as "What does caching reduce?". */
  readonly lastWord: string
  readonly dress: Dress
}

/** What a question about a trouble says beside the trouble: it tells no two of them apart. */
const askingRoots = new Set(
  meaningRoots(
    'use solve handle address fix prevent avoid reduce deal ensure improve make do name way thing term',
  ),
)

/** Reads a card whose question has these roots. */
export function readCard(card: QuizCard, promptRoots: readonly string[]): CardReading {
  return {
    ...readAnswer(card.back),
    promptRoots: new Set(promptRoots),
    askedRoots: [...new Set(promptRoots)].filter((root) => !askingRoots.has(root)),
    conceptRoots: new Set(meaningRoots(card.concept)),
    // An article is no weight: options may be shown without it.
    words: wordCount(card.back.replace(/^(?:an?|the)\s+(?=\S)/i, '')),
    form: answerForm(card.back, card.category),
    nounClass: nounClass(headNoun(card.back)),
    frame: promptFrame(card.front),
    kind: card.category === 'definition' ? saidKind(card.back) : askedKind(card.front),
    lastWord: words(card.front).at(-1) ?? '',
    dress: dressOf(card.back),
  }
}

/** Reads an answer by itself. */
export function readAnswer(answer: string): AnswerReading {
  return { answer: normaliseAnswer(answer), answerRoots: new Set(meaningRoots(answer)) }
}
