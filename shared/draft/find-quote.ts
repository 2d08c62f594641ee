/** Where a quote stands in a note. */
export interface FoundQuote {
  /** Its lines, counted from 1. */
  readonly lines: readonly number[]
  /** The words as they stand there, without marks. */
  readonly words: string
}

/**
 * Finds words in a note: in their order, word for word and letter for letter. White space, marks of emphasis and the signs
 * that begin a line count for nothing, because a reader of the page does not see them. Of several places the nearest to
 * `near` is taken.
 */
export function findQuote(note: PlainWords, quote: string, near: number | null): FoundQuote | undefined {
  // Who copies words may break them anew: then a sign that begins their line begins none in the note.
  return (
    findPlain(note, plainWords(quote).text, near) ??
    findPlain(note, plainWords(quote.replaceAll(/\s+/g, ' ')).text, near)
  )
}

function findPlain(note: PlainWords, wanted: string, near: number | null): FoundQuote | undefined {
  if (wanted === '') return undefined
  const starts = placesOf(note.text, wanted)
  const found = starts.map((start) => linesOf(note, start, start + wanted.length))
  const best = found.reduce<readonly number[] | undefined>(
    (nearest, lines) => (nearest !== undefined && away(nearest, near) <= away(lines, near) ? nearest : lines),
    undefined,
  )
  return best === undefined ? undefined : { lines: best, words: wanted }
}

/** A text as a reader of the page sees it, in one line. */
export interface PlainWords {
  readonly text: string
  /** Where the words of each line begin in `text`. */
  readonly starts: readonly number[]
}

/** A line's words without what only lays them out. */
const plainLine = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/^\s*(?:>\s*)*(?:[-*+•]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)?(?:\[[ xX]\]\s+)?/, '')
    .replaceAll(/\[\[(?:[^\][|]{0,500}\|)?([^\][]{0,500})\]\]/g, '$1')
    .replaceAll(/\[([^\][]{0,500})\]\([^)]{0,2000}\)/g, '$1')
    .replaceAll(/[*_`|]|==|~~/g, ' ')
    .replaceAll(/[\s\u200B\uFEFF]+/g, ' ')
    // "**REST**:" leaves a space before its colon that nobody wrote.
    .replaceAll(/ (?=[.,;:!?)\]])/g, '')
    .trim()

/** The words of a note or a quote, with the place of each of its lines. */
export function plainWords(written: string): PlainWords {
  const lines = written.split(/\r\n|\n|\r/)
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    const plain = plainLine(line)
    if (plain !== '' && text !== '') text += ' '
    starts.push(text.length)
    text += plain
  }
  return { text, starts }
}

/** Every place of a text in another one, where it begins and ends between words. */
function placesOf(text: string, part: string): number[] {
  const places: number[] = []
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length
    const cutsWord = (isWord(at - 1) && isWord(at)) || (isWord(end) && isWord(end - 1))
    if (!cutsWord) places.push(at)
  }
  return places
}

function linesOf({ starts, text }: PlainWords, from: number, to: number): number[] {
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? text.length
    return start < to && end > from && end > start ? [i + 1] : []
  })
}

const away = (lines: readonly number[], near: number | null): number =>
  near === null ? 0 : Math.abs((lines[0] ?? 0) - near)
