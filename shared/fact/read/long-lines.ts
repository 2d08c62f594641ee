import type { Block, Note, SkippedLine, TextLine } from '../../note/note.ts'

/** A line longer than this is no statement that a card could ask about. */
const longestStatement = 2000

/** True for a line that the rules do not read. */
export const isTooLong = (line: TextLine): boolean => line.text.length > longestStatement

/** The lines of a note that are left out for their length, each with the reason. */
export function longLines(note: Note): SkippedLine[] {
  return note.blocks.flatMap(linesOf).filter(isTooLong).map(skip)
}

function linesOf(block: Block): readonly TextLine[] {
  if (block.kind === 'paragraph') return block.lines
  if (block.kind === 'quote') return block.blocks.flatMap(linesOf)
  if (block.kind === 'list')
    return block.items.flatMap((item) => [...item.lines, ...item.children.flatMap(linesOf)])
  return []
}

const skip = (line: TextLine): SkippedLine => ({
  line: line.lines[0] ?? 1,
  reason: `longer than ${longestStatement} characters, so it was not read; break it into sentences`,
})
