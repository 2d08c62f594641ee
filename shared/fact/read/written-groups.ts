import type { Note } from '../../note/note.ts'
import { frontMatterLines } from '../../note/front-matter.ts'
import { fencedLines } from '../../note/repair-lines.ts'

/** One line of a note as its author typed it, with its number. */
export interface WrittenLine {
  readonly text: string
  readonly line: number
  readonly inCode: boolean
}

/** Lines without a blank one between them; what stands in a code fence belongs together. */
export interface WrittenGroup {
  readonly lines: readonly WrittenLine[]
  readonly path: readonly string[]
}

/** What a deck's plugin writes below a card. */
const schedulingComment = /<!--\s*SR:[^>]*-->/

/** A note's lines in groups as card plugins read them, without front matter and without scheduling comments. */
export function writtenGroups(note: Note): WrittenGroup[] {
  const lines = note.rawLines
  const fenced = fencedLines(lines)
  const paths = pathsByLine(note)
  const groups: WrittenGroup[] = []
  let open: WrittenLine[] = []
  let path: readonly string[] = []
  const flush = (): void => {
    if (open.length > 0) groups.push({ lines: open, path })
    open = []
  }
  for (let i = frontMatterLines(lines); i < lines.length; i++) {
    const inCode = fenced.has(i)
    const raw = lines[i] ?? ''
    const text = inCode || !raw.includes('<!--') ? raw : raw.replace(schedulingComment, '')
    if (raw.trim() === '' && !inCode) flush()
    else if (!inCode && /^ {0,3}#{1,6}\s/.test(raw)) {
      flush()
      // "## Q: …" is a heading only in its looks.
      if (/^ {0,3}#{1,6}\s+Q(?:uestion)?\s*:/.test(raw))
        open.push({ text: text.replace(/^[\s#]+/, ''), line: i + 1, inCode })
    } else if (text.trim() !== '' && text.length <= longestLine) {
      if (open.length === 0) path = paths.get(i + 1) ?? path
      open.push({ text, line: i + 1, inCode })
    }
    path = paths.get(i + 1) ?? path
  }
  flush()
  return groups
}

/** No card is written in a longer line. */
const longestLine = 2000

/** True for a note that a card plugin has already scheduled, or that its author marked as a deck. */
export function isDeck(note: Note): boolean {
  return note.rawLines.some(
    (line) =>
      line.length <= longestLine &&
      (schedulingComment.test(line) || /(?:^|\s)#(?:flash)?cards?(?:\/\S*)?(?=\s|$)/i.test(line)),
  )
}

/** A sign of their own that authors put alone on a line between question and answer, "&*" for instance. */
export function ownSeparators(note: Note): ReadonlySet<string> {
  const seen = new Map<string, number>()
  note.rawLines.forEach((line, i) => {
    const sign = line.trim()
    const between = (note.rawLines[i - 1] ?? '').trim() !== '' && (note.rawLines[i + 1] ?? '').trim() !== ''
    if (between && isOwnSign(sign)) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  })
  const scheduled = note.rawLines.some((line) => line.length <= longestLine && schedulingComment.test(line))
  return new Set([...seen].filter(([, count]) => count >= 2 || scheduled).map(([sign]) => sign))
}

/** Two to four signs that mean nothing in Markdown, LaTeX or code. */
const isOwnSign = (sign: string): boolean =>
  /^[?!&%@+;:^~=*/\\-]{2,4}$/.test(sign) && new Set(sign).size > 1 && !/^(?:\/\*+|\*+\/)$/.test(sign)

/** The headings above each line where a block begins. */
function pathsByLine(note: Note): Map<number, readonly string[]> {
  const paths = new Map<number, readonly string[]>()
  for (const block of note.blocks) {
    if (block.kind === 'paragraph')
      for (const line of block.lines[0]?.lines ?? []) paths.set(line, block.path)
    if (block.kind === 'list')
      for (const line of block.items[0]?.lines[0]?.lines ?? []) paths.set(line, block.path)
    if (block.kind === 'heading') {
      const at = block.line.lines[0]
      if (at !== undefined) paths.set(at, [...block.path, block.line.text])
    }
  }
  return paths
}
