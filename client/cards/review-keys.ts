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

export type ReviewAction =
  | { readonly kind: 'reveal' }
  | { readonly kind: 'grade'; readonly grade: Grade }
  | { readonly kind: 'leave' }
  | { readonly kind: SingleKeyAction }

export interface KeyPress {
  readonly key: string
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey?: boolean
  readonly isComposing: boolean
}

export interface KeyContext {
  readonly side: 'prompt' | 'answer'
  /** The grades on offer, in the order of the digits. */
  readonly grades: readonly Grade[]
  readonly suggested: Grade
  /** Whether single letters and digits act at all. */
  readonly singleKeys: boolean
  /** Keys the learner chose, by the name of the action; grades are `grade1`, `grade2` … */
  readonly chosen?: Readonly<Record<string, string>>
}

/** What a key means in a review, or null. Holding a key down never does anything. */
export function reviewAction(press: KeyPress, context: KeyContext): ReviewAction | null {
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

/** The key of an action, as the learner chose it or as it comes. */
export function keyOf(action: string, chosen: Readonly<Record<string, string>> = {}): string {
  return chosen[action] ?? (singleKeyActions as Record<string, string>)[action] ?? action.replace('grade', '')
}

/** What would give the answer away, or needs it, waits until the card is turned. */
const answerOnly: ReadonlySet<SingleKeyAction> = new Set(['source', 'right'])

function singleKeyAction(letter: string, { side, grades, chosen = {} }: KeyContext): ReviewAction | null {
  if (side === 'answer') {
    const grade = grades.find((_, i) => keyOf(`grade${i + 1}`, chosen) === letter)
    if (grade !== undefined) return { kind: 'grade', grade }
  }
  const actions = Object.keys(singleKeyActions) as SingleKeyAction[]
  const kind = actions.find((action) => keyOf(action, chosen) === letter)
  if (kind === undefined || (side === 'prompt' && answerOnly.has(kind))) return null
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
