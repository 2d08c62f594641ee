import { flagReasons } from '../../shared/card/card-flags.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { type KeyOfBoard, namesOf, writesSign } from './key-names.ts'

/** What a single key can do in a review besides grading, with the key it has until the learner chooses another. */
export const singleKeyActions = {
  undo: 'z',
  redo: 'y',
  edit: 'e',
  flag: 'f',
  bury: '-',
  suspend: '@',
  type: 't',
  right: 'a',
  source: 'o',
  info: 'i',
  more: 'm',
  keys: '?',
} as const
export type SingleKeyAction = keyof typeof singleKeyActions

/** The name of an action whose key can be chosen: a grade by its place in the bar, a reason for a flag by its number. */
export type ReviewKeyName =
  SingleKeyAction | `grade${1 | 2 | 3 | 4 | 5 | 6}` | `flag.reason${1 | 2 | 3 | 4 | 5}`

export type ReviewAction =
  | { readonly kind: 'reveal' }
  | { readonly kind: 'grade'; readonly grade: Grade }
  | { readonly kind: 'leave' }
  | { readonly kind: SingleKeyAction }

/** What counts of a press of a key. */
export interface KeyPress extends KeyOfBoard {
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

export interface KeyContext {
  readonly side: 'prompt' | 'answer'
  /** The grades on offer, in the order of the digits. */
  readonly grades: readonly Grade[]
  readonly suggested: Grade
  /** Whether single letters and digits act at all. */
  readonly singleKeys: boolean
  /** Whether a card was flagged a moment ago, so that a key may say why. */
  readonly namesFlag: boolean
  /** Keys the learner chose, by the name of the action. */
  readonly chosen?: Readonly<Record<string, string>>
}

/** Why a card is flagged, by the number of the reason. */
export interface FlagReasonGiven {
  readonly kind: 'reason'
  readonly number: number
}

/** What a key means in a review, or null. Holding a key down never does anything. */
export function reviewAction(press: KeyPress, context: KeyContext): ReviewAction | FlagReasonGiven | null {
  const names = namesOf(press)
  const isSign = writesSign(press)
  if (press.repeat || (press.altKey && !isSign)) return null
  if ((press.ctrlKey || press.metaKey) && !isSign) {
    if (names.includes('z')) return { kind: press.shiftKey === true ? 'redo' : 'undo' }
    return names.includes('y') ? { kind: 'redo' } : null
  }
  if (press.key === 'Escape') return { kind: 'leave' }
  if (press.key === ' ' || press.key === 'Enter') {
    return context.side === 'prompt' ? { kind: 'reveal' } : { kind: 'grade', grade: context.suggested }
  }
  if (!context.singleKeys) return null
  // The first name that means anything decides, also where that has to wait: the key of the sixth grade never buries.
  for (const name of names) {
    const action = singleKeyAction(name, context)
    if (action !== undefined) return action
  }
  return null
}

/** The key of an action, as the learner chose it or as it comes: what is numbered comes with its number. */
export function keyOf(action: string, chosen?: Readonly<Record<string, string>>): string {
  return chosen?.[action] ?? (singleKeyActions as Record<string, string>)[action] ?? action.replace(/\D+/, '')
}

/** What would give the answer away, or needs it, waits until the card is turned. */
const answerOnly: readonly SingleKeyAction[] = ['source', 'right']
const promptOnly: readonly SingleKeyAction[] = ['type']

/** What the key of a name does now: null when nothing yet, undefined when it is the key of nothing. */
function singleKeyAction(
  name: string,
  context: KeyContext,
): ReviewAction | FlagReasonGiven | null | undefined {
  const { side, grades, namesFlag, chosen } = context
  const isFor = (action: string) => keyOf(action, chosen) === name
  const number = namesFlag ? flagReasons.findIndex((_, i) => isFor(`flag.reason${i + 1}`)) + 1 : 0
  if (number > 0) return { kind: 'reason', number }
  const grade = grades.find((_, i) => isFor(`grade${i + 1}`))
  if (grade !== undefined) return side === 'answer' ? { kind: 'grade', grade } : null
  const kind = (Object.keys(singleKeyActions) as SingleKeyAction[]).find(isFor)
  if (kind === undefined) return undefined
  return (side === 'prompt' ? answerOnly : promptOnly).includes(kind) ? null : { kind }
}

export const keyGuardMs = 150
export const touchGuardMs = 200

export interface Guard {
  /** Remembers what turned the card over, or graded it. */
  readonly note: (trigger: string, at: number) => void
  /** Whether `trigger` is the one that acted a moment ago: a double press, not another word. */
  readonly blocks: (trigger: string, at: number) => boolean
}

export function createGuard(): Guard {
  let last: { readonly trigger: string; readonly at: number } | null = null
  return {
    note: (trigger, at) => {
      last = { trigger, at }
    },
    blocks: (trigger, at) =>
      last !== null &&
      last.trigger === trigger &&
      at - last.at < (trigger === 'pointer' ? touchGuardMs : keyGuardMs),
  }
}
