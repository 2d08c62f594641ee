import type { CardId } from '../card/card.ts'
import { type RecallFit, defaultRecallFit, predictedRecall } from '../schedule/predicted-recall.ts'
import { isLeechToTell } from '../schedule/leech.ts'
import type { AnsweredStep, Session } from './session-model.ts'

/** What a session came to, for the page at its end. */
export interface SessionSummary {
  readonly cards: number
  readonly answers: number
  readonly durationMs: number
  /** Cards met on an earlier day, and how many of them were recalled at the first try. */
  readonly seenBefore: number
  readonly firstTry: number
  /** How many of them the schedule expected to be recalled. */
  readonly expected: number
  readonly newCards: number
  /** Cards whose first answer of the session was a miss, in the order they were met. */
  readonly forgotten: readonly CardId[]
  /** Of the cards missed here, those that were missed so often that they should be changed. */
  readonly leeches: readonly CardId[]
}

/** Counts first answers only: repeats of the same day are practice, and right after a miss they prove little. */
export function summariseSession(
  session: Session,
  leechDays: number,
  fit: RecallFit = defaultRecallFit,
): SessionSummary {
  const answered = session.past.filter((step) => step.kind === 'answered')
  const firsts = firstAnswers(answered)
  const scored = firsts.filter((step) => step.card.practice !== true)
  const seen = scored.filter(wasMetEarlier)
  const fresh = scored.filter((step) => step.card.state.schedule.kind === 'new')
  const forgotten = firsts.filter((step) => !isRecalled(step)).map((step) => step.card.id)
  return {
    cards: firsts.length,
    answers: answered.length,
    durationMs: answered.reduce((sum, step) => sum + step.durationMs, 0),
    seenBefore: seen.length,
    firstTry: seen.filter(isRecalled).length,
    expected: seen.reduce((sum, step) => sum + (predictedRecall(step.card.state, step.today, fit) ?? 0), 0),
    newCards: fresh.length,
    forgotten,
    leeches: forgotten.filter((id) => {
      const state = session.cards.get(id)?.state
      return state !== undefined && isLeechToTell(state, leechDays)
    }),
  }
}

function firstAnswers(answers: readonly AnsweredStep[]): AnsweredStep[] {
  const met = new Set<CardId>()
  return answers.filter((step) => !met.has(step.card.id) && met.add(step.card.id))
}

function wasMetEarlier(step: AnsweredStep): boolean {
  const { schedule, lastAnswer } = step.card.state
  return schedule.kind !== 'new' && lastAnswer !== null && lastAnswer.on < step.today
}

function isRecalled(step: AnsweredStep): boolean {
  return step.grade >= 3
}
