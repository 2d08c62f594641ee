import { signal } from '@preact/signals'
import { announce } from './announcer.ts'

export interface QuietAction {
  readonly name: string
  readonly run: () => void
}

/** One line about what was just done, with a way back. */
export interface QuietLine {
  readonly words: string
  /** What its buttons say and do; without one the line only tells. */
  readonly actions: readonly QuietAction[]
}

const shownMs = 6000
let timer: ReturnType<typeof setTimeout> | undefined

export const quietLine = signal<QuietLine | null>(null)

/** Shows a line for six seconds in place of the last one, and says it to people who listen. */
export function sayQuietly(words: string, ...actions: readonly (QuietAction | null)[]): void {
  clearTimeout(timer)
  quietLine.value = { words, actions: actions.filter((action) => action !== null) }
  announce(words)
  timer = setTimeout(clearLine, shownMs)
}

export function clearLine(): void {
  clearTimeout(timer)
  if (quietLine.value !== null) quietLine.value = null
}
