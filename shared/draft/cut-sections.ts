import { wordCount } from '../basics/text.ts'
import { frontMatterLines } from '../note/front-matter.ts'

/** A line of a note, or a piece of a very long one. */
export interface NumberedLine {
  /** Its place in the note, counted from 1. */
  readonly number: number
  readonly text: string
  /** False for a line that only helps to understand the others. */
  readonly wanted: boolean
}

/** A part of a note that is drafted at once. */
export interface NoteSection {
  /** The headings above its first line, outermost first. */
  readonly headings: readonly string[]
  /** Never blank at its ends, never empty. */
  readonly lines: readonly NumberedLine[]
}

/** Which lines of a note are drafted. */
export type WantedLines =
  | { readonly kind: 'all' }
  /** These alone: of the other lines only the headings above them are shown to anybody. */
  | { readonly kind: 'only'; readonly lines: ReadonlySet<number> }
  /** These, among all lines of the sections that they stand in. */
  | { readonly kind: 'among'; readonly lines: ReadonlySet<number> }

/** Parts with a heading of their own are put together as long as they have no more words than this. */
const fewWords = 700
/** No section has many more words. */
const mostWords = 1500
/** A line without spaces has as many words as its length would hold. */
const lettersOfAWord = 8
const longestPiece = mostWords * lettersOfAWord

/**
 * Cuts a note where its headings are, into sections that a model reads with care. Small parts that follow each other are
 * put together; one that is too long is cut at blank lines, else between lines. Nothing is cut inside a block of code that
 * fits.
 */
export function cutSections(text: string, wanted: WantedLines): NoteSection[] {
  const lines = shownLines(text, wanted)
  const sections: NoteSection[] = []
  let open: Part | undefined
  const close = () => {
    if (open?.says === true) sections.push(trimmed(open))
    open = undefined
  }
  for (const part of partsOf(lines).filter(isWanted)) {
    if (open !== undefined && (open.words + part.words > fewWords || isFurtherOut(part, open))) close()
    open = open === undefined ? part : joined(open, part)
    if (open.words > fewWords) close()
  }
  close()
  return sections
}

interface Part {
  readonly headings: readonly string[]
  readonly lines: readonly NumberedLine[]
  readonly words: number
  /** Whether there is more in it than headings. */
  readonly says: boolean
}

const isWanted = ({ lines }: Part): boolean => lines.some(({ wanted, text }) => wanted && text.trim() !== '')

const joined = (before: Part, after: Part): Part => ({
  headings: before.headings,
  lines: [...before.lines, ...after.lines],
  words: before.words + after.words,
  says: before.says || after.says,
})

/** A part that stands below less than the section does is no part of it: its headings would be untrue. */
const isFurtherOut = (part: Part, open: Part): boolean =>
  part.headings.length < open.headings.length || open.headings.some((words, i) => part.headings[i] !== words)

interface ReadLine extends NumberedLine {
  readonly heading: { readonly depth: number; readonly words: string } | null
  /** Inside a block of code, its fences with it. */
  readonly fenced: boolean
}

/** The lines after the front matter, each as what it is; long ones in pieces. */
function shownLines(text: string, wanted: WantedLines): ReadLine[] {
  const all = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const begin = frontMatterLines(all)
  let fence = ''
  return all.flatMap((line, i): ReadLine[] => {
    if (i < begin) return []
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    const opens = fence === '' && mark !== ''
    const fenced = fence !== '' || opens
    if (opens) fence = mark
    else if (fence !== '' && mark.startsWith(fence) && line.trim() === mark) fence = ''
    const [, marks = '', words = ''] = (fenced ? null : /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(line)) ?? []
    const heading = marks === '' ? null : { depth: marks.length, words: words.replace(/[\s#]+$/, '') }
    const isWanted = wanted.kind === 'all' || wanted.lines.has(i + 1)
    if (wanted.kind === 'only' && !isWanted && heading === null) return []
    return piecesOf(line).map((piece) => ({ number: i + 1, text: piece, wanted: isWanted, heading, fenced }))
  })
}

function piecesOf(line: string): string[] {
  if (line.length <= longestPiece) return [line]
  const pieces: string[] = []
  for (let at = 0; at < line.length;) {
    const space = line.lastIndexOf(' ', at + longestPiece)
    const end = at + longestPiece < line.length && space > at ? space + 1 : at + longestPiece
    pieces.push(line.slice(at, end))
    at = end
  }
  return pieces
}

const wordsOf = ({ text }: NumberedLine): number =>
  Math.max(wordCount(text), Math.ceil(text.length / lettersOfAWord))

/** What stands below one heading, in parts of a bearable length, each with the headings above its first line. */
function partsOf(lines: readonly ReadLine[]): Part[] {
  const parts: Part[] = []
  let path: { readonly depth: number; readonly words: string }[] = []
  let current: ReadLine[] = []
  let above: readonly string[] = []
  const close = () => {
    for (const piece of inBearableParts(current)) {
      parts.push({
        headings: piece[0] === current[0] ? above : path.map(({ words }) => words),
        lines: piece.map(({ number, text, wanted }) => ({ number, text, wanted })),
        words: total(piece),
        says: piece.some(({ wanted, text, heading }) => wanted && heading === null && text.trim() !== ''),
      })
    }
    current = []
  }
  for (const line of lines) {
    if (line.heading !== null) {
      close()
      const { depth } = line.heading
      path = path.filter((outer) => outer.depth < depth)
      above = path.map(({ words }) => words)
      path = [...path, line.heading]
    }
    current.push(line)
  }
  close()
  return parts
}

const total = (lines: readonly NumberedLine[]): number => lines.reduce((sum, line) => sum + wordsOf(line), 0)

/** Cuts at the last blank line before it grows too long, else before the line that is too much. */
function inBearableParts(lines: readonly ReadLine[]): ReadLine[][] {
  const parts: ReadLine[][] = []
  let part: ReadLine[] = []
  let words = 0
  for (const line of lines) {
    const more = wordsOf(line)
    if (part.length > 0 && words + more > mostWords) {
      const at = part.findLastIndex(({ text, fenced }) => text.trim() === '' && !fenced)
      const rest = at > 0 ? part.slice(at + 1) : []
      parts.push(at > 0 ? part.slice(0, at) : part)
      part = rest
      words = total(rest)
    }
    part.push(line)
    words += more
  }
  return part.length === 0 ? parts : [...parts, part]
}

function trimmed({ headings, lines }: Part): NoteSection {
  const isSaid = ({ text }: NumberedLine) => text.trim() !== ''
  return {
    headings,
    lines: lines.slice(lines.findIndex(isSaid), lines.findLastIndex(isSaid) + 1),
  }
}
