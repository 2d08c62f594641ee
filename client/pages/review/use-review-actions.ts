import { useRef, useState } from 'preact/hooks'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { SessionCard } from '../../../shared/session/session.ts'
import { type ReviewAction, type SingleKeyAction, createGuard } from '../../keys/review-keys.ts'
import { paths } from '../../router.ts'
import { ticks } from '../../state/clock.ts'
import { sitting } from '../../state/review-sitting.ts'
import type { HeldSession } from '../../state/sitting.ts'
import {
  type ReviewDesk,
  type SheetName,
  gradeCard,
  leave,
  nameFlag,
  reviewActions,
  turnCard,
} from './review-action-table.ts'
import type { Typing } from './use-typing.ts'

export interface ReviewActions {
  readonly act: (action: ReviewAction, trigger: string) => void
  /** Turns the card, judging what was typed; without a trigger it came from the field. */
  readonly check: (trigger?: string) => void
  readonly leave: () => void
  readonly can: (action: SingleKeyAction) => boolean
  readonly sheet: SheetName | null
  readonly closeSheet: () => void
  readonly isEditing: boolean
  readonly endEdit: () => void
  readonly openSource: (() => void) | null
  readonly mend: { readonly onEdit: () => void; readonly onBury: () => void }
  /** Whether the next digit says why the card was flagged. */
  readonly isNamingFlag: () => boolean
  readonly nameFlag: (digit: number) => void
}

interface Table {
  readonly held: HeldSession | null
  readonly card: SessionCard | null
  readonly face: QueueCard | undefined
  readonly side: 'prompt' | 'answer'
  readonly typing: Typing
  readonly route: (path: string) => void
}

const namingFlagMs = 6000

/** Everything the learner can do in a review, by key, button or tap. */
export function useReviewActions({ held, card, face, side, typing, route }: Table): ReviewActions {
  const { current: guard } = useRef(createGuard())
  const flaggedAt = useRef<number | null>(null)
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [isEditing, setEditing] = useState(false)

  /** Time spent on something else than the card is not answering time. */
  const show = (opened: SheetName | null, editing: boolean) => {
    sitting.holdTimer('busy', opened !== null || editing)
    setSheet(opened)
    setEditing(editing)
  }
  const openSource = sourceOf(face, route)
  const closeSheet = () => show(null, false)
  const edit = () => show(null, true)
  const desk: ReviewDesk = {
    card,
    side,
    typing,
    route,
    openSource,
    sheet,
    openSheet: (name) => show(name, false),
    closeSheet,
    edit,
    guard,
    flaggedAt,
  }
  const act = (action: ReviewAction, trigger: string) => {
    if (action.kind !== 'flag') flaggedAt.current = null
    if (action.kind === 'grade') return gradeCard(desk, action.grade, trigger)
    // Something else was done in between: the next press of the old key is a new word.
    if (action.kind !== 'reveal') guard.note(trigger, ticks())
    reviewActions[action.kind](desk, trigger)
  }
  return {
    act,
    check: (trigger) => turnCard(desk, trigger ?? 'field', trigger === undefined),
    leave: () => leave(desk),
    can: (action) => {
      if (action === 'source') return openSource !== null && side === 'answer'
      if (action === 'redo') return (held?.session.future.length ?? 0) > 0
      return action === 'keys' || card !== null
    },
    sheet,
    closeSheet,
    isEditing,
    endEdit: () => show(sheet, false),
    openSource,
    mend: { onEdit: edit, onBury: () => act({ kind: 'bury' }, 'pointer') },
    isNamingFlag: () => flaggedAt.current !== null && ticks() - flaggedAt.current < namingFlagMs,
    nameFlag: (digit) => nameFlag(desk, digit),
  }
}

/** Opens the note that the card comes from; null where it comes from none that can be opened. */
function sourceOf(face: QueueCard | undefined, route: (path: string) => void): (() => void) | null {
  const source = face?.sources?.find((one) => one.noteId !== null)
  const noteId = source?.noteId
  return source === undefined || noteId == null ? null : () => route(paths.editNote(noteId, source.lines[0]))
}
