import type { CardReply, CardView } from '../../shared/api/cards.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { formatInterval, sayInterval } from '../cards/format-interval.ts'
import { gradeName } from '../cards/grade-names.ts'
import { counted, longDay, shortDay } from '../ui/words.ts'

/** A flag as people say it. */
export function flagWords(flag: CardFlag): string {
  return flag === 'unsaid' ? 'flagged' : flag.replace('_', ' ')
}

/** What a row of the table says of a card. */
export function cellsOf(card: CardView, today: string) {
  const { schedule } = card.state
  const isNew = schedule.kind === 'new'
  return {
    front: inOneLine(card.front),
    back: inOneLine(card.back),
    standing: standingOf(card, today),
    marks: card.flag === null ? [] : [flagWords(card.flag)],
    due: isNew ? '–' : schedule.dueOn <= today ? 'due' : shortDay(schedule.dueOn),
    interval: isNew ? '–' : formatInterval(schedule.intervalDays),
    ease: schedule.kind === 'sm2' ? (schedule.easeHundredths / 100).toFixed(2) : '–',
    lapses: isNew ? '–' : String(schedule.lapses),
  }
}

/** Inline Markdown as one line of plain text; the items of a list with marks between them. */
function inOneLine(markdown: string): string {
  return markdown
    .replaceAll('`', '')
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
  const { schedule } = state
  if (schedule.kind === 'new') return [...words, 'Never asked yet.']
  return [
    ...words,
    `Due ${schedule.dueOn <= today ? 'since' : 'on'} ${longDay(schedule.dueOn, today)}; the interval is ${sayInterval(schedule.intervalDays).replace('in ', '')}.`,
    `${counted(state.answers, 'answer')}, forgotten ${counted(schedule.lapses, 'time')} after it was known.`,
    schedule.kind === 'sm2'
      ? `Ease ${(schedule.easeHundredths / 100).toFixed(2)}, ${counted(schedule.repetitions, 'success', 'successes')} in a row.`
      : `Stability ${schedule.stability.toFixed(1)} days, difficulty ${schedule.difficulty.toFixed(1)} of 10.`,
  ]
}

const eventNames: Readonly<Record<string, string>> = {
  suspended: 'suspended',
  resumed: 'asked again',
  reset: 'set back to new',
  buried: 'buried until the next day',
  dueSet: 'given another day',
  undone: 'undid a step',
}

/** One line of a card's history. */
export function eventWords({ kind, grade, via, undone }: CardReply['history'][number]): string {
  const name = grade === null ? (eventNames[kind] ?? kind) : gradeName(grade as Grade)
  return `${name}${via === 'quiz' ? ', in a quiz' : ''}${undone ? ', taken back' : ''}`
}
