import { signal } from '@preact/signals'
import { overlay } from './overlay.ts'

/** What cards may be drafted of. */
export interface DraftRequest {
  readonly noteId: string
  readonly title: string
  /** How many of its lines gave no card. */
  readonly silent: number
  /** The lines that are selected; null where none are. */
  readonly lines: readonly number[] | null
}

/** What the sheet for drafting was opened for. While a note is drafted it shows how far that is. */
export const draftRequest = signal<DraftRequest | null>(null)

/** What the page that is open offers to draft; null where it has no note, or no model is named. */
export const draftOffer = signal<(() => void) | null>(null)

/** Opens the sheet that shows what would be sent. Nothing is sent yet. */
export function openDrafting(request: DraftRequest): void {
  draftRequest.value = request
  overlay.value = 'drafting'
}

/** The lines of a note that are selected on the page; null where none are. */
export function selectedLines(noteId: string): number[] | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed) return null
  const [from, until] = [lineOf(selection.anchorNode, noteId), lineOf(selection.focusNode, noteId)]
  return from === null || until === null ? null : linesBetween(from, until)
}

/** All lines from one to another, whichever comes first. */
export function linesBetween(one: number, other: number): number[] {
  const first = Math.min(one, other)
  return Array.from({ length: Math.abs(other - one) + 1 }, (_, i) => first + i)
}

function lineOf(node: Node | null, noteId: string): number | null {
  const element = node instanceof Element ? node : node?.parentElement
  const row = element?.closest<HTMLElement>('[data-line]')
  const line = Number(row?.dataset['line'] ?? 0)
  return line > 0 && row?.closest<HTMLElement>('[data-note]')?.dataset['note'] === noteId ? line : null
}
