import { useRef, useState } from 'preact/hooks'
import { flagReasons } from '../../../shared/card/card-flags.ts'
import type { CardReply } from '../../../shared/api/cards.ts'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { type SessionCard, cardsLeft } from '../../../shared/session/session.ts'
import { flagWords } from '../../../shared/card/flag-words.ts'
import { sayInterval } from '../../words/format-interval.ts'
import { gradeName } from '../../words/grade-names.ts'
import { type ReviewAction, type SingleKeyAction, createGuard, keyOf } from '../../keys/review-keys.ts'
import { stepName } from '../../words/step-names.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { ticks } from '../../state/clock.ts'
import { chosenKeys } from '../../state/device.ts'
import { clearLine, sayQuietly } from '../../state/quiet-line.ts'
import {
  type Sitting,
  buryCard,
  closeSitting,
  flagCard,
  gradeCard,
  holdTimer,
  nameFlag,
  redoStep,
  revealAnswer,
  sitting,
  suspendCard,
  takeFace,
  undoStep,
} from '../../state/session-state.ts'
import type { Typing } from './use-typing.ts'

export type SheetName = 'more' | 'info' | 'keys'

export interface ReviewActions {
  readonly act: (action: ReviewAction, trigger: string) => void
  /** Turns the card, judging what was typed; without a trigger it came from the field. */
  readonly check: (trigger?: string) => void
  readonly leave: () => void
  readonly can: (action: SingleKeyAction) => boolean
  readonly sheet: SheetName | null
  readonly closeSheet: () => void
  readonly isEditing: boolean
  readonly endEdit: (saved: CardReply | null) => void
  readonly openSource: (() => void) | null
  readonly mend: { readonly onEdit: () => void; readonly onBury: () => void }
  /** Whether the next digit says why the card was flagged. */
  readonly isNamingFlag: () => boolean
  readonly nameFlag: (digit: number) => void
}

interface Table {
  readonly held: Sitting | null
  readonly card: SessionCard | null
  readonly face: QueueCard | undefined
  readonly side: 'prompt' | 'answer'
  readonly typing: Typing
  readonly route: (path: string) => void
}

/** Everything the learner can do in a sitting, by key, button or tap. */
export function useReviewActions({ held, card, face, side, typing, route }: Table): ReviewActions {
  const guard = useRef(createGuard())
  const flaggedAt = useRef<number | null>(null)
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [isEditing, setEditing] = useState(false)

  const reveal = (trigger: string, gaveUp = false) => {
    if (side === 'answer' || guard.current.blocks(trigger, ticks())) return
    guard.current.note(trigger, ticks())
    const check = typing.judge(gaveUp)
    revealAnswer()
    announce(typing.inWords(check))
  }
  const grade = (chosen: Grade, trigger: string) => {
    if (side === 'prompt' || guard.current.blocks(trigger, ticks())) return
    guard.current.note(trigger, ticks())
    const preview = gradeCard(chosen)
    if (preview === null || sitting.value === null) return
    clearLine()
    const next = preview.drill ? 'again today' : `next ${sayInterval(preview.intervalDays)}`
    const when = card?.practice === true ? 'practice' : next
    announce(`${gradeName(chosen)}, ${when}. ${cardsLeft(sitting.value.session)} left.`)
  }
  const undo = () => {
    const step = undoStep()
    if (step === null) return
    clearLine()
    announce(`Undid ${stepName(step)}.`)
  }
  const undoLine = { name: 'Undo', run: undo }
  const giveReason = (digit: number) => {
    flaggedAt.current = null
    const reason = flagReasons[digit - 1]
    if (reason === undefined) return
    nameFlag(reason)
    sayQuietly(`Flagged: ${flagWords(reason)}.`, undoLine)
  }
  const flag = () => {
    flagCard()
    flaggedAt.current = ticks()
    const reasons = flagReasons.map((reason, i) => ({
      name: `${cap(`flag.reason${i + 1}`)} ${flagWords(reason)}`,
      run: () => giveReason(i + 1),
    }))
    sayQuietly('Flagged. Why?', ...reasons, undoLine)
    announce(`Flagged. Why? ${reasons.map(({ name }) => name).join(', ')}.`)
  }
  const source = face?.sources?.find((one) => one.noteId !== null)
  const openSource =
    source?.noteId == null ? null : () => route(paths.editNote(source.noteId ?? '', source.lines[0]))
  const busy = (isBusy: boolean) => holdTimer(isBusy)
  const openSheet = (name: SheetName) => {
    busy(true)
    setSheet(name)
  }
  const closeSheet = () => {
    busy(false)
    setSheet(null)
  }
  const edit = () => {
    busy(true)
    setSheet(null)
    setEditing(true)
  }
  const leave = () => {
    const answered = sitting.value?.session.past.some((step) => step.kind === 'answered') ?? false
    if (!answered) closeSitting()
    route(answered ? paths.reviewDone : paths.today)
  }
  const act = (action: ReviewAction, trigger: string) => {
    if (action.kind !== 'flag') flaggedAt.current = null
    // Something else was done in between: the next press of the old key is a new word.
    if (action.kind !== 'reveal' && action.kind !== 'grade') guard.current.note(trigger, ticks())
    switch (action.kind) {
      case 'reveal':
        return reveal(trigger)
      case 'grade':
        return grade(action.grade, trigger)
      case 'leave':
        // A sheet that is still on its way is what Esc means.
        return sheet === null ? leave() : closeSheet()
      case 'undo':
        return undo()
      case 'redo': {
        const step = redoStep()
        return step === null ? undefined : announce(`Redid ${stepName(step)}.`)
      }
      case 'bury':
        buryCard()
        return sayQuietly(`Buried until tomorrow. Undo with ${cap('undo')}.`, undoLine)
      case 'suspend':
        suspendCard()
        return sayQuietly(`Suspended until you say otherwise. Undo with ${cap('undo')}.`, undoLine)
      case 'flag':
        return flag()
      case 'edit':
        return edit()
      case 'source':
        return openSource?.()
      case 'type':
        return typing.fieldRef.current?.focus()
      case 'right':
        typing.sayRight()
        return typing.check === null ? undefined : announce('Taken as right from now on.')
      case 'info':
      case 'more':
      case 'keys':
        return openSheet(action.kind)
    }
  }
  return {
    act,
    check: (trigger) => (trigger === undefined ? reveal('field', true) : reveal(trigger)),
    leave,
    can: (action) => {
      if (action === 'source') return openSource !== null && side === 'answer'
      if (action === 'redo') return (held?.session.future.length ?? 0) > 0
      return action === 'keys' || card !== null
    },
    sheet,
    closeSheet,
    isEditing,
    endEdit: (saved) => {
      if (saved !== null) {
        takeFace(saved)
        sayQuietly('Saved. The card keeps its history.')
      }
      busy(false)
      setEditing(false)
    },
    openSource,
    mend: { onEdit: edit, onBury: () => act({ kind: 'bury' }, 'pointer') },
    isNamingFlag: () => flaggedAt.current !== null && ticks() - flaggedAt.current < 6000,
    nameFlag: giveReason,
  }
}

/** The key of an action as the learner has it now. */
const cap = (action: string) => keyOf(action, chosenKeys.value).toUpperCase()
