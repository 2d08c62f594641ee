import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { groupBy } from '../basics/group-by.ts'
import type { FactKey } from '../fact/fact.ts'
import { type OptionWishes, chooseDistractors, chooseSwap, soundCandidates } from './choose-distractors.ts'
import type { Asking } from './forms/asking.ts'
import type { QuestionKind } from './question.ts'
import type { QuizCard } from './quiz-card.ts'
import type { QuizFact } from './quiz-facts.ts'
import type { QuizLibrary } from './quiz-library.ts'
import type { QuizLearner, QuizRequest } from './quiz-request.ts'

/** What it takes to ask one learner: their mistakes, what they never pick, what they mix up, what they know. */
export interface LearnerAsking extends Asking {
  /** What is wanted of the wrong options under a card. */
  readonly wishesFor: (card: QuizCard) => OptionWishes
  readonly recallOf: (card: QuizCard) => number | null
  /** Whether its fact was asked and right not long ago: it does not come along with one that waits. */
  readonly wasAskedLately: (card: QuizCard) => boolean
  /** Whether the learner reported the card in this form. */
  readonly isReported: (card: QuizCard, kind: QuestionKind) => boolean
  /** Whether a card of a fact asks more than its other side gives away. */
  readonly isWorthAsking: (card: QuizCard, siblings: readonly QuizCard[]) => boolean
}

/** An option that is picked less often than this, over so many showings, is retired. */
const leastPicked = 0.05
const mostShownUnpicked = 20
/** Earlier wrong answers that are tried as options. */
const mostMistakes = 5

/** Gathers what the learner's history says of each card; only facts that may be asked now come along in pairs. */
export function learnerAsking(
  library: QuizLibrary,
  request: Pick<QuizRequest, 'seed' | 'mode'>,
  learner: QuizLearner,
  facts: readonly QuizFact[],
): LearnerAsking {
  const free = new Set(facts.flatMap(({ cards }) => cards.map(({ cardId }) => cardId)))
  const lately = new Set(facts.filter(({ turn }) => turn === 'asked_lately').map(({ factKey }) => factKey))
  const reported = new Set(learner.reported.map(({ cardId, kind }) => `${kind} ${cardId}`))
  const past = groupBy(learner.history, ({ factKey }) => factKey)
  const barred = new Set(
    learner.options
      .filter(
        ({ shown, picked, reported }) =>
          reported || (shown >= mostShownUnpicked && picked < leastPicked * shown),
      )
      .map(({ cardId, option }) => barKey(cardId, option)),
  )
  const confusions = new Map<string, { readonly with: string; readonly times: number }[]>()
  for (const { one, other, times } of learner.confusions) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      confusions.set(from, [...(confusions.get(from) ?? []), { with: to, times }])
  }
  const wishesFor = (card: QuizCard): OptionWishes => ({
    seed: request.seed,
    most: 3,
    mistakes: mistakesIn(past.get(card.factKey) ?? []),
    isBarred: ({ back }) => barred.has(barKey(card.cardId, back)),
  })
  return {
    library,
    seed: request.seed,
    round: '',
    showsIdeas: request.mode.kind !== 'exam',
    isFree: ({ cardId }) => free.has(cardId),
    wishesFor,
    ...optionsBy(library, wishesFor),
    isMet: ({ cardId, factKey }) => (learner.standings.get(cardId)?.answers ?? 0) > 0 || past.has(factKey),
    confusedWith: ({ conceptId }) =>
      [...(confusions.get(conceptId) ?? [])]
        .sort((a, b) => b.times - a.times)
        .map((confusion) => confusion.with),
    wasAskedLately: ({ factKey }) => lately.has(factKey),
    isReported: ({ cardId }, kind) => reported.has(`${kind} ${cardId}`),
    recallOf: ({ cardId }) => learner.standings.get(cardId)?.recall ?? null,
    isWorthAsking: (card, siblings) => !isSpeltOut(card) || siblings.every(isSpeltOut),
  }
}

/**
 * The same, but no answer of these facts is an option elsewhere: a question that asks for it would give it away, and be
 * given away by it.
 */
export function withoutAnswersOf(asking: LearnerAsking, facts: ReadonlySet<FactKey>): LearnerAsking {
  const wishesFor = (card: QuizCard): OptionWishes => {
    const wishes = asking.wishesFor(card)
    return { ...wishes, isBarred: (origin) => facts.has(origin.factKey) || wishes.isBarred(origin) }
  }
  return { ...asking, wishesFor, ...optionsBy(asking.library, wishesFor) }
}

function optionsBy(
  library: QuizLibrary,
  wishesFor: LearnerAsking['wishesFor'],
): Pick<Asking, 'distractorsOf' | 'swapOf'> {
  const soundFor = onceEach((card) => soundCandidates(card, library, wishesFor(card)))
  return {
    distractorsOf: onceEach((card) => chooseDistractors(card, library, wishesFor(card), soundFor(card))),
    swapOf: (card) => chooseSwap(soundFor(card)),
  }
}

/** Finding wrong options is most of the work, and several forms want the same ones. */
function onceEach<Found>(find: (card: QuizCard) => Found): (card: QuizCard) => Found {
  const known = new Map<QuizCard, { readonly found: Found }>()
  return (card) => {
    const { found } = known.get(card) ?? { found: find(card) }
    known.set(card, { found })
    return found
  }
}

/** "What is the abbreviation of “Time to Live”?" can be spelt out from the question: the other side asks more. */
const isSpeltOut = (card: QuizCard): boolean => card.category === 'acronym' && card.factKind === 'expansion'

/** What was typed wrongly, the latest first. */
function mistakesIn(past: QuizLearner['history']): readonly string[] {
  const wrong = past.filter(({ verdict, given }) => verdict === 'wrong' && given.trim() !== '')
  const latestFirst = [...wrong].sort((a, b) => b.answeredAt - a.answeredAt)
  return [...new Set(latestFirst.map(({ given }) => given.trim()))].slice(0, mostMistakes)
}

const barKey = (cardId: string, option: string): string => `${cardId}\n${normaliseAnswer(option)}`
