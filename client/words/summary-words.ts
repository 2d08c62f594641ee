import type { SessionSummary } from '../../shared/session/summarise-session.ts'
import type { Session } from '../../shared/session/session.ts'
import { counted } from './words.ts'

/** On how many days each card was forgotten that was forgotten too often. */
export function missedDaysOf({ leeches }: SessionSummary, { cards }: Session): ReadonlyMap<string, number> {
  return new Map(
    leeches.flatMap((id): [string, number][] => {
      const state = cards.get(id)?.state
      return state === undefined ? [] : [[id, state.missedDays]]
    }),
  )
}

/** What was recalled at the first try, beside what the schedule expected. */
export function recallWords(summary: SessionSummary): string {
  const parts = []
  if (summary.seenBefore > 0) {
    parts.push(`${summary.firstTry} of ${summary.seenBefore} recalled at the first try`)
    parts.push(`the schedule expected about ${Math.round(summary.expected)}`)
  }
  if (summary.newCards > 0) parts.push(`${counted(summary.newCards, 'new card')} met`)
  return parts.length === 0 ? `${counted(summary.answers, 'answer')} given` : parts.join(' · ')
}

/** The same in as few words as a listener needs. */
export function announced(summary: SessionSummary): string {
  return summary.seenBefore > 0
    ? `${summary.firstTry} of ${summary.seenBefore} first try.`
    : `${counted(summary.cards, 'card')}.`
}

/** What is left today, else what tomorrow brings. */
export function nextWords(left: number, tomorrow: number): string {
  if (left > 0) return `${counted(left, 'card')} left today.`
  return tomorrow === 0 ? 'Nothing is due tomorrow.' : `Tomorrow: ${counted(tomorrow, 'card')}.`
}
