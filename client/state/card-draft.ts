import { signal } from '@preact/signals'
import type { NewCard } from '../../shared/api/cards.ts'
import { overlay } from './overlay.ts'

/** What the sheet for a card of one's own opens with. */
export const cardDraft = signal<NewCard>({ question: '', answer: '' })

/** Opens the sheet for a card, empty or with words from a note as its answer. */
export function openCardSheet(draft: Partial<NewCard> = {}): void {
  cardDraft.value = { question: '', answer: '', ...draft }
  overlay.value = 'card'
}

/** The words that are selected on the page, with the line of the note they stand in where the page tells it. */
export function selectedWords(): Partial<NewCard> {
  const selection = getSelection()
  const answer = selection?.toString().trim() ?? ''
  if (selection === null || answer === '') return {}
  const node = selection.anchorNode
  const element = node instanceof Element ? node : node?.parentElement
  const line = Number(element?.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? 0)
  const noteId = element?.closest<HTMLElement>('[data-note]')?.dataset['note']
  return noteId === undefined || line < 1 ? { answer } : { answer, from: { noteId, line } }
}
