import { flagReasons } from '../../shared/card/card-flags.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'

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
export interface KeyPress {
  readonly key: string
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

export interface ReviewKeyPress extends KeyPress {
  readonly shiftKey?: boolean
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
export function reviewAction(
  press: ReviewKeyPress,
  context: KeyContext,
): ReviewAction | FlagReasonGiven | null {
  if (press.repeat || press.isComposing || press.altKey) return null
  const letter = press.key.toLowerCase()
  if (press.ctrlKey || press.metaKey) {
    if (letter === 'z') return { kind: press.shiftKey === true ? 'redo' : 'undo' }
    return letter === 'y' ? { kind: 'redo' } : null
  }
  if (press.key === 'Escape') return { kind: 'leave' }
  if (press.key === ' ' || press.key === 'Enter') {
    return context.side === 'prompt' ? { kind: 'reveal' } : { kind: 'grade', grade: context.suggested }
  }
  return context.singleKeys ? singleKeyAction(letter, context) : null
}

/** The key of an action, as the learner chose it or as it comes: what is numbered comes with its number. */
export function keyOf(action: string, chosen?: Readonly<Record<string, string>>): string {
  return chosen?.[action] ?? (singleKeyActions as Record<string, string>)[action] ?? action.replace(/\D+/, '')
}

/** What would give the answer away, or needs it, waits until the card is turned. */
const answerOnly: readonly SingleKeyAction[] = ['source', 'right']

function singleKeyAction(letter: string, context: KeyContext): ReturnType<typeof reviewAction> {
  const { side, grades, namesFlag, chosen } = context
  const isFor = (action: string) => keyOf(action, chosen) === letter
  const number = namesFlag ? flagReasons.findIndex((_, i) => isFor(`flag.reason${i + 1}`)) + 1 : 0
  if (number > 0) return { kind: 'reason', number }
  const grade = side === 'answer' ? grades.find((_, i) => isFor(`grade${i + 1}`)) : undefined
  if (grade !== undefined) return { kind: 'grade', grade }
  const kind = (Object.keys(singleKeyActions) as SingleKeyAction[]).find(isFor)
  if (kind === undefined || (side === 'prompt' && answerOnly.includes(kind))) return null
  return kind === 'type' && side === 'answer' ? null : { kind }
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
