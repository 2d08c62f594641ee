import { compareText } from '../basics/text.ts'
import { cleanHeading } from '../note/clean-text.ts'
import type { Note, SourceQuote } from '../note/note.ts'
import { topicPath } from '../note/topic-path.ts'
import type { Draft, Fact } from './fact.ts'
import { filingOf } from './filing.ts'
import { factKey } from './identity.ts'

/** A proposal with the lines that it was drawn from and the headings above them. */
export interface Placed {
  readonly draft: Draft
  readonly lines: readonly number[]
  readonly path: readonly string[]
}

/** A proposal as a fact: with its key, the quote that states it, and its topic below that of its note. */
export function toFact(note: Note, ofNote: readonly string[], { draft, lines, path }: Placed): Fact {
  const topic = topicPath(ofNote, path)
  const { lines: own = lines, aliases = [], ...asserted } = draft
  return {
    ...asserted,
    key: factKey(draft),
    spoken: draft.term,
    aliases: [...new Set(aliases)].sort(compareText),
    variants: [],
    sources: [quote(note, own, path)],
    topic,
    filing: filingOf(draft, topic),
  }
}

function quote(note: Note, lines: readonly number[], path: readonly string[]): SourceQuote {
  const own = [...new Set(lines)]
    .sort((a, b) => a - b)
    .filter((line) => (note.rawLines[line - 1] ?? '').trim() !== '')
  return {
    file: note.file,
    lines: own,
    heading: path.map(cleanHeading),
    text: own.map((line) => note.rawLines[line - 1] ?? ''),
  }
}
