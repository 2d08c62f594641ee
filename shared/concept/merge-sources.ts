import { compareText } from '../basics/text.ts'
import type { SourceQuote } from '../note/note.ts'

/** Every place once, in the order of files and lines. */
export function mergeSources(sources: readonly SourceQuote[]): SourceQuote[] {
  const byPlace = new Map(sources.map((source) => [`${source.file}\n${source.lines.join(',')}`, source]))
  return [...byPlace.values()].sort(
    (a, b) => compareText(a.file, b.file) || (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
  )
}
