import type { CardReply } from '../../shared/api/cards.ts'
import type { CardStateView } from '../../shared/api/common.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { counted, longDay } from './words.ts'
import { sayInterval } from './format-interval.ts'
import { gradeName } from './grade-names.ts'

/** What is remembered of a card, in a sentence or two. */
export function memoryWords(state: CardStateView, today: string): string[] {
  const { schedule } = state
  if (schedule.kind === 'new') return ['Never asked yet.']
  return [
    `Due ${schedule.dueOn <= today ? 'since' : 'on'} ${longDay(schedule.dueOn, today)}; the interval is ${sayInterval(schedule.intervalDays).replace('in ', '')}.`,
    `${counted(state.answers, 'answer')}, ${lapseWords(schedule.lapses)} forgotten after it was known.`,
    schedule.kind === 'sm2'
      ? `Ease ${(schedule.easeHundredths / 100).toFixed(2)}, ${counted(schedule.repetitions, 'success', 'successes')} in a row.`
      : `Stability ${schedule.stability.toFixed(1)} days, difficulty ${schedule.difficulty.toFixed(1)} of 10.`,
  ]
}

function lapseWords(lapses: number): string {
  if (lapses === 0) return 'never'
  return lapses === 1 ? 'once' : `${lapses} times`
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
