import { signal } from '@preact/signals'

/** What lies over the page: the palette, the sheet of its keys, a card that is being written, or nothing. */
export const overlay = signal<'palette' | 'keys' | 'card' | null>(null)
