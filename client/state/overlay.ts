import { signal } from '@preact/signals'

/** What may lie over a page: the palette, the sheet of its keys, a card that is being written, or the drafting of cards. */
export type Overlay = 'palette' | 'keys' | 'card' | 'drafting'

/** What lies over the page; null for nothing. */
export const overlay = signal<Overlay | null>(null)
