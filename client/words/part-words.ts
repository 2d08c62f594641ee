import type { QueueCounts } from '../../shared/api/queue.ts'
import { counted } from './words.ts'

/** Under which rules an answer ahead of its day counts. */
export type SchedulerName = 'sm2' | 'fsrs'

/** What each part of a chosen session does to the schedule, said before it starts. */
export function effectLines(counts: QueueCounts, scheduler: SchedulerName): string[] {
  const { drill, review, new: fresh, ahead = 0, practice = 0 } = counts
  const lines: string[] = []
  if (review > 0)
    lines.push(`${isAre(review, 'is', 'are')} due: ${itThey(review, 'counts', 'count')} as on any day.`)
  if (drill > 0)
    lines.push(
      `${isAre(drill, 'was', 'were')} missed today and ${itThey(drill, 'comes', 'come')} back once more.`,
    )
  if (fresh > 0)
    lines.push(`${isAre(fresh, 'is', 'are')} new: this is ${fresh === 1 ? 'its' : 'their'} first day.`)
  if (ahead > 0)
    lines.push(
      `${isAre(ahead, 'comes', 'come')} ahead of ${ahead === 1 ? 'its' : 'their'} day: ${aheadWords[scheduler]}`,
    )
  if (practice > 0)
    lines.push(`${isAre(practice, 'is', 'are')} not due: practice. Your answers are noted and move nothing.`)
  return lines
}

/** What the choice between practice and ahead means. */
export const aheadWords: Readonly<Record<SchedulerName, string>> = {
  sm2: 'recalled, a card keeps its day; forgotten, it starts again.',
  fsrs: 'each answer counts and sets a new day.',
}

function isAre(count: number, one: string, many: string): string {
  return `${counted(count, 'card')} ${count === 1 ? one : many}`
}

function itThey(count: number, one: string, many: string): string {
  return count === 1 ? `it ${one}` : `they ${many}`
}
