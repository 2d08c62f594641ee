import type { CardId } from '../card/card.ts'
import type { Session, Step } from './session.ts'

/** What a sitting came to, for the page at its end. */
export interface SessionSummary {
  readonly cards: number
  readonly answers: number
  readonly durationMs: number
  /** Cards met on an earlier day, and how many of them were recalled at the first try. */
  readonly seenBefore: number
  readonly firstTry: number
  readonly newCards: number
  /** Cards whose first answer of the sitting was a miss, in the order they were met. */
  readonly forgotten: readonly CardId[]
}

/** Counts first answers only: repeats of the same day are practice, and right after a miss they prove little. */
export function summariseSession(session: Session): SessionSummary {
  const firsts = firstAnswers(session.past)
  const seen = firsts.filter(wasMetEarlier)
  const fresh = firsts.filter((step) => step.card.state.schedule.kind === 'new')
  return {
    cards: firsts.length,
    answers: session.past.length,
    durationMs: session.past.reduce((sum, step) => sum + step.durationMs, 0),
    seenBefore: seen.length,
    firstTry: seen.filter(isRecalled).length,
    newCards: fresh.length,
    forgotten: firsts.filter((step) => !isRecalled(step)).map((step) => step.card.id),
  }
}

function firstAnswers(past: readonly Step[]): Step[] {
  const met = new Set<CardId>()
  return past.filter((step) => !met.has(step.card.id) && met.add(step.card.id))
}

function wasMetEarlier(step: Step): boolean {
  const { schedule, lastAnswer } = step.card.state
  return schedule.kind !== 'new' && lastAnswer?.on !== step.today
}

function isRecalled(step: Step): boolean {
  return step.grade >= 3
}
