/** Words that carry no meaning of their own: they never decide whether two texts say the same. */
const functionWords = new Set(
  (
    'a an the of to in and or for is are was were be been being do does did with on at by from as that which who whom ' +
    'it its they them their there this these those what how why when where can could must should would may might will ' +
    'shall not no nor so than then too very just also into onto over under up down out off per via your you i my we our us ' +
    'has have had if while during each every any all some such own same other more most both either between among within ' +
    'about above after before again against because but through until upon use used uses using'
  ).split(' '),
)

/** A table of words, written as running text. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** True for an English word that only holds a sentence together. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word.toLowerCase())
}

/**
 * A pure function of a text that keeps its latest answers: rules ask the same of one text again and again.
 * Every text has one of `places` in a table (a power of two) and takes it from the text before it; long texts have
 * none. So memory stays small whatever is read, and nothing is ever grown, moved or cleared, as a `Map` would be.
 */
export function remembering<Answer>(ask: (text: string) => Answer, places = 2048): (text: string) => Answer {
  const texts: (string | undefined)[] = Array.from({ length: places })
  const answers: (Answer | undefined)[] = Array.from({ length: places })
  return (text) => {
    const { length } = text
    if (length > longestRemembered) return ask(text)
    const place = placeOf(text, length) & (places - 1)
    if (texts[place] === text) return answers[place] as Answer
    const answer = ask(text)
    texts[place] = text
    answers[place] = answer
    return answer
  }
}

const longestRemembered = 1000

/** A number that most texts of a note have for themselves, from a few of their letters. */
function placeOf(text: string, length: number): number {
  let place = length
  for (let i = 0; i < length; i += 1 + (length >> 3)) place = Math.imul(place, 31) + text.charCodeAt(i)
  return place ^ (place >>> 9) ^ text.charCodeAt(length - 1)
}

/** Printable ASCII with single spaces and without marks: levelling it only changes its case. */
const alreadyLevel = /^(?:[!-)+-_a-}]+(?: [!-)+-_a-}]+)*)?$/

/** One spelling for what readers see as the same text: case, dashes, quotes, spaces and Markdown marks are levelled. */
export function normaliseText(text: string): string {
  if (alreadyLevel.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u201B\u2032]/g, "'")
    .replace(/[\u201C-\u201E\u2033]/g, '"')
    .replace(/[*`~]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A term without article, quotes and final punctuation: as it is written, levelled. */
export function levelTerm(term: string): string {
  return termWords(term).join(' ')
}

/** A term without article, quotes, final punctuation and plural: two terms are the same when this is equal. */
export const normaliseTerm = remembering((term): string => {
  const words = termWords(term)
  const last = words.pop()
  return last === undefined ? '' : [...words, singular(last)].join(' ')
})

function termWords(term: string): string[] {
  const level = normaliseText(term)
  const bare = /["'“”()[\]{}.,;:!?&]/.test(level)
    ? level
        .replace(/["'“”()[\]{}]/g, ' ')
        .replace(/[.,;:!?]+(?=\s|$)/g, ' ')
        .replace(/\s+&\s+/g, ' and ')
        .trim()
    : level
  const words = atSpaces(bare).filter((word) => word !== '')
  while (words.length > 1 && /^(?:the|an?|your|some)$/.test(words[0] ?? '')) words.shift()
  return words
}

/** The singular of an English noun, by its ending alone. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|'s|ics|js|[^a-z]s)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word)) return word.slice(0, -3) + 'y'
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

const endings = /(?:ization|isation|izing|ized|ational|ation|ing|ies|ers|er|ful|es|ed|s|e)$/

/** A light stem that joins "optimise", "optimising" and "optimised" but keeps "normalization" and "denormalization" apart. */
function stem(word: string): string {
  return word.length <= 4 ? word : word.replace(endings, '')
}

/**
 * The pieces between white space, as `split(/\s+/)` gives them, or only the first few, in one pass over the text.
 * Strings come in many forms inside the engine, so loops over them ask once for the length.
 */
export function atSpaces(text: string, most = Infinity): string[] {
  const pieces: string[] = []
  const { length } = text
  let from = 0
  for (let i = 0; i < length; i++) {
    if (!isSpace(text.charCodeAt(i))) continue
    pieces.push(text.slice(from, i))
    if (pieces.length === most) return pieces
    while (i + 1 < length && isSpace(text.charCodeAt(i + 1))) i++
    from = i + 1
  }
  pieces.push(text.slice(from))
  return pieces
}

/** The text before the first match, or all of it. */
export function upTo(text: string, sign: RegExp): string {
  const found = sign.exec(text)
  return found === null ? text : text.slice(0, found.index)
}

/** The words of a text as readers count them; in scripts without spaces two characters are a word. */
export function wordCount(text: string): number {
  let count = 0
  let characters = 0
  let inside = false
  const { length } = text
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    const space = isSpace(unit)
    const alone = !space && hasNoSpaces(unit)
    if (alone) characters++
    else if (!space && !inside) count++
    inside = !space && !alone
  }
  return count + Math.ceil(characters / 2)
}

/** True for kana and Han characters: a text of them has no spaces. */
const hasNoSpaces = (unit: number): boolean =>
  unit >= 0x3040 &&
  ((unit >= 0x3400 && unit <= 0x9fff) || unit <= 0x30ff || (unit >= 0xf900 && unit <= 0xfaff))

/** True for what `\s` matches. */
const isSpace = (unit: number): boolean =>
  unit <= 32 ? unit === 32 || (unit >= 9 && unit <= 13) : unit >= 160 && isWideSpace(unit)

const isWideSpace = (unit: number): boolean =>
  unit === 0xa0 || unit === 0x1680 || unit === 0xfeff || (unit >= 0x2000 && spaces.has(unit))

const spaces: ReadonlySet<number> = new Set([
  0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000,
])

/** Every word or sign sequence of a text in lower case: letters of any script, digits, and `+ # . / ' -` inside. */
export function words(text: string): string[] {
  const level = normaliseText(text)
  return level.match(isAscii(level) ? plainWord : anyWord) ?? []
}

/** Plain letters need no tables of Unicode, which take ten times as long. */
const plainWord = /[a-z0-9][a-z0-9'+/#.-]*/g
const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'+/#.-]*/gu

/** True for a text of plain English letters, digits and signs. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text)
}

/** The stems that carry the meaning of a text, in order. Scripts without spaces give one stem per character pair. */
export function contentStems(text: string): string[] {
  const out: string[] = []
  for (const word of words(text)) for (const stem of stemsOfWord(word)) out.push(stem)
  return out
}

/** The stems of one word as `words` gives it: none where it carries no meaning. */
export const stemsOfWord = remembering((word): readonly string[] => {
  if (/[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF]/.test(word)) return characterPairs(word)
  const bare = word.replace(/[.'-]+$/, '')
  return bare.length < 2 || functionWords.has(bare) ? [] : [stem(bare)]
}, 8192)

function characterPairs(word: string): string[] {
  const characters = Array.from(word)
  return characters.length < 2 ? characters : characters.slice(1).map((next, i) => `${characters[i]}${next}`)
}

/** How much two sets of stems overlap: 0 for nothing in common, 1 for the same. */
export function jaccard(a: Iterable<string>, b: Iterable<string>): number {
  const left = a instanceof Set ? (a as ReadonlySet<string>) : new Set(a)
  const right = b instanceof Set ? (b as ReadonlySet<string>) : new Set(b)
  if (left.size === 0 && right.size === 0) return 0
  let common = 0
  for (const item of left) if (right.has(item)) common++
  return common / (left.size + right.size - common)
}

/** The text with its first letter in upper case, unless it begins with code or with a name that has its own spelling. */
export function capitalise(text: string): string {
  const first = /^[^\s]*/.exec(text)?.[0] ?? ''
  if (!/^\p{Ll}[\p{Ll}'’-]*[,;:]?$/u.test(first)) return text
  return first.charAt(0).toUpperCase() + text.slice(1)
}

/** Orders texts by their UTF-16 units, the same on every machine and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
