import type { Note, TypedLine } from '../../note/note.ts'

/** A typed line with the headings above it. */
export interface WrittenLine extends TypedLine {
  readonly path: readonly string[]
}

/** The lines between two headings or rules. */
export type WrittenSection = readonly WrittenLine[]

/** What an outliner keeps of a block in lines of its own: ids, foldings, schedules of cards. */
const property =
  /^(?:id:: [\da-f-]{8,}|collapsed:: (?:true|false)|(?:card|logseq|hl|ls|query|created|updated|background|template|exclude)[.-][\w.-]+::(?:\s|$)|[a-z]+(?:-[a-z]+)+::(?:\s|$)|(?:SCHEDULED|DEADLINE): <)/

/** "[due:: Friday]" and "(due:: Friday)" tell a vault about the line. */
const inlineField =
  /\s*(?:\[\p{L}[\p{L}\p{N} _-]{0,40}::\s[^\]]{0,200}\]|\(\p{L}[\p{L}\p{N} _-]{0,40}::\s[^)]{0,200}\))/gu

/** No card is written in a longer line. */
const longestLine = 2000

/** A note's lines as card plugins read them, parted at headings and rules. */
export function writtenSections(note: Note): WrittenSection[] {
  const sections: WrittenLine[][] = []
  let open: WrittenLine[] = []
  const pathAt = pathsByLine(note)
  let path: readonly string[] = []
  for (const line of note.typed.lines) {
    path = pathAt.get(line.lines[0] ?? 0) ?? path
    if (line.kind === 'heading' || line.kind === 'rule') {
      if (open.length > 0) sections.push(open)
      open = []
    }
    if (line.kind === 'heading') {
      // "## Q: …" is a heading only in its looks.
      if (/^Q(?:uestion)?\s*:/.test(line.text)) open.push({ ...line, kind: 'text', path })
    } else if (line.kind !== 'rule' && isRead(line)) open.push({ ...line, text: withoutFields(line), path })
  }
  if (open.length > 0) sections.push(open)
  return sections
}

const isRead = ({ kind, text }: TypedLine): boolean =>
  text.length <= longestLine && !(kind === 'text' && property.test(text))

const withoutFields = ({ kind, text }: TypedLine): string =>
  kind === 'text' && text.includes('::') ? text.replace(inlineField, '').trim() : text

/** True for a note that a card plugin has already scheduled, or that its author marked as a deck. */
export const isDeck = ({ typed }: Note): boolean =>
  typed.scheduled || typed.lines.some(({ tags }) => tags.some((tag) => deckTag.test(tag)))

const deckTag = /^#(?:flash)?cards?(?:\/|$)/i

/** A sign of their own that authors put alone on a line between question and answer, "&*" for instance. */
export function ownSeparators({ typed: { lines, scheduled } }: Note): ReadonlySet<string> {
  const seen = new Map<string, number>()
  lines.forEach((line, i) => {
    const [above, below] = [lines[i - 1], lines[i + 1]]
    if (above === undefined || below === undefined || !isOwnSign(line.text)) return
    if (isBelow(above, line) && isBelow(line, below)) seen.set(line.text, (seen.get(line.text) ?? 0) + 1)
  })
  return new Set([...seen].filter(([, count]) => count >= 2 || scheduled).map(([sign]) => sign))
}

/** True when no blank line is between the two. */
export const isBelow = (above: TypedLine, below: TypedLine): boolean =>
  (below.lines[0] ?? 0) === (above.lines.at(-1) ?? 0) + 1

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
