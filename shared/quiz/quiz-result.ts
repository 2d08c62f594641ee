import { type Confidence, confidences } from './given-answer.ts'
import {
  type Calibration,
  type ConceptFinding,
  type QuizOutcome,
  type QuizPaper,
  type QuizStep,
  type ResultGroup,
  resultGroups,
} from './quiz-paper.ts'
import { type QuizScore, scoreQuiz, wilsonRange } from './score-quiz.ts'
import { findings, secondLookIds } from './until-sure.ts'

/** All that a result shows, but for what moved in the schedules. */
export interface QuizResult {
  /** First tries alone. */
  readonly score: QuizScore
  /** Sure but wrong, then wrong, then lucky guesses, then right; each in the order of answering. */
  readonly outcomes: readonly QuizOutcome[]
  /** One for each confidence, from guess to sure; empty where it was not asked. */
  readonly calibration: readonly Calibration[]
  readonly findings: readonly ConceptFinding[]
}

/** The result of a quiz as far as it was answered. */
export function summariseQuiz(paper: QuizPaper, steps: readonly QuizStep[]): QuizResult {
  const outcomes = outcomesOf(paper, steps)
  const firstTries = outcomes.filter(({ isFirstTry }) => isFirstTry).map(({ step }) => step)
  return {
    score: scoreQuiz(firstTries.map(({ judged }) => judged)),
    outcomes: resultGroups.flatMap((group) => outcomes.filter((outcome) => outcome.group === group)),
    calibration: paper.asksConfidence ? calibrationOf(firstTries) : [],
    findings: findings(paper, steps),
  }
}

/** Right of asked, by how sure the learner was. Answers without a confidence are left out. */
export function calibrationOf(
  steps: readonly Pick<QuizStep, 'judged' | 'confidence'>[],
): readonly Calibration[] {
  return confidences.map((confidence) => {
    const own = steps.filter((step) => step.confidence === confidence)
    const right = own.filter(({ judged }) => judged.verdict !== 'wrong').length
    return { confidence, asked: own.length, right, range: wilsonRange(right, own.length) }
  })
}

function outcomesOf(paper: QuizPaper, steps: readonly QuizStep[]): QuizOutcome[] {
  const questions = new Map(paper.questions.map((question) => [question.id, question]))
  const secondLooks = secondLookIds(paper)
  return steps.flatMap((step): QuizOutcome[] => {
    const question = questions.get(step.questionId)
    if (question === undefined) return []
    const group = groupOf(step.judged.verdict !== 'wrong', step.confidence)
    return [{ question, step, group, isFirstTry: !secondLooks.has(question.id) }]
  })
}

function groupOf(isRight: boolean, confidence: Confidence | null): ResultGroup {
  if (!isRight) return confidence === 'sure' ? 'sure_but_wrong' : 'wrong'
  return confidence === 'guess' ? 'lucky_guess' : 'right'
}
