import type { Grade } from '../../shared/schedule/review-event.ts'

export type ReviewAction =
  | { readonly kind: 'reveal' }
  | { readonly kind: 'grade'; readonly grade: Grade }
  | { readonly kind: 'undo' }
  | { readonly kind: 'source' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'keys' }

export interface KeyPress {
  readonly key: string
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

export interface KeyContext {
  readonly side: 'prompt' | 'answer'
  /** The grades on offer, in the order of the digits. */
  readonly grades: readonly Grade[]
  readonly suggested: Grade
  /** Whether single letters and digits act at all. */
  readonly singleKeys: boolean
}

/** What a key means in a review, or null. Holding a key down never does anything. */
export function reviewAction(press: KeyPress, context: KeyContext): ReviewAction | null {
  if (press.repeat || press.isComposing || press.altKey) return null
  const letter = press.key.toLowerCase()
  if (press.ctrlKey || press.metaKey) return letter === 'z' ? { kind: 'undo' } : null
  if (press.key === 'Escape') return { kind: 'leave' }
  if (press.key === ' ' || press.key === 'Enter') {
    return context.side === 'prompt' ? { kind: 'reveal' } : { kind: 'grade', grade: context.suggested }
  }
  return context.singleKeys ? singleKeyAction(letter, context) : null
}

function singleKeyAction(letter: string, { side, grades }: KeyContext): ReviewAction | null {
  if (letter === 'z') return { kind: 'undo' }
  if (letter === 'o') return side === 'answer' ? { kind: 'source' } : null
  if (letter === '?') return { kind: 'keys' }
  const grade = side === 'answer' && /^[1-9]$/.test(letter) ? grades[Number(letter) - 1] : undefined
  return grade === undefined ? null : { kind: 'grade', grade }
}

export const keyGuardMs = 150
export const touchGuardMs = 200

export interface Guard {
  /** Remembers what turned the card over. */
  readonly note: (trigger: string, at: number) => void
  /** Whether `trigger` is the one that turned the card over a moment ago: a double press, not a verdict. */
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
