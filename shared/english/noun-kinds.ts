import { upTo, wordCount } from '../basics/text.ts'
import { isActivity, isPlural } from './nouns.ts'
import { firstWord } from './phrase.ts'

/** "API documentation: Swagger for API documentation" says its term again. */
export function circular(term: string, text: string): boolean {
  return (
    wordCount(term) >= 2 &&
    text.toLowerCase().includes(term.toLowerCase()) &&
    !/\b(?:that|which)\b/.test(text)
  )
}

/** What one reads up on, not a part of the matter. */
export const studied =
  /^(?:advanced|basic|core|general|key)\s|\b(?:basics|best practices|concepts|fundamentals|principles)$|\sused\s|^(?:understanding|learning)\b/i
/** Terms that only say how deep one looked. */
export const vagueTopic = /\b(?:basics|fundamentals|overview|usage)$/i

/** A proper name, or code, before what it is good for: "Redis for performance". */
export const names = /^(?:`[^`]+`|\p{Lu}\p{L}*)(?:\s*[/+&,]\s*(?:`[^`]+`|\p{Lu}\p{L}*))*\s(?:for|with)\s/u

/** Aims of any system: a note tells what was done for them, not what they are. */
export const quality =
  /^(?:code quality|deployment|documentation|efficiency|flexibility|functionality|maintainability|performance|quality|reliability|scalability|security|teamwork|testing|usability|user experience)$/i

/** What a tool does, named as an activity: "containerization", "request routing". */
export const service =
  /^(?:authentication|authorization|automation|bundling|caching|containerization|deployment|development|documentation|formatting|hosting|integration|linting|management|messaging|monitoring|optimization|orchestration|processing|provisioning|rendering|routing|scheduling|serialization|streaming|styling|testing|validation|virtualization|visualization)$/i

/** "Containerization platform ensuring …" is a platform. */
export const actedBy = (head: string): string =>
  upTo(head, /\s(?:allowing|enabling|ensuring|making|offering|providing|supporting|using)\s/)

/** A single name that is no activity itself: a tool, a library, a format. */
export const isTool = (term: string): boolean =>
  term
    .split(/\s+(?:\+|&|and)\s+/)
    .every((name) => !name.includes(' ') && /^[`\p{Lu}]/u.test(name) && !isActivity(name) && !isPlural(name))

/** "Readable, maintainable source text", "correctness and consistency": one thing with qualities, no list of topics. */
export function joinsQualities(head: string): boolean {
  const first = firstWord(head)
  if (!/^(?:,|\s+and\s)/.test(head.slice(first.length))) return false
  return /(?:able|ible|ful|less|ous|ic|ive|ness|cy|ity)$/.test(first)
}

/** Names of ways to work: what they are about is what one does. */
export const wayOfWorking =
  /\b(?:approach|contracts?|methods?|methodology|patterns?|principles?|techniques?|fixtures|testing)$/i

/** Deeds that any activity shares: they tell what was worked on, not what the activity is. */
export const sharedDeed =
  /^(?:achieving|adopting|applying|building|creating|delivering|designing|developing|doing|ensuring|enhancing|exploring|focusing|following|implementing|improving|integrating|learning|leveraging|maintaining|making|managing|mastering|optimizing|planning|practicing|promoting|understanding|using|utilizing|working)\s/i
