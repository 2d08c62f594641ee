import { remembering } from '../basics/text.ts'
const emoji =
  /[\u{1F000}-\u{1FAFF}\u2600-\u27BF\u2B00-\u2BFF\u231A\u231B\u23E9-\u23FF\u{E0020}-\u{E007F}]|\u20E3|\uFE0E|\uFE0F|\u200D/gu

/** Removes emoji with their variation selectors, joiners, skin tones and keycaps ("1️⃣" loses its digit too). */
export function stripEmoji(text: string): string {
  return text
    .replace(/[0-9#*]\uFE0F?\u20E3/g, '')
    .replace(emoji, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const numbering =
  /^(?:(?:challenge|week|day|chapter|part|lesson|module|step|section|phase|problem|issue|milestone|task|topic|unit|guide|lecture|q)\s*#?\d+(?:\.\d+)*\s*(?:[:.)–—-]+\s*|$)|\(?\d{1,3}(?:\.\d{1,3})*[.):]\s+|\d{1,2}(?:\.\d{1,2})+\s+|\d{1,2}\s*[-–—]\s+|[a-zA-Z][.)]\s+|(?:[ivx]{1,5}|[IVX]{1,5})[.)]\s+)/i

/** Every numbering has a digit, or a few letters before a full stop or bracket. */
const mayBeNumbered = /\d|^[a-z]{1,5}[.)]/i

/** Removes the number that is local to a document: "2.", "1.3", "Challenge 2:", "Week 3 –". */
export function stripNumbering(text: string): string {
  if (!mayBeNumbered.test(text)) return text.trim()
  const bare = text.replace(numbering, '').trim()
  return bare === '' ? text.trim() : bare
}

/** What is longer is no heading, whatever its marks say. */
const longestHeading = 300

/** A heading as a reader would say it: no emoji, no numbering, no closing colon or anchors. */
export const cleanHeading = remembering((text): string => {
  return stripNumbering(stripEmoji(text.slice(0, longestHeading)))
    .replace(/\s*\{#[^}]*\}\s*$/, '')
    .replace(/[\s:：]+$/, '')
    .replace(/^[\s:–—-]+/, '')
    .trim()
})

/** Typographic variants that only look different are written one way: no-break hyphens and spaces, zero-width signs. */
export function plainSigns(text: string): string {
  return text
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00A0\u2007\u202F\u205F\u2009]/g, ' ')
    .replace(/[\u200B\u200C\u2060\uFEFF\u00AD]/g, '')
}
