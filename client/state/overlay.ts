import { signal } from '@preact/signals'

/** What lies over the page: the palette, the sheet of its keys, or nothing. */
export const overlay = signal<'palette' | 'keys' | null>(null)
