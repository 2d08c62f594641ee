import { remembering } from '../basics/text.ts'
import { endsOpen } from '../english/open-ending.ts'

/** Pictures and signs with what is joined to them: variation selectors, skin tones, tags, keycaps. */
const emojiRun =
  /(?:(?:[0-9#*]\uFE0F?\u20E3|[\u{1F000}-\u{1FAFF}\u2600-\u27BF\u2B00-\u2BFF\u231A\u231B\u23E9-\u23FF])(?:\uFE0E|\uFE0F|\u200D|\u20E3|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])*\s*)+/gu
const anyEmoji = /[\u{1F000}-\u{1FAFF}\u2600-\u27BF\u2B00-\u2BFF\u231A\u231B\u23E9-\u23FF]|\u20E3|\uFE0F/u

/**
 * Removes emoji that decorate: at the beginning of a text, behind its end, between words that need none. A sign that
 * stands where a word would stand is one: "What does ♯ do?", "written ♥.", a text that is nothing else.
 */
export function stripEmoji(text: string): string {
  if (!anyEmoji.test(text)) return text.replace(/ {2,}/g, ' ').trim()
  // What stands in code is code.
  const bare = text.replace(/`[^`]*`/g, (code) => 'x'.repeat(code.length))
  return text
    .replace(emojiRun, (run, at: number) => {
      const decorates =
        bare.startsWith(run, at) && !isWord(bare.slice(0, at), run.trim(), bare.slice(at + run.length))
      return decorates ? gone : run
    })
    .replace(/\s*\uFDD1(?=[.?!,;])/g, '')
    .replaceAll(gone, ' ')
    .replaceAll('\uFE0F', '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Stands for a picture that was taken out. */
const gone = '\uFDD1'

/** A sign of a script, of music, chess or cards: no picture. */
const isSymbol = (run: string): boolean =>
  /^[\u2600-\u26FF]$/u.test(run) && !/\p{Emoji_Presentation}|[\u2605\u2606]/u.test(run)

function isWord(before: string, run: string, after: string): boolean {
  const [head, tail] = [before.trim(), after.trim()]
  if (head === '' && tail === '') return true
  // The text of a label.
  if (tail === '' && /(?:[:：=→|]|\s[–—-]|[-=]>)$/.test(head)) return true
  if (/[([“"'‘«]$/.test(before) && /^[)\]”"'’»]/.test(after)) return true
  if (head === '')
    return /^(?:::?|[：=→|]|[–—-]\s|[-=]>)/.test(tail) || (isSymbol(run) && /^\p{Ll}/u.test(tail))
  const ends = tail === '' || /^[.?!,;:]/.test(tail)
  if (isSymbol(run)) return !ends || /[\p{L}\p{N}]$/u.test(head)
  return endsOpen(head) || (!ends && /^(?:is|are|was|were|means?|stands?|does|marks?|says?)\b/.test(tail))
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

/**
 * Typographic variants that only look different are written one way: no-break hyphens and spaces, zero-width signs. The
 * zero-width non-joiner stays: it spells words of Persian and other scripts.
 */
export function plainSigns(text: string): string {
  return text
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00A0\u2007\u202F\u205F\u2009]/g, ' ')
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
}
