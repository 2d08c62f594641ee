import { groupBy } from '../basics/group-by.ts'
import { compareText } from '../basics/text.ts'
import type { FactKey } from '../fact/fact.ts'
import type { QuestionKind } from './question.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'
import { chanceOf } from './chance-of.ts'
import type { PastQuestion, QuizLearner, QuizRequest, QuizStanding } from './quiz-request.ts'

/** A fact as a quiz chooses it: its cards, and how it went with it so far. */
export interface QuizFact {
  readonly factKey: FactKey
  readonly conceptId: string
  readonly concept: string
  readonly cards: readonly QuizCard[]
  /** The predicted recall of its weakest card that was ever answered; null for none. */
  readonly recall: number | null
  readonly answers: number
  readonly lastAnsweredAt: number | null
  readonly createdAt: number
  /** Its questions in earlier quizzes, the latest first. */
  readonly past: readonly PastQuestion[]
  readonly turn: FactTurn
  readonly priority: number
  /** Decides between equals. */
  readonly chance: number
}

/** When its turn is: what was missed, then what was not asked lately, then what was asked and right, the oldest first. */
export type FactTurn = 'missed' | 'waiting' | 'asked_lately'

/** A right answer in a quiz puts a fact behind all others for so long. */
const latelyMs = 30 * 86_400_000
/** An answer in a review or quiz this short ago is still in the ear. */
const justAnsweredMs = 10 * 60_000
/** What came in this short ago was just imported. */
const importedWithinMs = 7 * 86_400_000

/** What each thing adds to the priority of a fact, beside the chance that it is forgotten. */
const weights = { uncertainty: 0.5, newForm: 0.2, sureButWrong: 1 } as const

/** Every fact of the cards with its turn and priority, in an order that means nothing. */
export function factsOf(
  cards: QuizMaterial,
  learner: QuizLearner,
  request: Pick<QuizRequest, 'seed' | 'kinds'>,
): QuizFact[] {
  const past = pastOf(learner.history)
  return [...groupBy(cards, ({ factKey }) => factKey)].map(([factKey, own]) =>
    toFact(factKey, own, past.get(factKey) ?? [], learner, request),
  )
}

/** In the order in which their turn comes. */
export function inOrderOfTurn(facts: readonly QuizFact[], request: Pick<QuizRequest, 'focus'>): QuizFact[] {
  const order = { missed: 0, waiting: 1, asked_lately: 2 } as const
  return [...facts].sort(
    (a, b) =>
      order[a.turn] - order[b.turn] ||
      (a.turn === 'asked_lately' ? lastAskedAt(a) - lastAskedAt(b) : byFocus(a, b, request.focus)) ||
      a.chance - b.chance ||
      compareText(a.factKey, b.factKey),
  )
}

/** The facts that a focus is about; all of them for a mixed quiz. */
export function inFocus(
  facts: readonly QuizFact[],
  { focus }: Pick<QuizRequest, 'focus'>,
  now: number,
): QuizFact[] {
  switch (focus) {
    case 'mixed':
      return [...facts]
    case 'weakest':
      return facts.filter(({ recall }) => recall !== null)
    case 'sure_but_wrong':
      return facts.filter(wasSureButWrong)
    case 'just_imported':
      return facts.filter(({ createdAt }) => now - createdAt <= importedWithinMs)
  }
}

/**
 * Without what was answered so short ago that asking it again shows nothing. Cards that are named one by one, such as the
 * misses of a quiz just ended, are asked all the same.
 */
export function withoutJustAnswered(
  facts: readonly QuizFact[],
  { scope }: Pick<QuizRequest, 'scope'>,
  now: number,
): readonly QuizFact[] {
  return scope.kind === 'cards'
    ? facts
    : facts.filter(({ lastAnsweredAt }) => lastAnsweredAt === null || now - lastAnsweredAt >= justAnsweredMs)
}

/** Whether the latest answer with certainty was wrong, and none was right since. */
function wasSureButWrong({ past }: QuizFact): boolean {
  const latest = past.findIndex(({ verdict }) => verdict !== 'wrong')
  const since = latest < 0 ? past : past.slice(0, latest)
  return since.some(({ confidence }) => confidence === 'sure')
}

const lastAskedAt = ({ past }: QuizFact): number => past[0]?.answeredAt ?? 0

function byFocus(a: QuizFact, b: QuizFact, focus: QuizRequest['focus']): number {
  return focus === 'weakest' ? (a.recall ?? 0) - (b.recall ?? 0) : b.priority - a.priority
}

function toFact(
  factKey: FactKey,
  cards: readonly QuizCard[],
  past: readonly PastQuestion[],
  learner: QuizLearner,
  { seed, kinds }: Pick<QuizRequest, 'seed' | 'kinds'>,
): QuizFact {
  const [first] = cards
  if (first === undefined) throw new Error(`Inconsistent: the fact ${factKey} has no card`)
  const standings = cards.flatMap(({ cardId }) => learner.standings.get(cardId) ?? [])
  const recalls = standings.flatMap(({ recall }) => (recall === null ? [] : [recall]))
  const answeredAt = [
    ...standings.flatMap(({ lastAnsweredAt }) => (lastAnsweredAt === null ? [] : [lastAnsweredAt])),
    ...past.map((question) => question.answeredAt),
  ]
  const fact = {
    factKey,
    conceptId: first.conceptId,
    concept: first.concept,
    cards,
    recall: recalls.length === 0 ? null : Math.min(...recalls),
    answers: sum(standings.map(({ answers }) => answers)),
    lastAnsweredAt: answeredAt.length === 0 ? null : Math.max(...answeredAt),
    createdAt: newest(standings),
    past,
    turn: turnOf(past, learner.now),
    priority: 0,
    chance: chanceOf(seed, factKey),
  }
  return { ...fact, priority: priorityOf(fact, learner, kinds) }
}

function turnOf([latest]: readonly PastQuestion[], now: number): FactTurn {
  if (latest === undefined) return 'waiting'
  if (latest.verdict === 'wrong') return 'missed'
  return now - latest.answeredAt < latelyMs ? 'asked_lately' : 'waiting'
}

/** (chance forgotten) × (1 + concepts that build on it) + uncertainty + a form never asked + sure but wrong. */
function priorityOf(fact: QuizFact, learner: QuizLearner, kinds: readonly QuestionKind[]): number {
  const forgotten = 1 - (fact.recall ?? 0)
  const dependants = learner.dependants.get(fact.conceptId) ?? 0
  const asked = new Set(fact.past.map(({ kind }) => kind))
  return (
    forgotten * (1 + dependants) +
    weights.uncertainty / (1 + fact.answers) +
    (kinds.some((kind) => !asked.has(kind)) ? weights.newForm : 0) +
    (wasSureButWrong(fact) ? weights.sureButWrong : 0)
  )
}

function pastOf(history: readonly PastQuestion[]): ReadonlyMap<FactKey, readonly PastQuestion[]> {
  const latestFirst = [...history].sort(
    (a, b) => b.answeredAt - a.answeredAt || compareText(a.cardId, b.cardId) || compareText(a.kind, b.kind),
  )
  return groupBy(latestFirst, ({ factKey }) => factKey)
}

const newest = (standings: readonly QuizStanding[]): number =>
  standings.length === 0 ? 0 : Math.max(...standings.map(({ createdAt }) => createdAt))

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)
