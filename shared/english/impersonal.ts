import { isAscii, remembering } from '../basics/text.ts'
import { withoutAsides } from './phrase.ts'

const firstPerson =
  /(?<![\p{L}\p{M}\p{N}_])(?:i|i'm|i've|i’m|i’ve|me|my|mine|myself|we|we're|we've|us|our|ours|ourselves)(?![\p{L}\p{M}\p{N}_])/iu

/** The same in plain letters, which need no tables of Unicode. */
const plainFirstPerson = /\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves)\b/i

const holdsFirstPerson = (text: string): boolean =>
  (isAscii(text) ? plainFirstPerson : firstPerson).test(text)

/** True when a text outside code speaks of its author. */
export const isPersonal = remembering((text): boolean => {
  if (!holdsFirstPerson(text)) return false
  if (!/`|\$|I\/O|US|\.me|\bi\.\s?e\b|\p{L} I\b/iu.test(text)) return true
  return holdsFirstPerson(withoutNumerals(text))
})

/**
 * Code, formulas, "i.e.", numbers written as I ("Type I supernovae", "World War I"), the unit behind a number ("10 us"), and
 * names that begin with a country ("us-east", ".us").
 */
const noPerson =
  /(?<=\d[ \u00A0]?)us\b|\bus(?=-\p{Ll})|(?<![\p{L}\p{N}])\.(?:us|me)\b|`[^`]*`|\$[^$\s][^$\n]*\$|\bI\/O\b|\bi\.\s?e\b\.?|(?<=\b(?:act|article|axis|band|book|category|chapter|class|collagen|complex|factor|figure|grade|group|layer|level|nerve|order|part|phase|photosystem|section|stage|table|tier|type|volume|war))\s+I\b(?!['’])|(?<=\p{Ll}\s)I(?=\s*(?:$|[,;:.)\n]|(?:and|or)\s))/giu

/** The text without code, formulas and numbers, in which I is no author. */
export const withoutNumerals = (text: string): string => text.replace(noPerson, ' ').replace(/\bUS\b/g, ' ')

const authorsRemark =
  /\s+(?:that\s+)?(?:I|we)\s+(?:found|liked|like|used|use|learned|learnt|discovered|love|enjoyed)(?:\s+(?:most|useful|helpful|interesting))?\s*(?=[:.,]|$)/gi
const authorsWork =
  /\b(?:in|for|throughout|across|during)\s+(?:my|our)\s+(?:\p{L}+\s+){0,3}(?:projects?|apps?|applications?|work|journey|team|code)\b/giu

/** The text without its author: personal asides and remarks go; undefined when the sentence itself is personal. */
export const impersonal = remembering((text): string | undefined => {
  if (!isPersonal(text)) return text
  const unremarked = withoutAsides(text).replace(authorsRemark, '')
  const unowned = /\b(?:my|our)\s/i.test(unremarked)
    ? unremarked.replace(authorsWork, '').replace(/\b(?:my|our)\s+(?=\p{L})/giu, '')
    : unremarked
  const bare = unowned.replace(/\s{2,}/g, ' ').trim()
  return isPersonal(bare) || bare === '' ? undefined : bare
})
