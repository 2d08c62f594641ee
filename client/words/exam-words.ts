import type { ExamView } from '../../shared/api/exams.ts'
import { aboutMinutes, counted, longDay } from './words.ts'

/** When it is: “in 12 days, on Friday 12 March”. */
export function examWhen({ exam, daysLeft }: Pick<ExamView, 'exam' | 'daysLeft'>, today: string): string {
  const day = longDay(exam.on, today)
  if (daysLeft < 0) return `was on ${day}`
  if (daysLeft === 0) return 'is today'
  return daysLeft === 1 ? `is tomorrow, ${day}` : `is in ${daysLeft} days, on ${day}`
}

/** What it needs until then, what comes of it, and what stays out of reach, each in a sentence. */
export function examLines({ plan, daysLeft }: Pick<ExamView, 'plan' | 'daysLeft'>): string[] {
  if (plan === null) return ['It is over. What now?']
  const { cards, newCards, limit, newPerDay, unreached, begun, recalled } = plan
  if (cards === 0) return ['No card is asked about it: there is none, or all are suspended.']
  const lines: string[] = []
  if (daysLeft > 0) lines.push(needWords(plan, Math.min(newPerDay, limit)))
  const of =
    begun < cards
      ? `the ${begun} of ${counted(cards, 'card')} that you will have begun`
      : counted(cards, 'card')
  lines.push(`On the day you would recall about ${Math.round(recalled)} of ${of}, by prediction.`)
  if (unreached > 0 && daysLeft === 0)
    lines.push(`${unreached} of ${counted(cards, 'card')} were never begun.`)
  else if (unreached > 0)
    lines.push(
      `Not reachable: ${unreached} of ${counted(cards, 'card')} stay unseen at your limit of ${limit} new a day; it would take ${newPerDay}.`,
    )
  else if (newCards === 0) lines.push('Every card of it was begun.')
  return lines
}

function needWords(
  { reviewsPerDay, minutesPerDay }: NonNullable<ExamView['plan']>,
  newPerDay: number,
): string {
  const fresh = newPerDay === 0 ? '' : `${counted(newPerDay, 'new card')} and `
  const reviews = Math.round(reviewsPerDay)
  return `Until then: ${fresh}about ${counted(reviews, 'review')} a day, ${aboutMinutes(minutesPerDay * 60)}. Its new cards come first.`
}
