import { assertNever } from '../../shared/basics/brand.ts'
import type { CardView } from '../../shared/api/cards.ts'
import { formatInterval } from './format-interval.ts'
import { flagWords } from '../../shared/card/flag-words.ts'
import { memoryWords } from './memory-words.ts'
import { longDay, shortDay } from './words.ts'
import { plainLine } from './inline-parts.ts'

/** What a row of the table says of a card. */
export function cellsOf(card: CardView, today: string) {
  const { schedule } = card.state
  const isNew = schedule.kind === 'new'
  return {
    /** The question in plain words, to be read aloud. */
    name: inOneLine(card.front),
    standing: standingOf(card, today),
    marks: card.flag === null ? [] : [flagWords(card.flag)],
    due: isNew ? '–' : schedule.dueOn <= today ? 'due' : shortDay(schedule.dueOn),
    interval: isNew ? '–' : formatInterval(schedule.intervalDays),
    strength: strengthOf(schedule),
    lapses: isNew ? '–' : String(schedule.lapses),
  }
}

/** What the schedule keeps of how firmly a card sits: SM-2 its ease, FSRS the days until recall falls to 90 %. */
function strengthOf(schedule: CardView['state']['schedule']): string {
  switch (schedule.kind) {
    case 'new':
      return '–'
    case 'sm2':
      return (schedule.easeHundredths / 100).toFixed(2)
    case 'fsrs':
      return formatInterval(Math.max(1, Math.round(schedule.stability)))
    default:
      return assertNever(schedule)
  }
}

/** Inline Markdown as one line of plain text. */
function inOneLine(markdown: string): string {
  return plainLine(markdown)
    .trim()
    .replaceAll(/\s*\n\s*/g, '; ')
}

/** Why a card is asked, or why not, in a word. */
export function standingOf({ status, state }: Pick<CardView, 'status' | 'state'>, today: string): string {
  if (status !== 'ready') return status
  if (state.suspended) return 'suspended'
  if (state.buriedUntil !== null && state.buriedUntil > today) return 'buried'
  return state.schedule.kind === 'new' ? 'new' : 'learned'
}

/** The schedule of a card as a sentence or two. */
export function scheduleWords({ status, state, reasons }: CardView, today: string): string[] {
  const words: string[] = []
  if (status === 'retired') words.push('Retired: it is not asked any more.')
  if (status === 'doubtful') words.push(`Doubtful, so not asked. ${reasons[0]?.sentence ?? ''}`.trim())
  if (state.suspended) words.push('Suspended: it is not asked until you say so.')
  if (state.buriedUntil !== null && state.buriedUntil > today)
    words.push(`Buried until ${longDay(state.buriedUntil, today)}.`)
  return [...words, ...memoryWords(state, today)]
}
