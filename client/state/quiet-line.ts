import { signal } from '@preact/signals'
import { announce } from './announcer.ts'

/** One line about what was just done, with a way back. */
export interface QuietLine {
  readonly words: string
  /** What its button says and does; without one the line only tells. */
  readonly action: { readonly name: string; readonly run: () => void } | null
}

const shownMs = 6000
let timer: ReturnType<typeof setTimeout> | undefined

export const quietLine = signal<QuietLine | null>(null)

/** Shows a line for six seconds in place of the last one, and says it to people who listen. */
export function sayQuietly(words: string, action: QuietLine['action'] = null): void {
  clearTimeout(timer)
  quietLine.value = { words, action }
  announce(words)
  timer = setTimeout(clearLine, shownMs)
}

export function clearLine(): void {
  clearTimeout(timer)
  if (quietLine.value !== null) quietLine.value = null
}
