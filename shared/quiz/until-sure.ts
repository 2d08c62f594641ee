import type { QuizQuestion } from './question.ts'
import type { QuizVerdict } from './given-answer.ts'
import type { ConceptEnding, ConceptFinding, QuizPaper, QuizStep } from './quiz-paper.ts'

/** The chance that someone who knows it gets it wrong all the same. */
export const slip = 0.1
/**
 * The least chance that someone who does not know a concept is right: what is typed cannot be guessed, but of a concept that
 * is mostly unknown one fact may be known. Without it one right answer would settle everything after it.
 */
export const leastLuck = 0.1
/** From here on a concept counts as known, and down to there as not known. */
export const knownFrom = 0.9
export const unknownUpTo = 0.2
/** Nothing is decided before so many questions, and none more are asked after so many. */
export const fewestAsked = 3
export const mostAsked = 6
/** The whole quiz ends here, decided or not. */
export const mostQuestions = 30

/** The belief that a concept is known, after one more answer: Bayes' rule with the chance to guess and to slip. */
export function nextBelief(known: number, verdict: QuizVerdict, guessChance: number): number {
  const luck = Math.max(leastLuck, guessChance)
  const likely = verdict === 'wrong' ? slip : 1 - slip
  const lucky = verdict === 'wrong' ? 1 - luck : luck
  return (known * likely) / (known * likely + (1 - known) * lucky)
}

/** No prediction is so sure that answers could not change it. */
export const startBelief = (recall: number): number => Math.min(0.95, Math.max(0.05, recall))

/** What the answers say of each concept so far: first tries alone, because a second look was just explained. */
export function findings(paper: QuizPaper, steps: readonly QuizStep[]): ConceptFinding[] {
  const questions = new Map(paper.questions.map((question) => [question.id, question]))
  const secondLooks = secondLookIds(paper)
  const isAsked = new Set(steps.map(({ questionId }) => questionId))
  return paper.concepts.map(({ conceptId, concept, known }) => {
    let after = startBelief(known)
    let asked = 0
    let right = 0
    for (const { questionId, judged } of steps) {
      const question = questions.get(questionId)
      if (question === undefined || secondLooks.has(questionId)) continue
      for (const verdict of verdictsOf(question, judged.cards, conceptId)) {
        after = nextBelief(after, verdict, judged.guessChance)
        asked++
        if (verdict !== 'wrong') right++
      }
    }
    const hasMore = paper.order.some((id) => {
      const question = questions.get(id)
      return question?.conceptId === conceptId && !isAsked.has(id)
    })
    const ending = endingOf(after, asked, hasMore)
    const before = startBelief(known)
    const sentence = sentenceOf(concept, { asked, right, after, ending })
    return { conceptId, concept, asked, right, before, after, ending, sentence }
  })
}

/** Questions that ask again what went wrong with certainty. */
export const secondLookIds = (paper: QuizPaper): ReadonlySet<string> =>
  new Set(paper.secondLooks.map(({ again }) => again))

function endingOf(known: number, asked: number, hasMore: boolean): ConceptEnding | null {
  if (asked >= fewestAsked && known >= knownFrom) return 'known'
  if (asked >= fewestAsked && known <= unknownUpTo) return 'not_known'
  if (asked >= mostAsked) return 'six_asked'
  return hasMore ? null : 'no_more_questions'
}

function verdictsOf(
  question: QuizQuestion,
  cards: QuizStep['judged']['cards'],
  conceptId: string,
): QuizVerdict[] {
  if (question.kind !== 'match')
    return question.conceptId === conceptId ? cards.map(({ verdict }) => verdict) : []
  return question.pairs.flatMap((pair, i) => {
    const verdict = pair.conceptId === conceptId ? cards[i]?.verdict : undefined
    return verdict === undefined ? [] : [verdict]
  })
}

function sentenceOf(
  concept: string,
  { asked, right, after, ending }: Pick<ConceptFinding, 'asked' | 'right' | 'after' | 'ending'>,
): string {
  const share = `${right} of ${asked} right`
  const belief = `about ${Math.round(after * 100)} %`
  switch (ending) {
    case null:
      return `${concept}: ${share}, not decided yet.`
    case 'known':
      return `${concept}: known (${belief}, ${share}).`
    case 'not_known':
      return `${concept}: not known yet (${belief}, ${share}).`
    case 'six_asked':
      return `${concept}: not decided after ${asked} questions (${belief}, ${share}).`
    case 'no_more_questions':
      return `${concept}: no more questions to ask (${belief}, ${share}).`
  }
}
