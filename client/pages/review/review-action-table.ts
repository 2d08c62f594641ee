import { flagReasons } from '../../../shared/card/card-flags.ts'
import { flagWords } from '../../../shared/card/flag-words.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { type SessionCard, cardsLeft } from '../../../shared/session/session.ts'
import { type Guard, type ReviewAction, keyOf } from '../../keys/review-keys.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { ticks } from '../../state/clock.ts'
import { chosenKeys } from '../../state/device.ts'
import { clearLine, sayQuietly } from '../../state/quiet-line.ts'
import { sitting } from '../../state/review-sitting.ts'
import { sayInterval } from '../../words/format-interval.ts'
import { gradeName } from '../../words/grade-names.ts'
import { stepName } from '../../words/step-names.ts'
import type { Typing } from './use-typing.ts'

export type SheetName = 'more' | 'info' | 'keys'

/** What an action finds before it, and what it can move besides the session. */
export interface ReviewDesk {
  readonly card: SessionCard | null
  readonly side: 'prompt' | 'answer'
  readonly typing: Typing
  readonly route: (path: string) => void
  readonly openSource: (() => void) | null
  readonly sheet: SheetName | null
  readonly openSheet: (name: SheetName) => void
  readonly closeSheet: () => void
  readonly edit: () => void
  readonly guard: Guard
  /** When a card was flagged, while its reason may still be said. */
  readonly flaggedAt: { current: number | null }
}

type Plain = Exclude<ReviewAction['kind'], 'grade'>

/** What each action does; a grade comes with its number and stands by itself. */
export const reviewActions: Readonly<Record<Plain, (desk: ReviewDesk, trigger: string) => void>> = {
  reveal: (desk, trigger) => turnCard(desk, trigger),
  // Esc closes a sheet that is still loading.
  leave: (desk) => (desk.sheet === null ? leave(desk) : desk.closeSheet()),
  undo: () => undo(),
  redo: () => {
    const step = sitting.redo()
    if (step !== null) announce(`Redid ${stepName(step)}.`)
  },
  bury: () => {
    sitting.bury()
    sayQuietly('Buried until tomorrow.', undoLine)
  },
  suspend: () => {
    sitting.suspend()
    sayQuietly('Suspended until you say otherwise.', undoLine)
  },
  flag: (desk) => flag(desk),
  edit: (desk) => desk.edit(),
  source: (desk) => desk.openSource?.(),
  type: ({ typing }) => typing.fieldRef.current?.focus(),
  right: ({ typing }) => {
    typing.sayRight()
    if (typing.check !== null) announce('Taken as right from now on.')
  },
  info: (desk) => desk.openSheet('info'),
  more: (desk) => desk.openSheet('more'),
  keys: (desk) => desk.openSheet('keys'),
}

/** Turns the card, judging what was typed; `gaveUp` when the field was sent empty. */
export function turnCard({ side, guard, typing }: ReviewDesk, trigger: string, gaveUp = false): void {
  if (side === 'answer' || guard.blocks(trigger, ticks())) return
  guard.note(trigger, ticks())
  const check = typing.judge(gaveUp)
  sitting.reveal()
  announce(typing.inWords(check))
}

/** Grades the card, unless the press is the one that turned it. */
export function gradeCard({ side, guard, card, typing }: ReviewDesk, grade: Grade, trigger: string): void {
  if (side === 'prompt' || guard.blocks(trigger, ticks())) return
  guard.note(trigger, ticks())
  const preview = sitting.grade(grade, typing.check?.form)
  const held = sitting.held.value
  if (preview === null || held === null) return
  clearLine()
  const next = preview.drill ? 'again today' : `next ${sayInterval(preview.intervalDays)}`
  const when = card?.practice === true ? 'practice' : next
  announce(`${gradeName(grade)}, ${when}. ${cardsLeft(held.session)} left.`)
}

/** Leaves the page: for the summary once something was answered. */
export function leave({ route }: ReviewDesk): void {
  const answered = sitting.held.value?.session.past.some((step) => step.kind === 'answered') ?? false
  if (!answered) sitting.close()
  route(answered ? paths.reviewDone : paths.today)
}

/** Says why the card was flagged, by the number of the reason. */
export function nameFlag({ flaggedAt }: ReviewDesk, number: number): void {
  flaggedAt.current = null
  const reason = flagReasons[number - 1]
  if (reason === undefined) return
  sitting.nameFlag(reason)
  sayQuietly(`Flagged: ${flagWords(reason)}.`, undoLine)
}

function flag(desk: ReviewDesk): void {
  sitting.flag()
  desk.flaggedAt.current = ticks()
  const reasons = flagReasons.map((reason, i) => ({
    name: `${cap(`flag.reason${i + 1}`)} ${flagWords(reason)}`,
    run: () => nameFlag(desk, i + 1),
  }))
  sayQuietly('Flagged. Why?', ...reasons, undoLine)
  announce(`Flagged. Why? ${reasons.map(({ name }) => name).join(', ')}.`)
}

function undo(): void {
  const step = sitting.undo()
  if (step === null) return
  clearLine()
  announce(`Undid ${stepName(step)}.`)
}

const undoLine = { name: 'Undo', run: undo }

/** The key of an action as the learner has it now. */
function cap(action: string): string {
  return keyOf(action, chosenKeys.value).toUpperCase()
}
