import { atSpaces, capitalise, wordCount } from '../basics/text.ts'
import { splitTopLevel } from '../english/enumeration.ts'
import { isNounToo } from '../english/imperative.ts'
import { isPlural } from '../english/nouns.ts'
import { numberNames } from '../english/number-names.ts'
import { firstWord, trimEnd, withoutAsides } from '../english/phrase.ts'
import { withoutProject } from '../fact/read/subject.ts'
import { isPlainWord, lowerTitle } from '../english/title-case.ts'
import { baseVerb, gerundBase, thirdPersonBase } from '../english/verbs.ts'

/** Answers longer than this are shortened where grammar allows. */
export const longestAnswer = 20

/** Larger numbers are written in figures. */
const largestInWords = 10

/** "three" for 3. */
export function numberWord(count: number): string {
  const name = count <= largestInWords ? numberNames[count] : undefined
  return name ?? String(count)
}

/** "is" or "are" for a term. */
export const be = (term: string): string => (isPlural(term) ? 'are' : 'is')
/** "does" or "do" for a term. */
export const does = (term: string): string => (isPlural(term) ? 'do' : 'does')

/** An answer as it stands on a card: no final dot, a capital letter, cut at a clause when it is too long. */
export function answer(text: string): string {
  const whole = withoutProject(trimEnd(text))
  if (wordCount(whole) <= longestAnswer) return capitalise(whole)
  const bare = trimEnd(withoutAsides(whole))
  if (wordCount(bare) <= longestAnswer) return capitalise(bare)
  const cut = cutClauses(bare)
  return capitalise(wordCount(cut) <= longestAnswer ? cut : cutPurpose(cut))
}

/** The deed without what it was done for, when the whole would be too long to recall. */
function cutPurpose(text: string): string {
  if (text.length > 400) return text
  const at = text.search(/\s(?:in order )?to \p{Ll}+\s(?!.*\sto \p{Ll}+\s)/u)
  const deed = trimEnd(text.slice(0, Math.max(0, at)))
  const verb = /\sto (\p{Ll}+)\s/u.exec(text.slice(Math.max(0, at)))?.[1] ?? ''
  // "Is intended to replace": without its infinitive the verb says nothing.
  const wantsIt =
    /(?:\p{L}ed|able|about|going|how|likely|made|order|ready|way)$/u.test(deed) ||
    /\b(?:ability|attempt|capacity|decision|desire|duty|effort|failure|obligation|power|right|tendency|willingness)\b/.test(
      deed,
    )
  const leansOnIt = /\s(?:that|which|who) (?:\p{L}+ly )?\p{Ll}+$/u.test(deed)
  return at > 0 && !leansOnIt && baseVerb(verb) !== undefined && wordCount(deed) >= 5 && !wantsIt
    ? deed
    : text
}

function cutClauses(text: string): string {
  const pieces = splitTopLevel(text)
  if (endsInStep(pieces)) return text
  let out = ''
  let read = ''
  let enumerating = false
  for (const [i, piece] of pieces.entries()) {
    read = i === 0 ? piece : `${read}, ${piece}`
    if (wordCount(read) > longestAnswer) break
    if (isOpen(read)) continue
    out = read
    enumerating = i > 0
  }
  if (out === '' || wordCount(out) < 4) return text
  // Of "the nature, quality or wrongfulness" every part counts: half of it would be another rule.
  const left = pieces.slice(splitTopLevel(out).length)
  if (left.some((piece) => /^(?:and|or)\s/.test(piece)) && wordCount(text) <= longestWhole) return text
  const lists = left.every((piece) => wordCount(piece) <= 5)
  const cut =
    enumerating && lists && !/,\s+(?:and|or)\s/.test(out) && pieces.length > 2
      ? out.replace(/,\s+([^,]+)$/, ' and $1')
      : out
  return trimEnd(cut)
}

/** "Allows you to collect", "ensuring that if one drive fails": its object, or its main clause, is still to come. */
const isOpen = (text: string): boolean =>
  baseVerb(/\sto (\p{Ll}+)$/u.exec(text)?.[1] ?? '') !== undefined ||
  /\bthat (?:after|because|even if|if|once|unless|when|whenever|while)\s[^,]*$/.test(text)

/** A list that goes on is kept whole up to here. */
const longestWhole = 34

/** "Sort it, let it dry, and bring it back": without the last step another thing is said. */
function endsInStep(pieces: readonly string[]): boolean {
  const last = /^(?:and|or)\s+(?:then\s+)?(\p{Ll}+)\s/u.exec(pieces.at(-1) ?? '')?.[1] ?? ''
  const base = baseVerb(last) === last ? last : thirdPersonBase(last)
  return base !== undefined && base !== '' && !isNounToo(base)
}

/** A phrase in the middle of a sentence: a capital that only stood for its beginning goes. */
export function inner(text: string): string {
  const first = firstWord(text)
  if (text.startsWith('`') || !/^\p{Lu}/u.test(first)) return text
  if (titleCase(text)) {
    const small = lowerTitle(text)
    return small === text && gerundBase(first) !== undefined ? lowerStart(text) : small
  }
  return isCommonStart(text, first) ? lowerStart(text) : text
}

const lowerStart = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** True for a first word that is no name: "Caching", "Slow", "Queries". */
const isCommonStart = (text: string, first: string): boolean =>
  /^\p{Lu}[\p{Ll}-]+$/u.test(first) &&
  (isPlainWord(first) ||
    commonEnding.test(first) ||
    (first.endsWith('s') && isPlural(first) && wordCount(text) > 1) ||
    commonStart.test(first))

const commonEnding =
  /(?:tion|sion|ing|ment|ity|ance|ence|ed|ive|able|ible|ful|less|ous|ary|ness|ure|age|ency|ancy|ar|ional|ial|ical|ual)s?$/i

const commonStart =
  /^(?:The|A|An|Certain|Some|Many|Several|All|Each|No|Both|Frequent|One|Users|Developers|Backend|Frontend|Slow|Manual|Early|Large|Complex|Different|Main|Key|Common|High|Low|Poor|Long|Long-running|Inconsistent|Frequent|Initial|Multiple|Good|Bad|New|Old|Big|Small|Real|User|Data|Database|Application|Server|Client|Memory|Network|State|Type|Code|Query|Type|Global|Local|Public|Private|Cross-browser|Cross-platform|Learning|Inefficient|Insufficient|Lack|Difficulty|Difficulties|Environment|Background|Performance|Race|Circular|Merge|Dependency|Time|Third-party|Unclear|Unexpected|High-level|Low-level|In-memory|Virtual|Message|Security|Web|Software|System|Test|Unit|File|Image)$/

/** "Database Performance Bottlenecks" is in title case, "Docker builds were failing" is not. */
function titleCase(text: string): boolean {
  const parts = atSpaces(text).filter((word) => word.length > 3)
  return parts.length >= 2 && parts.every((word) => /^[\p{Lu}\d`(]/u.test(word))
}
