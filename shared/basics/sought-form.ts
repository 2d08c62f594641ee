import { withoutAccents } from './without-accents.ts'

/** A name as it is compared with what was typed: however its letters are put together, and without accents where allowed. */
export function soughtForm(text: string, freeAccents: boolean): string {
  return freeAccents ? withoutAccents(text) : text.normalize('NFC').toLowerCase()
}
