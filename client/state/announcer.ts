import { signal } from '@preact/signals'

/** What the one polite live region says. */
export const announcement = signal('')

/** Says `sentence` to people who listen. The same words twice are still two messages. */
export function announce(sentence: string): void {
  announcement.value = announcement.value === sentence ? `${sentence}\u00A0` : sentence
}
